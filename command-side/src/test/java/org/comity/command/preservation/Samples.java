package org.comity.command.preservation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.api.AnswerToPerson;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.ContentCode;
import org.comity.api.CorrectionAction;
import org.comity.api.Digest;
import org.comity.api.GroundCode;
import org.comity.api.InstrumentId;
import org.comity.api.Label;
import org.comity.api.LineItemId;
import org.comity.api.MlaRequestId;
import org.comity.api.Person;
import org.comity.api.PersonRef;
import org.comity.api.Personal;
import org.comity.api.PreservationId;
import org.comity.api.RestrictionGround;
import org.comity.api.StateCode;
import org.comity.api.preservation.PathProvider;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationCommand.*;
import org.comity.api.preservation.PreservationEvent;
import org.comity.command.request.People;

/** A sample of every command, for a request of Portugal to Chile; the data are preserved for sixty days. */
final class Samples {
    static final PreservationId ID = new PreservationId(new UUID(1, 1));
    static final MlaRequestId M1 = new MlaRequestId(new UUID(4, 1));
    static final MlaRequestId M2 = new MlaRequestId(new UUID(4, 2));
    static final Personal TEXT = new Personal(new UUID(2, 2), new UUID(3, 3), "c2VhbGVk");
    static final PersonRef P7 = new PersonRef("P7");
    static final LocalDate LATER = LocalDate.parse("2027-01-01");
    static final Instant END = Instant.parse("2026-05-01T16:00:00Z");
    static final Instant IN_TIME = END.minus(Duration.ofDays(10));
    static final Instant TOO_LATE = END.plus(Duration.ofDays(1));
    static final Channel NETWORK = Channel.CONTACT_POINT_24_7;
    static final Digest DIGEST = new Digest("sha-256:" + "0a".repeat(32));
    static final GroundCode POLITICAL = new GroundCode("ets185-pres-political-offence");
    static final GroundCode DUAL_CRIMINALITY = new GroundCode("ets185-pres-dual-criminality-reservation");
    static final ConfirmSeal CONFIRM_SEAL = new ConfirmSeal(ID);
    static final Unseal UNSEAL = new Unseal(ID, TEXT);
    static final ErasePersonalData ERASE = new ErasePersonalData(ID, P7, List.of(), null);
    static final Note NOTE = new Note(ID, TEXT);
    static final Close CLOSE = new Close(ID, new Code("disclosed"), null, null);
    static final LinkFollowUp LINK = new LinkFollowUp(ID, M1, IN_TIME);
    static final Expire EXPIRE = new Expire(ID, END);
    static final RequestExtension ASK_FOR_MORE = new RequestExtension(ID, null, null);
    static final Extend EXTEND = new Extend(ID, END.plus(Duration.ofDays(30)), null);

    private Samples() {}

    static Draft draft(boolean urgent, MlaRequestId... linked) {
        return new Draft(
                ID,
                new StateCode("PT"),
                new StateCode("CL"),
                List.of(new InstrumentId("ets-185")),
                Map.of(new LineItemId("L1"), new Code("traffic")),
                List.of(),
                List.of(new Person(P7, new Code("witness"), null, null)),
                List.of(),
                new Label("fraud"),
                TEXT,
                null,
                null,
                urgent,
                false,
                false,
                null,
                null,
                List.of(linked),
                LATER,
                TEXT,
                null);
    }

    static ConfirmPreservation confirm(Instant end) {
        return new ConfirmPreservation(ID, null, List.of(), null, end, null, null, null);
    }

    static Seal seal(String... readers) {
        return new Seal(ID, null, Arrays.stream(readers).map(People::person).toList(), LATER, null);
    }

    static CorrectEvent replace(UUID event, String field, Object value) {
        return new CorrectEvent(ID, event, CorrectionAction.REPLACE, new Label(field), value, TEXT, null);
    }

    static CorrectEvent leaveOut(UUID event) {
        return new CorrectEvent(ID, event, CorrectionAction.VOID, null, null, TEXT, null);
    }

