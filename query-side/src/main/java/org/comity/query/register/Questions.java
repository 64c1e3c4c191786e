package org.comity.query.register;

import java.util.List;
import org.comity.api.Personal;
import org.jspecify.annotations.Nullable;

/** What was asked in a round, and what was answered. */
public record Questions(List<Personal> asked, @Nullable Personal answer) {
    public Questions {
        asked = List.copyOf(asked);
    }

    /** The same questions with an answer; a later answer to the same round takes the place of an earlier one. */
    public Questions answered(@Nullable Personal by) {
        return new Questions(asked, by != null ? by : answer);
    }
}
