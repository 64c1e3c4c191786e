package org.comity.api.policy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.comity.api.Id;

/** The identity of one application of a policy to one target, derived from policy, event and target. */
public record PolicyId(@JsonValue UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
