package org.comity.law.treaty;

/** Whether an instrument binds two States on a day. */
public enum Standing {
    BOUND,
    /** It is recorded that it binds them, and not since when; the day lies before the day of the record. */
    BOUND_SINCE_UNKNOWN,
    /** Recorded not to bind them: the only standing on which a request is refused. */
    NOT_BOUND,
    /** Nothing is recorded of it, for want of a list of Parties. */
    NOT_RECORDED,
    /** A scheme, a network, a national law or courtesy: nobody is bound and nothing is forbidden. */
    NOT_A_TREATY,
    /** It has nothing on the kind of request. */
    NO_SUCH_MEASURE;

    /** True if a request may not rest on it. */
    public boolean refuses() {
        return this == NOT_BOUND;
    }

    /** True if whoever approves a request that rests on it is warned, and the warning is recorded. */
    public boolean warns() {
        return this == BOUND_SINCE_UNKNOWN || this == NOT_RECORDED;
    }

    /** True if it is recorded to bind, even if not since when. */
    public boolean binds() {
        return this == BOUND || this == BOUND_SINCE_UNKNOWN;
    }
}
