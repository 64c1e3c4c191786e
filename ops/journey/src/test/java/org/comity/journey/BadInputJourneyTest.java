package org.comity.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.journey.Caller.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each bad input has its own clear answer, none is a failure of the node, and none leaves an event behind. */
class BadInputJourneyTest {
    private static Node node;
    private static House house;
    private long before;

    @BeforeAll
    static void start() {
        node = Node.fresh("--world-clock", "2026-02-02T09:00:00Z");
        house = new House(node);
    }

    @AfterAll
    static void end() {
        node.remove();
    }

    @BeforeEach
    void count() throws Exception {
        try (var hood = new UnderTheHood(node)) {
            before = hood.events();
        }
    }

    private void nothingWasWritten() throws Exception {
        try (var hood = new UnderTheHood(node)) {
            assertThat(hood.events()).isEqualTo(before);
        }
    }

    private static Map<String, Object> draft(String field, Object value) {
        var draft = new LinkedHashMap<String, Object>(
                Map.of("from", "PT", "to", "CL", "bases", List.of("ets-185"), "items", Map.of("L1", "content")));
        draft.put(field, value);
        return draft;
    }

    private static Answer rejected(int status, Object body) {
        return house.refused(status, "prosecutor.pt", "/api/mla-requests", body);
    }

    private static void names(Answer answer, String field) {
        assertThat(answer.json().path("errors").valueStream().map(e -> e.path("field")
                        .asString()))
                .as(answer.toString())
                .anyMatch(f -> f.startsWith(field));
    }

    @Test
    void aWrongTypeIsNamed() throws Exception {
        names(rejected(400, draft("urgent", "perhaps")), "urgent");
        names(rejected(400, draft("items", "L1")), "items");
        nothingWasWritten();
    }

    @Test
    void anUnknownFieldIsNamed() throws Exception {
        names(rejected(400, draft("colour", "blue")), "colour");
        nothingWasWritten();
    }

    @Test
    void aMissingFieldIsNamed() throws Exception {
        names(rejected(400, Map.of("to", "CL", "bases", List.of("ets-185"), "items", Map.of("L1", "content"))), "from");
        nothingWasWritten();
    }

    @Test
    void anUnknownStateIsNamed() throws Exception {
        names(rejected(400, draft("to", "XX")), "to");
        nothingWasWritten();
    }

    @Test
    void anOverLongTextIsNamed() throws Exception {
        names(rejected(400, draft("facts", "x".repeat(20_001))), "facts");
        names(rejected(400, draft("offence", "x".repeat(201))), "offence");
        nothingWasWritten();
    }

    @Test
    void nulAndLoneSurrogatesAreNamed() throws Exception {
        names(
                rejected(
                        400,
                        "{\"from\":\"PT\",\"to\":\"CL\",\"bases\":[\"ets-185\"],\"items\":{\"L1\":\"content\"},\"facts\":\"a\\u0000b\"}"),
                "facts");
        names(
                rejected(
                        400,
                        "{\"from\":\"PT\",\"to\":\"CL\",\"bases\":[\"ets-185\"],\"items\":{\"L1\":\"content\"},\"facts\":\"a\\ud800b\"}"),
                "facts");
        nothingWasWritten();
    }

    @Test
    void aRightToLeftOverrideInANameIsNamed() throws Exception {
        names(
                rejected(
                        400,
                        draft("persons", List.of(Map.of("ref", "P1", "role", "suspect", "name", "evil\u202Egpj.exe")))),
                "persons[0].name");
        nothingWasWritten();
    }

    @Test
    void aNameWrittenFromRightToLeftIsWelcome() {
        String id = house.draftMla(
                "prosecutor.pt",
                "PT",
                "CL",
                Map.of("persons", List.of(Map.of("ref", "P1", "role", "witness", "name", "محمد الأمين"))));
        assertThat(house.as("prosecutor.pt").get("/api/mla-requests/" + id).body())
                .contains("محمد الأمين");
    }

    @Test
    void badIdentifiersAreNamed() throws Exception {
        names(rejected(400, draft("identifiers", List.of(Map.of("ipv4", "203.0.113.256")))), "identifiers[0].ipv4");
        names(rejected(400, draft("identifiers", List.of(Map.of("ipv6", "2001::db8::1")))), "identifiers[0].ipv6");
        names(rejected(400, draft("identifiers", List.of(Map.of("email", "nobody")))), "identifiers[0].email");
        names(rejected(400, draft("identifiers", List.of(Map.of("imei", "490154203237519")))), "identifiers[0].imei");
        names(
                rejected(400, draft("identifiers", List.of(Map.of("email", "a@b.example", "phone", "+351210000000")))),
                "identifiers[0]");
        nothingWasWritten();
    }

