package org.comity.api.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.comity.api.Code;
import org.comity.api.Digest;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * Every date of a request and why it is that one.
 *
 * @param items what falls due, the nearest first; then what has no day
 * @param responseTime how long the answer took, once there is one
 */
public record ReckoningView(List<Item> items, @Nullable ResponseTime responseTime) {
    public ReckoningView {
        items = List.copyOf(items);
    }

    /**
     * A date and how it was reckoned.
     *
     * @param kind what it is: expiry, answer, review, acknowledgment, ...
     * @param phase running, missed, paused, held, without-figure, met or late
     * @param at the first instant at which it is too late; none if there is no figure, or the clock stands still or is held
     * @param day the day by whose end it is due, if it is a day
     * @param rule the rule or term it rests on
     * @param turn whose act would meet it
     * @param event the event that made it due
     * @param sequence place of that event in the stream
     * @param law the rule that it was reckoned by; none where an act alone states the day
     * @param steps from the start to the end, in order
     */
    public record Item(
            Code kind,
            Code phase,
            @Nullable Instant at,
            @Nullable LocalDate day,
            @Nullable String rule,
            Turn turn,
            UUID event,
            long sequence,
            @Nullable Law law,
            List<Step> steps) {
        public Item {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A rule as the tables have it.
     *
     * @param counting by which rule days or hours are counted, in words
     * @param calendar State whose calendar counts
     * @param mark how well the row is founded
     * @param verified false if somebody only remembers it
     * @param sources where it was read
     * @param countingMark how well the rule of counting is founded
     * @param tables digest of the set of tables
     */
    public record Law(
            Code rule,
            String citation,
            String label,
            Code nature,
            String counting,
            Code countingMark,
            String effectWhenMissed,
            StateCode calendar,
            Code mark,
            boolean verified,
            List<String> sources,
            Digest tables) {
        public Law {
            sources = List.copyOf(sources);
        }
    }

    /**
     * One step of a reckoning; what is absent has no part in it.
     *
     * @param step started, counted, day-skipped, paused, extended, held, doubtful, ...
     * @param why reason of a pause, of a day that does not count, of an extension without effect, or what could not be settled
     * @param name of a holiday
     * @param event that it rests on
     */
    public record Step(
            Code step,
            @Nullable Instant at,
            @Nullable Instant until,
            @Nullable LocalDate day,
            @Nullable LocalDate to,
            @Nullable Long number,
            @Nullable Code unit,
            @Nullable Code why,
            @Nullable String name,
            @Nullable Code rule,
            @Nullable UUID event) {}

    /**
     * How long an answer took.
     *
     * @param from first competent receipt
     * @param until execution or refusal
     * @param waiting of that, the time in which the requesting side had to act first
     * @param net gross without waiting
     */
    public record ResponseTime(Instant from, Instant until, Duration gross, Duration waiting, Duration net) {}
}
