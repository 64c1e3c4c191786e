package org.comity.api.directory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.comity.api.Id;

/** The identity of an authority in the directory. */
public record AuthorityId(@JsonValue UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
