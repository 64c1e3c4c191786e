package org.comity.query.register;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a register, counted without the sealed ones.
 *
 * @param byStatus none stands for no request
 * @param oldestUnacknowledged when the oldest was sent whose receipt nobody has acknowledged; none if there is none
 */
public record Census(Map<String, Long> byStatus, @Nullable Instant oldestUnacknowledged) {
    public Census {
        byStatus = Map.copyOf(byStatus);
    }
}
