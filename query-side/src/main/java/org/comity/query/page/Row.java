package org.comity.query.page;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * A request of either kind in a list.
 *
 * @param kind mla or preservation
 * @param page path of the pages of its kind
 * @param waiting on whom, as the reader sees it; none for who stands on neither side
 */
public record Row(
        String kind,
        String page,
        UUID id,
        String reference,
        StateCode from,
        StateCode to,
        String status,
        List<String> flags,
        String turn,
        @Nullable String waiting,
        @Nullable Instant dueAt,
        @Nullable String due,
        @Nullable String offence,
        Instant changedAt) {
    public Row {
        flags = List.copyOf(flags);
    }
}
