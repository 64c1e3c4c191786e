package org.comity.law.deadline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, with the event that says so.
 *
 * @param at when it counts in law
 * @param event the event that recorded it
 * @param subject the request that a receipt, decision or withdrawal is of, where there are several
 * @param statedEnd the end of the term that the act itself states, such as that of a confirmed preservation
 */
public record Occurrence(
        Milestone what,
        Instant at,
        UUID event,
        @Nullable UUID subject,
        @Nullable Instant statedEnd) {
    public static Occurrence of(Milestone what, Instant at, UUID event) {
        return new Occurrence(what, at, event, null, null);
    }
}
