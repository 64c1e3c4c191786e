package org.comity.law.lifecycle;

import java.util.List;
import org.comity.api.LineItemId;
import org.comity.api.PersonId;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.jspecify.annotations.Nullable;

/**
 * Who works on a request, or on some of its items.
 *
 * @param side State that assigned; each side assigns its own people
 * @param items the part; empty is the whole
 */
public record Assignment(
        @Nullable StateCode side,
        @Nullable PersonId person,
        @Nullable AuthorityId office,
        List<LineItemId> items) {
    public Assignment {
        items = List.copyOf(items);
    }
}
