package org.comity.api.mla;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.api.AnswerToPerson;
import org.comity.api.AtLeastOne;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.ContentCode;
import org.comity.api.CorrectionAction;
import org.comity.api.Digest;
import org.comity.api.Document;
import org.comity.api.Form;
import org.comity.api.GroundCode;
import org.comity.api.Identifier;
import org.comity.api.InOrder;
import org.comity.api.InstrumentId;
import org.comity.api.Label;
import org.comity.api.LineItemId;
import org.comity.api.MlaRequestId;
import org.comity.api.Person;
import org.comity.api.PersonId;
import org.comity.api.PersonRef;
import org.comity.api.Personal;
import org.comity.api.PreservationId;
import org.comity.api.Proof;
import org.comity.api.RequestCommand;
import org.comity.api.RestrictionGround;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.jspecify.annotations.Nullable;

/** Everything that may be asked of a request for mutual legal assistance. */
public sealed interface MlaRequestCommand extends RequestCommand {
    @Override
    MlaRequestId id();

    /** Writes a request. Source: UNTOC art. 18(15); ETS 185 has no list of contents. */
    record Draft(
            MlaRequestId id,
            StateCode from,
            StateCode to,
            @AtLeastOne List<InstrumentId> bases,
            @AtLeastOne Map<LineItemId, Code> items,
            List<PreservationId> linkedPreservations,
            List<Identifier> identifiers,
            List<Person> persons,
            List<Document> documents,
            @Nullable Label offence,
            @Form(Form.Kind.TEXT) @Nullable Personal facts,
            @Form(Form.Kind.TEXT) @Nullable Personal purpose,
            @Form(Form.Kind.TEXT) @Nullable Personal urgencyReason,
            boolean urgent,
            boolean emergency,
            boolean confidential,
            @Nullable LocalDate wantedBy,
            @Form(Form.Kind.TEXT) @Nullable Personal procedure,
            @Form(Form.Kind.TEXT) @Nullable Personal period)
            implements MlaRequestCommand, RequestCommand.Begin {
        public Draft {
            bases = List.copyOf(bases);
            items = InOrder.copyOf(items);
            linkedPreservations = List.copyOf(linkedPreservations);
            identifiers = List.copyOf(identifiers);
            persons = List.copyOf(persons);
            documents = List.copyOf(documents);
        }

        /** What the draft says, as one value. */
        @Override
        public MlaContents contents() {
            return new MlaContents(
                    from,
                    to,
                    bases,
                    items,
                    linkedPreservations,
                    identifiers,
                    persons,
                    documents,
                    offence,
                    facts,
                    purpose,
                    urgencyReason,
                    urgent,
                    emergency,
                    confidential,
                    wantedBy,
                    procedure,
                    period);
        }
    }

    /** Takes in the request of an authority that is not connected, as far as its letter says. Source: practice. */
    record RecordIncoming(
            MlaRequestId id,
            StateCode from,
            StateCode to,
            @AtLeastOne List<InstrumentId> bases,
            @AtLeastOne Map<LineItemId, Code> items,
            List<PreservationId> linkedPreservations,
            List<Identifier> identifiers,
            List<Person> persons,
            List<Document> documents,
            @Nullable Label offence,
            @Form(Form.Kind.TEXT) @Nullable Personal facts,
            @Form(Form.Kind.TEXT) @Nullable Personal purpose,
            @Form(Form.Kind.TEXT) @Nullable Personal urgencyReason,
            boolean urgent,
            boolean emergency,
            boolean confidential,
            @Nullable LocalDate wantedBy,
            @Form(Form.Kind.TEXT) @Nullable Personal procedure,
            @Form(Form.Kind.TEXT) @Nullable Personal period,
            @Nullable AuthorityId sender,
            @Nullable AuthorityId addressee,
            @Nullable Channel channel,
            @Nullable Label theirReference,
            @Nullable Instant dispatchedAt,
            Digest letter)
            implements MlaRequestCommand, RequestCommand.TakeIn {
        public RecordIncoming {
            bases = List.copyOf(bases);
            items = InOrder.copyOf(items);
            linkedPreservations = List.copyOf(linkedPreservations);
            identifiers = List.copyOf(identifiers);
            persons = List.copyOf(persons);
            documents = List.copyOf(documents);
        }

        /** What the letter says, as one value. */
        @Override
        public MlaContents contents() {
            return new MlaContents(
                    from,
                    to,
                    bases,
                    items,
                    linkedPreservations,
                    identifiers,
                    persons,
                    documents,
                    offence,
                    facts,
                    purpose,
                    urgencyReason,
                    urgent,
                    emergency,
                    confidential,
                    wantedBy,
                    procedure,
                    period);
        }
    }

