package org.comity.api.spontaneous;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.comity.api.AnswerToPerson;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.CorrectionAction;
import org.comity.api.Digest;
import org.comity.api.Form;
import org.comity.api.Label;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonId;
import org.comity.api.PersonRef;
import org.comity.api.Personal;
import org.comity.api.Proof;
import org.comity.api.RequestEvent;
import org.comity.api.RestrictionGround;
import org.comity.api.SpontaneousId;
import org.comity.api.directory.AuthorityId;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to spontaneous information. */
public sealed interface SpontaneousEvent extends RequestEvent {
    @Override
    SpontaneousId id();

    /** The receiver was told that there is information, and of what nature. */
    record InformationOffered(SpontaneousId id, SpontaneousContents contents)
            implements SpontaneousEvent, RequestEvent.Written {}

    /** The information of an authority that is not connected came by letter. */
    record IncomingInformationRecorded(
            SpontaneousId id,
            SpontaneousContents contents,
            SpontaneousMaterial material,
            @Nullable AuthorityId sender,
            @Nullable AuthorityId addressee,
            @Nullable Channel channel,
            @Nullable Label theirReference,
            @Nullable Instant dispatchedAt,
            Digest letter)
            implements SpontaneousEvent, RequestEvent.TakenIn {}

    /** The conditions of the offer bind. */
    record ConditionsAccepted(
            SpontaneousId id,
            @Form(Form.Kind.TEXT) @Nullable Personal remark) implements SpontaneousEvent {}

    /** The receiver cannot keep the conditions; the sender decides whether to send all the same. */
    record ConditionsDeclined(
            SpontaneousId id, @Form(Form.Kind.TEXT) Personal reason) implements SpontaneousEvent {}

    /** The information left for an authority of the receiving State. */
    record InformationTransmitted(SpontaneousId id, AuthorityId to, Channel channel, SpontaneousMaterial material)
            implements SpontaneousEvent, RequestEvent.Sent {}

    /** The receiver has the information in hand. */
    record ReceiptAcknowledged(
            SpontaneousId id,
            @Nullable Instant legalReceivedAt,
            @Nullable Label ownReference) implements SpontaneousEvent, RequestEvent.Received {}

    /** The sender was told that something of it is to be disclosed to the defense. */
    record ExculpatoryDisclosureNotified(
            SpontaneousId id,
            @Form(Form.Kind.TEXT) Personal notice,
            @Nullable LocalDate disclosureOn) implements SpontaneousEvent {}

    /** The receiver made a request for assistance because of it. */
    record LinkedToRequest(SpontaneousId id, MlaRequestId request) implements SpontaneousEvent {}

    /** One side closed it, and with that it is closed. */
    record Closed(
            SpontaneousId id,
            @Nullable Code outcome,
            @Form(Form.Kind.TEXT) @Nullable Personal reason,
            @Nullable LocalDate retentionReview)
            implements SpontaneousEvent, RequestEvent.Closed {}

    /** The existence of the information is hidden from all but the named readers. */
    record InformationSealed(
            SpontaneousId id,
            @Nullable Label level,
            List<PersonId> readers,
            @Nullable LocalDate review,
            @Form(Form.Kind.TEXT) @Nullable Personal basis)
            implements SpontaneousEvent, RequestEvent.Sealed {
        public InformationSealed {
            readers = List.copyOf(readers);
        }
    }

    /** A second person stands for the sealing, too. */
    record SealConfirmed(SpontaneousId id) implements SpontaneousEvent, RequestEvent.SealConfirmed {}

    /** It is no longer hidden. */
    record InformationUnsealed(
            SpontaneousId id, @Form(Form.Kind.TEXT) Personal reason)
            implements SpontaneousEvent, RequestEvent.Unsealed {}

