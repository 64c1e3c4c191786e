package org.comity.query.mla;

import java.util.List;
import java.util.Optional;
import org.comity.api.Fact;
import org.comity.api.Office;
import org.comity.api.StateCode;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaRequestEvent.ConsultationOpened;
import org.comity.api.mla.MlaRequestEvent.WithdrawalAcknowledged;
import org.comity.api.view.Turn;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.lifecycle.Transfers;

/**
 * Whose turn it is in the life of a request: the side whose ordinary next command the table opens in that status; commands
 * that are open all the time, such as a withdrawal, are nobody's turn.
 */
final class MlaTurn {
    private MlaTurn() {}

    static Turn of(MlaRequestLife life, List<Fact<MlaRequestEvent>> effective) {
        return switch (life.status()) {
            case NONE, CLOSED -> Turn.NOBODY;
            case DRAFT, APPROVED, RETURNED_INCOMPLETE, INFORMATION_REQUESTED, RECEIPT_CONFIRMED, REFUSED ->
                Turn.REQUESTING;
            // a receiver that is not competent passes it on (ETS 185 art. 27(9)(c))
            case TRANSMITTED, MISDIRECTED, ACKNOWLEDGED, ACCEPTED, IN_EXECUTION, POSTPONED, EXECUTED -> Turn.REQUESTED;
            case UNDER_CONSULTATION -> inConsultation(life, effective);
            case PARTIALLY_EXECUTED ->
                hasUnconfirmed(life) || life.now().items().pending().isEmpty() ? Turn.REQUESTING : Turn.REQUESTED;
            case EVIDENCE_TRANSMITTED -> hasUnconfirmed(life) ? Turn.REQUESTING : Turn.REQUESTED;
            case WITHDRAWN -> withdrawn(life, effective);
        };
    }

    /** The side that did not open it, or that has conditions to answer. */
    private static Turn inConsultation(MlaRequestLife life, List<Fact<MlaRequestEvent>> effective) {
        MlaContents contents = life.contents();
        Optional<StateCode> opener = effective.reversed().stream()
                .filter(fact -> fact.event() instanceof ConsultationOpened)
                .findFirst()
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
    private static Turn withdrawn(MlaRequestLife life, List<Fact<MlaRequestEvent>> effective) {
        if (!life.now().journey().hasBegun()) {
            return Turn.NOBODY;
        }
        return effective.stream().anyMatch(fact -> fact.event() instanceof WithdrawalAcknowledged)
                ? Turn.REQUESTING
                : Turn.REQUESTED;
    }
}
