package org.comity.command.spontaneous;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.api.AnswerToPerson;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.CorrectionAction;
import org.comity.api.Digest;
import org.comity.api.Document;
import org.comity.api.InstrumentId;
import org.comity.api.Label;
import org.comity.api.MlaRequestId;
import org.comity.api.Person;
import org.comity.api.PersonRef;
import org.comity.api.Personal;
import org.comity.api.RestrictionGround;
import org.comity.api.SpontaneousId;
import org.comity.api.StateCode;
import org.comity.api.spontaneous.SpontaneousCommand;
import org.comity.api.spontaneous.SpontaneousCommand.*;
import org.comity.api.spontaneous.SpontaneousStatus;
import org.comity.command.request.People;

/** A sample of every command, and a history to every status, for information of Portugal to Chile. */
final class Samples {
    static final SpontaneousId ID = new SpontaneousId(new UUID(1, 1));
    static final MlaRequestId M1 = new MlaRequestId(new UUID(4, 1));
    static final Personal TEXT = new Personal(new UUID(2, 2), new UUID(3, 3), "c2VhbGVk");
    static final PersonRef P7 = new PersonRef("P7");
    static final Digest DIGEST = new Digest("sha-256:" + "0a".repeat(32));
    static final Document DOCUMENT = new Document(TEXT, DIGEST, null, null);
    static final String SENDER = "central-authority.pt";
    static final String RECEIVER = "central-authority.cl";

    private Samples() {}

    static Offer offer(String to, Personal... conditions) {
        return new Offer(
                ID,
                new StateCode("PT"),
                new StateCode(to),
                List.of(new InstrumentId("ets-185")),
                null,
                TEXT,
                List.of(conditions),
                false);
    }

    static Transmit transmit(Personal... restrictions) {
        return new Transmit(
                ID,
                People.authority(RECEIVER),
                new Channel("secure-electronic"),
                new Label("PT/2026/17"),
                List.of(DOCUMENT),
                List.of(new Person(P7, new Code("suspect"), TEXT, null)),
                List.of(),
                List.of(restrictions));
    }

    static RecordIncoming incoming() {
        return new RecordIncoming(
                ID,
                new StateCode("PT"),
                new StateCode("CL"),
                List.of(),
                null,
                TEXT,
                List.of(),
                false,
                null,
                List.of(DOCUMENT),
                List.of(new Person(P7, new Code("suspect"), null, null)),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                DIGEST);
    }

    static Seal seal(String... readers) {
        return new Seal(ID, null, Stream.of(readers).map(People::person).toList(), LocalDate.parse("2027-01-01"), null);
    }

    static CorrectEvent leaveOut(UUID event) {
        return new CorrectEvent(ID, event, CorrectionAction.VOID, null, null, TEXT, null);
    }

    static SpontaneousCommand of(String command, Story story) {
        return switch (command) {
            case "offer" -> offer("CL", TEXT);
            case "record-incoming" -> incoming();
            case "accept-conditions" -> new AcceptConditions(ID, null);
            case "decline-conditions" -> new DeclineConditions(ID, TEXT);
            case "transmit" -> transmit();
            case "acknowledge-receipt" -> new AcknowledgeReceipt(ID, null, new Label("CL-17"));
            case "notify-exculpatory-disclosure" -> new NotifyExculpatoryDisclosure(ID, TEXT, null);
            case "link-to-request" -> new LinkToRequest(ID, M1);
            case "close" -> new Close(ID, new Code("used"), null, null);
            case "assign" -> new Assign(ID, People.person(RECEIVER), null, null, null, null);
            case "unassign" -> new Unassign(ID, People.person(RECEIVER), null, null);
            case "correct-event" -> leaveOut(story.facts().getLast().eventId());
            case "seal" -> seal(SENDER, "central-authority-2.pt", RECEIVER, "central-authority-2.cl");
            case "confirm-seal" -> new ConfirmSeal(ID);
            case "unseal" -> new Unseal(ID, TEXT);
            case "erase-personal-data" -> new ErasePersonalData(ID, P7, List.of(), null);
            case "restrict-processing" ->
                new RestrictProcessing(ID, P7, RestrictionGround.NEEDED_AS_EVIDENCE, false, null);
            case "lift-restriction" -> new LiftRestriction(ID, P7, null);
            case "answer-person" -> new AnswerPerson(ID, P7, AnswerToPerson.REFUSED, null, null, null, TEXT);
            case "place-legal-hold" -> new PlaceLegalHold(ID, null, List.of(), null);
            case "lift-legal-hold" -> new LiftLegalHold(ID, null, List.of(), null);
            case "note" -> new Note(ID, TEXT);
            default -> throw new IllegalArgumentException("no sample of " + command);
        };
    }

    /** Information led to a status by the people who may. */
    static Story reaching(SpontaneousStatus status) {
        return switch (status) {
            case NONE -> Story.NONE;
            case OFFERED -> then(SpontaneousStatus.NONE, SENDER, "offer");
            case CONDITIONS_ACCEPTED -> then(SpontaneousStatus.OFFERED, RECEIVER, "accept-conditions");
            case CONDITIONS_DECLINED -> then(SpontaneousStatus.OFFERED, RECEIVER, "decline-conditions");
            case TRANSMITTED -> then(SpontaneousStatus.CONDITIONS_ACCEPTED, SENDER, "transmit");
            case RECEIVED -> then(SpontaneousStatus.TRANSMITTED, RECEIVER, "acknowledge-receipt");
            case CLOSED -> then(SpontaneousStatus.RECEIVED, RECEIVER, "close");
        };
    }

    /** A history in which a command of the table finds what it needs beside the status. */
    static Story ready(String command, SpontaneousStatus status, String login) {
        Story story = reaching(status);
        return switch (command) {
            case "unassign" -> story.as(login, of("assign", story));
            case "confirm-seal" -> {
                String sealer = login.replace(".", "-2.");
                yield story.as(sealer, seal(sealer, login));
            }
            case "unseal" -> story.as(login, of("seal", story));
            case "correct-event" -> story.as(login, of("note", story));
            case "lift-legal-hold" -> story.as(login, of("place-legal-hold", story));
            case "lift-restriction" -> story.asTwo(login, "supervisor.pt", of("restrict-processing", story));
            case "erase-personal-data" -> login.equals("system") ? erasureDecided(story) : story;
            default -> story;
        };
    }

    /** A history in which two persons have decided on an erasure that waited for the end of a hold. */
    private static Story erasureDecided(Story story) {
        return story.as("supervisor.pt", new PlaceLegalHold(ID, P7, List.of(), null))
                .asTwo(
                        "data-protection-officer.pt",
                        "supervisor.pt",
                        new RestrictProcessing(ID, P7, RestrictionGround.NEEDED_AS_EVIDENCE, true, null))
                .as("supervisor.pt", new LiftLegalHold(ID, P7, List.of(), null));
    }

    private static Story then(SpontaneousStatus before, String login, String command) {
        Story story = reaching(before);
        return story.as(login, of(command, story));
    }
}
