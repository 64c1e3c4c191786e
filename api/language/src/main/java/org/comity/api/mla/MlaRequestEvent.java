package org.comity.api.mla;

import java.time.Duration;
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
import org.comity.api.Document;
import org.comity.api.Form;
import org.comity.api.GroundCode;
import org.comity.api.InOrder;
import org.comity.api.Label;
import org.comity.api.LineItemId;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonId;
import org.comity.api.PersonRef;
import org.comity.api.Personal;
import org.comity.api.Proof;
import org.comity.api.RequestEvent;
import org.comity.api.RestrictionGround;
import org.comity.api.directory.AuthorityId;
import org.comity.api.treaty.TreatyAnswer;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a request for mutual legal assistance. */
public sealed interface MlaRequestEvent extends RequestEvent {
    @Override
    MlaRequestId id();

    /** A request was written. */
    record RequestDrafted(MlaRequestId id, MlaContents contents) implements MlaRequestEvent, RequestEvent.Written {}

    /** The request of an authority that is not connected came by letter. */
    record IncomingRequestRecorded(
            MlaRequestId id,
            MlaContents contents,
            @Nullable AuthorityId sender,
            @Nullable AuthorityId addressee,
            @Nullable Channel channel,
            @Nullable Label theirReference,
            @Nullable Instant dispatchedAt,
            Digest letter)
            implements MlaRequestEvent, RequestEvent.TakenIn {}

    /** The draft says something else; the version counts the changes. */
    record DraftAmended(MlaRequestId id, int version, MlaContents contents)
            implements MlaRequestEvent, RequestEvent.Written {}

    /** The draft was given up before it was sent. */
    record DraftDiscarded(
            MlaRequestId id, @Form(Form.Kind.TEXT) @Nullable Personal reason) implements MlaRequestEvent {}

    /** The request was signed off by a second pair of eyes, on what was then known of its legal bases. */
    record RequestApproved(
            MlaRequestId id,
            @Form(Form.Kind.TEXT) @Nullable Personal remark,
            @Nullable TreatyAnswer relation) implements MlaRequestEvent, RequestEvent.Approved, RequestEvent.Relying {}

    /** The approval was taken back. */
    record ApprovalRevoked(
            MlaRequestId id, @Form(Form.Kind.TEXT) Personal reason)
            implements MlaRequestEvent, RequestEvent.ApprovalRevoked {}

    /** The request left for an authority of the requested State. */
    record RequestTransmitted(MlaRequestId id, AuthorityId to, Channel channel)
            implements MlaRequestEvent, RequestEvent.Sent {}

    /** The request did not arrive. */
    record TransmissionFailed(
            MlaRequestId id, @Form(Form.Kind.TEXT) Personal reason)
            implements MlaRequestEvent, RequestEvent.TransmissionFailed {}

    /** The requested authority has the request in hand since the legal receipt, which may precede the recording. */
    record ReceiptAcknowledged(
            MlaRequestId id,
            Instant legalReceivedAt,
            @Nullable Label ownReference) implements MlaRequestEvent, RequestEvent.Received {}

    /** A receiver is not competent. */
    record MisdirectionDeclared(
            MlaRequestId id,
            @Form(Form.Kind.TEXT) Personal reason,
            @Nullable AuthorityId rightAuthority) implements MlaRequestEvent {}

    /** A misdirected request was passed on. */
    record RequestForwarded(
            MlaRequestId id, AuthorityId to, @Nullable Channel channel)
            implements MlaRequestEvent, RequestEvent.Forwarded {}

    /** A misdirected request was sent again. */
    record RequestResent(MlaRequestId id, AuthorityId to, Channel channel)
            implements MlaRequestEvent, RequestEvent.Sent {}

    /** The request was sent back for a formal defect; this decides nothing. */
    record RequestReturnedIncomplete(
            MlaRequestId id,
            List<ContentCode> missing,
            @Nullable LocalDate answerBy,
            @Form(Form.Kind.TEXT) @Nullable Personal reason)
            implements MlaRequestEvent {
        public RequestReturnedIncomplete {
            missing = List.copyOf(missing);
        }
    }

