package org.comity.command.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.comity.api.Form;
import org.comity.api.Login;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonRef;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestEvent.RequestDrafted;
import org.comity.command.door.DoorNode.Answer;
import org.comity.log.vault.Occurrence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the door does with what is personal, with reported acts and with authorities that a command names. */
class SealingTest {
    private static final String DRAFT = """
            {"from": "PT", "to": "CL", "bases": ["ets-185"], "items": {"L1": "subscriber-data"},
             "facts": "Quitéria wrote to Zebedeu.",
             "persons": [{"ref": "P1", "role": "suspect", "name": "Quitéria Unhais", "details": "lives in Unhais"}],
             "identifiers": [
                {"email": "quiteria@unhais.example", "person": "P1"},
                {"ipv4": "192.0.2.77", "port": 443, "at": "2026-05-01T10:00+01:00"}],
             "act": {"reason": "report of Zebedeu"}}
            """;
    private static final Login PROSECUTOR = DoorNode.officer("prosecutor.pt");

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
    void sealsWithTheKeyOfThePersonAndTheRestWithThatOfTheRequest() {
        MlaRequestId id = draft();
        MlaContents contents = contents(id);

        assertThat(node.vault.open(id, contents.persons().getFirst().name())).contains("Quitéria Unhais");
        assertThat(contents.identifiers().getFirst().email().key())
                .isEqualTo(contents.persons().getFirst().name().key())
                .isEqualTo(contents.persons().getFirst().details().key());
        assertThat(contents.identifiers().getLast().ipv4().key())
                .isEqualTo(contents.facts().key())
                .isNotEqualTo(contents.persons().getFirst().name().key());
    }

    @Test
    void erasesOnePersonAndLeavesTheFacts() {
        MlaRequestId id = draft();
        MlaContents contents = contents(id);

        node.vault.destroy(id, new PersonRef("P1"));

        assertThat(node.vault.open(id, contents.identifiers().getFirst().email()))
                .isEmpty();
        assertThat(node.vault.open(id, contents.identifiers().getLast().ipv4())).contains("192.0.2.77");
        assertThat(node.vault.open(id, contents.facts())).isPresent();
    }

    @Test
    void findsWhereAnIdentifierOccurs() {
        MlaRequestId id = draft();

        assertThat(node.vault.find(Form.Kind.EMAIL, "QUITERIA@unhais.example"))
                .extracting(Occurrence::request)
                .contains(id.value());
        assertThat(node.vault.find(Form.Kind.NAME, "unhais"))
                .extracting(Occurrence::request)
                .contains(id.value());
    }

    @Test
    void leavesNoTraceOfAnIdentifierInARefusedCommand() {
        Login stranger = DoorNode.officer("prosecutor.fr");

        node.post(stranger, "/api/mla-requests", DRAFT.replace("quiteria@", "refused@"))
                .is(403);

        assertThat(node.vault.find(Form.Kind.EMAIL, "refused@unhais.example")).isEmpty();
    }

    @Test
    void keepsNothingPersonalInPlainInTheLog() {
        draft();

        String all = JdbcClient.create(node.database.owner())
                .sql("select string_agg(metadata || payload, ' ') from log.event")
                .query(String.class)
                .single();

        assertThat(all)
                .doesNotContain("Quit", "Unhais", "unhais", "Zebedeu", "192.0.2.77")
                .contains("\"port\":443");
    }

    @Test
    void repeatsNothingPersonalInARefusal() {
        Answer answer = node.post(PROSECUTOR, "/api/mla-requests", DRAFT.replace("192.0.2.77", "192.0.2.777"))
                .is(400);

        assertThat(answer.text()).doesNotContain("192.0.2", "Quit", "Unhais");
    }

    @Test
    void doesNotSendToAnAuthorityThatIsInNoDirectory() {
        MlaRequestId id = approved();

        Answer answer = transmit(id, UUID.randomUUID()).is(422);

        assertThat(answer.at("/code")).isEqualTo("directory.unknown-authority");
        assertThat(answer.fields()).containsExactly("to");
    }

    @Test
    void takesAReportOfAnAuthorityThatIsNotConnected() {
        MlaRequestId id = approved();
        transmit(id, chile.actor().office().id().value()).is(200);

        report(id, portugal, chile).is(200);

        var act = node.log().read(id.toString()).getLast().fact().act();
        assertThat(act.isReported()).isTrue();
        assertThat(act.onBehalfOf()).isEqualTo(chile.actor().office());
        assertThat(act.actor()).isEqualTo(portugal.actor());
    }

