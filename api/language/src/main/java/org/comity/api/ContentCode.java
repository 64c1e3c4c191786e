package org.comity.api;

import com.fasterxml.jackson.annotation.JsonValue;

/** One thing that a request must contain: the {@code code} of a row of the contents table. */
public record ContentCode(@JsonValue String value) {
    public ContentCode {
        Code.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