    /** The sample of a command of the table, fit for where a story stands. */
    static PreservationCommand of(String command, Story story, Variant v) {
        return switch (command) {
            case "draft" -> draft(v.urgent());
            case "approve" -> new Approve(ID, v.urgent() ? TEXT : null);
            case "discard-draft" -> new DiscardDraft(ID, TEXT);
            case "transmit" -> new Transmit(ID, People.authority(v.addressee()), NETWORK);
            case "acknowledge-receipt" -> new AcknowledgeReceipt(ID, null, new Label("CL-5521"));
            case "declare-misdirected" -> new DeclareMisdirected(ID, TEXT, new StateCode("JP"), null);
            case "forward" -> new Forward(ID, People.authority("contact-point.jp"), null);
            case "return-incomplete" ->
                new ReturnIncomplete(ID, List.of(new ContentCode("ets185-pres-offence-and-facts")), null, null);
            case "resubmit" -> new Resubmit(ID, People.authority(v.addressee()), NETWORK, null);
            case "request-information" -> new RequestInformation(ID, null, List.of(TEXT), LATER);
            case "provide-information" -> new ProvideInformation(ID, List.of(), Map.of());
            case "warn-of-risk" -> new WarnOfRisk(ID, TEXT);
            case "confirm-proceeding" -> new ConfirmProceeding(ID, TEXT);
            case "refuse" -> new Refuse(ID, List.of(POLITICAL), TEXT, null, null);
            case "order" -> new Order(ID, new Label("88/2026"), null, null, true);
            case "confirm-preservation" -> confirm(END);
            case "report-nothing-to-preserve" -> new ReportNothingToPreserve(ID, TEXT);
            case "disclose-traffic-path" ->
                new DiscloseTrafficPath(
                        ID, List.of(new PathProvider(new Label("relay"), new StateCode("JP"))), List.of());
            case "request-extension" -> ASK_FOR_MORE;
            case "extend" -> EXTEND;
            case "refuse-extension" -> new RefuseExtension(ID, TEXT);
            case "link-follow-up" -> LINK;
            case "withdraw-follow-up" -> new WithdrawFollowUp(ID, M1);
            case "decide-follow-up" -> new DecideFollowUp(ID, M1, new Code("disclosed"));
            case "expire" -> EXPIRE;
            case "report-data-still-held" -> new ReportDataStillHeld(ID, TEXT);
            case "request-release" -> new RequestRelease(ID, TEXT);
            case "withdraw" -> new Withdraw(ID, TEXT);
            case "close" -> CLOSE;
            case "seal" -> seal("central-authority.pt", "contact-point.cl");
            case "confirm-seal" -> CONFIRM_SEAL;
            case "unseal" -> UNSEAL;
            case "correct-event" -> correction(story);
            case "erase-personal-data" -> ERASE;
            case "restrict-processing" ->
                new RestrictProcessing(ID, P7, RestrictionGround.NEEDED_AS_EVIDENCE, false, null);
            case "lift-restriction" -> new LiftRestriction(ID, P7, null);
            case "answer-person" -> new AnswerPerson(ID, P7, AnswerToPerson.REFUSED, null, null, null, TEXT);
            case "place-legal-hold" -> new PlaceLegalHold(ID, null, List.of(), null);
            case "lift-legal-hold" -> new LiftLegalHold(ID, null, List.of(), null);
            case "record-incoming" -> incoming();
            case "assign" -> new Assign(ID, People.person("central-authority-2.pt"), null, null, null, null);
            case "unassign" -> new Unassign(ID, People.person("central-authority-2.pt"), null, null);
            case "note" -> NOTE;
            default -> throw new IllegalArgumentException("no sample of " + command);
        };
    }

    /** Leaves out the latest note, which anybody may cause and nothing hangs on. */
    private static CorrectEvent correction(Story story) {
        return leaveOut(Stream.of(PreservationEvent.NoteAdded.class)
                .flatMap(type -> story.facts().reversed().stream().filter(fact -> type.isInstance(fact.event())))
                .findFirst()
                .map(fact -> fact.eventId())
                .orElse(new UUID(0, 1)));
    }

    static RecordIncoming incoming() {
        Draft said = draft(false);
        return new RecordIncoming(
                ID,
                said.from(),
                said.to(),
                said.bases(),
                said.items(),
                said.identifiers(),
                said.persons(),
                said.documents(),
                null,
                null,
                null,
                null,
                false,
                false,
                false,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                People.authority("contact-point.pt"),
                null,
                NETWORK,
                null,
                null,
                DIGEST);
    }
}
