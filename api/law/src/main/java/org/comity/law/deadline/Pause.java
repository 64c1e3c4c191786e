package org.comity.law.deadline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which somebody else must act first.
 *
 * @param until when it ended; none if it lasts
 * @param event the event that began it
 */
public record Pause(Reason reason, Instant from, @Nullable Instant until, UUID event) {

    /** Why. */
    public enum Reason {
        /** A question to the requesting side is open, and the one who asked said that clocks stand still. */
        INFORMATION,
        /** A question to the requesting side is open, and clocks run on. */
        QUESTION,
        /** The request was sent back for what is missing. */
        RETURNED,
        CONSULTATION,
        POSTPONEMENT,
        /** A certificate is unclear and the issuing authority has not answered. Source: Reg. 2023/1543 art. 10(6). */
        CLARIFICATION
    }

    /** True if it took any time at all; one that was answered in the same instant stops no clock. */
    boolean lasted() {
        return until == null || until.isAfter(from);
    }
}
