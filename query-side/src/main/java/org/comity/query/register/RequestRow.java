package org.comity.query.register;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.api.StateCode;
import org.comity.api.view.Turn;
import org.jspecify.annotations.Nullable;

/**
 * A request as a list shows it. Nothing in it is personal, and nothing in it depends on the time at which it is read.
 *
 * @param sent whether the requested State may know of it
 * @param forwarded whether it was passed on to another State than the requested one
 * @param states further States that may know of it then
 * @param offices that it was passed on to, which may know of it too
 * @param readers who may know of it while it is sealed
 * @param people who drafted or approved it or is assigned to it
 * @param due kind of what falls due next
 * @param sentAt when it was sent to the requested State, the last time if more than once
 * @param linked other requests that it is tied to
 * @param words what a text search looks through
 */
public record RequestRow(
        UUID id,
        String reference,
        StateCode from,
        StateCode to,
        String status,
        List<String> flags,
        long version,
        boolean sent,
        boolean forwarded,
        List<String> states,
        List<UUID> offices,
        boolean sealed,
        List<UUID> readers,
        List<UUID> people,
        List<UUID> assignedOffices,
        Turn turn,
        Instant turnSince,
        @Nullable Instant dueAt,
        @Nullable String due,
        @Nullable String offence,
        @Nullable String requestingReference,
        @Nullable String requestedReference,
        @Nullable String ticket,
        @Nullable Instant expiresAt,
        @Nullable Instant sentAt,
        List<UUID> linked,
        Words words,
        Instant createdAt,
        Instant changedAt) {
    public RequestRow {
        flags = List.copyOf(flags);
        readers = List.copyOf(readers);
        people = List.copyOf(people);
        assignedOffices = List.copyOf(assignedOffices);
        states = List.copyOf(states);
        offices = List.copyOf(offices);
        linked = List.copyOf(linked);
    }
}
