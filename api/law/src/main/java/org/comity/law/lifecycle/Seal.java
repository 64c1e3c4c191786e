package org.comity.law.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.Fact;
import org.comity.api.Label;
import org.comity.api.Office;
import org.comity.api.PersonId;
import org.comity.api.RequestEvent.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * Who alone may know that a request exists. Source: ETS 185 art. 27(8).
 *
 * @param event that set it
 * @param act by which it was set
 * @param confirmed true once a second person stands for it, too
 */
public record Seal(
        @Nullable Label level,
        Set<PersonId> readers,
        @Nullable LocalDate review,
        UUID event,
        Act act,
        boolean confirmed) {
    /** How long it may rest on one signature. Source: practice (M44a). */
    private static final Duration CONFIRMED_WITHIN = Duration.ofDays(7);

    public Seal {
        readers = Set.copyOf(readers);
    }

    /** The seal that a person sets; that person knows of the request and stays a reader. */
    static Seal of(Sealed sealed, Fact<?> fact) {
        var readers = new HashSet<>(sealed.readers());
        readers.add(fact.act().actor().person());
        return new Seal(sealed.level(), readers, sealed.review(), fact.eventId(), fact.act(), false);
    }

    Seal confirm() {
        return new Seal(level, readers, review, event, act, true);
    }

    /** By when a second person confirms it. */
    public Instant confirmBy() {
        return act.receivedAt().plus(CONFIRMED_WITHIN);
    }

    /** True if an act is that of a second person: another one of the side that sealed, in person. */
    boolean isConfirmedBy(Act second) {
        Office first = act.actor().office();
        Office other = second.actor().office();
        return !second.isReported()
                && !second.actor().person().equals(act.actor().person())
                && first != null
                && other != null
                && first.state().equals(other.state());
    }
}