    @Test
    void aBodyOfTenMegabytesIsTooLarge() throws Exception {
        Answer answer =
                house.as("prosecutor.pt").post("/api/mla-requests", draft("facts", "x".repeat(10 * 1024 * 1024)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(413);
        nothingWasWritten();
    }

    @Test
    void whatIsNotJsonIsSaid() throws Exception {
        assertThat(rejected(400, "{\"from\":").text("detail")).isNotBlank();
        assertThat(rejected(400, "[".repeat(100_000)).text("detail")).isNotBlank();
        nothingWasWritten();
    }

    @Test
    void anUnknownGroundIsNamed() throws Exception {
        String id = received();
        count();
        Answer answer = house.refused(
                422,
                "central-authority.cl",
                "/api/mla-requests/" + id + "/refuse",
                Map.of("grounds", List.of("ets185-bad-mood"), "reason", "No."));
        names(answer, "grounds[0]");
        nothingWasWritten();
    }

    @Test
    void aRefusalWithoutGroundOrReasonIsRefused() throws Exception {
        String id = received();
        count();
        names(
                house.refused(
                        422,
                        "central-authority.cl",
                        "/api/mla-requests/" + id + "/refuse",
                        Map.of("grounds", List.of(), "reason", "No.")),
                "grounds");
        names(
                house.refused(
                        400,
                        "central-authority.cl",
                        "/api/mla-requests/" + id + "/refuse",
                        Map.of("grounds", List.of("ets185-dual-criminality"))),
                "reason");
        nothingWasWritten();
    }

    @Test
    void aDateInTheFutureOrBeforeTheRequestIsRefused() throws Exception {
        String id = house.sentMla(Map.of());
        count();
        String path = "/api/mla-requests/" + id + "/acknowledge-receipt";
        house.refused(
                422,
                "central-authority.cl",
                path,
                Map.of("legalReceivedAt", house.now().plus(Duration.ofDays(2)).toString()));
        house.refused(422, "central-authority.cl", path, Map.of("legalReceivedAt", "2019-01-01T00:00:00Z"));
        house.refused(
                422,
                "central-authority.cl",
                path,
                Map.of(
                        "legalReceivedAt",
                        house.now().toString(),
                        "act",
                        Map.of(
                                "occurredAt",
                                house.now().plus(Duration.ofDays(2)).toString())));
        nothingWasWritten();
    }

    @Test
    void anUnknownCommandAndAnUnknownIdHaveTheirOwnAnswers() throws Exception {
        String id = house.sentMla(Map.of());
        count();
        Answer command = house.refused(404, "central-authority.pt", "/api/mla-requests/" + id + "/bless", Map.of());
        Answer unknown = house.refused(
                404, "central-authority.pt", "/api/mla-requests/" + UUID.randomUUID() + "/approve", Map.of());
        assertThat(command.text("code")).isNotEqualTo(unknown.text("code"));
        Answer none = house.refused(400, "central-authority.pt", "/api/mla-requests/not-an-id/approve", Map.of());
        assertThat(none.text("detail")).isNotBlank();
        nothingWasWritten();
    }

    @Test
    void someoneElsesRequestReadsExactlyLikeAnUnknownId() throws Exception {
        String theirs = house.sentMla(Map.of());
        String unknown = UUID.randomUUID().toString();
        count();
        for (String login : List.of("central-authority.jp", "prosecutor.br", "administrator")) {
            Answer read = house.as(login).get("/api/mla-requests/" + theirs);
            Answer readUnknown = house.as(login).get("/api/mla-requests/" + unknown);
            assertThat(read.status()).isEqualTo(404);
            assertThat(read.body().replace(theirs, "ID"))
                    .isEqualTo(readUnknown.body().replace(unknown, "ID"));
            Answer act = house.as(login).post("/api/mla-requests/" + theirs + "/withdraw", Map.of("whole", true));
            Answer actUnknown =
                    house.as(login).post("/api/mla-requests/" + unknown + "/withdraw", Map.of("whole", true));
            assertThat(act.status()).isEqualTo(404);
            assertThat(act.body().replace(theirs, "ID"))
                    .isEqualTo(actUnknown.body().replace(unknown, "ID"));
        }
        nothingWasWritten();
    }

    @Test
    void whoIsNotSignedInIsToldSoBeforeAnythingElse() throws Exception {
        Answer answer = Caller.anonymous(node).post("/api/mla-requests", Map.of("from", "PT"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(Caller.anonymous(node).get("/api/mla-requests").status()).isEqualTo(401);
        nothingWasWritten();
    }

    private static String received() {
        String id = house.sentMla(Map.of());
        house.mla(
                id,
                "central-authority.cl",
                "acknowledge-receipt",
                Map.of("legalReceivedAt", house.now().toString()));
        return id;
    }
}
