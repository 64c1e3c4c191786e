package org.comity.law.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.comity.api.Code;
import org.comity.law.Table;
import org.comity.law.deadline.Ladder.Step;
import org.comity.law.deadline.Ladder.To;
import org.comity.law.deadline.Rule.Length;
import org.comity.law.deadline.Rule.Nature;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Ladder LADDER = Ladder.ofThisRelease();

    @Test
    void theRemindersOfAnExpiryAreTheWarningsOfTheTable() {
        var warnings = Lawbook.ofThisRelease().rules().values().stream()
                .filter(rule -> rule.nature() == Nature.WARNING)
                .map(rule -> Duration.ofDays(((Length.Days) rule.length()).days()))
                .sorted()
                .toList();
        assertThat(LADDER.steps().stream()
                        .filter(step -> step.deadline().equals(new Code("expiry")))
                        .map(Step::offset)
                        .sorted())
                .containsExactlyElementsOf(warnings)
                .hasSize(4);
    }

    @Test
    void everyLadderLeadsFromThePersonOverTheOfficeToTheSupervisorAndLaterEachTime() {
        Map<Code, Step> last = new HashMap<>();
        for (Step step : LADDER.steps()) {
            Step before = last.put(step.deadline(), step);
            if (before == null) {
                assertThat(step.to()).as(step.code().value()).isEqualTo(To.ASSIGNED);
            } else {
                assertThat(step.offset()).as(step.code().value()).isGreaterThan(before.offset());
                assertThat(step.to()).as(step.code().value()).isGreaterThanOrEqualTo(before.to());
            }
        }
        assertThat(last.values()).allMatch(step -> step.to() == To.SUPERVISOR);
    }

    @Test
    void anOffsetThatIsNoDurationIsNamedWithItsPlace() {
        byte[] wrong = "code,deadline,offset,to,remark,verification,source\nx,expiry,soon,office,,memory,\n"
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Ladder.of(Table.parse("reminders.csv", wrong)))
                .hasMessageContaining("reminders.csv line 2, column offset");
    }
}