    /** The completed request was sent again. */
    record RequestResubmitted(
            MlaRequestId id,
            AuthorityId to,
            Channel channel,
            @Form(Form.Kind.TEXT) @Nullable Personal changes) implements MlaRequestEvent, RequestEvent.Sent {}

    /** A round of questions is open. */
    record AdditionalInformationRequested(
            MlaRequestId id,
            int round,
            @Form(Form.Kind.TEXT) List<Personal> questions,
            List<LineItemId> items,
            @Nullable LocalDate answerBy,
            boolean pausesClock)
            implements MlaRequestEvent, RequestEvent.InformationRequested {
        public AdditionalInformationRequested {
            questions = List.copyOf(questions);
            items = List.copyOf(items);
        }
    }

    /** Open rounds were answered; an answer belongs to its round, whenever it came. */
    record AdditionalInformationProvided(
            MlaRequestId id,
            List<Integer> rounds,
            @Form(Form.Kind.TEXT) Map<Integer, Personal> answers,
            boolean complete)
            implements MlaRequestEvent, RequestEvent.InformationProvided {
        public AdditionalInformationProvided {
            rounds = List.copyOf(rounds);
            answers = InOrder.copyOf(answers);
        }
    }

    /** A further round of questions is open beside the first. */
    record FurtherInformationRequested(
            MlaRequestId id,
            int round,
            @Form(Form.Kind.TEXT) List<Personal> questions,
            List<LineItemId> items,
            @Nullable LocalDate answerBy,
            boolean pausesClock)
            implements MlaRequestEvent, RequestEvent.InformationRequested {
        public FurtherInformationRequested {
            questions = List.copyOf(questions);
            items = List.copyOf(items);
        }
    }

    /** The answers did not come in time; the requested side went on without them or refused. */
    record InformationDeadlineLapsed(
            MlaRequestId id,
            @Nullable MlaStatus to,
            @Form(Form.Kind.TEXT) Personal reason) implements MlaRequestEvent {}

    /** A consultation is open. */
    record ConsultationOpened(
            MlaRequestId id,
            Label subject,
            @Form(Form.Kind.TEXT) @Nullable Personal text) implements MlaRequestEvent {}

    /** The consultation ended. */
    record ConsultationConcluded(
            MlaRequestId id,
            @Form(Form.Kind.TEXT) Personal outcome,
            @Form(Form.Kind.TEXT) @Nullable Personal agreed,
            @Nullable Digest minutes)
            implements MlaRequestEvent {}

    /** Conditions for the help were proposed. */
    record ConditionsProposed(
            MlaRequestId id,
            @Form(Form.Kind.TEXT) List<Personal> conditions,
            List<GroundCode> grounds,
            @Nullable LocalDate answerBy)
            implements MlaRequestEvent {
        public ConditionsProposed {
            conditions = List.copyOf(conditions);
            grounds = List.copyOf(grounds);
        }
    }

    /** The proposed conditions bind. */
    record ConditionsAccepted(
            MlaRequestId id, @Form(Form.Kind.TEXT) @Nullable Personal remark) implements MlaRequestEvent {}

    /** The conditions were declined; the requested side decides whether to help all the same. */
    record ConditionsDeclined(
            MlaRequestId id, @Form(Form.Kind.TEXT) @Nullable Personal reason) implements MlaRequestEvent {}

    /** The requested side decided to execute. */
    record RequestAccepted(
            MlaRequestId id,
            List<LineItemId> scope,
            @Form(Form.Kind.TEXT) List<Personal> conditions,
            @Nullable Duration formalConfirmationWithin,
            @Nullable AuthorityId executingAuthority,
            @Nullable LocalDate expectedBy)
            implements MlaRequestEvent {
        public RequestAccepted {
            scope = List.copyOf(scope);
            conditions = List.copyOf(conditions);
        }
    }

