package org.comity.api.view;

import java.time.Instant;
import java.util.Set;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a list shows; what is not named does not narrow it.
 *
 * @param status any of these statuses; empty for all
 * @param state the State on either side
 * @param role the side on which the reader's own State stands
 * @param dueBefore something falls due before this instant
 * @param text words that begin a reference, a provider's ticket, the label of the offence or the code of a State; a spoken form
 * @param mine only those that the reader drafted, approved or is assigned to
 * @param size how many at most
 * @param cursor where the page before ended
 */
public record RequestFilter<S extends Enum<S>>(
        Set<S> status,
        @Nullable StateCode state,
        @Nullable Side role,
        @Nullable WaitingOn waitingOn,
        @Nullable Instant dueBefore,
        @Nullable String text,
        boolean mine,
        int size,
        @Nullable String cursor) {
    /** How many rows a page may have. */
    public static final int MOST = 200;

    public RequestFilter {
        status = Set.copyOf(status);
    }

    /** Everything that the reader may know of, in pages of 50. */
    public static <S extends Enum<S>> RequestFilter<S> all() {
        return new RequestFilter<S>(Set.<S>of(), null, null, null, null, null, false, 50, null);
    }
}
