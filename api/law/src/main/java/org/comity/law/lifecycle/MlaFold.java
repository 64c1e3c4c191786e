package org.comity.law.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.comity.api.Act;
import org.comity.api.Fact;
import org.comity.api.MlaRequestId;
import org.comity.api.Office;
import org.comity.api.PersonRef;
import org.comity.api.directory.AuthorityId;
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
    private int draftVersion;
    private @Nullable Instant beganAt;
    private Journey journey;
    private @Nullable Instant legalReceivedAt;
    private People people;
    private LineItems items;
    private Transfers transfers;
    private Rounds rounds;
    private Confirmation confirmation;
    private @Nullable LocalDate review;
    private boolean conditionsProposed;
    private boolean conditionsInForce;
    private int remedies;
    private boolean closedByRequested;
    private @Nullable Seal seal;
    private Holds holds;
    private final Set<PersonRef> erased;
    private final List<Assignment> assignments;
    private Proposals proposals;

    MlaFold(MlaCourse before) {
        id = before.id();
        standing = before.standing();
        contents = before.contents();
        draftVersion = before.draftVersion();
        beganAt = before.beganAt();
        journey = before.journey();
        legalReceivedAt = before.legalReceivedAt();
        people = before.people();
        items = before.items();
        transfers = before.transfers();
        rounds = before.rounds();
        confirmation = before.confirmation();
        review = before.review();
        conditionsProposed = before.conditionsProposed();
        conditionsInForce = before.conditionsInForce();
        remedies = before.remedies();
        closedByRequested = before.closedByRequested();
        seal = before.seal();
        holds = before.holds();
        erased = new HashSet<>(before.erased());
        assignments = new ArrayList<>(before.assignments());
        proposals = before.proposals();
    }

    MlaCourse after(Fact<MlaRequestEvent> fact) {
        MlaRequestEvent event = fact.event();
        Act act = fact.act();
        if (beganAt == null) {
            id = event.id();
            beganAt = event instanceof IncomingRequestRecorded e && e.dispatchedAt() != null
                    ? e.dispatchedAt()
                    : act.occurredAt();
        }
        change(event, act);
        stand(event, act);
        return new MlaCourse(
                id,
                standing,
                contents,
                draftVersion,
                beganAt,
                journey,
                legalReceivedAt,
                people,
                items,
                transfers,
                rounds,
                confirmation,
                review,
                conditionsProposed,
                conditionsInForce,
                remedies,
                closedByRequested,
                seal,
                holds,
                erased,
                assignments,
                proposals);
    }

    private void change(MlaRequestEvent event, Act act) {
        switch (event) {
            case RequestDrafted e -> {
                says(e.contents());
                people = people.drafted(act.actor().person());
            }
            case IncomingRequestRecorded e -> {
                says(e.contents());
                Office office = act.actor().office();
                if (e.addressee() != null) {
                    journey = journey.sent(e.sender(), e.addressee(), e.channel(), e.dispatchedAt());
                } else if (office != null) {
                    journey = journey.sent(e.sender(), office.id(), e.channel(), e.dispatchedAt());
                }
            }
            case DraftAmended e -> {
                says(e.contents());
                draftVersion = e.version();
                people = people.drafted(act.actor().person());
            }
            case RequestApproved e -> people = people.approved(act.actor().person());
            case ApprovalRevoked e -> people = people.approved(null);
            case RequestTransmitted e -> journey = journey.sent(sender(act), e.to(), e.channel(), act.occurredAt());
            case RequestResent e -> journey = journey.sent(sender(act), e.to(), e.channel(), act.occurredAt());
            case RequestResubmitted e -> journey = journey.sent(sender(act), e.to(), e.channel(), act.occurredAt());
            case TransmissionFailed e -> journey = journey.failed();
            case RequestForwarded e -> journey = journey.forwarded(e.to(), e.channel());
            case ReceiptAcknowledged e -> legalReceivedAt = e.legalReceivedAt();
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
            case ExecutionPostponed e -> review = e.review();
            case PostponementReviewed e -> review = e.review();
            case PostponementLifted e -> review = null;
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
            case RequestClosed e -> {
                people = people.closed(act.actor().person());
                closedByRequested |= !isByRequestingSide(act);
            }
            case RequestReopened e -> {
                closedByRequested = false;
                if (e.to() != MlaStatus.EVIDENCE_TRANSMITTED) {
                    items = items.reopened();
                }
            }
            case RemedyLodged e -> remedies++;
            case RemedyDecided e -> remedies = Math.max(0, remedies - 1);
            case RequestSealed e ->
                seal = Seal.of(e.level(), e.readers(), e.review(), act.actor().person());
            case RequestUnsealed e -> {
                seal = null;
                proposals = proposals.after("unseal", act);
            }
            case EventCorrected e -> proposals = proposals.after("correct-event", act);
            case PersonalDataErased e -> {
                erased.add(e.person());
                proposals = proposals.after("erase-personal-data", act);
            }
            case LegalHoldPlaced e -> holds = holds.placed(e.person());
            case LegalHoldLifted e -> holds = holds.lifted(e.person());
            case RequestAssigned e ->
                assignments.add(new Assignment(MlaRequestLife.side(act), e.person(), e.office(), e.items()));
            case AssignmentEnded e ->
                assignments.remove(new Assignment(MlaRequestLife.side(act), e.person(), e.office(), e.items()));
            case Proposed e ->
                proposals = proposals.with(
                        new Proposals.Proposal(e.proposal(), e.command().value(), e.body(), act, e.lapsesAt()));
            case ProposalDeclined e -> proposals = proposals.without(e.proposal());
            // These change the status alone, or add to the record alone.
            case DraftDiscarded e -> {}
            case MisdirectionDeclared e -> {}
            case RequestReturnedIncomplete e -> {}
            case ExecutionStarted e -> {}
            case DelayReported e -> {}
            case ExecutionCompleted e -> {}
            case PartialExecutionDeclared e -> {}
            case WithdrawalAcknowledged e -> {}
            case ProgressAsked e -> {}
            case ProgressGiven e -> {}
            case NoteAdded e -> {}
        }
    }

    private void stand(MlaRequestEvent event, Act act) {
        if (event instanceof Proposed || event instanceof ProposalDeclined) {
            return;
        }
        if (event instanceof RequestClosed && !isByRequestingSide(act)) {
            return;
        }
        standing =
                standing.after(MlaRequestLife.TABLE.rowOfEvent(event.getClass().getSimpleName()), said(event));
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
        return contents != null && contents.from().equals(MlaRequestLife.side(act));
    }

    private static @Nullable AuthorityId sender(Act act) {
        Office office = act.office();
        return office == null ? null : office.id();
    }
}
