package org.comity.api.preservation;

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

/** Everything that may be asked of a request for the expedited preservation of data. */
public sealed interface PreservationCommand extends RequestCommand {
    @Override
    PreservationId id();

    /** Writes a request that data not be deleted. Source: ETS 185 art. 29(2); UNCC art. 42(3). */
    record Draft(
            PreservationId id,
            StateCode from,
            StateCode to,
            @AtLeastOne List<InstrumentId> bases,
            Map<LineItemId, Code> items,
            List<Identifier> identifiers,
            List<Person> persons,
            List<Document> documents,
            @Nullable Label offence,
            @Form(Form.Kind.TEXT) @Nullable Personal facts,
            @Nullable Label provider,
            @Form(Form.Kind.TEXT) @Nullable Personal urgencyReason,
            boolean urgent,
            boolean emergency,
            boolean confidential,
            @Nullable PreservationId originatedFrom,
            @Nullable PreservationId renews,
            List<MlaRequestId> linkedRequests,
            @Nullable LocalDate intendedFollowUpBy,
            @Form(Form.Kind.TEXT) @Nullable Personal necessity,
            @Nullable OffenceKind offenceKind)
            implements PreservationCommand, RequestCommand.Begin {
        public Draft {
            bases = List.copyOf(bases);
            items = InOrder.copyOf(items);
            identifiers = List.copyOf(identifiers);
            persons = List.copyOf(persons);
            documents = List.copyOf(documents);
            linkedRequests = List.copyOf(linkedRequests);
        }

        /** What it says, as one value. */
        @Override
        public PreservationContents contents() {
            return new PreservationContents(
                    from,
                    to,
                    bases,
                    items,
                    identifiers,
                    persons,
                    documents,
                    offence,
                    facts,
                    provider,
                    urgencyReason,
                    urgent,
                    emergency,
                    confidential,
                    originatedFrom,
                    renews,
                    linkedRequests,
                    intendedFollowUpBy,
                    necessity,
                    offenceKind);
        }
    }

    /** Takes in the request of an authority that is not connected, as far as its message says. Source: practice. */
    record RecordIncoming(
            PreservationId id,
            StateCode from,
            StateCode to,
            @AtLeastOne List<InstrumentId> bases,
            Map<LineItemId, Code> items,
            List<Identifier> identifiers,
            List<Person> persons,
            List<Document> documents,
            @Nullable Label offence,
            @Form(Form.Kind.TEXT) @Nullable Personal facts,
            @Nullable Label provider,
            @Form(Form.Kind.TEXT) @Nullable Personal urgencyReason,
            boolean urgent,
            boolean emergency,
            boolean confidential,
            @Nullable PreservationId originatedFrom,
            @Nullable PreservationId renews,
            List<MlaRequestId> linkedRequests,
            @Nullable LocalDate intendedFollowUpBy,
            @Form(Form.Kind.TEXT) @Nullable Personal necessity,
            @Nullable OffenceKind offenceKind,
            @Nullable AuthorityId sender,
            @Nullable AuthorityId addressee,
            @Nullable Channel channel,
            @Nullable Label theirReference,
            @Nullable Instant dispatchedAt,
            Digest letter)
            implements PreservationCommand, RequestCommand.TakeIn {
        public RecordIncoming {
            bases = List.copyOf(bases);
            items = InOrder.copyOf(items);
            identifiers = List.copyOf(identifiers);
            persons = List.copyOf(persons);
            documents = List.copyOf(documents);
            linkedRequests = List.copyOf(linkedRequests);
        }

        /** What it says, as one value. */
        @Override
        public PreservationContents contents() {
            return new PreservationContents(
                    from,
                    to,
                    bases,
                    items,
                    identifiers,
                    persons,
                    documents,
                    offence,
                    facts,
                    provider,
                    urgencyReason,
                    urgent,
                    emergency,
                    confidential,
                    originatedFrom,
                    renews,
                    linkedRequests,
                    intendedFollowUpBy,
                    necessity,
                    offenceKind);
        }
    }

    /** Signs the request off; another person than the drafter, or the same one if urgent and with a reason. Source: practice. */
    record Approve(
            PreservationId id,
            @Form(Form.Kind.TEXT) @Nullable Personal remark) implements PreservationCommand {}

