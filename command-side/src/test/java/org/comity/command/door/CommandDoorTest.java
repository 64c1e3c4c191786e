package org.comity.command.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.command.door.DoorNode.ADMINISTRATOR;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.comity.api.Login;
import org.comity.api.Mandate;
import org.comity.command.door.DoorNode.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CommandDoorTest {
    private static final String AN_OFFICE =
            "{\"kind\": \"prosecutor\", \"state\": \"PT\", \"name\": \"Lisbon 7\", \"validFrom\": \"2020-01-01\"}";
    private static final Login OFFICER = DoorNode.officer("central-authority.pt");

    private static DoorNode node;

    @BeforeAll
    static void start() {
        node = new DoorNode();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void setTheClock() {
        node.time.set(DoorNode.NOW);
    }

    @Test
    void tellsWhatCameOfACreation() {
        Answer answer = node.post(ADMINISTRATOR, "/api/authorities", AN_OFFICE).is(201);

        String id = answer.at("/id");
        assertThat(answer.header("Location")).isEqualTo("/api/authorities/" + id);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.header("Comity-Position"))
                .isEqualTo(answer.at("/position"))
                .hasSize(32);
        assertThat(answer.at("/version")).isEqualTo("0");
        assertThat(answer.at("/status")).isEqualTo("listed");
        assertThat(answer.at("/reference")).startsWith("A-");
        assertThat(answer.at("/events/0/name")).isEqualTo("AuthorityRegistered");
        assertThat(answer.at("/events/0/sequence")).isEqualTo("0");
        assertThat(node.log().findEvent(UUID.fromString(answer.at("/events/0/eventId"))))
                .isPresent();
        assertThat(node.tokens.position(answer.at("/position")))
                .isEqualTo(node.log().end().position());
    }

    @Test
    void tellsWhatCameOfAFurtherCommand() {
        UUID office = node.register("prosecutor", "PT");

        Answer answer = connect(office, "2026-01-01").is(200);

        assertThat(answer.at("/version")).isEqualTo("1");
        assertThat(answer.at("/status")).isEqualTo("connected");
        assertThat(answer.header("Location")).isEqualTo("missing");
    }

    @Test
    void recordsWhoWhenAndByWhichLaw() {
        UUID office = node.register("prosecutor", "PT");

        var entry = node.log().entries(office.toString(), 0).getFirst();

        assertThat(entry.recorded().fact().act().actor()).isEqualTo(ADMINISTRATOR.actor());
        assertThat(entry.recorded().fact().act().occurredAt()).isEqualTo(DoorNode.NOW);
        assertThat(entry.recorded().fact().act().receivedAt()).isEqualTo(DoorNode.NOW);
        assertThat(entry.origin().law()).startsWith("sha-256:");
        assertThat(entry.origin().command()).isEqualTo("register-authority");
    }

    @Test
    void recordsWhenAndWhyItHappenedAndSealsTheReason() {
        UUID office = node.register("prosecutor", "PT");
        node.time.set(DoorNode.NOW.plus(Duration.ofHours(1)));

        node.post(ADMINISTRATOR, "/api/authorities/" + office + "/connect-authority", """
                {"from": "2026-01-01",
                 "act": {"occurredAt": "2026-06-01T12:30Z", "reason": "asked by Maria Nunes", "channel": "letter"}}
                """)
                .is(200);

        var act = node.log().read(office.toString()).getLast().fact().act();
        assertThat(act.occurredAt()).isEqualTo(DoorNode.NOW.plus(Duration.ofMinutes(30)));
        assertThat(act.channel()).hasToString("letter");
        assertThat(act.reason().sealed()).doesNotContain("Maria");
        assertThat(node.vault.open(() -> office, act.reason())).contains("asked by Maria Nunes");
    }

    @Test
    void givesARepeatTheSameBytesAndRecordsItOnce() {
        Answer first = node.post(ADMINISTRATOR, "/api/authorities", AN_OFFICE, "Idempotency-Key", "repeat-1")
                .is(201);
        long events = node.events();
        connect(UUID.fromString(first.at("/id")), "2026-01-01").is(200);

        Answer second = node.post(ADMINISTRATOR, "/api/authorities", AN_OFFICE, "Idempotency-Key", "repeat-1")
                .is(201);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(node.events()).isEqualTo(events + 1);
    }

    @Test
    void givesARepeatTheFirstAnswerEvenIfItCouldNoLongerBeDone() {
        UUID office = node.register("prosecutor", "PT");
        Answer first =
                connect(office, "2026-01-01", "Idempotency-Key", "connect-once").is(200);

        assertThat(connect(office, "2026-01-01", "Idempotency-Key", "connect-once")
                        .is(200)
                        .text())
                .isEqualTo(first.text());
        connect(office, "2026-01-01").is(409);
    }

    @Test
    void givesOneEffectAndOneAnswerToRepeatsAtTheSameTime() throws InterruptedException, ExecutionException {
        long before = node.events();
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<String> sending =
                    () -> node.post(ADMINISTRATOR, "/api/authorities", AN_OFFICE, "Idempotency-Key", "at-once")
                            .is(201)
                            .text();
            var answers =
                    threads.invokeAll(Stream.generate(() -> sending).limit(16).toList());

            String first = answers.getFirst().get();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
        }
        assertThat(node.events()).isEqualTo(before + 1);
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() {
        node.post(ADMINISTRATOR, "/api/authorities", AN_OFFICE, "Idempotency-Key", "other-body")
                .is(201);
        long events = node.events();

        Answer other = node.post(
                        ADMINISTRATOR,
                        "/api/authorities",
                        AN_OFFICE.replace("PT", "CL"),
                        "Idempotency-Key",
                        "other-body")
                .is(422);

        assertThat(other.at("/code")).isEqualTo("idempotency.other-body");
        assertThat(node.events()).isEqualTo(events);
    }

    @Test
    void keepsTheKeysOfTwoPersonsApart() {
        Login another = DoorNode.login("administrator-b", Mandate.ADMINISTRATOR, null);

        String first = node.post(ADMINISTRATOR, "/api/authorities", AN_OFFICE, "Idempotency-Key", "mine")
                .at("/id");
        String second = node.post(another, "/api/authorities", AN_OFFICE, "Idempotency-Key", "mine")
                .at("/id");

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void judgesARefusedCommandAgainUnderItsKey() {
        UUID office = node.register("prosecutor", "PT");
        disconnect(office, "Idempotency-Key", "again").is(409);
        connect(office, "2026-01-01").is(200);

        disconnect(office, "Idempotency-Key", "again").is(200);
    }

    @Test
    void acceptsTheVersionThatIsStillTheLast() {
        UUID office = node.register("prosecutor", "PT");

        connect(office, "2026-01-01", "If-Match", "\"0\"").is(200);
    }

    @Test
    void tellsWhatHasChangedSinceAStaleVersion() {
        UUID office = node.register("prosecutor", "PT");
        connect(office, "2026-01-01").is(200);
        long events = node.events();

        Answer stale = disconnect(office, "If-Match", "\"0\"").is(409);

        assertThat(stale.at("/code")).isEqualTo("version.stale");
        assertThat(stale.at("/changed/0/sequence")).isEqualTo("1");
        assertThat(stale.at("/changed/0/event")).isEqualTo("AuthorityConnected");
        assertThat(stale.at("/version")).isEqualTo("1");
        assertThat(node.events()).isEqualTo(events);
    }

    @Test
    void tellsWhoMayNotDoItSoBeforeTheVersion() {
        UUID office = node.register("prosecutor", "PT");
        connect(office, "2026-01-01").is(200);

        Answer forbidden = node.post(
                        OFFICER,
                        "/api/authorities/" + office + "/disconnect-authority",
                        "{\"from\": \"2026-06-01\"}",
                        "If-Match",
                        "\"0\"")
                .is(403);

        assertThat(forbidden.at("/code")).isEqualTo("authority.not-for-this-role");
        assertThat(forbidden.at("/source")).startsWith("A06");
    }

    @Test
    void refusesWithRuleAndSourceAndWritesNothing() {
        UUID office = node.register("prosecutor", "PT");
        long events = node.events();

        Answer refused = disconnect(office).is(409);

        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.at("/type")).isEqualTo("urn:comity:problem:authority.not-allowed-in-status");
        assertThat(refused.at("/source")).isEqualTo("A06; practice");
        assertThat(refused.at("/detail")).contains("The status is listed");
        assertThat(node.events()).isEqualTo(events);
    }

    @Test
    void countsRefusalsByTheirCode() {
        double before = node.meters
                .counter("comity.refusals", "code", "authority.not-allowed-in-status")
                .count();

        disconnect(node.register("prosecutor", "PT")).is(409);

        assertThat(node.meters
                        .counter("comity.refusals", "code", "authority.not-allowed-in-status")
                        .count())
                .isEqualTo(before + 1);
    }

    @Test
    void refusesAnActInTheFutureOnlyAfterTheRulesHaveAllowedIt() {
        UUID office = node.register("prosecutor", "PT");
        String tomorrow = "{\"from\": \"2026-01-01\", \"act\": {\"occurredAt\": \"2026-06-02T12:00Z\"}}";
        long events = node.events();

        Answer refused = node.post(ADMINISTRATOR, "/api/authorities/" + office + "/connect-authority", tomorrow)
                .is(422);
        assertThat(refused.at("/code")).isEqualTo("act.in-the-future");
        assertThat(refused.fields()).containsExactly("act.occurredAt");

        node.post(OFFICER, "/api/authorities/" + office + "/connect-authority", tomorrow)
                .is(403);
        node.post(ADMINISTRATOR, "/api/authorities/" + UUID.randomUUID() + "/connect-authority", tomorrow)
                .is(404);
        assertThat(node.events()).isEqualTo(events);
    }

    @Test
    void asksWhoeverIsNotSignedInToDoSoButChecksTheFormFirst() {
        node.post(null, "/api/authorities", AN_OFFICE).is(401);
        node.post(null, "/api/authorities", "{}").is(400);
    }

    @Test
    void leavesNoKeysOfWhatWasNeverCreated() {
        long before = keys();

        node.post(OFFICER, "/api/authorities", AN_OFFICE.replace("}", ", \"act\": {\"reason\": \"because\"}}"))
                .is(403);

        assertThat(keys()).isEqualTo(before);
    }

    private static long keys() {
        return JdbcClient.create(node.keys.owner())
                .sql("select count(*) from vault.key")
                .query(Long.class)
                .single();
    }

    @Test
    void answersForUnknownIdsAndIdsOfOtherFamiliesAlike() {
        UUID office = node.register("prosecutor", "PT");
        UUID nobody = UUID.randomUUID();
        long events = node.events();

        Answer unknown = node.post(OFFICER, "/api/mla-requests/" + nobody + "/approve", "{}")
                .is(404);
        Answer other = node.post(OFFICER, "/api/mla-requests/" + office + "/approve", "{}")
                .is(404);

        assertThat(unknown.at("/code")).isEqualTo("request.unknown");
        assertThat(other.text().replace(office.toString(), nobody.toString())).isEqualTo(unknown.text());
        assertThat(node.events()).isEqualTo(events);
    }

    @Test
    void hasNoCommandsOfTheSystemAndNoCreationUnderAnId() {
        UUID id = UUID.randomUUID();
        for (String command : List.of(
                "link-follow-up",
                "withdraw-follow-up",
                "rejudge-follow-up",
                "expire",
                "draft",
                "record-incoming",
                "nonsense")) {
            Answer answer = node.post(OFFICER, "/api/preservation-requests/" + id + "/" + command, "{}")
                    .is(404);
            assertThat(answer.at("/code")).isEqualTo("command.unknown");
        }
        node.post(ADMINISTRATOR, "/api/authorities/incoming", "{}").is(404);
    }

    @Test
    void makesProblemsOfWhatTheFrameworkRefuses() {
        Answer path = node.post(OFFICER, "/api/nothing", "{}").is(404);
        assertThat(path.at("/code")).isEqualTo("path.unknown");
        Answer method =
                node.send(OFFICER, "PUT", "/api/mla-requests", new byte[0]).is(405);
        assertThat(method.at("/code")).isEqualTo("path.other-method");
        assertThat(method.header("Allow")).isEqualTo("POST");
        Answer media = node.send(
                        OFFICER,
                        "POST",
                        "/api/mla-requests",
                        "a=b".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .is(415);
        assertThat(media.at("/code")).isEqualTo("form.media-type");
        assertThat(List.of(path, method, media))
                .allSatisfy(a -> assertThat(a.header("Content-Type")).isEqualTo("application/problem+json"));
    }

    private static Answer connect(UUID office, String from, String... headers) {
        return node.post(
                ADMINISTRATOR,
                "/api/authorities/" + office + "/connect-authority",
                "{\"from\": \"" + from + "\"}",
                headers);
    }

    private static Answer disconnect(UUID office, String... headers) {
        return node.post(
                ADMINISTRATOR,
                "/api/authorities/" + office + "/disconnect-authority",
                "{\"from\": \"2026-06-01\"}",
                headers);
    }
}
