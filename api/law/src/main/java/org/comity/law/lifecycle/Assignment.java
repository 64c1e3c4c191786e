package org.comity.law.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.comity.api.LineItemId;
import org.comity.api.PersonId;
import org.comity.api.RequestEvent.Unassigned;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.jspecify.annotations.Nullable;

/**
 * Who works on a request, or on some of its items.
 *
 * @param side State that assigned; each side assigns its own people
 * @param items the part; empty is the whole
 * @param from first day; from the assignment on if none
 * @param until last day; until it is ended if none
 */
public record Assignment(
        @Nullable StateCode side,
        @Nullable PersonId person,
        @Nullable AuthorityId office,
        List<LineItemId> items,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    public Assignment {
        items = List.copyOf(items);
    }

    /** True if it is what somebody on a side says has ended: for all its days, past and to come. */
    public boolean isEndedBy(Unassigned end, @Nullable StateCode by) {
        return Objects.equals(side, by)
                && Objects.equals(person, end.person())
                && Objects.equals(office, end.office())
                && items.equals(end.items());
    }
}
