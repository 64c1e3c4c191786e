package org.comity.command.mla;

import java.util.List;
import org.comity.api.Act;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestCommand.*;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.command.request.LawRules;
import org.comity.command.request.Moments;
import org.comity.law.lifecycle.MlaCourse;
import org.jspecify.annotations.Nullable;

/** Which event each command gives, if the rules let it. */
final class MlaRequestAnswer {
    private MlaRequestAnswer() {}

    static MlaRequestEvent to(MlaRequestCommand command, MlaCourse now, Act act) {
        return switch (command) {
            case Draft c -> new MlaRequestEvent.RequestDrafted(c.id(), c.contents());
            case RecordIncoming c ->
                new MlaRequestEvent.IncomingRequestRecorded(
                        c.id(),
                        c.contents(),
                        c.sender(),
                        c.addressee(),
                        c.channel(),
                        c.theirReference(),
                        c.dispatchedAt(),
                        c.letter());
            case AmendDraft c ->
                new MlaRequestEvent.DraftAmended(
                        c.id(), now.draftVersion() + 1, known(now.contents()).amended(c));
            case DiscardDraft c -> new MlaRequestEvent.DraftDiscarded(c.id(), c.reason());
            case Approve c ->
                new MlaRequestEvent.RequestApproved(c.id(), c.remark(), LawRules.relation(now.contents(), null, act));
            case RevokeApproval c -> new MlaRequestEvent.ApprovalRevoked(c.id(), c.reason());
            case Transmit c -> new MlaRequestEvent.RequestTransmitted(c.id(), c.to(), c.channel());
            case ReportTransmissionFailure c -> new MlaRequestEvent.TransmissionFailed(c.id(), c.reason());
            case AcknowledgeReceipt c ->
                new MlaRequestEvent.ReceiptAcknowledged(c.id(), c.legalReceivedAt(), c.ownReference());
            case DeclareMisdirected c ->
                new MlaRequestEvent.MisdirectionDeclared(c.id(), c.reason(), c.rightAuthority());
            case Forward c -> new MlaRequestEvent.RequestForwarded(c.id(), c.to(), c.channel());
            case Resend c -> new MlaRequestEvent.RequestResent(c.id(), c.to(), c.channel());
            case ReturnIncomplete c ->
                new MlaRequestEvent.RequestReturnedIncomplete(c.id(), c.missing(), c.answerBy(), c.reason());
            case Resubmit c -> new MlaRequestEvent.RequestResubmitted(c.id(), c.to(), c.channel(), c.changes());
            case RequestInformation c ->
                new MlaRequestEvent.AdditionalInformationRequested(
                        c.id(), round(c.round(), now), c.questions(), c.items(), c.answerBy(), c.pausesClock());
            case RequestFurtherInformation c ->
                new MlaRequestEvent.FurtherInformationRequested(
                        c.id(), round(c.round(), now), c.questions(), c.items(), c.answerBy(), c.pausesClock());
            case ProvideInformation c ->
                new MlaRequestEvent.AdditionalInformationProvided(c.id(), answered(c, now), c.answers(), c.complete());
            case LapseInformationDeadline c ->
                new MlaRequestEvent.InformationDeadlineLapsed(c.id(), c.to(), c.reason());
            case OpenConsultation c -> new MlaRequestEvent.ConsultationOpened(c.id(), c.subject(), c.text());
            case ConcludeConsultation c ->
                new MlaRequestEvent.ConsultationConcluded(c.id(), c.outcome(), c.agreed(), c.minutes());
            case ProposeConditions c ->
                new MlaRequestEvent.ConditionsProposed(c.id(), c.conditions(), c.grounds(), c.answerBy());
            case AcceptConditions c -> new MlaRequestEvent.ConditionsAccepted(c.id(), c.remark());
            case DeclineConditions c -> new MlaRequestEvent.ConditionsDeclined(c.id(), c.reason());
            case Accept c ->
                new MlaRequestEvent.RequestAccepted(
                        c.id(),
                        c.scope(),
                        c.conditions(),
                        c.formalConfirmationWithin(),
                        c.executingAuthority(),
                        c.expectedBy());
            case Refuse c ->
                new MlaRequestEvent.RequestRefused(
                        c.id(), c.grounds(), c.items(), c.reason(), c.consultation(), c.review());
            case Postpone c ->
                new MlaRequestEvent.ExecutionPostponed(
                        c.id(), c.grounds(), c.items(), c.reason(), c.consultation(), c.review());
            case ReviewPostponement c -> new MlaRequestEvent.PostponementReviewed(c.id(), c.review(), c.reason());
            case LiftPostponement c -> new MlaRequestEvent.PostponementLifted(c.id(), c.reason());
            case StartExecution c ->
                new MlaRequestEvent.ExecutionStarted(c.id(), c.order(), c.provider(), c.servedAt());
            case ReportDelay c -> new MlaRequestEvent.DelayReported(c.id(), c.newEstimate(), c.clock(), c.reason());
            case ConcludeLineItem c ->
                new MlaRequestEvent.LineItemConcluded(
                        c.id(), c.items(), c.grounds(), c.reason(), c.review(), c.consultation());
            case CompleteExecution c -> new MlaRequestEvent.ExecutionCompleted(c.id(), c.remark());
            case DeclarePartialExecution c ->
                new MlaRequestEvent.PartialExecutionDeclared(c.id(), c.open(), c.reason());
            case ResumeRemainder c ->
                new MlaRequestEvent.RemainderResumed(
                        c.id(), c.items().isEmpty() ? now.items().pending() : c.items());
            case TransmitEvidence c ->
                new MlaRequestEvent.EvidenceTransmitted(
                        c.id(),
                        c.transfer(),
                        c.items().isEmpty() ? now.items().done() : c.items(),
                        c.manifest(),
                        c.container(),
                        c.seal(),
                        c.conditions());
            case ConfirmEvidenceReceipt c ->
                new MlaRequestEvent.EvidenceReceiptConfirmed(c.id(), c.transfer(), c.remark());
            case ReportEvidenceDiscrepancy c ->
                new MlaRequestEvent.EvidenceDiscrepancyReported(
                        c.id(), c.transfer(), c.files(), c.quarantine(), c.remark());
            case RetransmitEvidence c ->
                new MlaRequestEvent.EvidenceRetransmitted(
                        c.id(), c.transfer(), c.supersedes(), c.cause(), c.manifest(), c.container(), c.seal());
            case Close c -> new MlaRequestEvent.RequestClosed(c.id(), c.outcome(), c.reason(), c.retentionReview());
            case Withdraw c ->
                new MlaRequestEvent.RequestWithdrawn(c.id(), c.whole(), c.items(), c.reason(), c.material());
            case AcknowledgeWithdrawal c -> new MlaRequestEvent.WithdrawalAcknowledged(c.id(), c.material());
            case RecordLateMaterial c ->
                new MlaRequestEvent.LateMaterialReceived(c.id(), c.transfer(), c.manifest(), c.reason());
            case Reopen c -> new MlaRequestEvent.RequestReopened(c.id(), c.to(), c.reason());
            case LodgeRemedy c -> new MlaRequestEvent.RemedyLodged(c.id(), c.court(), c.filedAt(), c.effect());
            case DecideRemedy c -> new MlaRequestEvent.RemedyDecided(c.id(), c.court(), c.effect(), c.result());
            case Seal c -> new MlaRequestEvent.RequestSealed(c.id(), c.level(), c.readers(), c.review(), c.basis());
            case ConfirmSeal c -> new MlaRequestEvent.SealConfirmed(c.id());
            case Unseal c -> new MlaRequestEvent.RequestUnsealed(c.id(), c.reason());
            case SubmitFormalConfirmation c ->
                new MlaRequestEvent.FormalConfirmationSubmitted(c.id(), c.document(), c.receivedAt());
            case AskProgress c -> new MlaRequestEvent.ProgressAsked(c.id(), c.text());
            case GiveProgress c -> new MlaRequestEvent.ProgressGiven(c.id(), c.text());
            case CorrectEvent c ->
                new MlaRequestEvent.EventCorrected(
                        c.id(), c.event(), c.action(), c.field(), c.value(), c.reason(), c.proof());
            case ErasePersonalData c ->
                new MlaRequestEvent.PersonalDataErased(
                        c.id(), c.person(), c.fields(), c.basis(), Moments.backupsGoneBy(act));
            case RestrictProcessing c ->
                new MlaRequestEvent.ProcessingRestricted(c.id(), c.person(), c.ground(), c.thenErase(), c.basis());
            case LiftRestriction c -> new MlaRequestEvent.RestrictionLifted(c.id(), c.person(), c.basis());
            case AnswerPerson c ->
                new MlaRequestEvent.PersonAnswered(
                        c.id(), c.person(), c.decision(), c.toldAt(), c.channel(), c.text(), c.notToldBecause());
            case PlaceLegalHold c -> new MlaRequestEvent.LegalHoldPlaced(c.id(), c.person(), c.fields(), c.basis());
            case LiftLegalHold c -> new MlaRequestEvent.LegalHoldLifted(c.id(), c.person(), c.fields(), c.basis());
            case Assign c ->
                new MlaRequestEvent.RequestAssigned(
                        c.id(), c.person(), c.office(), c.items(), c.from(), c.until(), c.reason());
            case Unassign c ->
                new MlaRequestEvent.AssignmentEnded(c.id(), c.person(), c.office(), c.items(), c.reason());
            case Note c -> new MlaRequestEvent.NoteAdded(c.id(), c.text());
            case Confirm c -> throw new IllegalArgumentException("a confirmation gives the event of what was proposed");
            case Decline c -> new MlaRequestEvent.ProposalDeclined(c.id(), c.proposal(), c.reason());
        };
    }

    private static MlaContents known(@Nullable MlaContents contents) {
        if (contents == null) {
            throw new IllegalStateException("the table lets nobody amend what is not there");
        }
        return contents;
    }

    private static int round(@Nullable Integer named, MlaCourse now) {
        return named != null ? named : now.rounds().next();
    }

    /** The rounds that an answer names, by number or by what it answers; the only open one needs no name. */
    private static List<Integer> answered(ProvideInformation c, MlaCourse now) {
        if (!c.rounds().isEmpty()) {
            return c.rounds();
        }
        List<Integer> open = now.rounds().open();
        return c.answers().isEmpty() && open.size() == 1
                ? open
                : List.copyOf(c.answers().keySet());
    }
}