    /** The request was refused. */
    record RequestRefused(
            MlaRequestId id,
            List<GroundCode> grounds,
            List<LineItemId> items,
            @Form(Form.Kind.TEXT) Personal reason,
            @Nullable Label consultation,
            @Nullable LocalDate review)
            implements MlaRequestEvent {
        public RequestRefused {
            grounds = List.copyOf(grounds);
            items = List.copyOf(items);
        }
    }

    /** The execution was put off until a review. */
    record ExecutionPostponed(
            MlaRequestId id,
            List<GroundCode> grounds,
            List<LineItemId> items,
            @Form(Form.Kind.TEXT) Personal reason,
            @Nullable Label consultation,
            LocalDate review)
            implements MlaRequestEvent {
        public ExecutionPostponed {
            grounds = List.copyOf(grounds);
            items = List.copyOf(items);
        }
    }

    /** The ground of the postponement still stands. */
    record PostponementReviewed(
            MlaRequestId id,
            LocalDate review,
            @Form(Form.Kind.TEXT) @Nullable Personal reason) implements MlaRequestEvent {}

    /** The ground of the postponement is gone. */
    record PostponementLifted(
            MlaRequestId id, @Form(Form.Kind.TEXT) @Nullable Personal reason) implements MlaRequestEvent {}

    /** The domestic measure was ordered. */
    record ExecutionStarted(
            MlaRequestId id,
            Label order,
            @Nullable Label provider,
            @Nullable Instant servedAt) implements MlaRequestEvent {}

    /** A clock will not be met. */
    record DelayReported(
            MlaRequestId id,
            @Nullable Instant newEstimate,
            @Nullable Label clock,
            @Form(Form.Kind.TEXT) Personal reason)
            implements MlaRequestEvent {}

    /** Line items have an outcome. */
    record LineItemConcluded(
            MlaRequestId id,
            Map<LineItemId, LineItemOutcome> items,
            List<GroundCode> grounds,
            @Form(Form.Kind.TEXT) @Nullable Personal reason,
            @Nullable LocalDate review,
            @Nullable Label consultation)
            implements MlaRequestEvent {
        public LineItemConcluded {
            items = InOrder.copyOf(items);
            grounds = List.copyOf(grounds);
        }
    }

    /** All is done and nothing was refused or put off. */
    record ExecutionCompleted(
            MlaRequestId id, @Form(Form.Kind.TEXT) @Nullable Personal remark) implements MlaRequestEvent {}

    /** Some items are done and others are not. */
    record PartialExecutionDeclared(
            MlaRequestId id,
            List<LineItemId> open,
            @Form(Form.Kind.TEXT) @Nullable Personal reason) implements MlaRequestEvent {
        public PartialExecutionDeclared {
            open = List.copyOf(open);
        }
    }

    /** What was left open is taken up. */
    record RemainderResumed(MlaRequestId id, List<LineItemId> items) implements MlaRequestEvent {
        public RemainderResumed {
            items = List.copyOf(items);
        }
    }

    /** Material was handed over. */
    record EvidenceTransmitted(
            MlaRequestId id,
            TransferId transfer,
            List<LineItemId> items,
            List<ManifestEntry> manifest,
            @Nullable Digest container,
            @Nullable Label seal,
            @Form(Form.Kind.TEXT) List<Personal> conditions)
            implements MlaRequestEvent {
        public EvidenceTransmitted {
            items = List.copyOf(items);
            manifest = List.copyOf(manifest);
            conditions = List.copyOf(conditions);
        }
    }

    /** The receiver computed the digests of one transfer again and they match. */
    record EvidenceReceiptConfirmed(
            MlaRequestId id,
            TransferId transfer,
            @Form(Form.Kind.TEXT) @Nullable Personal remark) implements MlaRequestEvent {}

    /** Files of a transfer differ from its manifest; it is in quarantine and disputed. */
    record EvidenceDiscrepancyReported(
            MlaRequestId id,
            TransferId transfer,
            List<Label> files,
            @Nullable Label quarantine,
            @Form(Form.Kind.TEXT) @Nullable Personal remark)
            implements MlaRequestEvent {
        public EvidenceDiscrepancyReported {
            files = List.copyOf(files);
        }
    }

