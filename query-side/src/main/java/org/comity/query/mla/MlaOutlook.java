package org.comity.query.mla;

import java.util.List;
import java.util.Optional;
import org.comity.api.Fact;
import org.comity.api.Office;
import org.comity.api.StateCode;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaRequestEvent.AdditionalInformationRequested;
import org.comity.api.mla.MlaRequestEvent.ConditionsProposed;
import org.comity.api.mla.MlaRequestEvent.ConsultationOpened;
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
import org.comity.api.mla.MlaRequestEvent.WithdrawalAcknowledged;
import org.comity.api.mla.MlaStatus;
import org.comity.api.view.Turn;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.lifecycle.Transfers;
import org.comity.query.register.Deadlines;
import org.comity.query.register.Outlook;

/**
 * What comes next in the life of a request: whose turn it is, and what falls due. The turn is the side whose ordinary next
 * command the table opens in that status; commands that are open all the time, such as a withdrawal, are nobody's turn.
 */
final class MlaOutlook {
    private MlaOutlook() {}

    static Outlook of(MlaRequestLife life, List<Fact<MlaRequestEvent>> effective) {
        var facts = new Deadlines<>(effective);
        terms(life, facts);
        expectations(life, facts);
        return new Outlook(turn(life, facts), facts.all());
    }

    private static Turn turn(MlaRequestLife life, Deadlines<MlaRequestEvent> facts) {
        return switch (life.status()) {
            case NONE, CLOSED -> Turn.NOBODY;
            case DRAFT, APPROVED, RETURNED_INCOMPLETE, INFORMATION_REQUESTED, RECEIPT_CONFIRMED, REFUSED ->
                Turn.REQUESTING;
            // a receiver that is not competent passes it on (ETS 185 art. 27(9)(c))
            case TRANSMITTED, MISDIRECTED, ACKNOWLEDGED, ACCEPTED, IN_EXECUTION, POSTPONED, EXECUTED -> Turn.REQUESTED;
            case UNDER_CONSULTATION -> inConsultation(life, facts);
            case PARTIALLY_EXECUTED ->
                hasUnconfirmed(life) || life.now().items().pending().isEmpty() ? Turn.REQUESTING : Turn.REQUESTED;
            case EVIDENCE_TRANSMITTED -> hasUnconfirmed(life) ? Turn.REQUESTING : Turn.REQUESTED;
            case WITHDRAWN -> withdrawn(life, facts);
        };
    }

    /** The side that did not open it, or that has conditions to answer. */
    private static Turn inConsultation(MlaRequestLife life, Deadlines<MlaRequestEvent> facts) {
        MlaContents contents = life.contents();
        Optional<StateCode> opener = facts.last(ConsultationOpened.class, e -> true)
                .map(fact -> fact.act().office())
                .map(Office::state);
        boolean openedByRequesting =
                contents != null && opener.filter(contents.from()::equals).isPresent();
        return openedByRequesting && !life.now().conditionsProposed() ? Turn.REQUESTED : Turn.REQUESTING;
    }

    /** True if there is material whose receipt can be confirmed; what is disputed waits to be sent again. */
    private static boolean hasUnconfirmed(MlaRequestLife life) {
        return life.now().transfers().all().values().stream()
                .anyMatch(transfer -> transfer.state() == Transfers.State.OPEN);
    }

    /** A draft that was given up is over; a request that was sent waits until the other side has stopped. */
    private static Turn withdrawn(MlaRequestLife life, Deadlines<MlaRequestEvent> facts) {
        if (!life.now().journey().hasBegun()) {
            return Turn.NOBODY;
        }
        return facts.last(WithdrawalAcknowledged.class, e -> true).isPresent() ? Turn.REQUESTING : Turn.REQUESTED;
    }

    private static void terms(MlaRequestLife life, Deadlines<MlaRequestEvent> due) {
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
    private static void expectations(MlaRequestLife life, Deadlines<MlaRequestEvent> due) {
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
