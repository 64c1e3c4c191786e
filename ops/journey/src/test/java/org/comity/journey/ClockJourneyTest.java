package org.comity.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The world clock does not stay where a walk was when its process died. */
class ClockJourneyTest {
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
    void runsOnWhenTheNodeIsStartedAgain() throws Exception {
        killInTheMiddleOfAWalk();
        node.start();
        assertRunsOn(house);
    }

    @Test
    void runsOnAtOnceWhereAnotherNodeIsLeft() throws Exception {
        Node other = node.second();
        try {
            killInTheMiddleOfAWalk();
            assertRunsOn(new House(other));
        } finally {
            other.stop();
            node.start();
        }
    }

    /** A lock on the timetable holds the walk up, as much work at one moment would. */
    private static void killInTheMiddleOfAWalk() throws Exception {
        try (var hood = new UnderTheHood(node)) {
            hood.execute("begin");
            hood.execute("lock table command.timetable in access exclusive mode");
            Instant far = house.now().plus(Duration.ofDays(30));
            var walk = CompletableFuture.runAsync(
                    () -> house.as("administrator").post("/practice/clock", Map.of("now", far.toString())));
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            hood.number("select count(*) from node.world_clock where standing_at is not null") == 1);
            node.kill();
            assertThat(walk)
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(hood.number("select count(*) from node.world_clock where standing_at is not null"))
                    .as("the clock was left standing")
                    .isEqualTo(1);
            hood.execute("rollback");
        }
    }

    private static void assertRunsOn(House there) {
        Instant first = there.now();
        assertThat(first).as("nothing was skipped").isBefore(Instant.parse("2026-02-03T09:00:00Z"));
        await().atMost(Duration.ofSeconds(30)).until(() -> there.now().isAfter(first));
    }
}
