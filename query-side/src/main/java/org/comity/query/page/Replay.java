package org.comity.query.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request at a moment of its history, and what the entry changed that led to it.
 *
 * @param stops every entry that the reader sees, in order
 * @param at index of the stop that is shown
 * @param entry of that stop
 * @param source the row of the life that allowed it, and where that comes from; none if no row did
 * @param from index of the stop with which it is compared; -1 for nothing at all
 * @param changes what differs from that stop
 * @param corrections what differs, at this stop, between what was known then and what is known since
 * @param corrected true if it is shown as it is known since
 * @param otherwise path of the same stop on the other axis
 * @param present path of the page of now
 */
public record Replay(
        List<Stop> stops,
        int at,
        Entry entry,
        @Nullable String source,
        int from,
        List<Difference> changes,
        List<Difference> corrections,
        boolean corrected,
        String otherwise,
        String present) {
    /** An entry at which one can stop. */
    public record Stop(long sequence, String title, String href) {}

    public Replay {
        stops = List.copyOf(stops);
        changes = List.copyOf(changes);
        corrections = List.copyOf(corrections);
    }

    public @Nullable Stop before() {
        return at == 0 ? null : stops.get(at - 1);
    }

    public @Nullable Stop after() {
        return at == stops.size() - 1 ? null : stops.get(at + 1);
    }

    public Stop first() {
        return stops.getFirst();
    }

    public Stop last() {
        return stops.getLast();
    }

    /** The stop with which it is compared. */
    public @Nullable Stop comparedWith() {
        return from < 0 ? null : stops.get(from);
    }
}
