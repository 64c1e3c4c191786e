package org.comity.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A word of a controlled vocabulary in kebab-case, such as {@code fully-executed}; never personal. */
public record Code(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Code {
        check(value);
    }

    static void check(String value) {
        Malformed.unless(
                value.length() <= 80 && FORM.matcher(value).matches(),
                "a code is lower-case letters and digits joined by hyphens, at most 80 characters");
    }

    @Override
    public String toString() {
        return value;
    }
}
