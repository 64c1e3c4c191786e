package org.comity.api;

import com.fasterxml.jackson.annotation.JsonValue;

/** One measure asked for within a request, such as {@code L1}. */
public record LineItemId(@JsonValue String value) {
    public LineItemId {
        Malformed.unlessReference(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
