package org.comity.standalone.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityDetails;
import org.comity.api.directory.AuthorityEvent.AuthorityRegistered;
import org.comity.api.directory.LanguageTag;
import org.comity.api.directory.ZoneName;
import org.comity.law.directory.Measures;
import org.junit.jupiter.api.Test;

class PracticeOfficeTest {
    private static final LocalDate SINCE = LocalDate.parse("2020-01-01");
    private static final List<PracticeState> STATES = PracticeState.all();
    private static final List<PracticeOffice> OFFICES = PracticeOffice.all();

    @Test
    void isThereFiveTimesForEveryState() {
        assertThat(STATES)
                .extracting(state -> state.state().value())
                .containsExactlyInAnyOrderElementsOf(StateCode.ALL);
        assertThat(OFFICES)
                .extracting(PracticeOffice::post)
                .containsExactly(
                        PracticePost.CENTRAL,
                        PracticePost.CONTACT,
                        PracticePost.ORIGINATING,
                        PracticePost.EXECUTING,
                        PracticePost.EXECUTING_B);
    }

    @Test
    void saysInNameAndEntryThatItIsInvented() {
        for (PracticeState state : STATES) {
            for (PracticeOffice office : OFFICES) {
                AuthorityRegistered entry = office.entry(state, SINCE);
                assertThat(entry.invented()).isTrue();
                assertThat(entry.name().value()).endsWith("(practice)");
                assertThat(details(entry).names()).hasSize(6).containsValue(entry.name());
                assertThat(details(entry).channels())
                        .allMatch(one -> one.address().value().contains("practice.example"));
                assertThat(Measures.ALL)
                        .containsAll(Objects.requireNonNull(details(entry).measures()));
            }
        }
    }

    @Test
    void keepsTheHoursAndLanguagesOfItsState() {
        PracticeState egypt = STATES.stream()
                .filter(state -> state.state().value().equals("EG"))
                .findFirst()
                .orElseThrow();
        AuthorityDetails details = details(OFFICES.getFirst().entry(egypt, SINCE));

        assertThat(details.languages()).containsExactly(new LanguageTag("ar"), new LanguageTag("en"));
        assertThat(Objects.requireNonNull(details.hours()).zone()).isEqualTo(new ZoneName("Africa/Cairo"));
        assertThat(details.hours().openings().getFirst().days())
                .containsExactly(
                        DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.SUNDAY);
        assertThat(Objects.requireNonNull(details.names())
                        .get(new LanguageTag("fr"))
                        .value())
                .contains("Égypte");
    }

    @Test
    void isOnDutyIfItIsAContactPoint() {
        for (PracticeOffice office : OFFICES) {
            assertThat(details(office.entry(STATES.getFirst(), SINCE)).onDuty())
                    .isEqualTo(office.post() == PracticePost.CONTACT);
        }
    }

    private static AuthorityDetails details(AuthorityRegistered entry) {
        return Objects.requireNonNull(entry.details());
    }
}
