package org.comity.api.spontaneous;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.comity.api.AnswerToPerson;
import org.comity.api.AtLeastOne;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.CorrectionAction;
import org.comity.api.Digest;
import org.comity.api.Document;
import org.comity.api.Form;
import org.comity.api.Identifier;
import org.comity.api.InstrumentId;
import org.comity.api.Label;
import org.comity.api.MlaRequestId;
import org.comity.api.Person;
import org.comity.api.PersonId;
import org.comity.api.PersonRef;
import org.comity.api.Personal;
import org.comity.api.Proof;
import org.comity.api.RequestCommand;
import org.comity.api.RestrictionGround;
import org.comity.api.SpontaneousId;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.jspecify.annotations.Nullable;

/** Everything that may be asked of spontaneous information. */
public sealed interface SpontaneousCommand extends RequestCommand {
    @Override
    SpontaneousId id();

    /** Says that there is information, of what nature, and under which conditions. Source: ETS 185 art. 26(2). */
    record Offer(
            SpontaneousId id,
            StateCode from,
            StateCode to,
            List<InstrumentId> bases,
            @Nullable Label offence,
            @Form(Form.Kind.TEXT) Personal nature,
            @Form(Form.Kind.TEXT) List<Personal> conditions,
            boolean urgent)
            implements SpontaneousCommand, RequestCommand.Begin {
        public Offer {
            bases = List.copyOf(bases);
            conditions = List.copyOf(conditions);
        }

        @Override
        public SpontaneousContents contents() {
            return new SpontaneousContents(from, to, bases, offence, nature, conditions, urgent);
        }
    }

    /** Takes in what an authority that is not connected sent, as far as its letter says. Source: practice. */
    record RecordIncoming(
            SpontaneousId id,
            StateCode from,
            StateCode to,
            List<InstrumentId> bases,
            @Nullable Label offence,
            @Form(Form.Kind.TEXT) Personal nature,
            @Form(Form.Kind.TEXT) List<Personal> conditions,
            boolean urgent,
            @Nullable Label reference,
            List<Document> documents,
            List<Person> persons,
            List<Identifier> identifiers,
            @Form(Form.Kind.TEXT) List<Personal> restrictions,
            @Nullable AuthorityId sender,
            @Nullable AuthorityId addressee,
            @Nullable Channel channel,
            @Nullable Label theirReference,
            @Nullable Instant dispatchedAt,
            Digest letter)
            implements SpontaneousCommand, RequestCommand.TakeIn {
        public RecordIncoming {
            bases = List.copyOf(bases);
            conditions = List.copyOf(conditions);
            documents = List.copyOf(documents);
            persons = List.copyOf(persons);
            identifiers = List.copyOf(identifiers);
            restrictions = List.copyOf(restrictions);
        }

        @Override
        public SpontaneousContents contents() {
            return new SpontaneousContents(from, to, bases, offence, nature, conditions, urgent);
        }

        /** What came with the letter, as one value. */
        public SpontaneousMaterial material() {
            return new SpontaneousMaterial(reference, documents, persons, identifiers, restrictions);
        }
    }

    /** Accepts the conditions, which then bind. Source: ETS 185 art. 26(2). */
    record AcceptConditions(
            SpontaneousId id,
            @Form(Form.Kind.TEXT) @Nullable Personal remark) implements SpontaneousCommand {}

    /** Declines the conditions; the sender decides whether to send all the same. Source: ETS 185 art. 26(2). */
    record DeclineConditions(
            SpontaneousId id, @Form(Form.Kind.TEXT) Personal reason) implements SpontaneousCommand {}

    /** Sends the information to an authority of the receiving State. Source: ETS 185 art. 26(1); UNTOC art. 18(4)-(5). */
    record Transmit(
            SpontaneousId id,
            AuthorityId to,
            Channel channel,
            @Nullable Label reference,
            @AtLeastOne List<Document> documents,
            List<Person> persons,
            List<Identifier> identifiers,
            @Form(Form.Kind.TEXT) List<Personal> restrictions)
            implements SpontaneousCommand, RequestCommand.SendTo {
        public Transmit {
            documents = List.copyOf(documents);
            persons = List.copyOf(persons);
            identifiers = List.copyOf(identifiers);
            restrictions = List.copyOf(restrictions);
        }

        /** What is sent, as one value. */
        public SpontaneousMaterial material() {
            return new SpontaneousMaterial(reference, documents, persons, identifiers, restrictions);
        }
    }

    /** Confirms that the information is in hand. Source: practice. */
    record AcknowledgeReceipt(
            SpontaneousId id,
            @Nullable Instant legalReceivedAt,
            @Nullable Label ownReference) implements SpontaneousCommand {}

    /** Tells the sender that something of it is to be disclosed to the defense, as it clears the accused. Source: UNTOC art. 18(5). */
    record NotifyExculpatoryDisclosure(
            SpontaneousId id,
            @Form(Form.Kind.TEXT) Personal notice,
            @Nullable LocalDate disclosureOn) implements SpontaneousCommand {}

    /** Names the request for assistance that the receiver makes because of it. Source: practice. */
    record LinkToRequest(SpontaneousId id, MlaRequestId request) implements SpontaneousCommand {}

