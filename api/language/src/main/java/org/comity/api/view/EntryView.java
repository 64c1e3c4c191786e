package org.comity.api.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.api.Code;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * A request of any kind as a list shows it.
 *
 * @param to State whose authority has, or is to have, the request in hand
 * @param role side of the reader's State; none for an auditor
 * @param turnSince since when the act of that side is awaited
 * @param expiresAt when data are no longer preserved; none while a follow-up request holds them, and for other kinds
 * @param due kind of what falls due next
 * @param createdAt when it began to be written; not for the side that is asked
 */
public record EntryView<S extends Enum<S>>(
        UUID id,
        String reference,
        S status,
        List<String> flags,
        long version,
        StateCode from,
        StateCode to,
        @Nullable Side role,
        Turn turn,
        @Nullable WaitingOn waitingOn,
        Instant turnSince,
        @Nullable Instant expiresAt,
        @Nullable Instant dueAt,
        @Nullable Code due,
        @Nullable String offence,
        References references,
        @Nullable Instant createdAt,
        Instant changedAt) {
    public EntryView {
        flags = List.copyOf(flags);
    }
}