    /** An earlier event has another value, or is void; the earlier event stays in the log. */
    record EventCorrected(
            SpontaneousId id,
            UUID corrects,
            CorrectionAction action,
            @Nullable Label field,
            @Nullable Object value,
            @Form(Form.Kind.TEXT) @Nullable Personal reason,
            @Nullable Proof proof)
            implements SpontaneousEvent, RequestEvent.Corrected {}

    /** The key of a person is to be destroyed; what was sealed with it cannot be read again. */
    record PersonalDataErased(
            SpontaneousId id,
            PersonRef person,
            List<Label> fields,
            @Nullable Label basis,
            LocalDate backupsGoneBy) implements SpontaneousEvent, RequestEvent.Erased {
        public PersonalDataErased {
            fields = List.copyOf(fields);
        }
    }

    /** What is known of a person is kept and withheld from ordinary readers. */
    record ProcessingRestricted(
            SpontaneousId id,
            PersonRef person,
            RestrictionGround ground,
            boolean thenErase,
            @Nullable Label basis) implements SpontaneousEvent, RequestEvent.Restricted {}

    /** What is known of a person is shown again. */
    record RestrictionLifted(
            SpontaneousId id, PersonRef person, @Nullable Label basis)
            implements SpontaneousEvent, RequestEvent.RestrictionEnded {}

    /** The person was told what was decided, or it was decided not to tell. */
    record PersonAnswered(
            SpontaneousId id,
            PersonRef person,
            AnswerToPerson decision,
            @Nullable Instant toldAt,
            @Nullable Channel channel,

            @Form(value = Form.Kind.TEXT, outlivesErasure = true) @Nullable
            Personal text,

            @Form(value = Form.Kind.TEXT, outlivesErasure = true) @Nullable
            Personal notToldBecause)
            implements SpontaneousEvent, RequestEvent.Answered {}

    /** Erasure is forbidden while the hold stands. */
    record LegalHoldPlaced(
            SpontaneousId id,
            @Nullable PersonRef person,
            List<Label> fields,
            @Nullable Label basis) implements SpontaneousEvent, RequestEvent.HoldPlaced {
        public LegalHoldPlaced {
            fields = List.copyOf(fields);
        }
    }

    /** The hold has ended. */
    record LegalHoldLifted(
            SpontaneousId id,
            @Nullable PersonRef person,
            List<Label> fields,
            @Nullable Label basis) implements SpontaneousEvent, RequestEvent.HoldLifted {
        public LegalHoldLifted {
            fields = List.copyOf(fields);
        }
    }

    /** A person or office of one side works on it. */
    record InformationAssigned(
            SpontaneousId id,
            @Nullable PersonId person,
            @Nullable AuthorityId office,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Form(Form.Kind.TEXT) @Nullable Personal reason)
            implements SpontaneousEvent, RequestEvent.Assigned {}

    /** An assignment ended. */
    record AssignmentEnded(
            SpontaneousId id,
            @Nullable PersonId person,
            @Nullable AuthorityId office,
            @Form(Form.Kind.TEXT) @Nullable Personal reason)
            implements SpontaneousEvent, RequestEvent.Unassigned {}

    /** One side added a note for itself. */
    record NoteAdded(SpontaneousId id, @Form(Form.Kind.TEXT) Personal text)
            implements SpontaneousEvent, RequestEvent.Noted {}

    /**
     * A command that needs two persons was judged in full and waits for the second one.
     *
     * @param command name of the command, such as {@code unseal}
     * @param body the command as JSON, its personal values sealed
     * @param lapsesAt when the proposal is void
     */
    record Proposed(SpontaneousId id, UUID proposal, Code command, String body, Instant lapsesAt)
            implements SpontaneousEvent, RequestEvent.Proposed {}

    /** A second person declined what a first one had proposed. */
    record ProposalDeclined(
            SpontaneousId id,
            UUID proposal,
            @Form(Form.Kind.TEXT) Personal reason) implements SpontaneousEvent, RequestEvent.ProposalDeclined {}
}