    /** Changes the draft; what is not named stays as it is. Source: practice. */
    record AmendDraft(
            MlaRequestId id,
            @Nullable StateCode to,

            @AtLeastOne @JsonSetter(nulls = Nulls.SET) @Nullable
            List<InstrumentId> bases,

            @AtLeastOne @JsonSetter(nulls = Nulls.SET) @Nullable
            Map<LineItemId, Code> items,

            @JsonSetter(nulls = Nulls.SET) @Nullable List<PreservationId> linkedPreservations,
            @JsonSetter(nulls = Nulls.SET) @Nullable List<Identifier> identifiers,
            @JsonSetter(nulls = Nulls.SET) @Nullable List<Person> persons,
            @JsonSetter(nulls = Nulls.SET) @Nullable List<Document> documents,
            @Nullable Label offence,
            @Form(Form.Kind.TEXT) @Nullable Personal facts,
            @Form(Form.Kind.TEXT) @Nullable Personal purpose,
            @Form(Form.Kind.TEXT) @Nullable Personal urgencyReason,
            @Nullable Boolean urgent,
            @Nullable Boolean emergency,
            @Nullable Boolean confidential,
            @Nullable LocalDate wantedBy,
            @Form(Form.Kind.TEXT) @Nullable Personal procedure,
            @Form(Form.Kind.TEXT) @Nullable Personal period)
            implements MlaRequestCommand {
        public AmendDraft {
            bases = bases == null ? null : List.copyOf(bases);
            items = items == null ? null : InOrder.copyOf(items);
            linkedPreservations = linkedPreservations == null ? null : List.copyOf(linkedPreservations);
            identifiers = identifiers == null ? null : List.copyOf(identifiers);
            persons = persons == null ? null : List.copyOf(persons);
            documents = documents == null ? null : List.copyOf(documents);
        }
    }

    /** Gives the draft up. Source: practice. */
    record DiscardDraft(
            MlaRequestId id, @Form(Form.Kind.TEXT) @Nullable Personal reason) implements MlaRequestCommand {}

    /** Signs the request off inside the requesting State; not by its drafter. Source: EIO art. 9(3); practice of four eyes. */
    record Approve(
            MlaRequestId id, @Form(Form.Kind.TEXT) @Nullable Personal remark) implements MlaRequestCommand {}

    /** Takes the approval back. Source: practice. */
    record RevokeApproval(
            MlaRequestId id, @Form(Form.Kind.TEXT) Personal reason) implements MlaRequestCommand {}

    /** Sends the request to an authority of the requested State. Source: ETS 185 art. 25(3), 27(2)(b), 27(9). */
    record Transmit(MlaRequestId id, AuthorityId to, Channel channel)
            implements MlaRequestCommand, RequestCommand.SendTo {}

    /** Says that the request did not arrive. Source: practice. */
    record ReportTransmissionFailure(
            MlaRequestId id, @Form(Form.Kind.TEXT) Personal reason) implements MlaRequestCommand {}

