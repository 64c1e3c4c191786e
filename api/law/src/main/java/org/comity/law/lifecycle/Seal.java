package org.comity.law.lifecycle;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.comity.api.Label;
import org.comity.api.PersonId;
import org.jspecify.annotations.Nullable;

/** Who alone may know that a request exists. Source: ETS 185 art. 27(8). */
public record Seal(
        @Nullable Label level,
        Set<PersonId> readers,
        @Nullable LocalDate review) {
    public Seal {
        readers = Set.copyOf(readers);
    }

    /** The seal that a person sets; that person knows of the request and stays a reader. */
    public static Seal of(
            @Nullable Label level, Collection<PersonId> readers, @Nullable LocalDate review, PersonId sealer) {
        var all = new HashSet<>(readers);
        all.add(sealer);
        return new Seal(level, all, review);
    }
}
