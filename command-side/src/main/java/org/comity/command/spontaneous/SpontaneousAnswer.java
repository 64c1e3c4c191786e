package org.comity.command.spontaneous;

import org.comity.api.Act;
import org.comity.api.spontaneous.SpontaneousCommand;
import org.comity.api.spontaneous.SpontaneousCommand.*;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.api.spontaneous.SpontaneousEvent.*;
import org.comity.command.request.Moments;

/** Which event each command gives, if the rules let it. */
final class SpontaneousAnswer {
    private SpontaneousAnswer() {}

    static SpontaneousEvent to(SpontaneousCommand command, Act act) {
        return switch (command) {
            case Offer c -> new InformationOffered(c.id(), c.contents());
            case RecordIncoming c ->
                new IncomingInformationRecorded(
                        c.id(),
                        c.contents(),
                        c.material(),
                        c.sender(),
                        c.addressee(),
                        c.channel(),
                        c.theirReference(),
                        c.dispatchedAt(),
                        c.letter());
            case AcceptConditions c -> new ConditionsAccepted(c.id(), c.remark());
            case DeclineConditions c -> new ConditionsDeclined(c.id(), c.reason());
            case Transmit c -> new InformationTransmitted(c.id(), c.to(), c.channel(), c.material());
            case AcknowledgeReceipt c -> new ReceiptAcknowledged(c.id(), c.legalReceivedAt(), c.ownReference());
            case NotifyExculpatoryDisclosure c ->
                new ExculpatoryDisclosureNotified(c.id(), c.notice(), c.disclosureOn());
            case LinkToRequest c -> new LinkedToRequest(c.id(), c.request());
            case Close c -> new SpontaneousEvent.Closed(c.id(), c.outcome(), c.reason(), c.retentionReview());
            case Seal c -> new InformationSealed(c.id(), c.level(), c.readers(), c.review(), c.basis());
            case ConfirmSeal c -> new SpontaneousEvent.SealConfirmed(c.id());
            case Unseal c -> new InformationUnsealed(c.id(), c.reason());
            case CorrectEvent c ->
                new EventCorrected(c.id(), c.event(), c.action(), c.field(), c.value(), c.reason(), c.proof());
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
            case Assign c -> new InformationAssigned(c.id(), c.person(), c.office(), c.from(), c.until(), c.reason());
            case Unassign c -> new AssignmentEnded(c.id(), c.person(), c.office(), c.reason());
            case Note c -> new NoteAdded(c.id(), c.text());
            case Confirm c -> throw new IllegalArgumentException("a confirmation gives the event of what was proposed");
            case Decline c -> new SpontaneousEvent.ProposalDeclined(c.id(), c.proposal(), c.reason());
        };
    }
}
