package org.comity.command.mla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.command.mla.Samples.*;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.api.GroundCode;
import org.comity.api.Label;
import org.comity.api.LineItemId;
import org.comity.api.Refused;
import org.comity.api.mla.LineItemOutcome;
import org.comity.api.mla.MlaRequestCommand.*;
import org.comity.api.mla.MlaStatus;
import org.comity.law.lifecycle.Flag;
import org.junit.jupiter.api.Test;

class MlaDecisionTest {
    private static final String EXECUTING = "executing-authority.cl";
    private static final String REQUESTED = "central-authority.cl";

    @Test
    void aRefusalNamesAGroundOfTheRequestsInstruments() {
        Story received = Histories.reaching(MlaStatus.ACKNOWLEDGED);
        assertThat(received.refusal(REQUESTED, refuse()).code()).isEqualTo("mla.no-ground");
        assertThat(received.refusal(REQUESTED, refuse("ets185-bad-weather")).code())
                .isEqualTo("ground.unknown");
        assertThat(received.refusal(REQUESTED, refuse("ets185-fiscal-only")).code())
                .isEqualTo("ground.forbidden");
        Refused other = received.refusal(REQUESTED, refuse("ets185-dual-criminality", "untoc-dual-criminality"));
        assertThat(other.code()).isEqualTo("ground.of-another-instrument");
        assertThat(other.fields()).containsExactly("grounds[1]");
    }

    @Test
    void aRefusalRefusesWhatIsNotDone() {
        Story refused = Histories.reaching(MlaStatus.REFUSED);
        assertThat(refused.life().now().items().with(LineItemOutcome.REFUSED)).containsExactlyInAnyOrder(L1, L2);
    }

    @Test
    void aPostponementIsLookedAtAgain() {
        Story received = Histories.reaching(MlaStatus.ACKNOWLEDGED);
        LocalDate today = LocalDate.parse("2026-03-02");
        var now = new Postpone(ID, List.of(OWN_PROCEEDINGS), List.of(), TEXT, Samples.WHY_NO_CONSULTATION, today);
        assertThat(received.refusal(REQUESTED, now).code()).isEqualTo("mla.no-review-ahead");
        var tomorrow = new Postpone(
                ID, List.of(OWN_PROCEEDINGS), List.of(), TEXT, Samples.WHY_NO_CONSULTATION, today.plusDays(1));
        assertThat(received.as(REQUESTED, tomorrow).life().now().review()).isEqualTo(today.plusDays(1));
        assertThat(Histories.reaching(MlaStatus.POSTPONED)
                        .refusal(REQUESTED, new ReviewPostponement(ID, today, null))
                        .code())
                .isEqualTo("mla.no-review-ahead");
    }

    @Test
    void aRefusalIsNotAPostponement() {
        var refusalAsPostponement = new Postpone(ID, List.of(DUAL_CRIMINALITY), List.of(), TEXT, null, LATER);
        assertThat(Histories.reaching(MlaStatus.ACKNOWLEDGED)
                        .refusal(REQUESTED, refusalAsPostponement)
                        .code())
                .isEqualTo("ground.of-another-category");
    }

    @Test
    void onlyProposedConditionsAreAnswered() {
        Story talking = Histories.reaching(MlaStatus.UNDER_CONSULTATION);
        assertThat(talking.refusal("central-authority.pt", new AcceptConditions(ID, null))
                        .code())
                .isEqualTo("mla.no-conditions-proposed");
        assertThat(talking.refusal(REQUESTED, new ProposeConditions(ID, List.of(), List.of(), null))
                        .code())
                .isEqualTo("mla.no-condition");
        Story bound = talking.as(REQUESTED, new ProposeConditions(ID, List.of(TEXT), List.of(), null))
                .as("central-authority.pt", new AcceptConditions(ID, null));
        assertThat(bound.life().flags(bound.now())).contains(Flag.CONDITIONS_IN_FORCE);
    }

    @Test
    void aFormalConfirmationIsOwedInTime() {
        var never = new Accept(ID, List.of(), List.of(), Duration.ZERO, null, null);
        Story received = Histories.reaching(MlaStatus.ACKNOWLEDGED);
        assertThat(received.refusal(REQUESTED, never).code()).isEqualTo("mla.no-time");
        var strange = new Accept(ID, List.of(new LineItemId("L9")), List.of(), null, null, null);
        assertThat(received.refusal(REQUESTED, strange).fields()).containsExactly("scope[0]");
    }

