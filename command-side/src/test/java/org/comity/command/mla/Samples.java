package org.comity.command.mla;

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
import org.comity.api.Document;
import org.comity.api.GroundCode;
import org.comity.api.InstrumentId;
import org.comity.api.Label;
import org.comity.api.LineItemId;
import org.comity.api.MlaRequestId;
import org.comity.api.Person;
import org.comity.api.PersonRef;
import org.comity.api.Personal;
import org.comity.api.RestrictionGround;
import org.comity.api.StateCode;
import org.comity.api.mla.LineItemOutcome;
import org.comity.api.mla.ManifestEntry;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestCommand.*;
import org.comity.api.mla.MlaStatus;
import org.comity.api.mla.TransferId;
import org.comity.command.request.People;

/** A sample of every command, for a request of Portugal to Chile with two line items. */
final class Samples {
    static final MlaRequestId ID = new MlaRequestId(new UUID(1, 1));
    static final Personal TEXT = new Personal(new UUID(2, 2), new UUID(3, 3), "c2VhbGVk");
    static final LineItemId L1 = new LineItemId("L1");
    static final LineItemId L2 = new LineItemId("L2");
    static final PersonRef P7 = new PersonRef("P7");
    static final TransferId X1 = new TransferId("X-1");
    static final TransferId X2 = new TransferId("X-2");
    static final LocalDate LATER = LocalDate.parse("2027-01-01");
    static final Channel COURIER = new Channel("courier");
    static final Digest DIGEST = new Digest("sha-256:" + "0a".repeat(32));
    static final List<ManifestEntry> FILES = List.of(new ManifestEntry(new Label("0001"), 7, List.of(DIGEST)));
    static final GroundCode DUAL_CRIMINALITY = new GroundCode("ets185-dual-criminality");
    static final GroundCode OWN_PROCEEDINGS = new GroundCode("ets185-postpone-own-proceedings");
    static final ConfirmSeal CONFIRM_SEAL = new ConfirmSeal(ID);
    static final Label WHY_NO_CONSULTATION = new Label("It could not have changed the decision");
    static final Unseal UNSEAL = new Unseal(ID, TEXT);
    static final ErasePersonalData ERASE = new ErasePersonalData(ID, P7, List.of(), null);
    static final Refuse REFUSE = new Refuse(ID, List.of(DUAL_CRIMINALITY), List.of(), TEXT, WHY_NO_CONSULTATION, null);
    static final Accept ACCEPT = new Accept(ID, List.of(), List.of(), null, null, null);
    static final Close CLOSE = new Close(ID, new Code("fully-executed"), null, null);
    static final Note NOTE = new Note(ID, TEXT);
    static final ConfirmEvidenceReceipt CONFIRM_X1 = new ConfirmEvidenceReceipt(ID, X1, null);
    static final ReportEvidenceDiscrepancy DISPUTE_X1 =
            new ReportEvidenceDiscrepancy(ID, X1, List.of(new Label("0001")), null, null);
    static final RetransmitEvidence RETRANSMIT = new RetransmitEvidence(ID, X2, X1, TEXT, FILES, null, null);
    static final TransmitEvidence HAND_OVER = handOver(X1);
    static final Withdraw WITHDRAW = new Withdraw(ID, true, List.of(), null, null);

    private Samples() {}

    static Draft draft(String basis, boolean urgent, boolean emergency) {
        return new Draft(
                ID,
                new StateCode("PT"),
                new StateCode("CL"),
                Stream.of("ets-185", basis).distinct().map(InstrumentId::new).toList(),
                Map.of(L1, new Code("traffic"), L2, new Code("content")),
                List.of(),
                List.of(),
                List.of(new Person(P7, new Code("witness"), null, null)),
                List.of(),
                null,
                null,
                null,
                null,
                urgent,
                emergency,
                false,
                null,
                null,
                null);
    }

    static RecordIncoming incoming() {
        Draft says = draft("ets-185", false, false);
        return new RecordIncoming(
                ID,
                says.from(),
                says.to(),
                says.bases(),
                says.items(),
                List.of(),
                List.of(),
                says.persons(),
                List.of(),
                null,
                null,
                null,
                null,
                false,
                false,
                false,
                null,
                null,
                null,
                People.authority("central-authority.pt"),
                null,
                COURIER,
                new Label("PGR 12/2026"),
                Instant.parse("2026-02-20T10:00:00Z"),
                DIGEST);
    }

    static Seal seal(String... readers) {
        return new Seal(ID, null, Arrays.stream(readers).map(People::person).toList(), LATER, null);
    }

    static ConcludeLineItem conclude(LineItemId item, LineItemOutcome outcome) {
        return new ConcludeLineItem(
                ID,
                Map.of(item, outcome),
                switch (outcome) {
                    case REFUSED -> List.of(DUAL_CRIMINALITY);
                    case POSTPONED -> List.of(OWN_PROCEEDINGS);
                    default -> List.of();
                },
                TEXT,
                outcome == LineItemOutcome.POSTPONED ? LATER : null,
                WHY_NO_CONSULTATION);
    }

    static TransmitEvidence handOver(TransferId transfer, LineItemId... items) {
        return new TransmitEvidence(ID, transfer, List.of(items), FILES, null, null, List.of());
    }

    static RequestInformation ask(Integer round) {
        return new RequestInformation(ID, round, List.of(TEXT), List.of(), null, true);
    }

    static ProvideInformation answer(Integer... rounds) {
        return new ProvideInformation(ID, List.of(rounds), Map.of(), true);
    }

    static AcknowledgeReceipt receipt(Instant at) {
        return new AcknowledgeReceipt(ID, at, new Label("CL-1"));
    }

