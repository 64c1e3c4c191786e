package org.comity.api.view;

import java.time.LocalDate;
import java.util.List;
import org.comity.api.Code;
import org.comity.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A round of questions.
 *
 * @param state open, answered or lapsed
 */
public record RoundView(
        int round,
        Code state,
        List<Personal> questions,
        @Nullable LocalDate answerBy,
        boolean pausesClock,
        @Nullable Personal answer) {
    public RoundView {
        questions = List.copyOf(questions);
    }
}
