package org.comity.api.view;

import java.time.LocalDate;
import java.util.List;
import org.comity.api.LineItemId;
import org.comity.api.PersonId;
import org.comity.api.directory.AuthorityId;
import org.jspecify.annotations.Nullable;

/**
 * Who of the reader's own side works on a request, or on some of its items; no items are all of them.
 *
 * @param from first day; from the assignment on if none
 * @param until last day; until it is ended if none
 */
public record AssignmentView(
        @Nullable PersonId person,
        @Nullable AuthorityId office,
        List<LineItemId> items,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    public AssignmentView {
        items = List.copyOf(items);
    }
}
