package org.comity.query.preservation;

import java.util.List;
import org.comity.api.Code;
import org.comity.api.Fact;
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
import org.comity.query.register.Deadlines;
import org.comity.query.register.Outlook;

/** What comes next in the life of a preservation: whose turn it is, and what falls due. */
final class PreservationOutlook {
    private PreservationOutlook() {}

    static Outlook of(PreservationLife life, List<Fact<PreservationEvent>> effective) {
        var due = new Deadlines<>(effective);
        Code rule = life.expiryRule();
        due.instant(
                "expiry",
                life.expiresAt(),
                rule == null ? null : rule.value(),
                Turn.REQUESTING,
                due.last(PreservationEvent.class, PreservationOutlook::setsTheEnd));
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
        return new Outlook(turn(life), due.all());
    }

    private static void questions(PreservationLife life, Deadlines<PreservationEvent> due) {
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

    private static Turn turn(PreservationLife life) {
        return switch (life.status()) {
            case NONE, CLOSED -> Turn.NOBODY;
            case DRAFT,
                    APPROVED,
                    RETURNED_INCOMPLETE,
                    INFORMATION_REQUESTED,
                    RISK_WARNED,
                    NOT_PRESERVED,
                    REFUSED,
                    EXPIRED,
                    RELEASED -> Turn.REQUESTING;
            // a receiver that is not competent passes it on (ETS 185 art. 27(9)(c) by analogy)
            case TRANSMITTED, MISDIRECTED, ACKNOWLEDGED, ORDERED, HELD_PENDING_MLA -> Turn.REQUESTED;
            // the follow-up is awaited, unless a longer term was asked for
            case PRESERVED -> life.now().term().askedAt() == null ? Turn.REQUESTING : Turn.REQUESTED;
            // a draft that was given up is over
            case WITHDRAWN -> life.now().journey().hasBegun() ? Turn.REQUESTING : Turn.NOBODY;
        };
    }
}