    /** Confirms that the requested authority has the request in hand. Source: EIO art. 16(1), 12(3); ETS 185 art. 29(7). */
    record AcknowledgeReceipt(
            MlaRequestId id,
            Instant legalReceivedAt,
            @Nullable Label ownReference) implements MlaRequestCommand {}

    /** Says that the receiver is not competent. Source: ETS 185 art. 27(9)(c); EIO art. 7(6). */
    record DeclareMisdirected(
            MlaRequestId id,
            @Form(Form.Kind.TEXT) Personal reason,
            @Nullable AuthorityId rightAuthority) implements MlaRequestCommand {}

    /** Passes a misdirected request on to the right authority. Source: ETS 185 art. 27(9)(c); EIO art. 7(6). */
    record Forward(
            MlaRequestId id, AuthorityId to, @Nullable Channel channel)
            implements MlaRequestCommand, RequestCommand.PassOn {}

    /** Sends a misdirected request again. Source: practice. */
    record Resend(MlaRequestId id, AuthorityId to, Channel channel)
            implements MlaRequestCommand, RequestCommand.SendTo {}

    /** Sends the request back for a formal defect. Source: EIO art. 9(3), 16(2)(a); CETS 224 art. 8(6). */
    record ReturnIncomplete(
            MlaRequestId id,
            List<ContentCode> missing,
            @Nullable LocalDate answerBy,
            @Form(Form.Kind.TEXT) @Nullable Personal reason)
            implements MlaRequestCommand {
        public ReturnIncomplete {
            missing = List.copyOf(missing);
        }
    }

    /** Sends the completed request again. Source: practice. */
    record Resubmit(
            MlaRequestId id,
            AuthorityId to,
            Channel channel,
            @Form(Form.Kind.TEXT) @Nullable Personal changes) implements MlaRequestCommand, RequestCommand.SendTo {}

    /** Opens a round of questions. Source: UNTOC art. 18(16); CETS 224 art. 10(3); EIO art. 11(4). */
    record RequestInformation(
            MlaRequestId id,
            @Nullable Integer round,
            @Form(Form.Kind.TEXT) List<Personal> questions,
            List<LineItemId> items,
            @Nullable LocalDate answerBy,
            boolean pausesClock)
            implements MlaRequestCommand {
        public RequestInformation {
            questions = List.copyOf(questions);
            items = List.copyOf(items);
        }
    }

    /** Answers one or more open rounds. Source: UNTOC art. 18(16). */
    record ProvideInformation(
            MlaRequestId id,
            List<Integer> rounds,
            @Form(Form.Kind.TEXT) Map<Integer, Personal> answers,
            boolean complete)
            implements MlaRequestCommand {
        public ProvideInformation {
            rounds = List.copyOf(rounds);
            answers = InOrder.copyOf(answers);
        }
    }

    /** Opens a further round while one is open. Source: practice. */
    record RequestFurtherInformation(
            MlaRequestId id,
            @Nullable Integer round,
            @Form(Form.Kind.TEXT) List<Personal> questions,
            List<LineItemId> items,
            @Nullable LocalDate answerBy,
            boolean pausesClock)
            implements MlaRequestCommand {
        public RequestFurtherInformation {
            questions = List.copyOf(questions);
            items = List.copyOf(items);
        }
    }

    /** Ends the waiting for answers: goes on without them, or refuses. Source: practice. */
    record LapseInformationDeadline(
            MlaRequestId id,
            @Nullable MlaStatus to,
            @Form(Form.Kind.TEXT) Personal reason) implements MlaRequestCommand {}

    /** Opens a consultation. Source: ETS 185 art. 27(6); UNTOC art. 18(26); EIO art. 11(4), 21(2). */
    record OpenConsultation(
            MlaRequestId id,
            Label subject,
            @Form(Form.Kind.TEXT) @Nullable Personal text) implements MlaRequestCommand {}

    /** Ends the consultation with what was agreed. Source: as for its opening. */
    record ConcludeConsultation(
            MlaRequestId id,
            @Form(Form.Kind.TEXT) Personal outcome,
            @Form(Form.Kind.TEXT) @Nullable Personal agreed,
            @Nullable Digest minutes)
            implements MlaRequestCommand {}

