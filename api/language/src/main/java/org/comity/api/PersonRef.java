package org.comity.api;

import com.fasterxml.jackson.annotation.JsonValue;

/** A person whom a request is about, by a reference within that request, such as {@code P7}. Each has a key of its own. */
public record PersonRef(@JsonValue String value) {
    public PersonRef {
        Malformed.unlessReference(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
