package org.comity.api.preservation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.api.AnswerToPerson;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.ContentCode;
import org.comity.api.CorrectionAction;
import org.comity.api.Digest;
import org.comity.api.Form;
import org.comity.api.GroundCode;
import org.comity.api.InOrder;
import org.comity.api.Label;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonId;
import org.comity.api.PersonRef;
import org.comity.api.Personal;
import org.comity.api.PreservationId;
import org.comity.api.Proof;
import org.comity.api.RequestEvent;
import org.comity.api.RestrictionGround;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.treaty.TreatyAnswer;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a request for the expedited preservation of data. */
public sealed interface PreservationEvent extends RequestEvent {
    @Override
    PreservationId id();

    /** A request was written. */
    record PreservationDrafted(PreservationId id, PreservationContents contents)
            implements PreservationEvent, RequestEvent.Written {}

    /** The request of an authority that is not connected came by message. */
    record IncomingPreservationRecorded(
            PreservationId id,
            PreservationContents contents,
            @Nullable AuthorityId sender,
            @Nullable AuthorityId addressee,
            @Nullable Channel channel,
            @Nullable Label theirReference,
            @Nullable Instant dispatchedAt,
            Digest letter)
            implements PreservationEvent, RequestEvent.TakenIn {}

    /** The request was signed off; flagged if by its own drafter. */
    record PreservationApproved(
            PreservationId id,
            @Form(Form.Kind.TEXT) @Nullable Personal remark,
            boolean selfApproved,
            @Nullable TreatyAnswer relation)
            implements PreservationEvent, RequestEvent.Approved, RequestEvent.Relying {}

    /** The draft was given up before it was sent. */
    record DraftDiscarded(
            PreservationId id,
            @Form(Form.Kind.TEXT) @Nullable Personal reason) implements PreservationEvent {}

    /** The request left for an authority of the requested State. */
    record PreservationTransmitted(
            PreservationId id,
            AuthorityId to,
            Channel channel,
            @Nullable TreatyAnswer relation) implements PreservationEvent, RequestEvent.Sent, RequestEvent.Relying {}

    /** The requested authority has the request in hand. */
    record PreservationReceiptAcknowledged(
            PreservationId id,
            @Nullable Instant legalReceivedAt,
            @Nullable Label ownReference) implements PreservationEvent, RequestEvent.Received {}

    /** A receiver is not competent. */
    record MisdirectionDeclared(
            PreservationId id,
            @Form(Form.Kind.TEXT) Personal reason,
            @Nullable StateCode likelyState,
            @Nullable AuthorityId rightAuthority)
            implements PreservationEvent {}

    /** A misdirected request was passed on. */
    record PreservationForwarded(
            PreservationId id, AuthorityId to, @Nullable Channel channel)
            implements PreservationEvent, RequestEvent.Forwarded {}

    /** The request was sent back for what is missing. */
    record PreservationReturnedIncomplete(
            PreservationId id,
            List<ContentCode> missing,
            @Nullable LocalDate answerBy,
            @Form(Form.Kind.TEXT) @Nullable Personal reason)
            implements PreservationEvent {
        public PreservationReturnedIncomplete {
            missing = List.copyOf(missing);
        }
    }

    /** The completed request was sent again. */
    record PreservationResubmitted(
            PreservationId id,
            AuthorityId to,
            Channel channel,
            @Form(Form.Kind.TEXT) @Nullable Personal changes) implements PreservationEvent, RequestEvent.Sent {}

    /** A round of questions is open. */
    record AdditionalInformationRequested(
            PreservationId id,
            int round,
            @Form(Form.Kind.TEXT) List<Personal> questions,
            @Nullable LocalDate answerBy) implements PreservationEvent, RequestEvent.InformationRequested {
        public AdditionalInformationRequested {
            questions = List.copyOf(questions);
        }
    }

    /** The open round was answered. */
    record AdditionalInformationProvided(
            PreservationId id,
            List<Integer> rounds,
            @Form(Form.Kind.TEXT) Map<Integer, Personal> answers)
            implements PreservationEvent, RequestEvent.InformationProvided {
        public AdditionalInformationProvided {
            rounds = List.copyOf(rounds);
            answers = InOrder.copyOf(answers);
        }
    }

    /** Preservation would fail or leak; the requesting side decides whether to go on. */
    record PreservationRiskWarned(
            PreservationId id, @Form(Form.Kind.TEXT) Personal reason) implements PreservationEvent {}