    /** A new transfer supersedes the disputed one. */
    record EvidenceRetransmitted(
            MlaRequestId id,
            TransferId transfer,
            TransferId supersedes,
            @Form(Form.Kind.TEXT) Personal cause,
            List<ManifestEntry> manifest,
            @Nullable Digest container,
            @Nullable Label seal)
            implements MlaRequestEvent {
        public EvidenceRetransmitted {
            manifest = List.copyOf(manifest);
        }
    }

    /** One side closed its file; the request is closed when the requesting side does. */
    record RequestClosed(
            MlaRequestId id,
            Code outcome,
            @Form(Form.Kind.TEXT) @Nullable Personal reason,
            @Nullable LocalDate retentionReview)
            implements MlaRequestEvent, RequestEvent.Closed {}

    /** The requesting side withdrew the whole request or some items. */
    record RequestWithdrawn(
            MlaRequestId id,
            boolean whole,
            List<LineItemId> items,
            @Form(Form.Kind.TEXT) @Nullable Personal reason,
            @Form(Form.Kind.TEXT) @Nullable Personal material)
            implements MlaRequestEvent {
        public RequestWithdrawn {
            items = List.copyOf(items);
        }
    }

    /** The requested side stopped and said what became of the material. */
    record WithdrawalAcknowledged(
            MlaRequestId id, @Form(Form.Kind.TEXT) @Nullable Personal material) implements MlaRequestEvent {}

    /** Material came after closing. */
    record LateMaterialReceived(
            MlaRequestId id,
            TransferId transfer,
            List<ManifestEntry> manifest,
            @Form(Form.Kind.TEXT) @Nullable Personal reason)
            implements MlaRequestEvent {
        public LateMaterialReceived {
            manifest = List.copyOf(manifest);
        }
    }

    /** The request was reopened by a supervisor. */
    record RequestReopened(
            MlaRequestId id,
            MlaStatus to,
            @Form(Form.Kind.TEXT) Personal reason) implements MlaRequestEvent, RequestEvent.Reopened {}

    /** A remedy is pending. */
    record RemedyLodged(
            MlaRequestId id,
            Label court,
            @Nullable Instant filedAt,
            @Nullable Label effect) implements MlaRequestEvent {}

    /** A remedy was decided. */
    record RemedyDecided(
            MlaRequestId id,
            Label court,
            @Nullable Label effect,
            @Nullable Label result) implements MlaRequestEvent {}

    /** The existence of the request is hidden from all but the named readers. */
    record RequestSealed(
            MlaRequestId id,
            @Nullable Label level,
            List<PersonId> readers,
            @Nullable LocalDate review,
            @Form(Form.Kind.TEXT) @Nullable Personal basis)
            implements MlaRequestEvent, RequestEvent.Sealed {
        public RequestSealed {
            readers = List.copyOf(readers);
        }
    }

    /** A second person stands for the sealing, too. */
    record SealConfirmed(MlaRequestId id) implements MlaRequestEvent, RequestEvent.SealConfirmed {}

    /** The request is no longer hidden. */
    record RequestUnsealed(
            MlaRequestId id, @Form(Form.Kind.TEXT) Personal reason) implements MlaRequestEvent, RequestEvent.Unsealed {}

    /** The oral or expedited request was confirmed formally. */
    record FormalConfirmationSubmitted(
            MlaRequestId id, Document document, @Nullable Instant receivedAt) implements MlaRequestEvent {}

    /** The requesting side asked how the request fares. */
    record ProgressAsked(
            MlaRequestId id, @Form(Form.Kind.TEXT) Personal text) implements MlaRequestEvent {}

    /** The requested side said how the request fares. */
    record ProgressGiven(
            MlaRequestId id, @Form(Form.Kind.TEXT) Personal text) implements MlaRequestEvent {}

