package org.comity.api;

/** A value that does not have the form of its type; the message states the form and never repeats the value. */
public final class Malformed extends IllegalArgumentException {
    public Malformed(String form) {
        super(form);
    }

    /** Holds a value to its form, or throws. */
    public static void unless(boolean holds, String form) {
        if (!holds) {
            throw new Malformed(form);
        }
    }
}
