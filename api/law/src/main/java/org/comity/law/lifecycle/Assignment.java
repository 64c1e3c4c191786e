package org.comity.law.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.Fact;
import org.comity.api.LineItemId;
import org.comity.api.PersonId;
import org.comity.api.RequestCommand.Assign;
import org.comity.api.RequestEvent.Assigned;
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
 * @param event that said so
 * @param by whom and when
 */
public record Assignment(
        @Nullable StateCode side,
        @Nullable PersonId person,
        @Nullable AuthorityId office,
        List<LineItemId> items,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        UUID event,
        long sequence,
        Act by) {
    public Assignment {
        items = List.copyOf(items);
    }

    static Assignment of(Assigned assigned, Fact<?> fact) {
        return new Assignment(
                Handling.sideOf(fact.act()),
                assigned.person(),
                assigned.office(),
                assigned.items(),
                assigned.from(),
                assigned.until(),
                fact.eventId(),
                fact.sequence(),
                fact.act());
    }

    /** True if it is what somebody on a side asks for. */
    public boolean isAsked(Assign asked, @Nullable StateCode by) {
        return Objects.equals(side, by)
                && Objects.equals(person, asked.person())
                && Objects.equals(office, asked.office())
                && items.equals(asked.items())
                && Objects.equals(from, asked.from())
                && Objects.equals(until, asked.until());
    }

    /** True if it is what somebody on a side says has ended: for all its days, past and to come. */
    public boolean isEndedBy(Unassigned end, @Nullable StateCode by) {
        return Objects.equals(side, by)
                && Objects.equals(person, end.person())
                && Objects.equals(office, end.office())
                && items.equals(end.items());
    }
}