    /** Proposes conditions for the help. Source: ETS 185 art. 28(2), 27(6). */
    record ProposeConditions(
            MlaRequestId id,
            @AtLeastOne @Form(Form.Kind.TEXT) List<Personal> conditions,
            List<GroundCode> grounds,
            @Nullable LocalDate answerBy)
            implements MlaRequestCommand {
        public ProposeConditions {
            conditions = List.copyOf(conditions);
            grounds = List.copyOf(grounds);
        }
    }

    /** Accepts the proposed conditions, which then bind. Source: ETS 185 art. 28(3). */
    record AcceptConditions(
            MlaRequestId id, @Form(Form.Kind.TEXT) @Nullable Personal remark) implements MlaRequestCommand {}

    /** Declines the proposed conditions. Source: ETS 185 art. 28(3). */
    record DeclineConditions(
            MlaRequestId id, @Form(Form.Kind.TEXT) @Nullable Personal reason) implements MlaRequestCommand {}

    /** Decides to execute all or some line items. Source: EIO art. 12(3)-(4); CETS 224 art. 8(6). */
    record Accept(
            MlaRequestId id,
            List<LineItemId> scope,
            @Form(Form.Kind.TEXT) List<Personal> conditions,
            @Nullable Duration formalConfirmationWithin,
            @Nullable AuthorityId executingAuthority,
            @Nullable LocalDate expectedBy)
            implements MlaRequestCommand {
        public Accept {
            scope = List.copyOf(scope);
            conditions = List.copyOf(conditions);
        }
    }

    /** Refuses the request with grounds and reasons. Source: ETS 185 art. 27(4),(7); UNTOC art. 18(21),(23). */
    record Refuse(
            MlaRequestId id,
            @AtLeastOne List<GroundCode> grounds,
            List<LineItemId> items,
            @Form(Form.Kind.TEXT) Personal reason,
            @Nullable Label consultation,
            @Nullable LocalDate review)
            implements MlaRequestCommand {
        public Refuse {
            grounds = List.copyOf(grounds);
            items = List.copyOf(items);
        }
    }

    /** Puts the execution off, with a day of review. Source: ETS 185 art. 27(5)-(7); UNTOC art. 18(25); EIO art. 15. */
    record Postpone(
            MlaRequestId id,
            @AtLeastOne List<GroundCode> grounds,
            List<LineItemId> items,
            @Form(Form.Kind.TEXT) Personal reason,
            @Nullable Label consultation,
            LocalDate review)
            implements MlaRequestCommand {
        public Postpone {
            grounds = List.copyOf(grounds);
            items = List.copyOf(items);
        }
    }

    /** Says that the ground still stands, and when to look again. Source: EIO art. 15(2). */
    record ReviewPostponement(
            MlaRequestId id,
            LocalDate review,
            @Form(Form.Kind.TEXT) @Nullable Personal reason) implements MlaRequestCommand {}

    /** Ends the postponement. Source: EIO art. 15(2). */
    record LiftPostponement(
            MlaRequestId id, @Form(Form.Kind.TEXT) @Nullable Personal reason) implements MlaRequestCommand {}

    /** Orders the domestic measure. Source: CETS 224 art. 8(6). */
    record StartExecution(
            MlaRequestId id,
            Label order,
            @Nullable Label provider,
            @Nullable Instant servedAt) implements MlaRequestCommand {}

    /** Says that a clock will not be met, and why. Source: ETS 185 art. 27(7); EIO art. 12(5)-(6); EU MLA Convention 2000 art. 4(4). */
    record ReportDelay(
            MlaRequestId id,
            @Nullable Instant newEstimate,
            @Nullable Label clock,
            @Form(Form.Kind.TEXT) Personal reason)
            implements MlaRequestCommand {}

