package org.comity.journey;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.comity.journey.Caller.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Killed processes, several nodes, people in each other's way: nothing is lost, nothing doubled, each loser is told. */
class FaultJourneyTest {
    private static Node node;
    private static House house;

    @BeforeAll
    static void start() {
        node = Node.fresh("--world-clock", "2026-02-02T09:00:00Z");
        house = new House(node);
    }

    @AfterAll
    static void end() {
        node.remove();
    }

    @Test
    void afterAKilledProcessEveryAnsweredCommandIsThereOnceAndThePoliciesComplete() throws Exception {
        var offices = Script.offices(node);
        Instant expiresAt = house.now().plus(Duration.ofDays(60));
        List<Script> scripts = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            var playing = new ArrayList<Future<?>>();
            for (int i = 0; i < 12; i++) {
                var script = new Script(() -> node, offices);
                scripts.add(script);
                playing.add(people.submit(() -> script.play(expiresAt)));
            }
            long before = events();
            await().atMost(30, SECONDS).until(() -> events() > before + 40);
            node.kill();
            node.start();
            for (Future<?> play : playing) {
                play.get(180, SECONDS);
            }
        }

        for (Script script : scripts) {
            assertThat(house.events("central-authority.pt", "mla-requests", script.mla))
                    .isEqualTo(Script.MLA_EVENTS);
            await().atMost(20, SECONDS).untilAsserted(() -> assertThat(
                            house.events("contact-point.pt", "preservation-requests", script.preservation))
                    .isEqualTo(Script.PRESERVATION_EVENTS));
        }
        assertThat(scripts.stream().mapToInt(s -> s.repeats).sum())
                .as("answers were lost")
                .isPositive();
        assertTheLogIsWhole();
    }

    @Test
    void twoNodesOnOneDatabaseRefuseExactlyTheLosersAndAnswerFromNoStaleCopy() throws Exception {
        Node second = node.second();
        try {
            var both = List.of(new House(node), new House(second));
            for (int round = 0; round < 10; round++) {
                String id = house.sentMla(Map.of());
                // Both nodes have the request in their caches.
                both.forEach(h -> h.mla(id, "central-authority.cl", "note", Map.of("text", "seen")));
                var answers = atTheSameTime(
                        () -> both.get(0)
                                .as("central-authority.cl")
                                .post("/api/mla-requests/" + id + "/acknowledge-receipt", received()),
                        () -> both.get(1)
                                .as("central-authority-2.cl")
                                .post("/api/mla-requests/" + id + "/acknowledge-receipt", received()));
                assertThat(answers.stream().filter(a -> a.status() == 200))
                        .as(answers.toString())
                        .hasSize(1);
                assertThat(answers.stream().filter(a -> a.status() == 409))
                        .as(answers.toString())
                        .hasSize(1);
                // What one node took, the other one knows at once.
                both.get(round % 2).mla(id, "central-authority.cl", "accept", Map.of());
                both.get(1 - round % 2).mla(id, "executing-authority.cl", "start-execution", Map.of("order", "1"));
                assertThat(both.get(round % 2).mlaStatus("central-authority.pt", id))
                        .isEqualTo("in-execution");
            }
            assertTheLogIsWhole();
        } finally {
            second.stop();
        }
    }

    @Test
    void theSameIdempotencyKeyAtTheSameTimeOnTwoNodesHasOneEffectAndOneAnswer() throws Exception {
        Node second = node.second();
        try {
            for (int round = 0; round < 5; round++) {
                String key = UUID.randomUUID().toString();
                var draft =
                        Map.of("from", "PT", "to", "CL", "bases", List.of("ets-185"), "items", Map.of("L1", "content"));
                var answers = atTheSameTime(
                        () -> Caller.of(node, "prosecutor.pt").post("/api/mla-requests", draft, "Idempotency-Key", key),
                        () -> Caller.of(second, "prosecutor.pt")
                                .post("/api/mla-requests", draft, "Idempotency-Key", key));
                assertThat(answers.get(0).body()).isEqualTo(answers.get(1).body());
                assertThat(answers.get(0).status()).isEqualTo(201);
                Answer again =
                        Caller.of(second, "prosecutor.pt").post("/api/mla-requests", draft, "Idempotency-Key", key);
                assertThat(again.body()).isEqualTo(answers.get(0).body());
                Answer other = Caller.of(node, "prosecutor.pt")
                        .post(
                                "/api/mla-requests",
                                Map.of(
                                        "from",
                                        "PT",
                                        "to",
                                        "JP",
                                        "bases",
                                        List.of("ets-185"),
                                        "items",
                                        Map.of("L1", "content")),
                                "Idempotency-Key",
                                key);
                assertThat(other.status()).as(other.toString()).isEqualTo(422);
            }
        } finally {
            second.stop();
        }
    }

    @Test
    void ofTwoPeopleWhoActOnTheSameVersionOneWinsAndTheOtherSeesWhatChanged() throws Exception {
        String id = house.sentMla(Map.of());
        String etag = house.as("central-authority.cl")
                .get("/api/mla-requests/" + id)
                .header("ETag")
                .orElseThrow();
        var answers = atTheSameTime(
                () -> house.as("central-authority.cl")
                        .post("/api/mla-requests/" + id + "/acknowledge-receipt", received(), "If-Match", etag),
                () -> house.as("central-authority-2.cl")
                        .post(
                                "/api/mla-requests/" + id + "/declare-misdirected",
                                Map.of("reason", "Not ours."),
                                "If-Match",
                                etag));
        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);
        Answer loser =
                answers.stream().filter(a -> a.status() == 409).findFirst().orElseThrow();
        assertThat(loser.json().path("changed")).hasSize(1);
        assertThat(loser.json().path("changed").get(0).path("event").asString())
                .isIn("ReceiptAcknowledged", "MisdirectionDeclared");
    }

    @Test
    void whatFellDueWhileTheNodeSleptHappensAfterItsStart() {
        Instant end = house.now().plusSeconds(8);
        String id = house.preserved(end.toString());
        node.stop();
        node.start();
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(house.preservationStatus("contact-point.pt", id))
                .isEqualTo("expired"));
        assertThat(house.events("contact-point.pt", "preservation-requests", id).stream()
                        .filter("PreservationExpired"::equals))
                .hasSize(1);
    }

    private static Map<String, String> received() {
        return Map.of("legalReceivedAt", house.now().toString());
    }

    private static long events() throws Exception {
        try (var hood = new UnderTheHood(node)) {
            return hood.events();
        }
    }

    private static void assertTheLogIsWhole() throws Exception {
        try (var hood = new UnderTheHood(node)) {
            assertThat(hood.gaps()).as("gaps").isZero();
            assertThat(hood.stepsBackInTime()).as("steps back in time").isZero();
            assertThat(hood.doubledKeys()).as("doubled keys").isZero();
        }
    }

    @SafeVarargs
    private static List<Answer> atTheSameTime(Callable<Answer>... calls) throws Exception {
        var start = new CyclicBarrier(calls.length);
        var answers = new ArrayList<Answer>();
        try (ExecutorService people = Executors.newFixedThreadPool(calls.length)) {
            var futures = new ArrayList<Future<Answer>>();
            for (Callable<Answer> call : calls) {
                futures.add(people.submit(() -> {
                    start.await(10, SECONDS);
                    return call.call();
                }));
            }
            for (Future<Answer> future : futures) {
                answers.add(future.get(60, SECONDS));
            }
        }
        return answers;
    }
}
