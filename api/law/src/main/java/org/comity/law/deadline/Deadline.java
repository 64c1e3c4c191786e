package org.comity.law.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comity.api.Digest;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * When something is due under a rule, and every step that led there.
 *
 * @param law digest of the tables it was computed by
 * @param state whose calendar counts
 * @param due the first instant at which it is too late; none if there is no figure, or the clock stands still, or is held
 * @param lastDay the day by whose end it is due, where days are counted as days
 */
public record Deadline(
        Rule rule,
        Digest law,
        StateCode state,
        Phase phase,
        @Nullable Occurrence start,
        @Nullable Occurrence stop,
        @Nullable Instant due,
        @Nullable LocalDate lastDay,
        List<Step> steps) {

    /** How a clock stands, by what has happened and whatever the time is. */
    public enum Phase {
        RUNNING,
        /** It stands still, because somebody else must act first. */
        PAUSED,
        /** A hold stands in the place of the end. */
        HELD,
        /** Running, and there is no day by which it is overdue. */
        WITHOUT_FIGURE,
        /** What was due was done in time. */
        MET,
        /** It was done, too late. */
        LATE
    }

    public Deadline {
        steps = List.copyOf(steps);
    }

    /** True if it is too late at an instant, or was when it was done. A clock that stands still or is held is never missed. */
    public boolean isMissedAt(Instant now) {
        return phase == Phase.LATE || (phase == Phase.RUNNING && due != null && !now.isBefore(due));
    }

    /** What could not be settled. */
    public List<Step.Doubt> doubts() {
        return steps.stream()
                .filter(Step.Doubtful.class::isInstance)
                .map(step -> ((Step.Doubtful) step).doubt())
                .toList();
    }
}
