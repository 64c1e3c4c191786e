package org.comity.law.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.PersonId;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesTest {
    private static final StateCode PT = new StateCode("PT");
    private static final StateCode CL = new StateCode("CL");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @ParameterizedTest(name = "{1} of {2} with mandate {0} acts as {3}")
    @CsvSource({
        "OFFICER,CENTRAL_AUTHORITY,PT,RCA",
        "OFFICER,CENTRAL_AUTHORITY,CL,QCA",
        "OFFICER,CONTACT_POINT,PT,RCP",
        "OFFICER,CONTACT_POINT,CL,QCP",
        "OFFICER,PROSECUTOR,PT,ISA",
        "OFFICER,PROSECUTOR,CL,",
        "OFFICER,EXECUTING_AUTHORITY,PT,",
        "OFFICER,EXECUTING_AUTHORITY,CL,EXA",
        "OFFICER,CENTRAL_AUTHORITY,JP,",
        "SUPERVISOR,CENTRAL_AUTHORITY,PT,RCA SUP",
        "SUPERVISOR,CENTRAL_AUTHORITY,JP,",
        "DATA_PROTECTION_OFFICER,CENTRAL_AUTHORITY,CL,DPO",
        "DATA_PROTECTION_OFFICER,CENTRAL_AUTHORITY,JP,",
        "AUDITOR,CENTRAL_AUTHORITY,PT,",
        "ADMINISTRATOR,CENTRAL_AUTHORITY,PT,"
    })
    void officeAndMandateGiveTheRoles(Mandate mandate, AuthorityKind kind, String state, String roles) {
        var act = Act.by(actor(mandate, office(kind, state)), NOW);
        assertThat(String.join(
                        " ",
                        Roles.of(act, PT, CL).stream().map(Enum::name).sorted().toList()))
                .isEqualTo(roles == null ? "" : roles);
    }

    @Test
    void theSystemIsTheSystem() {
        assertThat(Roles.of(Act.bySystem(NOW), PT, CL)).containsExactly(Role.SYS);
    }

    @Test
    void aReportedActHasTheRoleOfTheOfficeThatActed() {
        assertThat(Roles.of(reported("PT", "CL"), PT, CL)).containsExactly(Role.QCA);
    }

    @Test
    void aReporterIsPartyOnTheOtherSide() {
        Roles.checkReporter(reported("PT", "CL"), PT, CL, "mla");
        Roles.checkReporter(reported("CL", "PT"), PT, CL, "mla");
        assertThatThrownBy(() -> Roles.checkReporter(reported("CL", "CL"), PT, CL, "mla"))
                .hasMessageContaining("other State");
        assertThatThrownBy(() -> Roles.checkReporter(reported("JP", "CL"), PT, CL, "mla"))
                .hasMessageContaining("other State");
    }

    private static Act reported(String reporter, String reported) {
        return new Act(
                actor(Mandate.SUPERVISOR, office(AuthorityKind.CENTRAL_AUTHORITY, reporter)),
                null,
                office(AuthorityKind.CENTRAL_AUTHORITY, reported),
                null,
                null,
                null,
                NOW,
                NOW);
    }

    private static Actor actor(Mandate mandate, Office office) {
        return new Actor(new PersonId(new UUID(7, 7)), mandate, office);
    }

    private static Office office(AuthorityKind kind, String state) {
        return new Office(new AuthorityId(new UUID(8, kind.ordinal())), kind, new StateCode(state));
    }
}
