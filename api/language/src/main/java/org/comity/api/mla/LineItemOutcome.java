package org.comity.api.mla;

/** What became of one line item. Nil result and impossible are not refusals; statistics depend on it. */
public enum LineItemOutcome {
    OPEN,
    EXECUTED,
    /** Done, nothing found. */
    NIL_RESULT,
    IMPOSSIBLE,
    REFUSED,
    POSTPONED,
    WITHDRAWN
}
