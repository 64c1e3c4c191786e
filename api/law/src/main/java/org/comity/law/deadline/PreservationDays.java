package org.comity.law.deadline;

import java.util.List;
import org.comity.api.Code;
import org.comity.api.preservation.PreservationContents;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationEvent.AdditionalInformationRequested;
import org.comity.api.preservation.PreservationEvent.IncomingPreservationRecorded;
import org.comity.api.preservation.PreservationEvent.PreservationConfirmed;
import org.comity.api.preservation.PreservationEvent.PreservationConfirmedInPart;
import org.comity.api.preservation.PreservationEvent.PreservationDrafted;
import org.comity.api.preservation.PreservationEvent.PreservationExtended;
import org.comity.api.preservation.PreservationEvent.PreservationReturnedIncomplete;
import org.comity.api.preservation.PreservationEvent.PreservationSealed;
import org.comity.api.preservation.PreservationStatus;
import org.comity.api.view.Turn;
import org.comity.law.lifecycle.PreservationLife;

/** The days that acts upon a preservation state: above all its end. */
final class PreservationDays {
    private PreservationDays() {}

    static List<Due> of(PreservationLife life) {
        var due = new StatedDays<>(life.effective());
        Code rule = life.expiryRule();
        due.instant(
                "expiry",
                life.expiresAt(),
                rule == null ? null : rule.value(),
                Turn.REQUESTING,
                due.last(PreservationEvent.class, PreservationDays::setsTheEnd));
        questions(life, due);
        PreservationContents contents = life.contents();
        if (contents != null && life.status() == PreservationStatus.PRESERVED) {
            due.day(
                    "follow-up",
                    contents.intendedFollowUpBy(),
                    null,
                    Turn.REQUESTING,
                    due.last(
                            PreservationEvent.class,
                            e -> e instanceof PreservationDrafted || e instanceof IncomingPreservationRecorded));
        }
        var seal = life.now().seal();
        if (seal != null) {
            due.day("seal-review", seal.review(), null, Turn.REQUESTING, due.last(PreservationSealed.class, e -> true));
        }
        return due.found();
    }

    private static void questions(PreservationLife life, StatedDays<PreservationEvent> due) {
        if (life.status() == PreservationStatus.INFORMATION_REQUESTED) {
            life.now().rounds().all().values().stream()
                    .filter(round -> life.now().rounds().open().contains(round.number()))
                    .forEach(round -> due.day(
                            "answer",
                            round.answerBy(),
                            "round " + round.number(),
                            Turn.REQUESTING,
                            due.last(AdditionalInformationRequested.class, e -> e.round() == round.number())));
        }
        if (life.status() == PreservationStatus.RETURNED_INCOMPLETE) {
            due.day(
                    "completion",
                    due.last(PreservationReturnedIncomplete.class, e -> true),
                    PreservationReturnedIncomplete::answerBy,
                    Turn.REQUESTING);
        }
    }

    private static boolean setsTheEnd(PreservationEvent event) {
        return event instanceof PreservationConfirmed
                || event instanceof PreservationConfirmedInPart
                || event instanceof PreservationExtended;
    }
}
