package org.comity.law.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import org.comity.api.Act;
import org.comity.api.Fact;
import org.comity.api.MlaRequestId;
import org.comity.api.RequestEvent;
import org.comity.api.mla.LineItemOutcome;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaRequestEvent.*;
import org.comity.api.mla.MlaStatus;
import org.jspecify.annotations.Nullable;

/** One step of the fold, on a copy that is changed in place and never seen outside. */
final class MlaFold {
    private @Nullable MlaRequestId id;
    private Standing<MlaStatus> standing;
    private @Nullable MlaContents contents;
    private Handling handling;
    private int draftVersion;
    private @Nullable Instant firstReceivedAt;
    private LineItems items;
    private Transfers transfers;
    private Rounds rounds;
    private Confirmation confirmation;
    private @Nullable LocalDate review;
    private boolean conditionsProposed;
    private boolean conditionsInForce;
    private int remedies;

    MlaFold(MlaCourse before) {
        id = before.id();
        standing = before.standing();
        contents = before.contents();
        handling = before.handling();
        draftVersion = before.draftVersion();
        firstReceivedAt = before.firstReceivedAt();
        items = before.items();
        transfers = before.transfers();
        rounds = before.rounds();
        confirmation = before.confirmation();
        review = before.review();
        conditionsProposed = before.conditionsProposed();
        conditionsInForce = before.conditionsInForce();
        remedies = before.remedies();
    }

    MlaCourse after(Fact<MlaRequestEvent> fact) {
        MlaRequestEvent event = fact.event();
        Act act = fact.act();
        id = event.id();
        change(event, act);
        handling = handling.after(fact, contents);
        // The request is closed when the requesting side closes; the other side closes its file.
        if (!(event instanceof RequestClosed) || isByRequestingSide(act)) {
            standing = standing.after(MlaRequestLife.TABLE, event, said(event));
        }
        return new MlaCourse(
                id,
                standing,
                contents,
                handling,
                draftVersion,
                firstReceivedAt,
                items,
                transfers,
                rounds,
                confirmation,
                review,
                conditionsProposed,
                conditionsInForce,
                remedies);
    }

    private void change(MlaRequestEvent event, Act act) {
        switch (event) {
            case RequestDrafted e -> says(e.contents());
            case IncomingRequestRecorded e -> says(e.contents());
            case DraftAmended e -> {
                says(e.contents());
                draftVersion = e.version();
            }
            case ReceiptAcknowledged e ->
                firstReceivedAt = firstReceivedAt != null ? firstReceivedAt : e.legalReceivedAt();
            case MisdirectionDeclared e -> firstReceivedAt = null;
            case RequestReopened e -> {
                if (e.to() != MlaStatus.EVIDENCE_TRANSMITTED) {
                    items = items.reopened();
                }
            }
            case AdditionalInformationRequested e -> rounds = rounds.opened(e.round(), e.answerBy(), e.pausesClock());
            case FurtherInformationRequested e -> rounds = rounds.opened(e.round(), e.answerBy(), e.pausesClock());
            case AdditionalInformationProvided e -> rounds = rounds.answered(e.rounds());
            case InformationDeadlineLapsed e -> rounds = rounds.lapsed();
            case ConsultationOpened e -> conditionsProposed = false;
            case ConsultationConcluded e -> conditionsProposed = false;
            case ConditionsProposed e -> conditionsProposed = true;
            case ConditionsAccepted e -> {
                conditionsProposed = false;
                conditionsInForce = true;
            }
            case ConditionsDeclined e -> conditionsProposed = false;
            case RequestAccepted e -> {
                conditionsInForce |= !e.conditions().isEmpty();
                if (e.formalConfirmationWithin() != null) {
                    confirmation = new Confirmation(
                            act.judgedAt().plus(e.formalConfirmationWithin()), confirmation.submitted());
                }
            }
            case FormalConfirmationSubmitted e -> confirmation = new Confirmation(confirmation.dueBy(), true);
            case RequestRefused e -> items = items.with(items.pending(), LineItemOutcome.REFUSED);
            case ExecutionPostponed e -> {
                review = e.review();
                items = items.with(e.items().isEmpty() ? items.pending() : e.items(), LineItemOutcome.POSTPONED);
            }
            case PostponementReviewed e -> review = e.review();
            case PostponementLifted e -> {
                review = null;
                items = items.with(items.with(LineItemOutcome.POSTPONED), LineItemOutcome.OPEN);
            }
            case LineItemConcluded e -> items = items.with(e.items());
            case RemainderResumed e ->
                items = items.with(e.items().isEmpty() ? items.pending() : e.items(), LineItemOutcome.OPEN);
            case EvidenceTransmitted e ->
                transfers = transfers.handedOver(
                        e.transfer(), e.items().isEmpty() ? items.done() : e.items(), e.manifest());
            case EvidenceReceiptConfirmed e -> transfers = transfers.confirmed(e.transfer());
            case EvidenceDiscrepancyReported e -> transfers = transfers.disputed(e.transfer());
            case EvidenceRetransmitted e ->
                transfers = transfers.superseded(e.supersedes(), e.transfer(), e.manifest());
            case LateMaterialReceived e -> transfers = transfers.late(e.transfer(), e.manifest());
            case RequestWithdrawn e ->
                items = items.with(e.whole() ? items.pending() : e.items(), LineItemOutcome.WITHDRAWN);
            case RemedyLodged e -> remedies++;
            case RemedyDecided e -> remedies = Math.max(0, remedies - 1);
            // These change the handling alone.
            case RequestEvent.Common e -> {}
            // These change the status alone, or add to the record alone.
            case DraftDiscarded e -> {}
            case RequestReturnedIncomplete e -> {}
            case ExecutionStarted e -> {}
            case DelayReported e -> {}
            case ExecutionCompleted e -> {}
            case PartialExecutionDeclared e -> {}
            case WithdrawalAcknowledged e -> {}
            case ProgressAsked e -> {}
            case ProgressGiven e -> {}
        }
    }

    /** The status that an event names, or that follows from what it changed, for rows of the table that ask for one. */
    private @Nullable MlaStatus said(MlaRequestEvent event) {
        return switch (event) {
            case InformationDeadlineLapsed e -> e.to();
            case RequestReopened e -> e.to();
            case EvidenceTransmitted e ->
                items.pending().isEmpty() ? MlaStatus.EVIDENCE_TRANSMITTED : MlaStatus.PARTIALLY_EXECUTED;
            case EvidenceReceiptConfirmed e -> afterReceipt();
            case RequestWithdrawn e -> e.whole() || items.allWithdrawn() ? MlaStatus.WITHDRAWN : standing.status();
            default -> standing.status();
        };
    }

    private MlaStatus afterReceipt() {
        if (!items.pending().isEmpty()) {
            return MlaStatus.PARTIALLY_EXECUTED;
        }
        return transfers.allConfirmed() ? MlaStatus.RECEIPT_CONFIRMED : MlaStatus.EVIDENCE_TRANSMITTED;
    }

    private void says(MlaContents said) {
        contents = said;
        items = LineItems.of(said.items().keySet());
    }

    private boolean isByRequestingSide(Act act) {
        return contents != null && contents.from().equals(Handling.sideOf(act));
    }
}