    /** Gives the draft up. Source: practice. */
    record DiscardDraft(
            PreservationId id,
            @Form(Form.Kind.TEXT) @Nullable Personal reason) implements PreservationCommand {}

    /** Sends the request to an authority of the requested State. Source: ETS 185 art. 35(2), 25(3). */
    record Transmit(PreservationId id, AuthorityId to, Channel channel)
            implements PreservationCommand, RequestCommand.SendTo {}

    /** Confirms that the request is in hand. Source: practice. */
    record AcknowledgeReceipt(
            PreservationId id,
            @Nullable Instant legalReceivedAt,
            @Nullable Label ownReference) implements PreservationCommand {}

    /** Says that there is no such provider or data in the territory. Source: ETS 185 art. 27(9)(c) by analogy. */
    record DeclareMisdirected(
            PreservationId id,
            @Form(Form.Kind.TEXT) Personal reason,
            @Nullable StateCode likelyState,
            @Nullable AuthorityId rightAuthority)
            implements PreservationCommand {}

    /** Passes a misdirected request on, in the same or another State. Source: as for the misdirection. */
    record Forward(
            PreservationId id, AuthorityId to, @Nullable Channel channel)
            implements PreservationCommand, RequestCommand.PassOn {}

    /** Sends the request back for what is missing. Source: ETS 185 art. 29(2). */
    record ReturnIncomplete(
            PreservationId id,
            List<ContentCode> missing,
            @Nullable LocalDate answerBy,
            @Form(Form.Kind.TEXT) @Nullable Personal reason)
            implements PreservationCommand {
        public ReturnIncomplete {
            missing = List.copyOf(missing);
        }
    }

    /** Sends the completed request again. Source: practice. */
    record Resubmit(
            PreservationId id,
            AuthorityId to,
            Channel channel,
            @Form(Form.Kind.TEXT) @Nullable Personal changes) implements PreservationCommand, RequestCommand.SendTo {}

    /** Opens a round of questions. Source: practice. */
    record RequestInformation(
            PreservationId id,
            @Nullable Integer round,
            @Form(Form.Kind.TEXT) List<Personal> questions,
            @Nullable LocalDate answerBy)
            implements PreservationCommand {
        public RequestInformation {
            questions = List.copyOf(questions);
        }
    }

    /** Answers the open round. Source: practice. */
    record ProvideInformation(
            PreservationId id,
            List<Integer> rounds,
            @Form(Form.Kind.TEXT) Map<Integer, Personal> answers) implements PreservationCommand {
        public ProvideInformation {
            rounds = List.copyOf(rounds);
            answers = InOrder.copyOf(answers);
        }
    }

    /** Warns that preservation would fail or leak. Source: ETS 185 art. 29(6); UNCC art. 42(7). */
    record WarnOfRisk(
            PreservationId id, @Form(Form.Kind.TEXT) Personal reason) implements PreservationCommand {}

    /** Says that the preservation shall go on in spite of the risk. Source: ETS 185 art. 29(6). */
    record ConfirmProceeding(
            PreservationId id,
            @Form(Form.Kind.TEXT) @Nullable Personal reason) implements PreservationCommand {}

    /** Refuses on one of the few grounds that there are. Source: ETS 185 art. 29(4)-(5); UNCC art. 42(5)-(6). */
    record Refuse(
            PreservationId id,
            @AtLeastOne List<GroundCode> grounds,
            @Form(Form.Kind.TEXT) Personal reason,
            @Nullable Label consultation,
            @Nullable OffenceKind offenceKind)
            implements PreservationCommand {
        public Refuse {
            grounds = List.copyOf(grounds);
        }
    }

    /** Orders the provider to preserve. Source: ETS 185 art. 29(3). */
    record Order(
            PreservationId id,
            @Nullable Label order,
            @Nullable Label provider,
            @Nullable Instant servedAt,
            boolean secrecy)
            implements PreservationCommand {}

    /** Confirms what is held, and until when; the scope says whether it is all that was asked. Source: ETS 185 art. 29(7). */
    record ConfirmPreservation(
            PreservationId id,
            @Nullable Instant preservedFrom,
            List<Code> categories,
            @Nullable Label providerReference,
            Instant expiresAt,
            @Nullable Code rule,
            @Nullable PreservationScope scope,
            @Form(Form.Kind.TEXT) @Nullable Personal remark)
            implements PreservationCommand {
        public ConfirmPreservation {
            categories = List.copyOf(categories);
        }
    }

