package org.comity.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of a request for the expedited preservation of data. */
public record PreservationId(@JsonValue UUID value) implements Id {
    /** The form that can be dictated, such as {@code P-7K3Q-9XD2-4FTB-5}. */
    public String reference() {
        return SpokenForm.of('P', value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
