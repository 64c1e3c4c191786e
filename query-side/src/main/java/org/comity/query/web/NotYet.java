package org.comity.query.web;

/** What was asked for is in the log and not yet in the register that would answer. */
public final class NotYet extends RuntimeException {
    public NotYet() {
        super("the register has not reached this position yet", null, false, false);
    }
}