    /** Says that there is nothing to preserve: never held, already deleted, unknown identifier. Source: practice. */
    record ReportNothingToPreserve(
            PreservationId id, @Form(Form.Kind.TEXT) Personal reason) implements PreservationCommand {}

    /** Names the other providers in the path, and no content. Source: ETS 185 art. 30; UNCC art. 43. */
    record DiscloseTrafficPath(PreservationId id, List<PathProvider> providers, List<GroundCode> withheld)
            implements PreservationCommand {
        public DiscloseTrafficPath {
            providers = List.copyOf(providers);
            withheld = List.copyOf(withheld);
        }
    }

    /** Asks for a longer term, before the end of the term. Source: UNCC art. 42(9); Regulation (EU) 2023/1543 art. 11(1); practice under ETS 185. */
    record RequestExtension(
            PreservationId id,
            @Nullable Instant until,
            @Form(Form.Kind.TEXT) @Nullable Personal reason) implements PreservationCommand {}

    /** Grants a longer term that was asked for before the end. Source: as for the request. */
    record Extend(
            PreservationId id, Instant expiresAt, @Nullable Code rule) implements PreservationCommand {}

    /** Refuses a longer term; the old end stands. Source: as for the request. */
    record RefuseExtension(
            PreservationId id, @Form(Form.Kind.TEXT) Personal reason) implements PreservationCommand {}

    /** Holds the data because a linked MLA request was legally received in time; by itself. Source: ETS 185 art. 29(7); UNCC art. 42(8). */
    record LinkFollowUp(PreservationId id, MlaRequestId request, Instant legalReceivedAt)
            implements PreservationCommand {}

    /** Ends the hold for a request that was withdrawn; by itself. Source: policy. */
    record WithdrawFollowUp(PreservationId id, MlaRequestId request) implements PreservationCommand {}

    /** Says that the MLA request for which the data are held was decided. Source: ETS 185 art. 29(7). */
    record DecideFollowUp(PreservationId id, MlaRequestId request, Code outcome) implements PreservationCommand {}

    /** Ends the term; by itself, at its end. Source: ETS 185 art. 29(7). */
    record Expire(PreservationId id, Instant expiresAt) implements PreservationCommand {}

    /** Says that the provider still has the data after the end; only a new request helps. Source: practice. */
    record ReportDataStillHeld(
            PreservationId id,
            @Form(Form.Kind.TEXT) @Nullable Personal remark) implements PreservationCommand {}

    /** Says that the data need not be preserved any longer. Source: Regulation (EU) 2023/1543 art. 11(3); UNTOC art. 18(24). */
    record RequestRelease(
            PreservationId id, @Form(Form.Kind.TEXT) Personal reason) implements PreservationCommand {}

    /** Withdraws the request. Source: practice. */
    record Withdraw(PreservationId id, @Form(Form.Kind.TEXT) Personal reason) implements PreservationCommand {}

    /** Closes the file of the own side. Source: practice. */
    record Close(
            PreservationId id,
            @Nullable Code outcome,
            @Form(Form.Kind.TEXT) @Nullable Personal reason,
            @Nullable LocalDate retentionReview)
            implements PreservationCommand, RequestCommand.Close {}

    /** Hides the existence of the request from all but the named readers, at once. Source: ETS 185 art. 27(8); UNTOC art. 18(20); EIO art. 19. */
    record Seal(
            PreservationId id,
            @Nullable Label level,
            @AtLeastOne List<PersonId> readers,
            @Nullable LocalDate review,
            @Form(Form.Kind.TEXT) @Nullable Personal basis)
            implements PreservationCommand, RequestCommand.Seal {
        public Seal {
            readers = List.copyOf(readers);
        }
    }

    /** Confirms the sealing within seven days, as another person of the side that sealed. Source: ETS 185 art. 27(8); UNCC art. 42(3); practice. */
    record ConfirmSeal(PreservationId id) implements PreservationCommand, RequestCommand.ConfirmSeal {}

    /** Ends the sealing; needs two persons. Source: ETS 185 art. 27(8); UNTOC art. 18(20); EIO art. 19. */
    record Unseal(PreservationId id, @Form(Form.Kind.TEXT) Personal reason)
            implements PreservationCommand, RequestCommand.Unseal {}

