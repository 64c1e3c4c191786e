package org.comity.command.mla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.command.mla.Samples.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comity.api.Act;
import org.comity.api.Refused;
import org.comity.api.mla.MlaRequestCommand.*;
import org.comity.api.mla.MlaStatus;
import org.comity.command.request.People;
import org.junit.jupiter.api.Test;

class MlaReportedTest {
    private static final String REPORTER = "central-authority.pt";

    @Test
    void aMinistryAloneReportsWhatTheOtherSideDid() {
        Story sent = Histories.reaching(MlaStatus.TRANSMITTED);
        Story received = sent.by(reported(sent, "central-authority.cl"), receipt(sent.now()));
        Story accepted = received.by(reported(received, "central-authority.cl"), ACCEPT);
        Story running = accepted.by(
                reported(accepted, "executing-authority.cl"), of("start-execution", accepted, Variant.PLAIN));
        assertThat(running.status()).isEqualTo(MlaStatus.IN_EXECUTION);
    }

    @Test
    void theRoleIsThatOfTheOfficeThatActed() {
        Story sent = Histories.reaching(MlaStatus.TRANSMITTED);
        Refused refused = sent.refusal(reported(sent, "executing-authority-b.cl"), receipt(sent.now()));
        assertThat(refused.code()).isEqualTo("mla.not-for-this-role");
    }

    @Test
    void theReporterIsPartyOnTheOtherSide() {
        Story sent = Histories.reaching(MlaStatus.TRANSMITTED);
        Act own = People.reported("contact-point.cl", "central-authority.cl", sent.now(), sent.now());
        assertThat(sent.refusal(own, receipt(sent.now())).code()).isEqualTo("mla.reporter-not-party");
        Act third = People.reported(REPORTER, "central-authority.jp", sent.now(), sent.now());
        assertThat(sent.refusal(third, receipt(sent.now())).code()).isEqualTo("mla.reporter-not-party");
        Act stranger = People.reported("central-authority.jp", "central-authority.cl", sent.now(), sent.now());
        assertThat(sent.refusal(stranger, receipt(sent.now())).kind()).isEqualTo(Refused.Kind.UNKNOWN);
    }

    @Test
    void aReportedActIsJudgedByTheDayOnWhichItHappened() {
        Story received = Histories.reaching(MlaStatus.ACKNOWLEDGED);
        Instant occurred = received.now();
        Instant typed = occurred.plus(Duration.ofDays(30));
        LocalDate soon = LocalDate.parse("2026-03-10");
        var postpone = new Postpone(ID, List.of(OWN_PROCEEDINGS), List.of(), TEXT, Samples.WHY_NO_CONSULTATION, soon);
        Act act = People.reported(REPORTER, "central-authority.cl", occurred, typed);
        assertThat(received.by(act, postpone).status()).isEqualTo(MlaStatus.POSTPONED);
        assertThat(received.at(typed).refusal("central-authority.cl", postpone).code())
                .as("the same, witnessed a month later")
                .isEqualTo("mla.no-review-ahead");
    }

    @Test
    void aReportedAcceptanceStartsTheTermOfConfirmationOnItsDay() {
        Story received = Histories.reaching(MlaStatus.ACKNOWLEDGED);
        Instant occurred = received.now();
        Act act = People.reported(REPORTER, "central-authority.cl", occurred, occurred.plus(Duration.ofDays(3)));
        var within = new Accept(ID, List.of(), List.of(), Duration.ofHours(48), null, null);
        assertThat(received.by(act, within).life().now().confirmation().dueBy())
                .isEqualTo(occurred.plus(Duration.ofHours(48)));
    }

    @Test
    void theReporterMayCorrectTheReport() {
        Story sent = Histories.reaching(MlaStatus.TRANSMITTED);
        Story received = sent.by(reported(sent, "central-authority.cl"), receipt(sent.now()));
        var event = received.facts().getLast().eventId();
        Instant earlier = sent.now().minusSeconds(60);
        Story corrected = received.asTwo(
                REPORTER, "central-authority-2.pt", replace(event, "legalReceivedAt", earlier.toString()));
        assertThat(corrected.life().now().legalReceivedAt()).isEqualTo(earlier);
    }

    private static Act reported(Story story, String office) {
        return People.reported(REPORTER, office, story.now(), story.now());
    }
}
