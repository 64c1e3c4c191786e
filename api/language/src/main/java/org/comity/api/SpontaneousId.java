package org.comity.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of spontaneous information. */
public record SpontaneousId(@JsonValue UUID value) implements Id {
    /** The form that can be dictated, such as {@code S-7K3Q-9XD2-4FTB-5}. */
    public String reference() {
        return SpokenForm.of('S', value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
