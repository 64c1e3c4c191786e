package org.comity.api;

import com.fasterxml.jackson.annotation.JsonValue;

/** A ground for refusal, postponement, condition or withholding: the {@code code} of a row of the grounds table. */
public record GroundCode(@JsonValue String value) {
    public GroundCode {
        Code.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
