package org.comity.command.mla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.command.mla.Samples.*;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.comity.api.CorrectionAction;
import org.comity.api.Label;
import org.comity.api.Refused;
import org.comity.api.mla.LineItemOutcome;
import org.comity.api.mla.MlaRequestCommand.*;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaRequestEvent.*;
import org.comity.api.mla.MlaStatus;
import org.comity.law.lifecycle.MlaRequestLife;
import org.junit.jupiter.api.Test;

class MlaCorrectionTest {
    private static final String REQUESTED = "central-authority.cl";
    private static final String SECOND = "central-authority-2.cl";
    private static final String EXECUTING = "executing-authority.cl";

    @Test
    void aReceiptHasAnotherMomentAndTheLogKeepsTheFirst() {
        Story received = Histories.reaching(MlaStatus.ACCEPTED);
        var event = received.latest(ReceiptAcknowledged.class);
        Instant typed = received.life().now().legalReceivedAt();
        Instant right = typed.minusSeconds(600);
        Story corrected = received.asTwo(REQUESTED, SECOND, replace(event, "legalReceivedAt", right.toString()));

        assertThat(corrected.life().now().legalReceivedAt()).isEqualTo(right);
        assertThat(corrected.status()).isEqualTo(MlaStatus.ACCEPTED);
        assertThat(corrected.life().history().find(event).orElseThrow().event())
                .isEqualTo(new ReceiptAcknowledged(ID, typed, new Label("CL-1")));
        long before = received.life().version();
        assertThat(MlaRequestLife.NONE
                        .asKnown(corrected.facts().subList(0, received.facts().size()))
                        .now()
                        .legalReceivedAt())
                .isEqualTo(typed);
        assertThat(MlaRequestLife.NONE
                        .asCorrected(corrected.facts(), before)
                        .now()
                        .legalReceivedAt())
                .isEqualTo(right);
    }

    @Test
    void aCorrectionIsHeldToTheRulesOfTheEvent() {
        Story received = Histories.reaching(MlaStatus.ACKNOWLEDGED);
        var event = received.latest(ReceiptAcknowledged.class);
        assertThat(received.refusal(REQUESTED, replace(event, "legalReceivedAt", "2026-03-01T00:00Z"))
                        .code())
                .isEqualTo("mla.receipt-before-transmission");
        assertThat(received.refusal(REQUESTED, replace(event, "legalReceivedAt", "2026-12-01T00:00Z"))
                        .code())
                .isEqualTo("mla.receipt-in-the-future");
    }