    /** Says what became of line items. Source: UNTOC art. 18(17). */
    record ConcludeLineItem(
            MlaRequestId id,
            @AtLeastOne Map<LineItemId, LineItemOutcome> items,
            List<GroundCode> grounds,
            @Form(Form.Kind.TEXT) @Nullable Personal reason,
            @Nullable LocalDate review,
            @Nullable Label consultation)
            implements MlaRequestCommand {
        public ConcludeLineItem {
            items = InOrder.copyOf(items);
            grounds = List.copyOf(grounds);
        }
    }

    /** Says that all is done and nothing refused or put off. */
    record CompleteExecution(
            MlaRequestId id, @Form(Form.Kind.TEXT) @Nullable Personal remark) implements MlaRequestCommand {}

    /** Says that some items are done and others are not. Source: ETS 185 art. 27(6); UNTOC art. 18(26). */
    record DeclarePartialExecution(
            MlaRequestId id,
            List<LineItemId> open,
            @Form(Form.Kind.TEXT) @Nullable Personal reason) implements MlaRequestCommand {
        public DeclarePartialExecution {
            open = List.copyOf(open);
        }
    }

    /** Takes up what was left open. */
    record ResumeRemainder(MlaRequestId id, List<LineItemId> items) implements MlaRequestCommand {
        public ResumeRemainder {
            items = List.copyOf(items);
        }
    }

    /** Hands material over with its manifest. Source: CETS 224 art. 8(6)(b); EIO art. 13. */
    record TransmitEvidence(
            MlaRequestId id,
            TransferId transfer,
            List<LineItemId> items,
            @AtLeastOne List<ManifestEntry> manifest,
            @Nullable Digest container,
            @Nullable Label seal,
            @Form(Form.Kind.TEXT) List<Personal> conditions)
            implements MlaRequestCommand {
        public TransmitEvidence {
            items = List.copyOf(items);
            manifest = List.copyOf(manifest);
            conditions = List.copyOf(conditions);
        }
    }

    /** Confirms one transfer: the digests were computed again and match. Source: practice; ISO/IEC 27037. */
    record ConfirmEvidenceReceipt(
            MlaRequestId id,
            TransferId transfer,
            @Form(Form.Kind.TEXT) @Nullable Personal remark) implements MlaRequestCommand {}

    /** Says that files of a transfer differ from its manifest; it is kept in quarantine. Source: practice; ISO/IEC 27037. */
    record ReportEvidenceDiscrepancy(
            MlaRequestId id,
            TransferId transfer,
            List<Label> files,
            @Nullable Label quarantine,
            @Form(Form.Kind.TEXT) @Nullable Personal remark)
            implements MlaRequestCommand {
        public ReportEvidenceDiscrepancy {
            files = List.copyOf(files);
        }
    }

    /** Hands material over again as a new transfer that supersedes the disputed one. Source: practice. */
    record RetransmitEvidence(
            MlaRequestId id,
            TransferId transfer,
            TransferId supersedes,
            @Form(Form.Kind.TEXT) Personal cause,
            @AtLeastOne List<ManifestEntry> manifest,
            @Nullable Digest container,
            @Nullable Label seal)
            implements MlaRequestCommand {
        public RetransmitEvidence {
            manifest = List.copyOf(manifest);
        }
    }

    /** Closes the file of the own side. Source: practice; CETS 224 art. 14(5). */
    record Close(
            MlaRequestId id,
            Code outcome,
            @Form(Form.Kind.TEXT) @Nullable Personal reason,
            @Nullable LocalDate retentionReview)
            implements MlaRequestCommand, RequestCommand.Close {}

    /** Withdraws the whole request or some items. Source: UNTOC art. 18(24); EIO art. 21(3). */
    record Withdraw(
            MlaRequestId id,
            boolean whole,
            List<LineItemId> items,
            @Form(Form.Kind.TEXT) @Nullable Personal reason,
            @Form(Form.Kind.TEXT) @Nullable Personal material)
            implements MlaRequestCommand {
        public Withdraw {
            items = List.copyOf(items);
        }
    }

