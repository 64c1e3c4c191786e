package org.comity.command.mla;

import org.comity.api.Act;
import org.comity.api.Refused;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaRequestEvent.*;
import org.comity.law.lifecycle.MlaCourse;
import org.comity.law.lifecycle.MlaRequestLife;

/**
 * What must hold beyond the table before an event may follow upon a life; one sentence each, judged alike for what is asked
 * today and, when a correction is proposed, for what was recorded before.
 */
final class MlaRequestRules {
    private MlaRequestRules() {}

    static void check(MlaRequestLife life, MlaRequestEvent event, Act act) {
        moment(life.now(), act);
        MlaCourse now = life.now();
        switch (event) {
            case RequestDrafted e -> WritingRules.contents(e.contents());
            case IncomingRequestRecorded e -> WritingRules.incoming(e, act);
            case DraftAmended e -> WritingRules.contents(e.contents());
            case ReceiptAcknowledged e -> WritingRules.receipt(now, e, act);
            case RequestReturnedIncomplete e -> WritingRules.returned(e);
            case AdditionalInformationRequested e -> WritingRules.round(now, e.round(), e.items());
            case FurtherInformationRequested e -> WritingRules.round(now, e.round(), e.items());
            case AdditionalInformationProvided e -> WritingRules.answer(now, e);
            case InformationDeadlineLapsed e -> WritingRules.lapse(now, e, act);
            case ConditionsProposed e -> DecisionRules.conditions(now, e);
            case ConditionsAccepted e -> DecisionRules.conditionsWait(now);
            case ConditionsDeclined e -> DecisionRules.conditionsWait(now);
            case RequestAccepted e -> DecisionRules.acceptance(now, e);
            case RequestRefused e -> DecisionRules.refusal(now, e);
            case ExecutionPostponed e -> DecisionRules.postponement(now, e, act);
            case PostponementReviewed e -> DecisionRules.review(e.review(), act);
            case ExecutionStarted e -> DecisionRules.notAfter(e.servedAt(), "servedAt", act);
            case LineItemConcluded e -> DecisionRules.conclusion(now, e, act);
            case ExecutionCompleted e -> DecisionRules.completion(now);
            case PartialExecutionDeclared e -> DecisionRules.partialExecution(now, e);
            case RemainderResumed e -> DecisionRules.remainder(now, e);
            case EvidenceTransmitted e -> EvidenceRules.transfer(now, e);
            case EvidenceReceiptConfirmed e -> EvidenceRules.open(now, e.transfer());
            case EvidenceDiscrepancyReported e -> EvidenceRules.open(now, e.transfer());
            case EvidenceRetransmitted e -> EvidenceRules.retransfer(now, e);
            case LateMaterialReceived e -> EvidenceRules.fresh(now, e.transfer());
            case RequestClosed e -> ClosingRules.closing(now);
            case RequestWithdrawn e -> ClosingRules.withdrawal(now, e);
            case RequestReopened e -> ClosingRules.reopening(now, e, act);
            case RemedyLodged e -> DecisionRules.notAfter(e.filedAt(), "filedAt", act);
            case RemedyDecided e -> ClosingRules.remedy(now);
            case FormalConfirmationSubmitted e -> DecisionRules.notAfter(e.receivedAt(), "receivedAt", act);
            case RequestSealed e -> ProtectionRules.sealing(e, act);
            case RequestUnsealed e -> ProtectionRules.unsealing(now);
            case PersonalDataErased e -> ProtectionRules.erasure(now, e);
            case LegalHoldPlaced e -> ProtectionRules.known(now, e.person());
            case LegalHoldLifted e -> ProtectionRules.lift(now, e);
            case RequestAssigned e -> ProtectionRules.assignment(now, e);
            case AssignmentEnded e -> ProtectionRules.unassignment(now, e, act);
            case EventCorrected e -> CorrectionRules.correction(life, e, act);
            // For these the table says all.
            case DraftDiscarded e -> {}
            case RequestApproved e -> {}
            case ApprovalRevoked e -> {}
            case RequestTransmitted e -> {}
            case TransmissionFailed e -> {}
            case MisdirectionDeclared e -> {}
            case RequestForwarded e -> {}
            case RequestResent e -> {}
            case RequestResubmitted e -> {}
            case ConsultationOpened e -> {}
            case ConsultationConcluded e -> {}
            case PostponementLifted e -> {}
            case DelayReported e -> {}
            case WithdrawalAcknowledged e -> {}
            case ProgressAsked e -> {}
            case ProgressGiven e -> {}
            case NoteAdded e -> {}
            case Proposed e -> {}
            case ProposalDeclined e -> {}
        }
    }

    /** Nothing is said of the future, and nothing of a time before the request. */
    private static void moment(MlaCourse now, Act act) {
        if (act.occurredAt().isAfter(act.receivedAt())) {
            throw Refused.unacceptable(
                            "mla.act-in-the-future", "act.occurredAt", "An act cannot be recorded before it happens.")
                    .from("audit rule");
        }
        if (now.beganAt() != null && act.occurredAt().isBefore(now.beganAt())) {
            throw Refused.unacceptable(
                            "mla.act-before-the-request",
                            "act.occurredAt",
                            "The act lies before the request itself, which began at " + now.beganAt() + ".")
                    .from("audit rule");
        }
    }
}
