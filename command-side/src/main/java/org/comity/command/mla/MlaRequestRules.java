package org.comity.command.mla;

import org.comity.api.Act;
import org.comity.api.RequestEvent;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaRequestEvent.*;
import org.comity.command.request.CommonRules;
import org.comity.command.request.LawRules;
import org.comity.command.request.Moments;
import org.comity.law.lifecycle.MlaCourse;
import org.comity.law.lifecycle.MlaRequestLife;

/**
 * What must hold beyond the table before an event may follow upon a life; one sentence each, judged alike for what is asked
 * today and, when a correction is proposed, for what was recorded before.
 */
final class MlaRequestRules {
    private MlaRequestRules() {}

    static void check(MlaRequest rules, MlaRequestLife life, MlaRequestEvent event, Act act) {
        CommonRules.check(rules, life, event, act);
        MlaCourse now = life.now();
        switch (event) {
            case RequestDrafted e -> WritingRules.measures(e.contents());
            case IncomingRequestRecorded e -> WritingRules.measures(e.contents());
            case DraftAmended e -> WritingRules.measures(e.contents());
            case RequestApproved e -> {
                LawRules.bound(e.relation());
                LawRules.complete(now.contents());
            }
            case RequestTransmitted e -> LawRules.complete(now.contents());
            case RequestReturnedIncomplete e -> WritingRules.returned(now, e);
            case AdditionalInformationRequested e -> WritingRules.round(now, e, e.items());
            case FurtherInformationRequested e -> WritingRules.round(now, e, e.items());
            case AdditionalInformationProvided e -> WritingRules.answer(now, e);
            case InformationDeadlineLapsed e -> WritingRules.lapse(now, e, act);
            case ConditionsProposed e -> DecisionRules.conditions(now, e, act);
            case ConditionsAccepted e -> DecisionRules.conditionsWait(now);
            case ConditionsDeclined e -> DecisionRules.conditionsWait(now);
            case RequestAccepted e -> DecisionRules.acceptance(now, e);
            case RequestRefused e -> DecisionRules.refusal(life, e, act);
            case ExecutionPostponed e -> DecisionRules.postponement(life, e, act);
            case PostponementReviewed e -> DecisionRules.review(e.review(), act);
            case ExecutionStarted e -> Moments.notAfter(MlaRequestLife.TABLE, e.servedAt(), "servedAt", act);
            case LineItemConcluded e -> DecisionRules.conclusion(life, e, act);
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
            case RemedyLodged e -> Moments.notAfter(MlaRequestLife.TABLE, e.filedAt(), "filedAt", act);
            case RemedyDecided e -> ClosingRules.remedy(now);
            case FormalConfirmationSubmitted e ->
                Moments.notAfter(MlaRequestLife.TABLE, e.receivedAt(), "receivedAt", act);
            case RequestAssigned e -> DecisionRules.knownItems(now, e.items(), "items");
            // For these the table and the rules of every kind say all.
            case RequestEvent.Common e -> {}
            case DraftDiscarded e -> {}
            case MisdirectionDeclared e -> {}
            case ConsultationOpened e -> {}
            case ConsultationConcluded e -> {}
            case PostponementLifted e -> {}
            case DelayReported e -> {}
            case WithdrawalAcknowledged e -> {}
            case ProgressAsked e -> {}
            case ProgressGiven e -> {}
        }
    }
}
