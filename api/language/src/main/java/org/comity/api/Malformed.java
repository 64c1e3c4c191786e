package org.comity.api;

import java.util.regex.Pattern;

/** A value that does not have the form of its type; the message states the form and never repeats the value. */
public final class Malformed extends IllegalArgumentException {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    /** Says what the form is. */
    public Malformed(String form) {
        super(form);
    }

    /** Ends the making of a value whose form does not hold. */
    public static void unless(boolean holds, String form) {
        if (!holds) {
            throw new Malformed(form);
        }
    }

    /** Ends the making of a reference that is not 1 to 40 letters, digits, dots, hyphens or underscores. */
    public static void unlessReference(String value) {
        unless(
                REFERENCE.matcher(value).matches(),
                "a reference has 1 to 40 letters, digits, dots, hyphens or underscores");
    }
}