    /** The requesting side wants the preservation in spite of the risk. */
    record ProceedConfirmed(
            PreservationId id,
            @Form(Form.Kind.TEXT) @Nullable Personal reason) implements PreservationEvent {}

    /** The preservation was refused. */
    record PreservationRefused(
            PreservationId id,
            List<GroundCode> grounds,
            @Form(Form.Kind.TEXT) Personal reason,
            @Nullable Label consultation,
            @Nullable OffenceKind offenceKind)
            implements PreservationEvent {
        public PreservationRefused {
            grounds = List.copyOf(grounds);
        }
    }

    /** The provider was ordered to preserve. */
    record PreservationOrdered(
            PreservationId id,
            @Nullable Label order,
            @Nullable Label provider,
            @Nullable Instant servedAt,
            boolean secrecy)
            implements PreservationEvent {}

    /** All that was asked is held until the stated end. */
    record PreservationConfirmed(
            PreservationId id,
            @Nullable Instant preservedFrom,
            List<Code> categories,
            @Nullable Label providerReference,
            Instant expiresAt,
            @Nullable Code rule,
            @Form(Form.Kind.TEXT) @Nullable Personal remark)
            implements PreservationEvent {
        public PreservationConfirmed {
            categories = List.copyOf(categories);
        }
    }

    /** A part of what was asked is held until the stated end. */
    record PreservationConfirmedInPart(
            PreservationId id,
            @Nullable Instant preservedFrom,
            List<Code> categories,
            @Nullable Label providerReference,
            Instant expiresAt,
            @Nullable Code rule,
            @Form(Form.Kind.TEXT) @Nullable Personal remark)
            implements PreservationEvent {
        public PreservationConfirmedInPart {
            categories = List.copyOf(categories);
        }
    }

    /** There is nothing to preserve. */
    record NothingToPreserve(
            PreservationId id, @Form(Form.Kind.TEXT) Personal reason) implements PreservationEvent {}

    /** Providers in the path of the traffic were named; this opens no right to content. */
    record TrafficPathDisclosed(PreservationId id, List<PathProvider> providers, List<GroundCode> withheld)
            implements PreservationEvent {
        public TrafficPathDisclosed {
            providers = List.copyOf(providers);
            withheld = List.copyOf(withheld);
        }
    }

    /** The requesting side asked for a longer term. */
    record ExtensionRequested(
            PreservationId id,
            @Nullable Instant until,
            @Form(Form.Kind.TEXT) @Nullable Personal reason) implements PreservationEvent {}

    /** The term ends later. */
    record PreservationExtended(
            PreservationId id, Instant expiresAt, @Nullable Code rule, int extension) implements PreservationEvent {}

    /** A longer term was refused; the old end stands. */
    record ExtensionRefused(
            PreservationId id, @Form(Form.Kind.TEXT) Personal reason) implements PreservationEvent {}

    /** The data are held until the MLA request is decided. */
    record FollowUpRequestLinked(PreservationId id, MlaRequestId request, Instant legalReceivedAt)
            implements PreservationEvent {}

    /** The MLA request for which the data were held was withdrawn. */
    record FollowUpWithdrawn(PreservationId id, MlaRequestId request) implements PreservationEvent {}

    /** The MLA request for which the data were held was decided. */
    record FollowUpDecided(PreservationId id, MlaRequestId request, Code outcome) implements PreservationEvent {}

    /** The term ended; the treaty duty lapsed. */
    record PreservationExpired(PreservationId id, Instant expiresAt) implements PreservationEvent {}

    /** The provider still has the data; the duty has lapsed all the same. */
    record DataStillHeldReported(
            PreservationId id,
            @Form(Form.Kind.TEXT) @Nullable Personal remark) implements PreservationEvent {}

    /** The requesting side gave the data free. */
    record ReleaseRequested(
            PreservationId id, @Form(Form.Kind.TEXT) Personal reason) implements PreservationEvent {}

    /** The requesting side withdrew the request. */
    record PreservationWithdrawn(
            PreservationId id, @Form(Form.Kind.TEXT) Personal reason) implements PreservationEvent {}

    /** One side closed its file; the request is closed when the requesting side does. */
    record PreservationClosed(
            PreservationId id,
            @Nullable Code outcome,
            @Form(Form.Kind.TEXT) @Nullable Personal reason,
            @Nullable LocalDate retentionReview)
            implements PreservationEvent, RequestEvent.Closed {}

    /** The existence of the request is hidden from all but the named readers. */
    record PreservationSealed(
            PreservationId id,
            @Nullable Label level,
            List<PersonId> readers,
            @Nullable LocalDate review,
            @Form(Form.Kind.TEXT) @Nullable Personal basis)
            implements PreservationEvent, RequestEvent.Sealed {
        public PreservationSealed {
            readers = List.copyOf(readers);
        }
    }