    @Test
    void aCorrectionThatMakesLaterActsImpossibleIsRefusedWithTheirList() {
        Story accepted = Histories.reaching(MlaStatus.IN_EXECUTION);
        var event = accepted.latest(ReceiptAcknowledged.class);
        Refused refused = accepted.refusal(REQUESTED, leaveOut(event));
        assertThat(refused.code()).isEqualTo("mla.correction-contradicts");
        assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT);
        assertThat(refused.details().get("laterActs"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(act -> act.get("event"))
                .containsExactly("RequestAccepted", "ExecutionStarted");
    }

    @Test
    void aContradictionEndsWhenTheLaterActsAreVoidToo() {
        Story running = Histories.reaching(MlaStatus.IN_EXECUTION);
        Story stepByStep = running.asTwo(
                        EXECUTING, "executing-authority-2.cl", leaveOut(running.latest(ExecutionStarted.class)))
                .asTwo(REQUESTED, SECOND, leaveOut(running.latest(RequestAccepted.class)))
                .asTwo(REQUESTED, SECOND, leaveOut(running.latest(ReceiptAcknowledged.class)));
        assertThat(stepByStep.status()).isEqualTo(MlaStatus.TRANSMITTED);
        assertThat(stepByStep.life().now().legalReceivedAt()).isNull();
    }

    @Test
    void anOutcomeThatLaterActsRestOnIsNotTakenAway() {
        Story sent = Histories.reaching(MlaStatus.EVIDENCE_TRANSMITTED);
        var event = sent.facts().stream()
                .filter(fact ->
                        fact.event() instanceof LineItemConcluded e && e.items().containsKey(L2))
                .findFirst()
                .orElseThrow()
                .eventId();
        Refused refused =
                sent.refusal(EXECUTING, new CorrectEvent(ID, event, CorrectionAction.VOID, null, null, TEXT, null));
        assertThat(refused.code()).isEqualTo("mla.correction-contradicts");
        Story nil =
                sent.asTwo(EXECUTING, "executing-authority-2.cl", replace(event, "items", Map.of("L2", "nil-result")));
        assertThat(nil.life().now().items().outcomes()).containsEntry(L2, LineItemOutcome.NIL_RESULT);
        assertThat(nil.status()).isEqualTo(MlaStatus.EVIDENCE_TRANSMITTED);
    }

    @Test
    void whoMayCauseAnEventMayCorrectIt() {
        Story accepted = Histories.reaching(MlaStatus.ACCEPTED);
        var receipt = accepted.latest(ReceiptAcknowledged.class);
        assertThat(accepted.refusal("central-authority.pt", leaveOut(receipt)).code())
                .isEqualTo("mla.not-for-this-role");
    }

    @Test
    void onlyAnEventOfThisHistoryThatStillCountsIsCorrected() {
        Story story = Histories.reaching(MlaStatus.ACKNOWLEDGED).as(REQUESTED, NOTE);
        assertThat(story.refusal(REQUESTED, leaveOut(new UUID(4, 4))).code()).isEqualTo("mla.unknown-event");
        var note = story.latest(NoteAdded.class);
        Story gone = story.asTwo(REQUESTED, SECOND, leaveOut(note));
        assertThat(gone.refusal(REQUESTED, leaveOut(note)).code()).isEqualTo("mla.already-void");
    }

    @Test
    void aCorrectionThatWasWrongIsLeftOut() {
        Story story = Histories.reaching(MlaStatus.ACKNOWLEDGED);
        Instant typed = story.life().now().legalReceivedAt();
        Story wrong = story.asTwo(
                REQUESTED,
                SECOND,
                replace(
                        story.latest(ReceiptAcknowledged.class),
                        "legalReceivedAt",
                        typed.minusSeconds(60).toString()));
        Story undone = wrong.asTwo(REQUESTED, SECOND, leaveOut(wrong.latest(EventCorrected.class)));
        assertThat(undone.life().now().legalReceivedAt()).isEqualTo(typed);
    }

    @Test
    void someEventsAreNeverCorrected() {
        Story erased = Histories.reaching(MlaStatus.CLOSED).asTwo("data-protection-officer.pt", "supervisor.pt", ERASE);
        for (Class<? extends MlaRequestEvent> type :
                List.of(Proposed.class, PersonalDataErased.class, RequestDrafted.class)) {
            assertThat(erased.refusal("central-authority.pt", leaveOut(erased.latest(type)))
                            .code())
                    .isEqualTo("mla.not-correctable");
        }
    }

    @Test
    void aReplacementNamesItsFieldAndAVoidNone() {
        Story story = Histories.reaching(MlaStatus.ACKNOWLEDGED);
        var event = story.latest(ReceiptAcknowledged.class);
        var nameless = new CorrectEvent(ID, event, CorrectionAction.REPLACE, null, "x", TEXT, null);
        assertThat(story.refusal(REQUESTED, nameless).code()).isEqualTo("mla.no-field");
        var both = new CorrectEvent(ID, event, CorrectionAction.VOID, new Label("x"), null, TEXT, null);
        assertThat(story.refusal(REQUESTED, both).code()).isEqualTo("mla.field-of-nothing");
        assertThat(story.refusal(REQUESTED, replace(event, "when", "x")).code()).isEqualTo("correction.unknown-field");
        assertThat(story.refusal(REQUESTED, replace(event, "legalReceivedAt", "x"))
                        .code())
                .isEqualTo("correction.wrong-value");
        var sent = story.latest(RequestTransmitted.class);
        assertThat(story.refusal("central-authority.pt", replace(sent, "to", "x"))
                        .code())
                .isEqualTo("correction.fixed-field");
    }
}
