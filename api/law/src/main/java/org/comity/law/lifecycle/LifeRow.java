package org.comity.law.lifecycle;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a life-cycle table.
 *
 * @param bySystem true if nobody may send the command; it comes from a timer or from a linked request
 * @param creates true if the request is not there before
 * @param flag that must be set beside the status
 * @param record what is recorded with the event, in words
 * @param clocks which clocks it starts and stops, in words
 * @param anchor where it comes from
 * @param remark what the columns cannot say
 */
public record LifeRow<S extends Enum<S>>(
        String id,
        String command,
        boolean bySystem,
        boolean creates,
        Set<S> from,
        @Nullable Flag flag,
        String event,
        After<S> to,
        List<Entitlement> entitlements,
        String record,
        String clocks,
        String anchor,
        String remark) {

    public LifeRow {
        from = Set.copyOf(from);
        entitlements = List.copyOf(entitlements);
    }

    /** True if the status before is kept for the way back. */
    public boolean pushes() {
        return remark.startsWith("pushes ");
    }

    /** The row and the articles that it rests on, such as {@code M08; eio 16(1), 12(3); ets-185 29(7)}. */
    public String source() {
        return id + "; " + anchor;
    }
}
