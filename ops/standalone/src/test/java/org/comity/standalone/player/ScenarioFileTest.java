package org.comity.standalone.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {
    private static final String HEADER = "scenario,step,at,aggregate,as,command,data,event,status_after,note\n";
    private static final String ROW = "SC-1,1,2026-03-02T09:10Z,M-1,prosecutor.pt,draft,{},RequestDrafted,draft,\n";

    @Test
    void ofTheHouseHasAllStepsInTheOrderOfTheWorld() {
        ScenarioFile file = ScenarioFile.ofTheHouse();
        assertThat(file.steps()).hasSize(159).isSortedAccordingTo(Step.IN_THE_WORLD);
        assertThat(file.begin()).isEqualTo(Instant.parse("2026-01-07T08:00:00Z"));
    }

    @Test
    void ofOneScenarioHasItsStepsOnly() {
        ScenarioFile only = ScenarioFile.ofTheHouse().only("SC-01");
        assertThat(only.steps()).hasSize(22).allMatch(step -> step.scenario().equals("SC-01"));
        assertThat(only.begin()).isEqualTo(Instant.parse("2026-03-02T09:10:00Z"));
    }

    @Test
    void namesOnlyCommandsThatExist() {
        assertThat(ScenarioFile.ofTheHouse().steps())
                .filteredOn(step -> !step.isBySystem())
                .allSatisfy(step -> assertThat(Family.of(step.aggregate()).command(step.command()))
                        .isNotNull());
    }

    @Test
    void keepsTheOrderOfTheFileAtOneMoment() throws IOException {
        ScenarioFile file = read(ROW.replace("SC-1,1", "SC-1,10") + ROW.replace("SC-1,1", "SC-1,9"));
        assertThat(file.steps()).extracting(Step::number).containsExactly(9, 10);
    }

    @Test
    void tellsTwoPersonsApart() throws IOException {
        Step step = read(ROW.replace("prosecutor.pt", "prosecutor.pt+supervisor.pt"))
                .steps()
                .getFirst();
        assertThat(step.needsTwo()).isTrue();
        assertThat(step.first()).isEqualTo("prosecutor.pt");
        assertThat(step.second()).isEqualTo("supervisor.pt");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:10Z, yesterday, line 2: at is not an instant",
        "'SC-1,1', 'SC-1,one', line 2: step is not a number",
        "{}, [], line 2: data is not a JSON object",
        "prosecutor.pt, '', line 2: as is empty",
        "draft, 'draft,more', another number of columns"
    })
    void namesTheLineThatCannotBeUnderstood(String right, String wrong, String message) {
        assertThatThrownBy(() -> read(ROW.replaceFirst(Pattern.quote(right), wrong == null ? "" : wrong)))
                .isInstanceOf(CannotPlay.class)
                .hasMessageContaining(message);
    }

    @Test
    void wantsItsColumns() {
        assertThatThrownBy(() -> ScenarioFile.read(new StringReader("scenario,step\n")))
                .hasMessageContaining("the column at is missing");
    }

    private static ScenarioFile read(String rows) throws IOException {
        return ScenarioFile.read(new StringReader(HEADER + rows));
    }
}
