package org.comity.api.view;

import java.time.LocalDate;
import java.util.List;
import org.comity.api.PersonId;
import org.jspecify.annotations.Nullable;

/** Who alone may know that a request exists. */
public record SealView(
        @Nullable String level,
        List<PersonId> readers,
        @Nullable LocalDate review) {
    public SealView {
        readers = List.copyOf(readers);
    }
}
