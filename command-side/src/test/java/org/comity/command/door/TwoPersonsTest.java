package org.comity.command.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.comity.api.Login;
import org.comity.api.MlaRequestId;
import org.comity.api.mla.MlaRequestEvent.RequestUnsealed;
import org.comity.command.door.DoorNode.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwoPersonsTest {
    private static final Login PROSECUTOR = DoorNode.officer("prosecutor.pt");

    private static DoorNode node;
    private static Login first;
    private static Login second;

    private MlaRequestId request;

    @BeforeAll
    static void start() {
        node = new DoorNode();
        first = node.seated("central-authority.pt");
        second = DoorNode.officer("central-authority-2.pt");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void seal() {
        String draft = node.post(PROSECUTOR, "/api/mla-requests", """
                {"from": "PT", "to": "CL", "bases": ["ets-185"], "items": {"L1": "subscriber-data"}}
                """).is(201).at("/id");
        request = new MlaRequestId(UUID.fromString(draft));
        post(first, "seal", """
                {"readers": ["%s", "%s"], "basis": "wish of the court"}
                """.formatted(first.actor().person(), second.actor().person()))
                .is(200);
    }

    @Test
    void proposeWithTheFirstAndDoWithTheSecond() {
        Answer proposed = propose().is(202);
        assertThat(proposed.at("/proposal")).hasSize(36);
        assertThat(proposed.at("/events/0/name")).isEqualTo("Proposed");

        Answer confirmed = confirm(second, proposed.at("/proposal")).is(200);

        assertThat(confirmed.at("/events/0/name")).isEqualTo("RequestUnsealed");
        var last = node.log().read(request.toString()).getLast();
        assertThat(last.fact().act().actor()).isEqualTo(second.actor());
        assertThat(last.fact().act().proposer()).isEqualTo(first.actor());
        assertThat(node.vault.open(request, ((RequestUnsealed) last.event()).reason()))
                .contains("no longer secret");
    }

    @Test
    void keepTheProposalSealedInTheLog() {
        propose().is(202);

        String payload = node.log()
                .storedEvents(request.toString(), 0)
                .getLast()
                .envelope()
                .payload();

        assertThat(payload).contains("proposal").doesNotContain("secret");
    }

    @Test
    void areTwo() {
        String proposal = propose().is(202).at("/proposal");

        confirm(first, proposal).is(403);
    }

    @Test
    void mayDecline() {
        String proposal = propose().is(202).at("/proposal");

        post(second, "decline", "{\"proposal\": \"" + proposal + "\", \"reason\": \"too early\"}")
                .is(200);

        assertThat(confirm(second, proposal).is(422).fields()).containsExactly("proposal");
    }

    @Test
    void confirmOnlyWhatWasProposed() {
        long events = node.events();

        assertThat(confirm(second, UUID.randomUUID().toString()).is(422).fields())
                .containsExactly("proposal");
        assertThat(post(second, "confirm", "{\"proposal\": \"x\"}").is(400).fields())
                .containsExactly("proposal");
        assertThat(post(second, "confirm", "{}").is(400).fields()).containsExactly("proposal");
        assertThat(post(second, "confirm", "{\"proposal\": \"" + UUID.randomUUID() + "\", \"proposed\": {}}")
                        .is(400)
                        .fields())
                .containsExactly("proposed");
        assertThat(node.events()).isEqualTo(events);
    }

    @Test
    void getTheSameAnswerToARepeatOfTheProposal() {
        String body = "{\"reason\": \"no longer secret\"}";
        String path = "/api/mla-requests/" + request + "/unseal";

        Answer one = node.post(first, path, body, "Idempotency-Key", request.toString())
                .is(202);
        Answer two = node.post(first, path, body, "Idempotency-Key", request.toString())
                .is(202);

        assertThat(two.text()).isEqualTo(one.text());
    }

    private Answer propose() {
        return post(first, "unseal", "{\"reason\": \"no longer secret\"}");
    }

    private Answer confirm(Login login, String proposal) {
        return post(login, "confirm", "{\"proposal\": \"" + proposal + "\"}");
    }

    private Answer post(Login login, String command, String body) {
        return node.post(login, "/api/mla-requests/" + request + "/" + command, body);
    }
}