    @Test
    void onlyKnownAndOpenItemsAreConcluded() {
        Story running = Histories.concluded(Variant.PLAIN, L1);
        assertThat(running.refusal(EXECUTING, conclude(L1, LineItemOutcome.NIL_RESULT))
                        .code())
                .isEqualTo("mla.item-not-open");
        assertThat(running.refusal(EXECUTING, conclude(new LineItemId("L9"), LineItemOutcome.EXECUTED))
                        .code())
                .isEqualTo("mla.unknown-line-item");
        assertThat(running.refusal(EXECUTING, conclude(L2, LineItemOutcome.OPEN))
                        .code())
                .isEqualTo("mla.not-an-outcome");
        assertThat(running.refusal(EXECUTING, new ConcludeLineItem(ID, Map.of(), List.of(), null, null, null))
                        .code())
                .isEqualTo("mla.no-line-item");
        Story later = running.as(EXECUTING, conclude(L2, LineItemOutcome.POSTPONED));
        assertThat(later.as(EXECUTING, conclude(L2, LineItemOutcome.EXECUTED))
                        .life()
                        .now()
                        .items()
                        .done())
                .containsExactlyInAnyOrder(L1, L2);
    }

    @Test
    void whatIsRefusedOrPutOffHasAGround() {
        Story running = Histories.reaching(MlaStatus.IN_EXECUTION);
        assertThat(running.refusal(EXECUTING, outcome(LineItemOutcome.REFUSED, null))
                        .code())
                .isEqualTo("mla.no-ground");
        assertThat(running.refusal(EXECUTING, outcome(LineItemOutcome.REFUSED, null, OWN_PROCEEDINGS))
                        .code())
                .isEqualTo("ground.of-another-category");
        assertThat(running.refusal(EXECUTING, outcome(LineItemOutcome.POSTPONED, null, OWN_PROCEEDINGS))
                        .code())
                .isEqualTo("mla.no-review-ahead");
        assertThat(running.refusal(EXECUTING, outcome(LineItemOutcome.EXECUTED, null, OWN_PROCEEDINGS))
                        .code())
                .isEqualTo("mla.ground-for-nothing");
    }

    @Test
    void executionIsCompleteWhenNothingIsOpenRefusedOrPostponed() {
        for (LineItemOutcome undone :
                List.of(LineItemOutcome.OPEN, LineItemOutcome.REFUSED, LineItemOutcome.POSTPONED)) {
            Story one = Histories.concluded(Variant.PLAIN, L1);
            Story story = undone == LineItemOutcome.OPEN ? one : one.as(EXECUTING, conclude(L2, undone));
            Refused refused = story.refusal(EXECUTING, new CompleteExecution(ID, null));
            assertThat(refused.code()).isEqualTo("mla.items-not-done");
            assertThat(refused.details()).containsEntry("items", List.of("L2"));
        }
        for (LineItemOutcome done :
                List.of(LineItemOutcome.NIL_RESULT, LineItemOutcome.IMPOSSIBLE, LineItemOutcome.WITHDRAWN)) {
            assertThat(Histories.concluded(Variant.PLAIN, L1)
                            .as(EXECUTING, conclude(L2, done))
                            .as(EXECUTING, new CompleteExecution(ID, null))
                            .status())
                    .isEqualTo(MlaStatus.EXECUTED);
        }
    }

    @Test
    void partialIsWhatLeavesSomethingOpen() {
        Story done = Histories.concluded(Variant.PLAIN, L1, L2);
        assertThat(done.refusal(EXECUTING, new DeclarePartialExecution(ID, List.of(), null))
                        .code())
                .isEqualTo("mla.nothing-left-open");
        assertThat(Histories.concluded(Variant.PLAIN, L1)
                        .refusal(EXECUTING, new DeclarePartialExecution(ID, List.of(L1), null))
                        .code())
                .isEqualTo("mla.item-not-open");
    }

    @Test
    void onlyWhatWasLeftOpenIsResumed() {
        Story partial = Histories.reaching(MlaStatus.PARTIALLY_EXECUTED);
        assertThat(partial.refusal(EXECUTING, new ResumeRemainder(ID, List.of(L1)))
                        .code())
                .isEqualTo("mla.item-not-open");
        assertThat(partial.as(EXECUTING, new ResumeRemainder(ID, List.of())).status())
                .isEqualTo(MlaStatus.IN_EXECUTION);
    }

    @Test
    void nothingIsRecordedBeforeItHappens() {
        Story accepted = Histories.reaching(MlaStatus.ACCEPTED);
        var tomorrow = accepted.now().plus(Duration.ofDays(1));
        assertThat(accepted.refusal(EXECUTING, new StartExecution(ID, new Label("88"), null, tomorrow))
                        .fields())
                .containsExactly("servedAt");
    }

    private static Refuse refuse(String... grounds) {
        return new Refuse(
                ID,
                List.of(grounds).stream().map(GroundCode::new).toList(),
                List.of(),
                TEXT,
                Samples.WHY_NO_CONSULTATION,
                null);
    }

    private static ConcludeLineItem outcome(LineItemOutcome outcome, LocalDate review, GroundCode... grounds) {
        return new ConcludeLineItem(
                ID, Map.of(L1, outcome), List.of(grounds), TEXT, review, Samples.WHY_NO_CONSULTATION);
    }
}
