package org.comity.law.lifecycle;

import java.util.Set;

/** What a row says about the status after its event. */
public sealed interface After<S> {

    /** A stated status. */
    record To<S>(S status) implements After<S> {}

    /** The status before; {@code =}. */
    record Unchanged<S>() implements After<S> {}

    /** The status that the opening command pushed; {@code ^}. */
    record Back<S>() implements After<S> {}

    /** One of several, as the event says; {@code ?x|y}. Without a choice it is the way back, if that is one of them. */
    record Chosen<S>(boolean back, Set<S> statuses) implements After<S> {}

    /** Computed from line items, transfers, terms or the corrected history; {@code *}. */
    record Computed<S>() implements After<S> {}
}
