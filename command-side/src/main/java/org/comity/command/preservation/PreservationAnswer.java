package org.comity.command.preservation;

import org.comity.api.Act;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationCommand.*;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationEvent.*;
import org.comity.api.preservation.PreservationScope;
import org.comity.command.request.LawRules;
import org.comity.command.request.Moments;
import org.comity.law.lifecycle.PreservationCourse;

/** Which event each command gives, if the rules let it. */
final class PreservationAnswer {
    private PreservationAnswer() {}

    static PreservationEvent to(PreservationCommand command, PreservationCourse now, Act act) {
        return switch (command) {
            case Draft c -> new PreservationDrafted(c.id(), c.contents());
            case RecordIncoming c ->
                new IncomingPreservationRecorded(
                        c.id(),
                        c.contents(),
                        c.sender(),
                        c.addressee(),
                        c.channel(),
                        c.theirReference(),
                        c.dispatchedAt(),
                        c.letter());
            case Approve c ->
                new PreservationApproved(
                        c.id(),
                        c.remark(),
                        now.people().drafters().contains(act.actor().person()),
                        LawRules.relation(now.contents(), now.requested(), act));
            case DiscardDraft c -> new DraftDiscarded(c.id(), c.reason());
            case Transmit c ->
                new PreservationTransmitted(
                        c.id(), c.to(), c.channel(), LawRules.relation(now.contents(), now.requested(), act));
            case AcknowledgeReceipt c ->
                new PreservationReceiptAcknowledged(c.id(), c.legalReceivedAt(), c.ownReference());
            case DeclareMisdirected c ->
                new MisdirectionDeclared(c.id(), c.reason(), c.likelyState(), c.rightAuthority());
            case Forward c -> new PreservationForwarded(c.id(), c.to(), c.channel());
            case ReturnIncomplete c ->
                new PreservationReturnedIncomplete(c.id(), c.missing(), c.answerBy(), c.reason());
            case Resubmit c -> new PreservationResubmitted(c.id(), c.to(), c.channel(), c.changes());
            case RequestInformation c ->
                new AdditionalInformationRequested(
                        c.id(), c.round() != null ? c.round() : now.rounds().next(), c.questions(), c.answerBy());
            case ProvideInformation c ->
                new AdditionalInformationProvided(
                        c.id(), c.rounds().isEmpty() ? now.rounds().open() : c.rounds(), c.answers());
            case WarnOfRisk c -> new PreservationRiskWarned(c.id(), c.reason());
            case ConfirmProceeding c -> new ProceedConfirmed(c.id(), c.reason());
            case Refuse c ->
                new PreservationRefused(c.id(), c.grounds(), c.reason(), c.consultation(), c.offenceKind());
            case Order c -> new PreservationOrdered(c.id(), c.order(), c.provider(), c.servedAt(), c.secrecy());
            case ConfirmPreservation c -> confirmed(c);
            case ReportNothingToPreserve c -> new NothingToPreserve(c.id(), c.reason());
            case DiscloseTrafficPath c -> new TrafficPathDisclosed(c.id(), c.providers(), c.withheld());
            case RequestExtension c -> new ExtensionRequested(c.id(), c.until(), c.reason());
            case Extend c ->
                new PreservationExtended(
                        c.id(), c.expiresAt(), c.rule(), now.term().extensions() + 1);
            case RefuseExtension c -> new ExtensionRefused(c.id(), c.reason());
            case DecideFollowUp c -> new FollowUpDecided(c.id(), c.request(), c.outcome());
            case ReportDataStillHeld c -> new DataStillHeldReported(c.id(), c.remark());
            case RequestRelease c -> new ReleaseRequested(c.id(), c.reason());
            case Withdraw c -> new PreservationWithdrawn(c.id(), c.reason());
            case Close c -> new PreservationClosed(c.id(), c.outcome(), c.reason(), c.retentionReview());
            case Seal c -> new PreservationSealed(c.id(), c.level(), c.readers(), c.review(), c.basis());
            case ConfirmSeal c -> new PreservationEvent.SealConfirmed(c.id());
            case Unseal c -> new PreservationUnsealed(c.id(), c.reason());
            case CorrectEvent c ->
                new EventCorrected(
                        c.id(), c.event(), c.action(), c.field(), c.value(), c.reason(), c.proof(), null, null);
            case ErasePersonalData c ->
                new PersonalDataErased(c.id(), c.person(), c.fields(), c.basis(), Moments.backupsGoneBy(act));
            case RestrictProcessing c ->
                new ProcessingRestricted(c.id(), c.person(), c.ground(), c.thenErase(), c.basis());
            case LiftRestriction c -> new RestrictionLifted(c.id(), c.person(), c.basis());
            case AnswerPerson c ->
                new PersonAnswered(
                        c.id(), c.person(), c.decision(), c.toldAt(), c.channel(), c.text(), c.notToldBecause());
            case PlaceLegalHold c -> new LegalHoldPlaced(c.id(), c.person(), c.fields(), c.basis());
            case LiftLegalHold c -> new LegalHoldLifted(c.id(), c.person(), c.fields(), c.basis());
            case Assign c -> new PreservationAssigned(c.id(), c.person(), c.office(), c.from(), c.until(), c.reason());
            case Unassign c -> new AssignmentEnded(c.id(), c.person(), c.office(), c.reason());
            case Note c -> new NoteAdded(c.id(), c.text());
            case LinkFollowUp c -> throw byItself();
            case RejudgeFollowUp c -> throw byItself();
            case WithdrawFollowUp c -> throw byItself();
            case Expire c -> throw byItself();
            case Confirm c -> throw new IllegalArgumentException("a confirmation gives the event of what was proposed");
            case Decline c -> new ProposalDeclined(c.id(), c.proposal(), c.reason());
        };
    }

    private static IllegalArgumentException byItself() {
        return new IllegalArgumentException("what happens by itself is answered by the rules of the hold");
    }

    private static PreservationEvent confirmed(ConfirmPreservation c) {
        return c.scope() == PreservationScope.PART
                ? new PreservationConfirmedInPart(
                        c.id(),
                        c.preservedFrom(),
                        c.categories(),
                        c.providerReference(),
                        c.expiresAt(),
                        c.rule(),
                        c.remark())
                : new PreservationConfirmed(
                        c.id(),
                        c.preservedFrom(),
                        c.categories(),
                        c.providerReference(),
                        c.expiresAt(),
                        c.rule(),
                        c.remark());
    }
}