    /** Corrects an event: replaces the value of one field, or voids the event; needs two persons. Source: audit rule. */
    record CorrectEvent(
            PreservationId id,
            UUID event,
            CorrectionAction action,
            @Nullable Label field,
            @Nullable Object value,
            @Form(Form.Kind.TEXT) @Nullable Personal reason,
            @Nullable Proof proof)
            implements PreservationCommand, RequestCommand.CorrectEvent {}

    /** Erases what is known of a person; needs two persons; not while a hold stands. Source: LED art. 16; CETS 224 art. 14(5),(12). */
    record ErasePersonalData(
            PreservationId id,
            PersonRef person,
            List<Label> fields,
            @Nullable Label basis) implements PreservationCommand, RequestCommand.ErasePersonalData {
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
            PreservationId id,
            PersonRef person,
            RestrictionGround ground,
            boolean thenErase,
            @Nullable Label basis) implements PreservationCommand, RequestCommand.RestrictProcessing {}

    /** Shows again what is known of a person; needs two persons. Source: LED art. 16(3). */
    record LiftRestriction(
            PreservationId id, PersonRef person, @Nullable Label basis)
            implements PreservationCommand, RequestCommand.LiftRestriction {}

    /**
     * Records what the person was told of the decision, when and by which channel; or why the person is not told. Source: LED
     * art. 16(4).
     */
    record AnswerPerson(
            PreservationId id,
            PersonRef person,
            AnswerToPerson decision,
            @Nullable Instant toldAt,
            @Nullable Channel channel,

            @Form(value = Form.Kind.TEXT, outlivesErasure = true) @Nullable
            Personal text,

            @Form(value = Form.Kind.TEXT, outlivesErasure = true) @Nullable
            Personal notToldBecause)
            implements PreservationCommand, RequestCommand.AnswerPerson {}

    /** Forbids erasure while proceedings need the record. Source: LED art. 16(3). */
    record PlaceLegalHold(
            PreservationId id,
            @Nullable PersonRef person,
            List<Label> fields,
            @Nullable Label basis) implements PreservationCommand, RequestCommand.PlaceLegalHold {
        public PlaceLegalHold {
            fields = List.copyOf(fields);
        }
    }

    /** Ends a hold. Source: LED art. 16(3). */
    record LiftLegalHold(
            PreservationId id,
            @Nullable PersonRef person,
            List<Label> fields,
            @Nullable Label basis) implements PreservationCommand, RequestCommand.LiftLegalHold {
        public LiftLegalHold {
            fields = List.copyOf(fields);
        }
    }

    /** Assigns the request, or part of it, to a person or office of the own side. Source: practice. */
    record Assign(
            PreservationId id,
            @Nullable PersonId person,
            @Nullable AuthorityId office,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Form(Form.Kind.TEXT) @Nullable Personal reason)
            implements PreservationCommand, RequestCommand.Assign {}

    /** Ends an assignment. Source: practice. */
    record Unassign(
            PreservationId id,
            @Nullable PersonId person,
            @Nullable AuthorityId office,
            @Form(Form.Kind.TEXT) @Nullable Personal reason)
            implements PreservationCommand, RequestCommand.Unassign {}

    /** Adds a note for the own side only. Source: practice. */
    record Note(PreservationId id, @Form(Form.Kind.TEXT) Personal text)
            implements PreservationCommand, RequestCommand.Note {}

    /**
     * Judges anew what is known of the legal receipt of a linked request; by itself. An expiry that turns out void is
     * corrected, and so is a hold that turns out to have begun too late. Source: ETS 185 art. 29(7); audit rule.
     *
     * @param legalReceivedAt the legal receipt as known now; absent if the receipt was voided
     */
    record RejudgeFollowUp(
            PreservationId id,
            MlaRequestId request,
            @Nullable Instant legalReceivedAt) implements PreservationCommand {}

    /**
     * Confirms, as the second of two persons, what a first one proposed.
     *
     * @param proposed the command that was proposed, as the door opened it from the event
     */
    record Confirm(PreservationId id, UUID proposal, PreservationCommand proposed)
            implements PreservationCommand, RequestCommand.Confirm {}

    /** Declines, as the second of two persons, what a first one proposed. */
    record Decline(
            PreservationId id,
            UUID proposal,
            @Form(Form.Kind.TEXT) Personal reason) implements PreservationCommand, RequestCommand.Decline {}
}
