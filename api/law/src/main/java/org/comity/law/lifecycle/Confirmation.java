package org.comity.law.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The duty to confirm an expedited request formally, where the requested side asked for it. Source: ETS 185 art. 25(3).
 *
 * @param dueBy end of its term; null if nothing is owed
 */
public record Confirmation(@Nullable Instant dueBy, boolean submitted) {
    public static final Confirmation NONE = new Confirmation(null, false);

    public boolean isDue() {
        return dueBy != null && !submitted;
    }

    public boolean isOverdue(Instant now) {
        return dueBy != null && !submitted && now.isAfter(dueBy);
    }
}
