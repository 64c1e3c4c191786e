package org.comity.command.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import org.comity.api.MlaRequestId;
import org.comity.api.PreservationId;
import org.comity.api.Recorded;
import org.comity.api.preservation.PreservationCommand.Extend;
import org.comity.api.preservation.PreservationCommand.LinkFollowUp;
import org.comity.api.preservation.PreservationCommand.RequestExtension;
import org.comity.api.preservation.PreservationCommand.RequestRelease;
import org.comity.api.preservation.PreservationEvent.PreservationExpired;
import org.comity.api.reminder.ReminderEvent.Reminded;
import org.comity.command.preservation.JointsNode;
import org.junit.jupiter.api.Test;

/**
 * A year of preservations with the clock that walks and a process that is started again at random: nothing lapses unsaid, nobody
 * is reminded twice, and no reminder is missing. {@code -Dcomity.year=5000} makes it the size of a nightly run.
 */
class SimulatedYearTest {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int MANY = Integer.getInteger("comity.year", 300);
    private static final List<Integer> LADDER = List.of(14, 7, 3, 1);

    private enum Ending {
        LAPSES,
        IS_FOLLOWED_UP,
        IS_EXTENDED,
        IS_RELEASED
    }

    /** What one preservation must come to, told without the rules of the house. */
    private static final class Told {
        final List<Instant> reminders = new ArrayList<>();
        Instant expired;
    }

    private record Happening(Instant at, int number, Runnable what) {}

    private final long seed = Long.getLong("comity.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final PriorityQueue<Happening> story =
            new PriorityQueue<>(Comparator.comparing(Happening::at).thenComparing(Happening::number));
    private final Map<PreservationId, Told> told = new HashMap<>();
    private JointsNode node;

    @Test
    void nothingLapsesUnsaidAndEveryReminderComesOnce() {
        try (JointsNode first = JointsNode.first().at(NEW_YEAR)) {
            node = first;
            for (int i = 0; i < MANY; i++) {
                Instant confirmed = NEW_YEAR.plus(Duration.ofMinutes(random.nextLong(YEAR.toMinutes())));
                later(confirmed, () -> preserve(confirmed));
            }
            int restarts = 0;
            while (!story.isEmpty()) {
                Happening next = story.poll();
                node.walk(next.at());
                next.what().run();
                if (random.nextInt(MANY) < 3) {
                    restart(first);
                    restarts++;
                }
            }
            node.walk(NEW_YEAR.plus(YEAR).plus(Duration.ofDays(200)));
            restart(first);
            node.walk(NEW_YEAR.plus(YEAR).plus(Duration.ofDays(201)));
            check(first, restarts);
            if (node != first) {
                node.close();
            }
        }
    }

    private void preserve(Instant confirmed) {
        Instant end = confirmed.plus(Duration.ofDays(60 + random.nextInt(40)));
        PreservationId id = node.preserved(end);
        var fate = new Told();
        told.put(id, fate);
        Instant turn = confirmed.plus(Duration.ofMinutes(
                1 + random.nextLong(Duration.between(confirmed, end).toMinutes() - 1)));
        switch (Ending.values()[random.nextInt(Ending.values().length)]) {
            case LAPSES -> {
                ladder(fate, end, confirmed, end);
                fate.expired = end;
            }
            case IS_FOLLOWED_UP -> {
                ladder(fate, end, confirmed, turn);
                later(turn, () -> node.as("system", new LinkFollowUp(id, new MlaRequestId(UUID.randomUUID()), turn)));
            }
            case IS_RELEASED -> {
                ladder(fate, end, confirmed, turn);
                later(turn, () -> node.as("contact-point.pt", new RequestRelease(id, null)));
            }
            case IS_EXTENDED -> {
                Instant longer = end.plus(Duration.ofDays(30));
                ladder(fate, end, confirmed, turn);
                ladder(fate, longer, turn, longer);
                fate.expired = longer;
                later(turn, () -> {
                    node.as("contact-point.pt", new RequestExtension(id, null, null));
                    node.as("contact-point.cl", new Extend(id, longer, null));
                });
            }
        }
    }

    /** What is at the same moment as the act that ends the ladder comes before it: the clock walks to the moment first. */
    private static void ladder(Told fate, Instant end, Instant from, Instant until) {
        LADDER.stream()
                .map(days -> end.minus(Duration.ofDays(days)))
                .filter(moment -> moment.isAfter(from) && !moment.isAfter(until))
                .forEach(fate.reminders::add);
    }

    private void later(Instant at, Runnable what) {
        story.add(new Happening(at, story.size(), what));
    }

    /** A process that was killed begins to read where it had stored a token: here, at the beginning. */
    private void restart(JointsNode first) {
        if (node != first) {
            node.close();
        }
        Instant now = node.clock().instant();
        node = first.another().at(now);
    }

    private void check(JointsNode log, int restarts) {
        var reminded = new HashMap<UUID, List<Instant>>();
        Instant before = Instant.MIN;
        for (Recorded<?> recorded : RemindersTest.reminded(log)) {
            Instant at = recorded.fact().act().occurredAt();
            assertThat(at).as("in order, seed %d", seed).isAfterOrEqualTo(before);
            before = at;
            reminded.computeIfAbsent(((Reminded) recorded.event()).request(), ignored -> new ArrayList<>())
                    .add(at);
        }
        assertThat(told).hasSize(MANY);
        told.forEach((id, fate) -> {
            assertThat(reminded.getOrDefault(id.value(), List.of()))
                    .as("%s, seed %d, %d restarts", id, seed, restarts)
                    .containsExactlyElementsOf(fate.reminders);
            assertThat(log.life(id).history().facts().stream()
                            .filter(fact -> fact.event() instanceof PreservationExpired)
                            .map(fact -> fact.act().occurredAt()))
                    .as("%s, seed %d", id, seed)
                    .containsExactlyElementsOf(fate.expired == null ? List.of() : List.of(fate.expired));
        });
    }
}
