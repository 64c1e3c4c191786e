package org.comity.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A person whom a request is about, by a reference within that request, such as {@code P7}. Each has a key of its own. */
public record PersonRef(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    public PersonRef {
        Malformed.unless(
                FORM.matcher(value).matches(),
                "a reference to a person has 1 to 40 letters, digits, dots, hyphens or underscores");
    }

    @Override
    public String toString() {
        return value;
    }
}