    /** A second person stands for the sealing, too. */
    record SealConfirmed(PreservationId id) implements PreservationEvent, RequestEvent.SealConfirmed {}

    /** The request is no longer hidden. */
    record PreservationUnsealed(
            PreservationId id, @Form(Form.Kind.TEXT) Personal reason)
            implements PreservationEvent, RequestEvent.Unsealed {}

    /** An earlier event has another value, or is void; the earlier event stays in the log. */
    record EventCorrected(
            PreservationId id,
            UUID corrects,
            CorrectionAction action,
            @Nullable Label field,
            @Nullable Object value,
            @Form(Form.Kind.TEXT) @Nullable Personal reason,
            @Nullable Proof proof,
            @Nullable MlaRequestId request,
            @Nullable Instant legalReceivedAt)
            implements PreservationEvent, RequestEvent.Corrected {}

    /** The key of a person is to be destroyed; what was sealed with it cannot be read again. */
    record PersonalDataErased(
            PreservationId id,
            PersonRef person,
            List<Label> fields,
            @Nullable Label basis,
            LocalDate backupsGoneBy) implements PreservationEvent, RequestEvent.Erased {
        public PersonalDataErased {
            fields = List.copyOf(fields);
        }
    }

    /** What is known of a person is kept and withheld from ordinary readers. */
    record ProcessingRestricted(
            PreservationId id,
            PersonRef person,
            RestrictionGround ground,
            boolean thenErase,
            @Nullable Label basis) implements PreservationEvent, RequestEvent.Restricted {}

    /** What is known of a person is shown again. */
    record RestrictionLifted(
            PreservationId id, PersonRef person, @Nullable Label basis)
            implements PreservationEvent, RequestEvent.RestrictionEnded {}

    /** The person was told what was decided, or it was decided not to tell. */
    record PersonAnswered(
            PreservationId id,
            PersonRef person,
            AnswerToPerson decision,
            @Nullable Instant toldAt,
            @Nullable Channel channel,

            @Form(value = Form.Kind.TEXT, outlivesErasure = true) @Nullable
            Personal text,

            @Form(value = Form.Kind.TEXT, outlivesErasure = true) @Nullable
            Personal notToldBecause)
            implements PreservationEvent, RequestEvent.Answered {}

    /** Erasure is forbidden while the hold stands. */
    record LegalHoldPlaced(
            PreservationId id,
            @Nullable PersonRef person,
            List<Label> fields,
            @Nullable Label basis) implements PreservationEvent, RequestEvent.HoldPlaced {
        public LegalHoldPlaced {
            fields = List.copyOf(fields);
        }
    }

    /** The hold has ended. */
    record LegalHoldLifted(
            PreservationId id,
            @Nullable PersonRef person,
            List<Label> fields,
            @Nullable Label basis) implements PreservationEvent, RequestEvent.HoldLifted {
        public LegalHoldLifted {
            fields = List.copyOf(fields);
        }
    }

    /** A person or office of one side works on the request. */
    record PreservationAssigned(
            PreservationId id,
            @Nullable PersonId person,
            @Nullable AuthorityId office,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Form(Form.Kind.TEXT) @Nullable Personal reason)
            implements PreservationEvent, RequestEvent.Assigned {}

    /** An assignment ended. */
    record AssignmentEnded(
            PreservationId id,
            @Nullable PersonId person,
            @Nullable AuthorityId office,
            @Form(Form.Kind.TEXT) @Nullable Personal reason)
            implements PreservationEvent, RequestEvent.Unassigned {}

    /** One side added a note for itself. */
    record NoteAdded(
            PreservationId id, @Form(Form.Kind.TEXT) Personal text) implements PreservationEvent, RequestEvent.Noted {}

    /**
     * A command that needs two persons was judged in full and waits for the second one.
     *
     * @param command name of the command, such as {@code unseal}
     * @param body the command as JSON, its personal values sealed
     * @param lapsesAt when the proposal is void
     */
    record Proposed(PreservationId id, UUID proposal, Code command, String body, Instant lapsesAt)
            implements PreservationEvent, RequestEvent.Proposed {}

    /** A second person declined what a first one had proposed. */
    record ProposalDeclined(
            PreservationId id,
            UUID proposal,
            @Form(Form.Kind.TEXT) Personal reason) implements PreservationEvent, RequestEvent.ProposalDeclined {}
}
