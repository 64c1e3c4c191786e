package org.comity.law.lifecycle;

import org.comity.api.Refused;

/** What the table says of a command, now. */
public sealed interface Verdict<S extends Enum<S>> {

    /** The row that allows it, and the entitlement that is used. */
    record Open<S extends Enum<S>>(LifeRow<S> row, Entitlement by) implements Verdict<S> {}

    /** Why not. */
    record Closed<S extends Enum<S>>(Refused why) implements Verdict<S> {}

    /** The verdict if it is open; else the refusal is thrown. */
    default Open<S> orRefuse() {
        return switch (this) {
            case Open<S> open -> open;
            case Closed<S> closed -> throw closed.why();
        };
    }
}
