package org.comity.law.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.law.deadline.Pause.Reason;

/**
 * How long an answer took: gross, from the first competent receipt to execution or refusal, and net, without the time in
 * which the requesting side had to act first. Two such times that overlap count once.
 */
public record ResponseTime(Instant from, Instant until, Duration gross, Duration waiting) {
    private static final Set<Reason> REQUESTING_SIDE =
            EnumSet.of(Reason.INFORMATION, Reason.QUESTION, Reason.RETURNED, Reason.CONSULTATION);

    /** The response time of a request; empty if it was not received or not answered yet. */
    public static Optional<ResponseTime> of(List<Occurrence> occurrences, List<Pause> pauses) {
        var received = first(occurrences, EnumSet.of(Milestone.RECEIVED), Instant.MIN);
        return received.flatMap(from -> first(occurrences, EnumSet.of(Milestone.EXECUTED, Milestone.REFUSED), from)
                .map(until ->
                        new ResponseTime(from, until, Duration.between(from, until), waiting(pauses, from, until))));
    }

    /** Gross without waiting. */
    public Duration net() {
        return gross.minus(waiting);
    }

    private static Duration waiting(List<Pause> pauses, Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        Instant reached = from;
        for (Pause pause : pauses.stream()
                .filter(pause -> REQUESTING_SIDE.contains(pause.reason()))
                .sorted(Comparator.comparing(Pause::from))
                .toList()) {
            Instant begins = pause.from().isBefore(reached) ? reached : pause.from();
            Instant ends = pause.until() == null || pause.until().isAfter(until) ? until : pause.until();
            if (ends.isAfter(begins)) {
                sum = sum.plus(Duration.between(begins, ends));
                reached = ends;
            }
        }
        return sum;
    }

    private static Optional<Instant> first(List<Occurrence> all, Set<Milestone> which, Instant from) {
        return all.stream()
                .filter(occurrence ->
                        which.contains(occurrence.what()) && !occurrence.at().isBefore(from))
                .map(Occurrence::at)
                .min(Comparator.naturalOrder());
    }
}
