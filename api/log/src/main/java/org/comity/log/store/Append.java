package org.comity.log.store;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of one command, which the log takes whole or not at all. */
record Append(List<NewEvent> events) {
    Append {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("an append has events");
        }
    }

    /** An event that has no place in the log yet. */
    record NewEvent(
            String stream,
            long sequence,
            UUID eventId,
            String name,
            String revision,
            String metadata,
            String payload,
            @Nullable String commandKey) {}
}
