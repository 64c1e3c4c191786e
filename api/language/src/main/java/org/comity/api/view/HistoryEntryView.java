package org.comity.api.view;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One event of a history.
 *
 * @param event logical name without its family, such as {@code ReceiptAcknowledged}
 * @param fields what the event says, under the names of its components
 */
public record HistoryEntryView(
        long sequence,
        String event,
        UUID eventId,
        String revision,
        ActView act,
        Instant recordedAt,
        @JsonAnyGetter Map<String, Object> fields) {
    public HistoryEntryView {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
