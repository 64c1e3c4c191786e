package org.comity.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of a request for mutual legal assistance. */
public record MlaRequestId(@JsonValue UUID value) implements Id {
    /** The form that can be dictated, such as {@code M-7K3Q-9XD2-4FTB-5}. */
    public String reference() {
        return SpokenForm.of('M', value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
