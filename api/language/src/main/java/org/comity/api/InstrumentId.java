package org.comity.api;

import com.fasterxml.jackson.annotation.JsonValue;

/** A treaty, law or arrangement on which a request rests: the {@code id} of the instruments table, such as {@code ets-185}. */
public record InstrumentId(@JsonValue String value) {
    public InstrumentId {
        Code.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
