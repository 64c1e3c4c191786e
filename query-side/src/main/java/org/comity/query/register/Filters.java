package org.comity.query.register;

import java.util.List;
import org.comity.api.view.RequestFilter;
import org.comity.api.view.Side;
import org.comity.api.view.WaitingOn;
import org.comity.query.web.Parameters;
import org.jspecify.annotations.Nullable;

/** The parameters by which lists of requests are narrowed; the same for every kind. */
public final class Filters {
    public static final String STATUS = "Any of these statuses, joined by commas";
    public static final String STATE = "The State on either side, ISO 3166-1 alpha-2 in capitals";
    public static final String ROLE = "On which side the reader's own State stands: requesting or requested";
    public static final String WAITING_ON = "Whose act it waits for, as the reader sees it: us, them or nobody";
    public static final String DUE_BEFORE = "Something falls due before this instant, such as 2026-05-01T16:00Z";
    public static final String TEXT =
            "Beginnings of words of references, tickets, the offence or States; or a spoken form";
    public static final String MINE = "true: only what the reader drafted, approved or is assigned to";
    public static final String SIZE = "How many at most, from 1 to 200; 50 if not said";
    public static final String CURSOR = "The value of next in the page before";
    static final String AT =
            "As it stood after the entry of the history with this number, or at this instant of the world; now if absent";
    static final String KNOWN =
            "With `at`: `then` (with the corrections made until then) or `since` (with all of them); else `then`";
    public static final String AFTER = "Comity-Position of an earlier answer, to be waited for";

    private Filters() {}

    /** The filter that the parameters say. */
    public static <S extends Enum<S>> RequestFilter<S> of(
            Class<S> statuses,
            @Nullable List<String> status,
            @Nullable String state,
            @Nullable String role,
            @Nullable String waitingOn,
            @Nullable String dueBefore,
            @Nullable String text,
            @Nullable String mine,
            @Nullable String size,
            @Nullable String cursor) {
        if (cursor != null) {
            Cursor.of(cursor);
        }
        return new RequestFilter<>(
                Parameters.constants("status", status, statuses),
                Parameters.state("state", state),
                Parameters.constant("role", role, Side.class),
                Parameters.constant("waiting-on", waitingOn, WaitingOn.class),
                Parameters.instant("due-before", dueBefore),
                Parameters.text("text", text),
                Parameters.flag("mine", mine),
                Parameters.number("size", size, 50, 1, RequestFilter.MOST),
                cursor);
    }
}
