package org.comity.api.mla;

import java.time.Instant;
import java.util.List;
import org.comity.api.Code;
import org.comity.api.MlaRequestId;
import org.comity.api.StateCode;
import org.comity.api.view.References;
import org.comity.api.view.Side;
import org.comity.api.view.Turn;
import org.comity.api.view.WaitingOn;
import org.jspecify.annotations.Nullable;

/**
 * A request for mutual legal assistance as a list shows it.
 *
 * @param role side of the reader's State; none for an auditor
 * @param due kind of what falls due next
 */
public record MlaEntryView(
        MlaRequestId id,
        String reference,
        MlaStatus status,
        List<String> flags,
        long version,
        StateCode from,
        StateCode to,
        @Nullable Side role,
        Turn turn,
        @Nullable WaitingOn waitingOn,
        @Nullable Instant dueAt,
        @Nullable Code due,
        @Nullable String offence,
        References references,
        Instant createdAt,
        Instant changedAt) {
    public MlaEntryView {
        flags = List.copyOf(flags);
    }
}