    /** An earlier event has another value, or is void; the earlier event stays in the log. */
    record EventCorrected(
            MlaRequestId id,
            UUID corrects,
            CorrectionAction action,
            @Nullable Label field,
            @Nullable Object value,
            @Form(Form.Kind.TEXT) @Nullable Personal reason,
            @Nullable Proof proof)
            implements MlaRequestEvent, RequestEvent.Corrected {}

    /** The key of a person is to be destroyed; what was sealed with it cannot be read again. */
    record PersonalDataErased(
            MlaRequestId id,
            PersonRef person,
            List<Label> fields,
            @Nullable Label basis,
            LocalDate backupsGoneBy) implements MlaRequestEvent, RequestEvent.Erased {
        public PersonalDataErased {
            fields = List.copyOf(fields);
        }
    }

    /** What is known of a person is kept and withheld from ordinary readers. */
    record ProcessingRestricted(
            MlaRequestId id,
            PersonRef person,
            RestrictionGround ground,
            boolean thenErase,
            @Nullable Label basis) implements MlaRequestEvent, RequestEvent.Restricted {}

    /** What is known of a person is shown again. */
    record RestrictionLifted(
            MlaRequestId id, PersonRef person, @Nullable Label basis)
            implements MlaRequestEvent, RequestEvent.RestrictionEnded {}

    /** The person was told what was decided, or it was decided not to tell. */
    record PersonAnswered(
            MlaRequestId id,
            PersonRef person,
            AnswerToPerson decision,
            @Nullable Instant toldAt,
            @Nullable Channel channel,

            @Form(value = Form.Kind.TEXT, outlivesErasure = true) @Nullable
            Personal text,

            @Form(value = Form.Kind.TEXT, outlivesErasure = true) @Nullable
            Personal notToldBecause)
            implements MlaRequestEvent, RequestEvent.Answered {}

    /** Erasure is forbidden while the hold stands. */
    record LegalHoldPlaced(
            MlaRequestId id,
            @Nullable PersonRef person,
            List<Label> fields,
            @Nullable Label basis) implements MlaRequestEvent, RequestEvent.HoldPlaced {
        public LegalHoldPlaced {
            fields = List.copyOf(fields);
        }
    }

    /** The hold has ended. */
    record LegalHoldLifted(
            MlaRequestId id,
            @Nullable PersonRef person,
            List<Label> fields,
            @Nullable Label basis) implements MlaRequestEvent, RequestEvent.HoldLifted {
        public LegalHoldLifted {
            fields = List.copyOf(fields);
        }
    }

    /** A person or office of one side works on the request. */
    record RequestAssigned(
            MlaRequestId id,
            @Nullable PersonId person,
            @Nullable AuthorityId office,
            List<LineItemId> items,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Form(Form.Kind.TEXT) @Nullable Personal reason)
            implements MlaRequestEvent, RequestEvent.Assigned {
        public RequestAssigned {
            items = List.copyOf(items);
        }
    }

    /** An assignment ended. */
    record AssignmentEnded(
            MlaRequestId id,
            @Nullable PersonId person,
            @Nullable AuthorityId office,
            List<LineItemId> items,
            @Form(Form.Kind.TEXT) @Nullable Personal reason)
            implements MlaRequestEvent, RequestEvent.Unassigned {
        public AssignmentEnded {
            items = List.copyOf(items);
        }
    }

    /** One side added a note for itself. */
    record NoteAdded(MlaRequestId id, @Form(Form.Kind.TEXT) Personal text)
            implements MlaRequestEvent, RequestEvent.Noted {}

    /**
     * A command that needs two persons was judged in full and waits for the second one.
     *
     * @param command name of the command, such as {@code unseal}
     * @param body the command as JSON, its personal values sealed
     * @param lapsesAt when the proposal is void
     */
    record Proposed(MlaRequestId id, UUID proposal, Code command, String body, Instant lapsesAt)
            implements MlaRequestEvent, RequestEvent.Proposed {}

    /** A second person declined what a first one had proposed. */
    record ProposalDeclined(
            MlaRequestId id,
            UUID proposal,
            @Form(Form.Kind.TEXT) Personal reason) implements MlaRequestEvent, RequestEvent.ProposalDeclined {}
}
