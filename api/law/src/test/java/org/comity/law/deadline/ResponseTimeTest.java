package org.comity.law.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.law.deadline.Milestone.EXECUTED;
import static org.comity.law.deadline.Milestone.RECEIVED;

import java.time.Duration;
import java.util.List;
import org.comity.law.RequestKind;
import org.comity.law.deadline.Pause.Reason;
import org.junit.jupiter.api.Test;

class ResponseTimeTest {
    @Test
    void theAnswerOfSc01TookFiftyThreeDaysAndAHalf() {
        var facts = Cases.between("PT", "CL", RequestKind.MLA_STORED_DATA, "ets-185")
                .at("2026-03-25T20:15:00Z", RECEIVED)
                .at("2026-05-18T10:05:00Z", EXECUTED);
        var time = ResponseTime.of(facts.situation().occurrences(), List.of()).orElseThrow();
        assertThat(days(time.gross())).isEqualTo("53.58");
        assertThat(time.net()).isEqualTo(time.gross());
    }

    @Test
    void sixtyDaysOfSc07WereTheOtherSidesAndOverlappingRoundsCountOnce() {
        var facts = Cases.between("NG", "GB", RequestKind.MLA_STORED_DATA, "untoc-2000", "ets-185")
                .at("2026-01-26T10:00:00Z", RECEIVED)
                .paused(Reason.INFORMATION, "2026-02-09T10:00:00Z", "2026-03-02T10:00:00Z")
                .paused(Reason.INFORMATION, "2026-03-16T10:00:00Z", "2026-04-24T10:00:00Z")
                .paused(Reason.INFORMATION, "2026-04-13T10:00:00Z", "2026-04-24T10:00:00Z")
                .at("2026-06-15T10:05:00Z", EXECUTED);
        var time = ResponseTime.of(
                        facts.situation().occurrences(), facts.situation().pauses())
                .orElseThrow();
        assertThat(time.waiting()).isEqualTo(Duration.ofDays(60));
        assertThat(days(time.gross())).isEqualTo("140.00");
        assertThat(days(time.net())).isEqualTo("80.00");
    }

    @Test
    void aPostponementIsTheRequestedSidesOwnTime() {
        var facts = Cases.between("NG", "GB", RequestKind.MLA_STORED_DATA, "ets-185")
                .at("2026-01-26T10:00:00Z", RECEIVED)
                .paused(Reason.POSTPONEMENT, "2026-02-09T10:00:00Z", "2026-03-02T10:00:00Z")
                .at("2026-06-15T10:00:00Z", EXECUTED);
        assertThat(ResponseTime.of(
                                facts.situation().occurrences(),
                                facts.situation().pauses())
                        .orElseThrow()
                        .waiting())
                .isZero();
    }

    @Test
    void whatIsNotAnsweredHasNoResponseTime() {
        var facts = Cases.between("NG", "GB", RequestKind.MLA_STORED_DATA, "ets-185")
                .at("2026-01-26T10:00:00Z", RECEIVED);
        assertThat(ResponseTime.of(facts.situation().occurrences(), List.of())).isEmpty();
    }

    private static String days(Duration duration) {
        return String.format(java.util.Locale.ROOT, "%.2f", duration.toMinutes() / 1440.0);
    }
}