    /** Closes the file. Source: practice. */
    record Close(
            SpontaneousId id,
            @Nullable Code outcome,
            @Form(Form.Kind.TEXT) @Nullable Personal reason,
            @Nullable LocalDate retentionReview)
            implements SpontaneousCommand, RequestCommand.Close {}

    /** Hides the existence of the information from all but the named readers, at once. Source: ETS 185 art. 27(8); UNTOC art. 18(20); EIO art. 19. */
    record Seal(
            SpontaneousId id,
            @Nullable Label level,
            @AtLeastOne List<PersonId> readers,
            @Nullable LocalDate review,
            @Form(Form.Kind.TEXT) @Nullable Personal basis)
            implements SpontaneousCommand, RequestCommand.Seal {
        public Seal {
            readers = List.copyOf(readers);
        }
    }

    /** Confirms the sealing within seven days, as another person of the side that sealed. Source: ETS 185 art. 26(2); UNTOC art. 18(5); practice. */
    record ConfirmSeal(SpontaneousId id) implements SpontaneousCommand, RequestCommand.ConfirmSeal {}

    /** Ends the sealing; needs two persons. Source: ETS 185 art. 27(8); UNTOC art. 18(20); EIO art. 19. */
    record Unseal(SpontaneousId id, @Form(Form.Kind.TEXT) Personal reason)
            implements SpontaneousCommand, RequestCommand.Unseal {}

    /** Corrects an event: replaces the value of one field, or voids the event; needs two persons. Source: audit rule. */
    record CorrectEvent(
            SpontaneousId id,
            UUID event,
            CorrectionAction action,
            @Nullable Label field,
            @Nullable Object value,
            @Form(Form.Kind.TEXT) @Nullable Personal reason,
            @Nullable Proof proof)
            implements SpontaneousCommand, RequestCommand.CorrectEvent {}

    /** Erases what is known of a person; needs two persons; not while a hold stands. Source: LED art. 16; CETS 224 art. 14(5),(12). */
    record ErasePersonalData(
            SpontaneousId id,
            PersonRef person,
            List<Label> fields,
            @Nullable Label basis) implements SpontaneousCommand, RequestCommand.ErasePersonalData {
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
            SpontaneousId id,
            PersonRef person,
            RestrictionGround ground,
            boolean thenErase,
            @Nullable Label basis) implements SpontaneousCommand, RequestCommand.RestrictProcessing {}

    /** Shows again what is known of a person; needs two persons. Source: LED art. 16(3). */
    record LiftRestriction(
            SpontaneousId id, PersonRef person, @Nullable Label basis)
            implements SpontaneousCommand, RequestCommand.LiftRestriction {}

    /**
     * Records what the person was told of the decision, when and by which channel; or why the person is not told. Source: LED
     * art. 16(4).
     */
    record AnswerPerson(
            SpontaneousId id,
            PersonRef person,
            AnswerToPerson decision,
            @Nullable Instant toldAt,
            @Nullable Channel channel,

            @Form(value = Form.Kind.TEXT, outlivesErasure = true) @Nullable
            Personal text,

            @Form(value = Form.Kind.TEXT, outlivesErasure = true) @Nullable
            Personal notToldBecause)
            implements SpontaneousCommand, RequestCommand.AnswerPerson {}

    /** Forbids erasure while proceedings need the record. Source: LED art. 16(3). */
    record PlaceLegalHold(
            SpontaneousId id,
            @Nullable PersonRef person,
            List<Label> fields,
            @Nullable Label basis) implements SpontaneousCommand, RequestCommand.PlaceLegalHold {
        public PlaceLegalHold {
            fields = List.copyOf(fields);
        }
    }

    /** Ends a hold. Source: LED art. 16(3). */
    record LiftLegalHold(
            SpontaneousId id,
            @Nullable PersonRef person,
            List<Label> fields,
            @Nullable Label basis) implements SpontaneousCommand, RequestCommand.LiftLegalHold {
        public LiftLegalHold {
            fields = List.copyOf(fields);
        }
    }

    /** Assigns the information, or part of it, to a person or office of the own side. Source: practice. */
    record Assign(
            SpontaneousId id,
            @Nullable PersonId person,
            @Nullable AuthorityId office,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Form(Form.Kind.TEXT) @Nullable Personal reason)
            implements SpontaneousCommand, RequestCommand.Assign {}

    /** Ends an assignment. Source: practice. */
    record Unassign(
            SpontaneousId id,
            @Nullable PersonId person,
            @Nullable AuthorityId office,
            @Form(Form.Kind.TEXT) @Nullable Personal reason)
            implements SpontaneousCommand, RequestCommand.Unassign {}

    /** Adds a note for the own side only. Source: practice. */
    record Note(SpontaneousId id, @Form(Form.Kind.TEXT) Personal text)
            implements SpontaneousCommand, RequestCommand.Note {}

    /**
     * Confirms, as the second of two persons, what a first one proposed.
     *
     * @param proposed the command that was proposed, as the door opened it from the event
     */
    record Confirm(SpontaneousId id, UUID proposal, SpontaneousCommand proposed)
            implements SpontaneousCommand, RequestCommand.Confirm {}

    /** Declines, as the second of two persons, what a first one proposed. */
    record Decline(
            SpontaneousId id,
            UUID proposal,
            @Form(Form.Kind.TEXT) Personal reason) implements SpontaneousCommand, RequestCommand.Decline {}
}
