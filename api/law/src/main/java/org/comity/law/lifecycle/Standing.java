package org.comity.law.lifecycle;

import java.util.ArrayList;
import java.util.List;
import org.comity.api.RequestEvent;
import org.comity.api.RequestEvent.Corrected;
import org.comity.api.RequestEvent.ProposalDeclined;
import org.comity.api.RequestEvent.Proposed;
import org.jspecify.annotations.Nullable;

/**
 * Where a request stands, and where it goes back to.
 *
 * @param back statuses that opening commands pushed, the last one on top: a question may open inside a consultation
 */
public record Standing<S extends Enum<S>>(S status, List<S> back) {
    public Standing {
        back = List.copyOf(back);
    }

    /**
     * The standing after an event. What two persons have only begun moves nothing, and a correction counts as what it makes
     * of the history.
     *
     * @param said the status that the event names or that was computed, for rows that ask for one
     */
    Standing<S> after(LifeTable<S> table, RequestEvent event, @Nullable S said) {
        return event instanceof Proposed || event instanceof ProposalDeclined || event instanceof Corrected
                ? this
                : after(table.rowOfEvent(event.getClass().getSimpleName()), said);
    }

    /**
     * The standing after a row of the table.
     *
     * @param said the status that the event names or that was computed, for rows that ask for one
     */
    public Standing<S> after(LifeRow<S> row, @Nullable S said) {
        return switch (row.to()) {
            case After.To<S> to -> row.pushes() ? pushed(to.status()) : new Standing<>(to.status(), List.of());
            case After.Unchanged<S> same -> this;
            case After.Back<S> way -> popped();
            case After.Chosen<S> chosen -> chosen.back() && isWayBack(said) ? popped() : at(said);
            case After.Computed<S> computed -> at(said);
        };
    }

    /** True if the row lets its event name this status, or, with null, the way back. */
    public boolean permits(LifeRow<S> row, @Nullable S said) {
        return row.to() instanceof After.Chosen<S> chosen
                && ((chosen.back() && isWayBack(said))
                        || (said != null && chosen.statuses().contains(said)));
    }

    private boolean isWayBack(@Nullable S said) {
        return !back.isEmpty() && (said == null || said == back.getLast());
    }

    private Standing<S> at(@Nullable S said) {
        return said == null || said == status ? this : new Standing<>(said, List.of());
    }

    private Standing<S> pushed(S to) {
        var deeper = new ArrayList<>(back);
        deeper.add(status);
        return new Standing<>(to, deeper);
    }

    private Standing<S> popped() {
        return back.isEmpty() ? this : new Standing<>(back.getLast(), back.subList(0, back.size() - 1));
    }
}
