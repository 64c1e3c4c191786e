package org.comity.law.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.law.deadline.Milestone.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.comity.api.Code;
import org.comity.api.InstrumentId;
import org.comity.api.StateCode;
import org.comity.law.RequestKind;
import org.comity.law.Table;
import org.comity.law.deadline.Deadline.Phase;
import org.comity.law.deadline.Rule.Nature;
import org.comity.law.deadline.Step.Doubt;
import org.comity.law.deadline.Step.NoEffect;
import org.comity.law.deadline.Step.Why;
import org.comity.law.treaty.TreatyFact.Membership;
import org.comity.law.treaty.TreatyFact.Status;
import org.comity.law.treaty.TreatyFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeadlinesTest {
    private static final String HEADER =
            "code,instrument_id,article,sub_paragraph,label,iso8601_duration,day_type,counting,nature,when,starts_on,"
                    + "stops_on,acts_on,pauses,bound_party,extendable,effect_when_missed,remark,verification,source\n";
    private static final Lawbook LAW = Lawbook.ofThisRelease();
    private static final Cases SC_01 = Cases.between("PT", "CL", RequestKind.PRESERVATION, "ets-185")
            .at("2026-03-02T16:00:00Z", PRESERVATION_CONFIRMED, "2026-05-01T16:00:00Z");
    private static final Cases SC_03 = Cases.between("BR", "PH", RequestKind.PRESERVATION, "ets-185")
            .at("2026-01-12T12:00:00Z", PRESERVATION_CONFIRMED, "2026-03-13T12:00:00Z");
    private static final Cases ORDER = Cases.between("FR", "DE", RequestKind.EIO, "eu-eio-2014-41");

    static List<Rule> rules() {
        return LAW.rules().values().stream()
                .sorted((a, b) -> a.code().value().compareTo(b.code().value()))
                .toList();
    }

    @Test
    void everyRowIsARule() {
        assertThat(LAW.rules())
                .hasSameSizeAs(Table.read("deadlines.csv").rows())
                .hasSizeGreaterThan(53);
        assertThat(LAW.countings()).containsOnlyKeys(Rule.Counting.values());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleWithAStartRunsFromItAndExplainsItself(Rule rule) {
        if (rule.startsOn() == null || rule.nature() == Nature.WARNING) {
            assertThat(rule.actsOn().isEmpty()).isEqualTo(rule.nature() == Nature.AVAILABILITY);
            return;
        }
        Cases started = Cases.between(
                        "FR", "DE", RequestKind.MLA_GENERAL, rule.instrument().value())
                .at("2026-09-01T10:20:00Z", rule.startsOn())
                .flagged(rule.when().stream().filter(f -> !f.startsWith("not-")).toArray(String[]::new));
        Deadline deadline =
                new Reckoning(LAW, started.situation(), rule).reckon().orElseThrow();
        assertThat(deadline.steps()).first().isInstanceOf(Step.Started.class);
        assertThat(deadline.due() == null).isEqualTo(rule.length() == null);
        assertThat(deadline.phase()).isEqualTo(rule.length() == null ? Phase.WITHOUT_FIGURE : Phase.RUNNING);
        assertThat(deadline.doubts().contains(Doubt.RULE_NOT_VERIFIED))
                .isEqualTo(!rule.source().mark().isVerified());
        assertThat(deadline.law()).isEqualTo(Table.digestOfAll());
        for (Milestone stop : rule.stopsOn()) {
            Cases stopped = started.at("2026-09-01T10:25:00Z", stop);
            assertThat(new Reckoning(LAW, stopped.situation(), rule)
                            .reckon()
                            .orElseThrow()
                            .phase())
                    .isIn(Phase.MET, Phase.HELD);
        }
    }

    @Test
    void thePreservationOfSc01IsHeldFromLegalReceiptAndNotExpiredOnTheFirstOfMay() {
        assertThat(SC_01.deadline("ets185-pres-minimum").due()).isEqualTo(Instant.parse("2026-05-01T16:00:00Z"));
        Cases received = SC_01.at("2026-03-25T20:15:00Z", MLA_RECEIVED);
        Deadline term = received.deadline("ets185-pres-minimum");
        assertThat(term.phase()).isEqualTo(Phase.HELD);
        assertThat(term.isMissedAt(Instant.parse("2026-05-01T16:00:00Z"))).isFalse();
        assertThat(term.steps().getLast()).isInstanceOfSatisfying(Step.Held.class, held -> {
            assertThat(held.by().value()).isEqualTo("ets185-pres-hold-pending-mla");
            assertThat(held.since().at()).isEqualTo(Instant.parse("2026-03-25T20:15:00Z"));
        });
        assertThat(received.deadline("ets185-pres-hold-pending-mla").phase()).isEqualTo(Phase.WITHOUT_FIGURE);
        assertThat(received.deadlines()).noneMatch(d -> d.rule().nature() == Nature.WARNING);
        assertThat(received.at("2026-05-20T10:00:00Z", MLA_DECIDED)
                        .deadline("ets185-pres-minimum")
                        .phase())
                .isEqualTo(Phase.MET);
    }

    @Test
    void thePreservationOfSc03ExpiresThoughTheRequestIsInThePost() {
        Deadline term = SC_03.at("2026-03-16T06:40:00Z", MLA_RECEIVED).deadline("ets185-pres-minimum");
        assertThat(term.phase()).isEqualTo(Phase.LATE);
        assertThat(term.isMissedAt(Instant.parse("2026-03-13T12:00:00Z"))).isTrue();
        assertThat(SC_03.deadline("ets185-pres-minimum").isMissedAt(Instant.parse("2026-03-13T11:59:59Z")))
                .isFalse();
    }

    @Test
    void theWarningsOfSc03AreFourteenSevenThreeAndOneDaysBefore() {
        assertThat(SC_03.deadlines().stream()
                        .filter(deadline -> deadline.rule().nature() == Nature.WARNING)
                        .map(deadline -> String.valueOf(deadline.due())))
                .containsExactly(
                        "2026-02-27T12:00:00Z", "2026-03-06T12:00:00Z", "2026-03-10T12:00:00Z", "2026-03-12T12:00:00Z");
    }

    @Test
    void thePreservationOfSc05StaysHeldPastItsEnd() {
        Deadline term = Cases.between("NO", "MT", RequestKind.PRESERVATION, "ets-185")
                .at("2026-02-04T12:00:00Z", PRESERVATION_CONFIRMED, "2026-04-05T12:00:00Z")
                .at("2026-03-04T09:00:00Z", MLA_RECEIVED)
                .deadline("ets185-pres-minimum");
        assertThat(term.phase()).isEqualTo(Phase.HELD);
        assertThat(term.isMissedAt(Instant.parse("2026-04-05T12:00:00Z"))).isFalse();
    }

    @Test
    void aHoldForTwoRequestsLastsUntilTheLastIsDecidedAndAWithdrawnReceiptHoldsNothing() {
        UUID one = UUID.fromString("00000000-0000-4000-8000-0000000000a1");
        UUID other = UUID.fromString("00000000-0000-4000-8000-0000000000a2");
        Cases both = SC_01.about(one, "2026-03-25T20:15:00Z", MLA_RECEIVED)
                .about(other, "2026-03-26T20:15:00Z", MLA_RECEIVED)
                .about(one, "2026-04-20T10:00:00Z", MLA_DECIDED);
        assertThat(both.deadline("ets185-pres-minimum").phase()).isEqualTo(Phase.HELD);
        assertThat(both.about(other, "2026-05-20T10:00:00Z", MLA_WITHDRAWN)
                        .deadline("ets185-pres-minimum")
                        .phase())
                .isEqualTo(Phase.MET);
        Deadline rearmed = SC_01.about(one, "2026-03-25T20:15:00Z", MLA_RECEIVED)
                .about(one, "2026-04-20T10:00:00Z", MLA_WITHDRAWN)
                .deadline("ets185-pres-minimum");
        assertThat(rearmed.phase()).isEqualTo(Phase.RUNNING);
        assertThat(rearmed.due()).isEqualTo(Instant.parse("2026-05-01T16:00:00Z"));
    }

    @Test
    void aStatedEndMayBeLaterThanAMinimumAndNotEarlier() {
        Deadline longer = Cases.between("PT", "CL", RequestKind.PRESERVATION, "ets-185")
                .at("2026-03-02T16:00:00Z", PRESERVATION_CONFIRMED, "2026-05-31T16:00:00Z")
                .deadline("ets185-pres-minimum");
        assertThat(longer.due()).isEqualTo(Instant.parse("2026-05-31T16:00:00Z"));
        Deadline shorter = Cases.between("PT", "CL", RequestKind.PRESERVATION, "ets-185")
                .at("2026-03-02T16:00:00Z", PRESERVATION_CONFIRMED, "2026-04-01T16:00:00Z")
                .deadline("ets185-pres-minimum");
        assertThat(shorter.due()).isEqualTo(Instant.parse("2026-05-01T16:00:00Z"));
        assertThat(shorter.steps()).hasAtLeastOneElementOfType(Step.StatedEndNotAllowed.class);
        assertThat(shorter.doubts()).contains(Doubt.COUNTING_ASSUMED);
    }

    @Test
    void anOrderOfTheUnionIsDecidedByTheEndOfADayThatIsMovedOffHolidays() {
        // 30 days after Tuesday 2026-11-24 is Thursday 24 December, a working day; after 25 November it is Christmas
        // Day
        Deadline decision = ORDER.in("DE", "Europe/Berlin")
                .at("2026-11-25T15:00:00Z", RECEIVED_BY_COMPETENT_EXECUTING_AUTHORITY)
                .deadline("eio-decision");
        assertThat(decision.lastDay()).isEqualTo(LocalDate.parse("2026-12-28"));
        assertThat(decision.due()).isEqualTo(Instant.parse("2026-12-28T23:00:00Z"));
        assertThat(decision.steps())
                .contains(
                        new Step.DayOfEventLeftOut(LocalDate.parse("2026-11-25")),
                        new Step.DaySkipped(LocalDate.parse("2026-12-25"), Why.HOLIDAY, "1st Christmas day"),
                        new Step.LastDayMoved(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-28")))
                .anySatisfy(step -> assertThat(step)
                        .isInstanceOfSatisfying(Step.DaySkipped.class, skipped -> assertThat(skipped.why())
                                .isEqualTo(Why.WEEKEND)));
        assertThat(decision.state()).isEqualTo(new StateCode("DE"));
        assertThat(decision.doubts()).isEmpty();
    }

    @Test
    void theTermOfAnAuthorityWithoutAZoneEndsInUniversalTimeAndSaysSo() {
        Deadline acknowledgement = ORDER.at("2026-11-18T15:00:00Z", RECEIVED).deadline("eio-acknowledge");
        assertThat(acknowledgement.due()).isEqualTo(Instant.parse("2026-11-26T00:00:00Z"));
        assertThat(acknowledgement.doubts()).containsExactly(Doubt.ZONE_NOT_KNOWN);
    }

    @Test
    void anExtensionReachesAsFarAsTheRuleAllowsAndOnce() {
        Cases received =
                ORDER.in("DE", "Europe/Berlin").at("2026-03-02T09:00:00Z", RECEIVED_BY_COMPETENT_EXECUTING_AUTHORITY);
        assertThat(received.deadline("eio-decision").lastDay()).isEqualTo(LocalDate.parse("2026-04-01"));
        Cases cut = received.extended("2026-03-20T09:00:00Z", "2026-07-01T00:00:00Z");
        assertThat(cut.deadline("eio-decision").lastDay()).isEqualTo(LocalDate.parse("2026-05-04"));
        assertThat(cut.deadline("eio-decision").steps()).hasAtLeastOneElementOfType(Step.ExtensionCut.class);
        assertThat(received.extended("2026-03-20T09:00:00Z", "2026-04-10T22:00:00Z")
                        .extended("2026-04-05T09:00:00Z", "2026-04-20T22:00:00Z")
                        .deadline("eio-decision"))
                .satisfies(deadline -> {
                    assertThat(deadline.due()).isEqualTo(Instant.parse("2026-04-10T22:00:00Z"));
                    assertThat(deadline.steps()).anySatisfy(step -> assertThat(step)
                            .isInstanceOfSatisfying(Step.ExtensionWithoutEffect.class, none -> assertThat(none.why())
                                    .isEqualTo(NoEffect.ONCE_ONLY)));
                });
        assertThat(received.extended("2026-04-02T09:00:00Z", "2026-04-10T22:00:00Z")
                        .deadline("eio-decision")
                        .steps())
                .anySatisfy(step -> assertThat(step)
                        .isInstanceOfSatisfying(Step.ExtensionWithoutEffect.class, none -> assertThat(none.why())
                                .isEqualTo(NoEffect.TOO_LATE)));
    }

    @Test
    void executionStandsStillWhileItIsPostponedAndRunsOnWhileAQuestionIsOpen() {
        Cases decided = ORDER.in("DE", "Europe/Berlin").at("2026-01-05T09:00:00Z", RECOGNITION_DECIDED);
        assertThat(decided.deadline("eio-execution").lastDay()).isEqualTo(LocalDate.parse("2026-04-07"));
        assertThat(decided.paused(Pause.Reason.POSTPONEMENT, "2026-02-01T00:00:00Z", "")
                        .deadline("eio-execution"))
                .satisfies(deadline -> {
                    assertThat(deadline.phase()).isEqualTo(Phase.PAUSED);
                    assertThat(deadline.due()).isNull();
                    assertThat(deadline.isMissedAt(Instant.parse("2030-01-01T00:00:00Z")))
                            .isFalse();
                });
        assertThat(decided.paused(Pause.Reason.POSTPONEMENT, "2026-01-31T23:00:00Z", "2026-02-10T22:00:00Z")
                        .deadline("eio-execution")
                        .lastDay())
                .as("ten days later than 5 April, Easter Sunday: 15 April")
                .isEqualTo(LocalDate.parse("2026-04-15"));
        assertThat(decided.paused(Pause.Reason.INFORMATION, "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z")
                        .deadline("eio-execution"))
                .satisfies(deadline -> {
                    assertThat(deadline.lastDay()).isEqualTo(LocalDate.parse("2026-04-07"));
                    assertThat(deadline.steps()).hasAtLeastOneElementOfType(Step.PauseWithoutEffect.class);
                });
    }

    @Test
    void anEmergencyIsCountedInHoursFromTheNextFullHour() {
        Cases order = Cases.between("FR", "DE", RequestKind.EPOC, "eu-2023-1543")
                .flagged("emergency")
                .at("2026-12-24T20:17:00Z", EPOC_RECEIVED);
        assertThat(order.deadline("epoc-execute-emergency").due()).isEqualTo(Instant.parse("2026-12-25T05:00:00Z"));
        assertThat(order.deadlines())
                .extracting(deadline -> deadline.rule().code().value())
                .doesNotContain("epoc-execute", "epoc-execute-notified");
    }

    @Test
    void aNotifiedOrderMayBeFulfilledWhenItIsClearedAndIsDueAtTheEnd() {
        Deadline order = Cases.between("FR", "DE", RequestKind.EPOC, "eu-2023-1543")
                .flagged("notified")
                .in("DE", "Europe/Berlin")
                .at("2026-11-02T10:00:00Z", EPOC_RECEIVED)
                .at("2026-11-06T10:00:00Z", NOTIFICATION_CLEARED)
                .deadline("epoc-execute-notified");
        assertThat(order.lastDay()).isEqualTo(LocalDate.parse("2026-11-12"));
        assertThat(order.steps()).contains(new Step.NotBefore(Instant.parse("2026-11-06T10:00:00Z")));
    }

    @Test
    void aShortTermHasTwoWorkingDaysInIt() {
        // Maundy Thursday 2027; the fifth day is Easter Tuesday, the only working day of the term
        Deadline answer = Cases.between("FR", "DE", RequestKind.EPOC, "eu-2023-1543")
                .in("DE", "Europe/Berlin")
                .at("2027-03-25T10:00:00Z", NOTIFICATION_RECEIVED)
                .deadline("epoc-refusal-window");
        assertThat(answer.lastDay()).isEqualTo(LocalDate.parse("2027-04-05"));
        Deadline clarification = Cases.between("DE", "FR", RequestKind.EPOC, "eu-2023-1543")
                .in("DE", "Europe/Berlin")
                .at("2027-03-25T10:00:00Z", ANNEX_III_RECEIVED)
                .deadline("epoc-clarification");
        assertThat(clarification.steps())
                .contains(new Step.TwoWorkingDaysGiven(LocalDate.parse("2027-03-30"), LocalDate.parse("2027-03-31")));
        assertThat(clarification.lastDay()).isEqualTo(LocalDate.parse("2027-03-31"));
    }

    @Test
    void workingDaysSkipWeekendsAndHolidaysOfTheStateThatActs() {
        Deadline decision = Cases.between("FR", "DE", RequestKind.ORDER_ENFORCEMENT, "eu-2023-1543")
                .in("DE", "Europe/Berlin")
                .at("2026-12-22T10:00:00Z", ENFORCEMENT_REQUEST_RECEIVED)
                .deadline("epoc-enforcement-decision");
        // 23, 24, 28, 29, 30 December: Christmas and Boxing Day (a Saturday) and a Sunday between
        assertThat(decision.lastDay()).isEqualTo(LocalDate.parse("2026-12-30"));
    }

    @Test
    void aStateWithoutAKnownCalendarIsSaidAndNotGuessed() {
        StateCode somalia = new StateCode("SO");
        assertThat(Calendars.ofThisRelease().of(somalia).holidaysKnown()).isFalse();
        Situation situation = Cases.between("FR", "SO", RequestKind.ORDER_ENFORCEMENT, "eu-2023-1543")
                .at("2026-12-22T10:00:00Z", ENFORCEMENT_REQUEST_RECEIVED)
                .situation();
        Deadline decision = new Reckoning(LAW, situation, rule("epoc-enforcement-decision"))
                .reckon()
                .orElseThrow();
        assertThat(decision.doubts()).contains(Doubt.HOLIDAYS_NOT_KNOWN);
        assertThat(decision.lastDay()).isEqualTo(LocalDate.parse("2026-12-29"));
    }

    @Test
    void statisticsAreDueOnTheLastDayOfMarchOfTheNextYear() {
        Deadline report = Cases.between("DE", "FR", RequestKind.EPOC, "eu-2023-1543")
                .at("2028-01-01T00:00:00Z", YEAR_END)
                .deadline("epoc-statistics-yearly");
        assertThat(report.lastDay()).isEqualTo(LocalDate.parse("2028-03-31"));
    }

    @Test
    void theFormalConfirmationOfSc02IsDueFortyEightHoursAfterAcceptance() {
        Cases asked = Cases.between("CA", "NL", RequestKind.EMERGENCY_MLA, "ets-185")
                .at("2026-07-11T03:20:00Z", FORMAL_CONFIRMATION_ASKED, "2026-07-13T03:20:00Z");
        assertThat(asked.deadline("ets185-formal-confirmation").isMissedAt(Instant.parse("2026-07-13T03:20:00Z")))
                .isTrue();
        assertThat(asked.at("2026-07-12T16:00:00Z", FORMAL_CONFIRMATION_SUBMITTED)
                        .deadline("ets185-formal-confirmation")
                        .phase())
                .isEqualTo(Phase.MET);
    }

    @Test
    void refusalAndWithdrawalStopEveryClock() {
        assertThat(ORDER.at("2026-03-02T09:00:00Z", RECEIVED_BY_COMPETENT_EXECUTING_AUTHORITY)
                        .at("2026-03-12T09:00:00Z", WITHDRAWN)
                        .deadline("eio-decision")
                        .phase())
                .isEqualTo(Phase.MET);
    }

    @Test
    void aNewHolidayMovesTheOpenTermsThatEndOnItAndNoOther() {
        Situation ends = ORDER.in("DE", "Europe/Berlin")
                .at("2026-03-02T09:00:00Z", RECEIVED_BY_COMPETENT_EXECUTING_AUTHORITY)
                .situation();
        Situation another = SC_01.situation();
        var then = LAW.with(
                LAW.calendars().withHoliday(new StateCode("DE"), LocalDate.parse("2026-04-01"), "Day of mourning"));
        assertThat(Deadlines.moved(List.of(ends, another), LAW, then))
                .singleElement()
                .satisfies(move -> {
                    assertThat(move.rule().value()).isEqualTo("eio-decision");
                    assertThat(move.before().lastDay()).isEqualTo(LocalDate.parse("2026-04-01"));
                    assertThat(move.after().lastDay()).isEqualTo(LocalDate.parse("2026-04-02"));
                });
    }

    @Test
    void aChangedRuleMovesWhatRunsUnderIt() {
        Rule was = rule("ets185-pres-minimum");
        Table changed = Table.parse(
                "deadlines.csv",
                HEADER
                        + "ets185-pres-minimum,ets-185,29,7,Longer,P90D,calendar-assumed,moment,minimum,,"
                        + "preservation-confirmed,mla-received|released,,,requested-state,yes: x,,,sourced,S62\n");
        Rule longer = Lawbook.rules(changed, TreatyFacts.ofThisRelease()).get(was.code());
        var plain = Cases.between("PT", "CL", RequestKind.PRESERVATION, "ets-185")
                .at("2026-03-02T16:00:00Z", PRESERVATION_CONFIRMED);
        assertThat(Deadlines.moved(List.of(plain.situation()), LAW, LAW.with(longer)))
                .extracting(move -> move.rule().value())
                .containsExactly(
                        "ets185-pres-minimum",
                        "policy-preservation-warning-1",
                        "policy-preservation-warning-14",
                        "policy-preservation-warning-3",
                        "policy-preservation-warning-7");
    }

    @Test
    void aTermOfATreatyThatDoesNotBindTheTwoDoesNotRunUntilItDoes() {
        Cases irish = Cases.between("IE", "AL", RequestKind.PRESERVATION, "ets-185")
                .at("2027-05-02T16:00:00Z", PRESERVATION_CONFIRMED);
        assertThat(irish.deadlines()).isEmpty();
        var ratified = LAW.treaties()
                .and(List.of(new Membership(
                        new InstrumentId("ets-185"),
                        new StateCode("IE"),
                        Status.PARTY,
                        null,
                        LocalDate.parse("2027-04-01"),
                        null,
                        LocalDate.parse("2027-01-01"),
                        LAW.rules().values().iterator().next().source())));
        assertThat(Deadlines.moved(List.of(irish.situation()), LAW, LAW.with(ratified)))
                .extracting(Deadlines.Move::before)
                .hasSize(5)
                .containsOnlyNulls();
    }

    @Test
    void aRowThatCannotBeExecutedIsRefused() {
        refused("x,ets-185,29,7,L,P2M,calendar,moment,minimum,,received,released,,,requested-state,no,,,sourced,S62")
                .hasMessageContaining("line 2, column iso8601_duration");
        refused("x,ets-185,29,7,L,P60D,calendar,none,minimum,,received,released,,,requested-state,no,,,sourced,S62")
                .hasMessageContaining("column counting");
        refused("x,ets-185,29,7,L,P60D,calendar,moment,minimum,,sunrise,released,,,requested-state,no,,,sourced,S62")
                .hasMessageContaining("column starts_on: \"sunrise\"");
        refused("x,ets-185,29,7,L,P60D,calendar,moment,extension,,,released,y,,requested-state,no,,,sourced,S62")
                .hasMessageContaining("column acts_on: there is no rule y");
        refused("x,ets-999,29,7,L,P60D,calendar,moment,minimum,,received,released,,,requested-state,no,,,sourced,S62")
                .hasMessageContaining("there is no instrument ets-999");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(String row) {
        return assertThatThrownBy(() ->
                        Lawbook.rules(Table.parse("deadlines.csv", HEADER + row + "\n"), TreatyFacts.ofThisRelease()))
                .isInstanceOf(Table.Wrong.class);
    }

    private static Rule rule(String code) {
        return LAW.rules().get(new Code(code));
    }
}
