package org.comity.query.calendar;

import org.comity.api.Code;
import org.comity.api.Kebab;
import org.comity.query.web.Parameters;
import org.jspecify.annotations.Nullable;

/** Reads what somebody asks of the calendar. */
final class Searches {
    private Searches() {}

    /** Whose things are due. */
    enum Whose {
        STATE,
        OFFICE,
        MINE
    }

    /** Whose act would meet it. */
    enum Act {
        US,
        THEM
    }

    static DeadlineCalendar.Search of(
            @Nullable String whose,
            @Nullable String turn,
            @Nullable String kind,
            @Nullable String state,
            @Nullable String dueBefore) {
        Whose all = Parameters.constant("whose", said(whose), Whose.class);
        Act act = Parameters.constant("turn", said(turn), Act.class);
        String text = Parameters.text("kind", said(kind));
        return new DeadlineCalendar.Search(
                all == Whose.MINE,
                all == Whose.OFFICE,
                act == null ? null : (Boolean) (act == Act.US),
                text == null ? null : code(text),
                Parameters.state("state", said(state)),
                Parameters.instant("due-before", dueBefore));
    }

    /** A form sends what was not chosen as nothing. */
    static @Nullable String said(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** What is no code is the kind of nothing. */
    private static Code code(String text) {
        return text.matches("[a-z]+(-[a-z]+)*") ? new Code(text) : new Code(Kebab.of(Whose.STATE) + "-none");
    }
}