    /** Says what becomes of material already gathered. Source: practice. */
    record AcknowledgeWithdrawal(
            MlaRequestId id, @Form(Form.Kind.TEXT) @Nullable Personal material) implements MlaRequestCommand {}

    /** Records material that came after closing. Source: practice. */
    record RecordLateMaterial(
            MlaRequestId id,
            TransferId transfer,
            List<ManifestEntry> manifest,
            @Form(Form.Kind.TEXT) @Nullable Personal reason)
            implements MlaRequestCommand {
        public RecordLateMaterial {
            manifest = List.copyOf(manifest);
        }
    }

    /** Reopens a closed or refused request in a stated status; by a supervisor. Source: practice. */
    record Reopen(
            MlaRequestId id,
            MlaStatus to,
            @Form(Form.Kind.TEXT) Personal reason) implements MlaRequestCommand {}

    /** Records that a remedy was lodged with a court. Source: EIO art. 13(2), 14. */
    record LodgeRemedy(
            MlaRequestId id,
            Label court,
            @Nullable Instant filedAt,
            @Nullable Label effect) implements MlaRequestCommand {}

    /** Records how a remedy was decided. Source: EIO art. 13(2), 14. */
    record DecideRemedy(
            MlaRequestId id,
            Label court,
            @Nullable Label effect,
            @Nullable Label result) implements MlaRequestCommand {}

    /** Hides the existence of the request from all but the named readers, at once. Source: ETS 185 art. 27(8); UNTOC art. 18(20); EIO art. 19. */
    record Seal(
            MlaRequestId id,
            @Nullable Label level,
            @AtLeastOne List<PersonId> readers,
            @Nullable LocalDate review,
            @Form(Form.Kind.TEXT) @Nullable Personal basis)
            implements MlaRequestCommand, RequestCommand.Seal {
        public Seal {
            readers = List.copyOf(readers);
        }
    }

    /** Confirms the sealing within seven days, as another person of the side that sealed. Source: ETS 185 art. 27(8); UNTOC art. 18(20); practice. */
    record ConfirmSeal(MlaRequestId id) implements MlaRequestCommand, RequestCommand.ConfirmSeal {}

    /** Ends the sealing; needs two persons. Source: ETS 185 art. 27(8); UNTOC art. 18(20); EIO art. 19. */
    record Unseal(MlaRequestId id, @Form(Form.Kind.TEXT) Personal reason)
            implements MlaRequestCommand, RequestCommand.Unseal {}

    /** Confirms an oral or expedited request formally. Source: ETS 185 art. 25(3); UNTOC art. 18(14); CETS 224 art. 9(5). */
    record SubmitFormalConfirmation(
            MlaRequestId id, Document document, @Nullable Instant receivedAt) implements MlaRequestCommand {}

    /** Asks how the request fares. Source: UNTOC art. 18(24). */
    record AskProgress(
            MlaRequestId id, @Form(Form.Kind.TEXT) Personal text) implements MlaRequestCommand {}

    /** Says how the request fares. Source: UNTOC art. 18(24). */
    record GiveProgress(
            MlaRequestId id, @Form(Form.Kind.TEXT) Personal text) implements MlaRequestCommand {}

    /** Corrects an event: replaces the value of one field, or voids the event; needs two persons. Source: audit rule. */
    record CorrectEvent(
            MlaRequestId id,
            UUID event,
            CorrectionAction action,
            @Nullable Label field,
            @Nullable Object value,
            @Form(Form.Kind.TEXT) @Nullable Personal reason,
            @Nullable Proof proof)
            implements MlaRequestCommand, RequestCommand.CorrectEvent {}

