package org.comity.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The pseudonymous identity of a person who uses Comity; the name behind it is not part of any event. */
public record PersonId(@JsonValue UUID value) {
    /** Nobody: what happens by itself. */
    public static final PersonId SYSTEM = new PersonId(new UUID(0, 0));

    @Override
    public String toString() {
        return value.toString();
    }
}
