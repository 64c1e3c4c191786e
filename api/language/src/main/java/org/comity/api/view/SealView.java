package org.comity.api.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comity.api.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who alone may know that a request exists.
 *
 * @param confirmBy until when a second person is awaited; none once one has confirmed
 */
public record SealView(
        @Nullable String level,
        List<PersonId> readers,
        @Nullable LocalDate review,
        @Nullable Instant confirmBy) {
    public SealView {
        readers = List.copyOf(readers);
    }
}
