package org.comity.api.reminder;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.comity.api.Code;
import org.comity.api.Id;

/** The identity of one reminder, derived from what it reminds of. */
public record ReminderId(@JsonValue UUID value) implements Id {

    /**
     * The reminder of a deadline by one step of the ladder: the same on every node and for ever.
     *
     * @param request of which something falls due
     */
    public static ReminderId of(UUID request, Code deadline, Instant dueAt, Code step) {
        String text = "reminder/" + request + "/" + deadline + "/" + dueAt + "/" + step;
        return new ReminderId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
