package org.comity.standalone.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.comity.api.Actor;
import org.comity.api.Login;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PracticePeopleTest {
    @ParameterizedTest
    @CsvSource({
        "central-authority.pt, CENTRAL_AUTHORITY, OFFICER, central-authority.pt",
        "central-authority-2.pt, CENTRAL_AUTHORITY, OFFICER, central-authority.pt",
        "contact-point.cl, CONTACT_POINT, OFFICER, contact-point.cl",
        "prosecutor-2.fr, PROSECUTOR, OFFICER, prosecutor.fr",
        "executing-authority.gb, EXECUTING_AUTHORITY, OFFICER, executing-authority.gb",
        "executing-authority-b.gb, EXECUTING_AUTHORITY, OFFICER, executing-authority-b.gb",
        "executing-authority-b-2.gb, EXECUTING_AUTHORITY, OFFICER, executing-authority-b.gb",
        "supervisor.ee, CENTRAL_AUTHORITY, SUPERVISOR, central-authority.ee",
        "data-protection-officer.ee, CENTRAL_AUTHORITY, DATA_PROTECTION_OFFICER, central-authority.ee"
    })
    void workInTheOfficeThatTheirLoginNames(String login, AuthorityKind kind, Mandate mandate, String office) {
        Actor actor = PracticePeople.find(login).map(Login::actor).orElseThrow();
        Office seat = actor.office();
        assertThat(actor.mandate()).isEqualTo(mandate);
        assertThat(seat).isNotNull();
        assertThat(seat.kind()).isEqualTo(kind);
        assertThat(seat.id().value()).isEqualTo(uuid("practice/" + office));
        assertThat(seat.state().value())
                .isEqualTo(login.substring(login.indexOf('.') + 1).toUpperCase(Locale.ROOT));
        assertThat(actor.person().value()).isEqualTo(uuid("practice/person/" + login));
    }

    @Test
    void existForEveryState() {
        assertThat(StateCode.ALL)
                .allSatisfy(state -> assertThat(PracticePeople.find("prosecutor." + state.toLowerCase(Locale.ROOT)))
                        .isPresent());
    }

    @Test
    void withoutAStateAreAuditorAndAdministrator() {
        assertThat(PracticePeople.find("auditor").orElseThrow().actor().office())
                .isNull();
        assertThat(PracticePeople.find("administrator").orElseThrow().actor().mandate())
                .isEqualTo(Mandate.ADMINISTRATOR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "central-authority",
                "central-authority.",
                "central-authority.zz",
                "Central-Authority.pt",
                "central-authority.PT",
                "central-authority-3.pt",
                "central-authority-2-2.pt",
                "supervisor-2.pt",
                "data-protection-officer-2.pt",
                "court.pt",
                "auditor.pt",
                "administrator-2"
            })
    void areNoOthers(String login) {
        assertThat(PracticePeople.find(login)).isEmpty();
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
