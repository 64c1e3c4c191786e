package org.comity.api.preservation;

import java.time.Instant;
import java.util.List;
import org.comity.api.Code;
import org.comity.api.PreservationId;
import org.comity.api.StateCode;
import org.comity.api.view.References;
import org.comity.api.view.Side;
import org.comity.api.view.Turn;
import org.comity.api.view.WaitingOn;
import org.jspecify.annotations.Nullable;

/**
 * A preservation request as a list shows it.
 *
 * @param to State whose authority has, or is to have, the request in hand
 * @param role side of the reader's State; none for an auditor
 * @param expiresAt when the data are no longer preserved; none while a follow-up request holds them
 * @param due kind of what falls due next
 */
public record PreservationEntryView(
        PreservationId id,
        String reference,
        PreservationStatus status,
        List<String> flags,
        long version,
        StateCode from,
        StateCode to,
        @Nullable Side role,
        Turn turn,
        @Nullable WaitingOn waitingOn,
        @Nullable Instant expiresAt,
        @Nullable Instant dueAt,
        @Nullable Code due,
        @Nullable String offence,
        References references,
        Instant createdAt,
        Instant changedAt) {
    public PreservationEntryView {
        flags = List.copyOf(flags);
    }
}