    @Test
    void takesNoReportOfAnAuthorityThatActsForItself() {
        Login japan = node.seated("central-authority.jp");
        node.post(
                        DoorNode.ADMINISTRATOR,
                        "/api/authorities/" + japan.actor().office().id() + "/connect-authority",
                        "{\"from\": \"2026-01-01\"}")
                .is(200);
        MlaRequestId id = approved(DRAFT.replace("\"CL\"", "\"JP\""));
        transmit(id, japan.actor().office().id().value()).is(200);

        Answer answer = report(id, portugal, japan).is(422);

        assertThat(answer.at("/code")).isEqualTo("act.authority-connected");
        assertThat(answer.fields()).containsExactly("act.onBehalfOf");
    }

    @Test
    void takesNoReportWithoutProofOrOfNobody() {
        MlaRequestId id = approved();
        transmit(id, chile.actor().office().id().value()).is(200);
        String body = "{\"legalReceivedAt\": \"2026-06-01T12:00Z\", \"act\": {\"onBehalfOf\": \"%s\"}}";

        Answer unproven = node.post(
                        portugal,
                        "/api/mla-requests/" + id + "/acknowledge-receipt",
                        body.formatted(chile.actor().office().id()))
                .is(422);

        assertThat(unproven.at("/code")).isEqualTo("act.without-proof");
    }

    @Test
    void takesInTheLetterOfAnAuthorityThatIsNotConnected() {
        Answer answer = incoming(chile, node.seated("contact-point.pt")).is(201);

        assertThat(answer.at("/status")).isEqualTo("transmitted");
        assertThat(answer.header("Location")).isEqualTo("/api/preservation-requests/" + answer.at("/id"));
    }

    @Test
    void takesNoLetterOfAnAuthorityThatActsForItself() {
        Login korea = node.seated("central-authority.kr");
        node.post(
                        DoorNode.ADMINISTRATOR,
                        "/api/authorities/" + korea.actor().office().id() + "/connect-authority",
                        "{\"from\": \"2026-06-01\"}")
                .is(200);

        Answer answer = incoming(korea, node.seated("contact-point.pt")).is(422);

        assertThat(answer.at("/code")).isEqualTo("act.authority-connected");
        assertThat(answer.fields()).containsExactly("sender");
    }

    private static Answer incoming(Login sender, Login receiver) {
        return node.post(receiver, "/api/preservation-requests/incoming", """
                {"from": "%s", "to": "PT", "bases": ["ets-185"], "items": {"L1": "traffic-data"},
                 "sender": "%s", "addressee": "%s", "channel": "contact-point-24-7",
                 "letter": "sha-256:%s"}
                """.formatted(
                        sender.actor().office().state(),
                        sender.actor().office().id(),
                        receiver.actor().office().id(),
                        "0".repeat(64)));
    }

    private static MlaRequestId draft() {
        return new MlaRequestId(UUID.fromString(
                node.post(PROSECUTOR, "/api/mla-requests", DRAFT).is(201).at("/id")));
    }

    private static MlaRequestId approved() {
        return approved(DRAFT);
    }

    private static MlaRequestId approved(String draft) {
        var id = new MlaRequestId(UUID.fromString(
                node.post(PROSECUTOR, "/api/mla-requests", draft).is(201).at("/id")));
        node.post(portugal, "/api/mla-requests/" + id + "/approve", "{}").is(200);
        return id;
    }

    private static Answer transmit(MlaRequestId id, UUID authority) {
        return node.post(
                portugal,
                "/api/mla-requests/" + id + "/transmit",
                "{\"to\": \"" + authority + "\", \"channel\": \"secure-mail\"}");
    }

    private static Answer report(MlaRequestId id, Login reporter, Login reported) {
        return node.post(reporter, "/api/mla-requests/" + id + "/acknowledge-receipt", """
                {"legalReceivedAt": "2026-06-01T12:00Z",
                 "act": {"onBehalfOf": "%s", "channel": "letter",
                         "proof": {"digest": "sha-256:%s", "kind": "letter", "receivedAt": "2026-06-01T12:00Z"}}}
                """.formatted(
                        reported.actor().office().id(), "0".repeat(64)));
    }

    private static MlaContents contents(MlaRequestId id) {
        return ((RequestDrafted) node.log().read(id.toString()).getFirst().event()).contents();
    }
}
