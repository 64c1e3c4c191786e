package org.comity.query.page;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.api.Kebab;
import org.comity.api.StateCode;
import org.comity.api.view.EntryView;
import org.comity.query.register.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A request of any kind in a list.
 *
 * @param kind name of its kind
 * @param page path of the pages of its kind
 * @param since when the act of that side is awaited
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
        Instant since,
        @Nullable Instant dueAt,
        @Nullable String due,
        @Nullable String offence,
        Instant changedAt) {
    public Row {
        flags = List.copyOf(flags);
    }

    /** A request as lists of every kind show it. */
    public static Row of(Kind<?, ?, ?, ?> kind, EntryView<?> entry) {
        return new Row(
                kind.name(),
                kind.path(),
                entry.id(),
                entry.reference(),
                entry.from(),
                entry.to(),
                Kebab.of(entry.status()),
                entry.flags(),
                Kebab.of(entry.turn()),
                entry.waitingOn() == null ? null : Kebab.of(entry.waitingOn()),
                entry.turnSince(),
                entry.dueAt(),
                entry.due() == null ? null : entry.due().value(),
                entry.offence(),
                entry.changedAt());
    }
}