    static CorrectEvent leaveOut(UUID event) {
        return new CorrectEvent(ID, event, CorrectionAction.VOID, null, null, TEXT, null);
    }

    static CorrectEvent replace(UUID event, String field, Object value) {
        return new CorrectEvent(ID, event, CorrectionAction.REPLACE, new Label(field), value, TEXT, null);
    }

    /** A sample by name, fit for where a story stands. */
    static MlaRequestCommand of(String command, Story story, Variant variant) {
        return switch (command) {
            case "draft" -> draft(variant.basis(), variant.urgent(), variant.emergency());
            case "record-incoming" -> incoming();
            case "amend-draft" ->
                new AmendDraft(
                        ID,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new Label("fraud"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case "discard-draft" -> new DiscardDraft(ID, TEXT);
            case "approve" -> new Approve(ID, null);
            case "revoke-approval" -> new RevokeApproval(ID, TEXT);
            case "transmit" -> new Transmit(ID, People.authority(variant.addressee()), variant.channel());
            case "report-transmission-failure" -> new ReportTransmissionFailure(ID, TEXT);
            case "acknowledge-receipt" -> receipt(story.now());
            case "declare-misdirected" -> new DeclareMisdirected(ID, TEXT, null);
            case "forward" -> new Forward(ID, People.authority("executing-authority-b.cl"), null);
            case "resend" -> new Resend(ID, People.authority(variant.addressee()), variant.channel());
            case "return-incomplete" ->
                new ReturnIncomplete(ID, List.of(new ContentCode("tcy-art31-reference")), LATER, null);
            case "resubmit" -> new Resubmit(ID, People.authority(variant.addressee()), variant.channel(), null);
            case "request-information" -> ask(null);
            case "provide-information" -> answer();
            case "request-further-information" ->
                new RequestFurtherInformation(ID, null, List.of(TEXT), List.of(), null, true);
            case "lapse-information-deadline" -> new LapseInformationDeadline(ID, null, TEXT);
            case "open-consultation" -> new OpenConsultation(ID, new Label("scope"), null);
            case "conclude-consultation" -> new ConcludeConsultation(ID, TEXT, null, null);
            case "propose-conditions" -> new ProposeConditions(ID, List.of(TEXT), List.of(), null);
            case "accept-conditions" -> new AcceptConditions(ID, null);
            case "decline-conditions" -> new DeclineConditions(ID, null);
            case "accept" -> ACCEPT;
            case "refuse" -> REFUSE;
            case "postpone" -> new Postpone(ID, List.of(OWN_PROCEEDINGS), List.of(), TEXT, WHY_NO_CONSULTATION, LATER);
            case "review-postponement" -> new ReviewPostponement(ID, LATER, null);
            case "lift-postponement" -> new LiftPostponement(ID, null);
            case "start-execution" -> new StartExecution(ID, new Label("88/2026"), null, null);
            case "report-delay" -> new ReportDelay(ID, null, null, TEXT);
            case "conclude-line-item" -> conclude(L1, LineItemOutcome.EXECUTED);
            case "complete-execution" -> new CompleteExecution(ID, null);
            case "declare-partial-execution" -> new DeclarePartialExecution(ID, List.of(L2), null);
            case "resume-remainder" -> new ResumeRemainder(ID, List.of(L2));
            case "transmit-evidence" -> handOver(new TransferId("X-9"), L1);
            case "confirm-evidence-receipt" -> CONFIRM_X1;
            case "report-evidence-discrepancy" -> DISPUTE_X1;
            case "retransmit-evidence" -> RETRANSMIT;
            case "close" -> CLOSE;
            case "withdraw" -> WITHDRAW;
            case "acknowledge-withdrawal" -> new AcknowledgeWithdrawal(ID, null);
            case "record-late-material" -> new RecordLateMaterial(ID, new TransferId("X-8"), FILES, null);
            case "reopen" -> new Reopen(ID, MlaStatus.ACKNOWLEDGED, TEXT);
            case "lodge-remedy" -> new LodgeRemedy(ID, new Label("Court 1"), null, null);
            case "decide-remedy" -> new DecideRemedy(ID, new Label("Court 1"), null, null);
            case "seal" -> seal("central-authority.pt", "central-authority.cl");
            case "confirm-seal" -> CONFIRM_SEAL;
            case "unseal" -> UNSEAL;
            case "submit-formal-confirmation" ->
                new SubmitFormalConfirmation(ID, new Document(TEXT, DIGEST, null, null), null);
            case "ask-progress" -> new AskProgress(ID, TEXT);
            case "give-progress" -> new GiveProgress(ID, TEXT);
            case "correct-event" ->
                leaveOut(
                        story.facts().isEmpty()
                                ? new UUID(0, 1)
                                : story.facts().getLast().eventId());
            case "erase-personal-data" -> ERASE;
            case "restrict-processing" ->
                new RestrictProcessing(ID, P7, RestrictionGround.NEEDED_AS_EVIDENCE, false, null);
            case "lift-restriction" -> new LiftRestriction(ID, P7, null);
            case "answer-person" -> new AnswerPerson(ID, P7, AnswerToPerson.REFUSED, null, null, null, TEXT);
            case "place-legal-hold" -> new PlaceLegalHold(ID, P7, List.of(), null);
            case "lift-legal-hold" -> new LiftLegalHold(ID, P7, List.of(), null);
            case "assign" -> assign();
            case "unassign" -> new Unassign(ID, People.person("central-authority-2.pt"), null, List.of(), null);
            case "note" -> NOTE;
            default -> throw new IllegalArgumentException("no sample of " + command + ": add one");
        };
    }

    static Assign assign() {
        return new Assign(ID, People.person("central-authority-2.pt"), null, List.of(), null, null, null);
    }
}
