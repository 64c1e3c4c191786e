package org.comity.api.mla;

import com.fasterxml.jackson.annotation.JsonValue;
import org.comity.api.Malformed;

/** One hand-over of material within a request, such as {@code X-1}. */
public record TransferId(@JsonValue String value) {
    public TransferId {
        Malformed.unlessReference(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
