package org.comity.law.deadline;

import java.util.List;
import java.util.Optional;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaRequestEvent.AdditionalInformationRequested;
import org.comity.api.mla.MlaRequestEvent.ConditionsProposed;
import org.comity.api.mla.MlaRequestEvent.DelayReported;
import org.comity.api.mla.MlaRequestEvent.DraftAmended;
import org.comity.api.mla.MlaRequestEvent.ExecutionPostponed;
import org.comity.api.mla.MlaRequestEvent.FurtherInformationRequested;
import org.comity.api.mla.MlaRequestEvent.IncomingRequestRecorded;
import org.comity.api.mla.MlaRequestEvent.PostponementReviewed;
import org.comity.api.mla.MlaRequestEvent.RequestAccepted;
import org.comity.api.mla.MlaRequestEvent.RequestDrafted;
import org.comity.api.mla.MlaRequestEvent.RequestReturnedIncomplete;
import org.comity.api.mla.MlaRequestEvent.RequestSealed;
import org.comity.api.mla.MlaStatus;
import org.comity.api.view.Turn;
import org.comity.law.lifecycle.MlaRequestLife;

/** The days that acts upon a request for assistance state: those that bind, and those that people wait for. */
final class MlaDays {
    private MlaDays() {}

    static List<Due> of(MlaRequestLife life) {
        var due = new StatedDays<>(life.effective());
        terms(life, due);
        expectations(life, due);
        return due.found();
    }

    private static void terms(MlaRequestLife life, StatedDays<MlaRequestEvent> due) {
        var now = life.now();
        MlaStatus status = life.status();
        if (status != MlaStatus.REFUSED && status != MlaStatus.WITHDRAWN && status != MlaStatus.CLOSED) {
            now.rounds().all().values().stream()
                    .filter(round -> now.rounds().open().contains(round.number()))
                    .forEach(round -> due.day(
                            "answer",
                            round.answerBy(),
                            "round " + round.number(),
                            Turn.REQUESTING,
                            due.last(MlaRequestEvent.class, e -> opens(e, round.number()))));
        }
        if (status == MlaStatus.RETURNED_INCOMPLETE) {
            due.day(
                    "completion",
                    due.last(RequestReturnedIncomplete.class, e -> true),
                    RequestReturnedIncomplete::answerBy,
                    Turn.REQUESTING);
        }
        if (now.conditionsProposed()) {
            due.day(
                    "conditions-answer",
                    due.last(ConditionsProposed.class, e -> true),
                    ConditionsProposed::answerBy,
                    Turn.REQUESTING);
        }
        if (status == MlaStatus.POSTPONED) {
            due.day(
                    "review",
                    now.review(),
                    null,
                    Turn.REQUESTED,
                    due.last(
                            MlaRequestEvent.class,
                            e -> e instanceof ExecutionPostponed || e instanceof PostponementReviewed));
        }
        if (now.confirmation().isDue()) {
            due.instant(
                    "formal-confirmation",
                    now.confirmation().dueBy(),
                    null,
                    Turn.REQUESTING,
                    due.last(RequestAccepted.class, e -> e.formalConfirmationWithin() != null));
        }
        if (now.seal() != null) {
            due.day(
                    "seal-review",
                    now.seal().review(),
                    null,
                    Turn.REQUESTING,
                    due.last(RequestSealed.class, e -> true));
        }
    }

    /** Days that bind nobody and that people wait for all the same. */
    private static void expectations(MlaRequestLife life, StatedDays<MlaRequestEvent> due) {
        MlaStatus status = life.status();
        if (status == MlaStatus.ACCEPTED || status == MlaStatus.IN_EXECUTION) {
            due.last(DelayReported.class, e -> e.newEstimate() != null)
                    .ifPresentOrElse(
                            fact -> due.instant(
                                    "execution", fact.event().newEstimate(), null, Turn.REQUESTED, Optional.of(fact)),
                            () -> due.day(
                                    "execution",
                                    due.last(RequestAccepted.class, e -> true),
                                    RequestAccepted::expectedBy,
                                    Turn.REQUESTED));
        }
        MlaContents contents = life.contents();
        if (contents != null && life.now().journey().hasBegun() && isUndone(status)) {
            due.day(
                    "wanted",
                    contents.wantedBy(),
                    null,
                    Turn.REQUESTED,
                    due.last(
                            MlaRequestEvent.class,
                            e -> e instanceof RequestDrafted
                                    || e instanceof DraftAmended
                                    || e instanceof IncomingRequestRecorded));
        }
    }

    private static boolean isUndone(MlaStatus status) {
        return switch (status) {
            case NONE, DRAFT, APPROVED, EXECUTED, EVIDENCE_TRANSMITTED, RECEIPT_CONFIRMED, REFUSED, WITHDRAWN, CLOSED ->
                false;
            case TRANSMITTED,
                    MISDIRECTED,
                    ACKNOWLEDGED,
                    RETURNED_INCOMPLETE,
                    INFORMATION_REQUESTED,
                    UNDER_CONSULTATION,
                    ACCEPTED,
                    IN_EXECUTION,
                    POSTPONED,
                    PARTIALLY_EXECUTED -> true;
        };
    }

    private static boolean opens(MlaRequestEvent event, int round) {
        return (event instanceof AdditionalInformationRequested first && first.round() == round)
                || (event instanceof FurtherInformationRequested further && further.round() == round);
    }
}