    /** Erases what is known of a person; needs two persons; not while a hold stands. Source: LED art. 16; CETS 224 art. 14(5),(12). */
    record ErasePersonalData(
            MlaRequestId id,
            PersonRef person,
            List<Label> fields,
            @Nullable Label basis) implements MlaRequestCommand, RequestCommand.ErasePersonalData {
        public ErasePersonalData {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Keeps what is known of a person and withholds it from ordinary readers, where it cannot be erased; needs two persons.
     * Source: LED art. 16(3).
     *
     * @param thenErase true if it shall be erased as soon as no hold protects it
     */
    record RestrictProcessing(
            MlaRequestId id,
            PersonRef person,
            RestrictionGround ground,
            boolean thenErase,
            @Nullable Label basis) implements MlaRequestCommand, RequestCommand.RestrictProcessing {}

    /** Shows again what is known of a person; needs two persons. Source: LED art. 16(3). */
    record LiftRestriction(
            MlaRequestId id, PersonRef person, @Nullable Label basis)
            implements MlaRequestCommand, RequestCommand.LiftRestriction {}

    /**
     * Records what the person was told of the decision, when and by which channel; or why the person is not told. Source: LED
     * art. 16(4).
     */
    record AnswerPerson(
            MlaRequestId id,
            PersonRef person,
            AnswerToPerson decision,
            @Nullable Instant toldAt,
            @Nullable Channel channel,

            @Form(value = Form.Kind.TEXT, outlivesErasure = true) @Nullable
            Personal text,

            @Form(value = Form.Kind.TEXT, outlivesErasure = true) @Nullable
            Personal notToldBecause)
            implements MlaRequestCommand, RequestCommand.AnswerPerson {}

    /** Forbids erasure while proceedings need the record. Source: LED art. 16(3). */
    record PlaceLegalHold(
            MlaRequestId id,
            @Nullable PersonRef person,
            List<Label> fields,
            @Nullable Label basis) implements MlaRequestCommand, RequestCommand.PlaceLegalHold {
        public PlaceLegalHold {
            fields = List.copyOf(fields);
        }
    }

    /** Ends a hold. Source: LED art. 16(3). */
    record LiftLegalHold(
            MlaRequestId id,
            @Nullable PersonRef person,
            List<Label> fields,
            @Nullable Label basis) implements MlaRequestCommand, RequestCommand.LiftLegalHold {
        public LiftLegalHold {
            fields = List.copyOf(fields);
        }
    }

    /** Assigns the request, or part of it, to a person or office of the own side. Source: practice. */
    record Assign(
            MlaRequestId id,
            @Nullable PersonId person,
            @Nullable AuthorityId office,
            List<LineItemId> items,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Form(Form.Kind.TEXT) @Nullable Personal reason)
            implements MlaRequestCommand, RequestCommand.Assign {
        public Assign {
            items = List.copyOf(items);
        }
    }

    /** Ends an assignment. Source: practice. */
    record Unassign(
            MlaRequestId id,
            @Nullable PersonId person,
            @Nullable AuthorityId office,
            List<LineItemId> items,
            @Form(Form.Kind.TEXT) @Nullable Personal reason)
            implements MlaRequestCommand, RequestCommand.Unassign {
        public Unassign {
            items = List.copyOf(items);
        }
    }

    /** Adds a note for the own side only. Source: practice. */
    record Note(MlaRequestId id, @Form(Form.Kind.TEXT) Personal text)
            implements MlaRequestCommand, RequestCommand.Note {}

    /**
     * Confirms, as the second of two persons, what a first one proposed.
     *
     * @param proposed the command that was proposed, as the door opened it from the event
     */
    record Confirm(MlaRequestId id, UUID proposal, MlaRequestCommand proposed)
            implements MlaRequestCommand, RequestCommand.Confirm {}

    /** Declines, as the second of two persons, what a first one proposed. */
    record Decline(
            MlaRequestId id,
            UUID proposal,
            @Form(Form.Kind.TEXT) Personal reason) implements MlaRequestCommand, RequestCommand.Decline {}
}
