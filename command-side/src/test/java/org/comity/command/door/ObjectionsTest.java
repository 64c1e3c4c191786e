package org.comity.command.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.command.door.DoorNode.ADMINISTRATOR;

import java.util.Locale;
import java.util.UUID;
import org.comity.api.Login;
import org.comity.command.door.DoorNode.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the door has against a command that the rules would allow. */
class ObjectionsTest {
    private static DoorNode node;
    private static Login portugal;
    private static Login chile;

    @BeforeAll
    static void start() {
        node = new DoorNode();
        portugal = node.seated("central-authority.pt");
        chile = node.seated("central-authority.cl");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void aRequestIsSentToWhomMayAcknowledgeIt() {
        String request = approved("PT", "CL", portugal);
        Login prosecutor = node.seated("prosecutor.cl");
        Login elsewhere = node.seated("central-authority.jp");

        for (Login wrong : new Login[] {prosecutor, elsewhere}) {
            Answer answer = transmit(request, officeOf(wrong)).is(422);
            assertThat(answer.at("/code")).isEqualTo("mla.wrong-addressee");
            assertThat(answer.fields()).containsExactly("to");
            assertThat(answer.at("/source")).startsWith("M08");
        }
        transmit(request, officeOf(chile)).is(200);
    }

    @Test
    void nothingIsAddressedToARetiredAuthorityFromItsLastDayOn() {
        String request = approved("PT", "CL", portugal);
        UUID retired = node.register("central-authority", "CL");
        node.post(
                        ADMINISTRATOR,
                        "/api/authorities/" + retired + "/retire-authority",
                        "{\"from\": \"2026-06-01\", \"why\": \"merged\"}")
                .is(200);
        UUID retiring = node.register("central-authority", "CL");
        node.post(
                        ADMINISTRATOR,
                        "/api/authorities/" + retiring + "/retire-authority",
                        "{\"from\": \"2026-06-02\", \"why\": \"merged\"}")
                .is(200);

        Answer answer = transmit(request, retired.toString()).is(422);

        assertThat(answer.at("/code")).isEqualTo("directory.retired-authority");
        assertThat(answer.fields()).containsExactly("to");
        transmit(request, retiring.toString()).is(200);
    }

    @Test
    void informationIsLinkedToARequestOfTheOwnStateThatIsThere() {
        String information = received();
        String own = approved("CL", "PT", chile);
        String others = approved("PT", "CL", portugal);

        Answer nothing = link(information, UUID.randomUUID().toString()).is(422);
        Answer foreign = link(information, others).is(422);
        Answer itself = link(information, information).is(422);

        assertThat(nothing.at("/code")).isEqualTo("spontaneous.unknown-request");
        assertThat(nothing.fields()).containsExactly("request");
        assertThat(foreign.text()).as("an id cannot be tried out").isEqualTo(nothing.text());
        assertThat(itself.text()).isEqualTo(nothing.text());
        link(information, own).is(200);
    }

    @Test
    void aVersionThatHasNeverBeenIsAnErrorOfForm() {
        String request = approved("PT", "CL", portugal);
        String note = "{\"text\": \"x\"}";

        Answer ahead = node.post(portugal, "/api/mla-requests/" + request + "/note", note, "If-Match", "\"9\"")
                .is(400);

        assertThat(ahead.rule("If-Match")).contains("never been").contains("1");
        Answer stranger = node.post(
                        DoorNode.officer("prosecutor.fr"),
                        "/api/mla-requests/" + request + "/note",
                        note,
                        "If-Match",
                        "\"9\"")
                .is(404);
        assertThat(stranger.at("/code")).isEqualTo("request.unknown");
    }

    private static Answer transmit(String request, String to) {
        return node.post(
                portugal,
                "/api/mla-requests/" + request + "/transmit",
                "{\"to\": \"%s\", \"channel\": \"courier\"}".formatted(to));
    }

    private static Answer link(String information, String request) {
        return node.post(
                chile,
                "/api/spontaneous-information/" + information + "/link-to-request",
                "{\"request\": \"%s\"}".formatted(request));
    }

    private static String approved(String from, String to, Login central) {
        String id = node.post(
                        DoorNode.officer("prosecutor." + from.toLowerCase(Locale.ROOT)),
                        "/api/mla-requests",
                        """
                        {"from": "%s", "to": "%s", "bases": ["ets-185"], "items": {"L1": "subscriber-data"}}
                        """.formatted(from, to))
                .is(201)
                .at("/id");
        node.post(central, "/api/mla-requests/" + id + "/approve", "{}").is(200);
        return id;
    }

    /** Information that Portugal sent to Chile. */
    private static String received() {
        String id = node.post(
                        portugal,
                        "/api/spontaneous-information",
                        "{\"from\": \"PT\", \"to\": \"CL\", \"nature\": \"log files\"}")
                .is(201)
                .at("/id");
        node.post(portugal, "/api/spontaneous-information/" + id + "/transmit", """
                        {"to": "%s", "channel": "courier",
                         "documents": [{"title": "Log files", "digest": "sha-256:%s"}]}
                        """.formatted(
                                officeOf(chile), "0".repeat(64)))
                .is(200);
        node.post(chile, "/api/spontaneous-information/" + id + "/acknowledge-receipt", "{}")
                .is(200);
        return id;
    }

    private static String officeOf(Login login) {
        return login.actor().office().id().toString();
    }
}
