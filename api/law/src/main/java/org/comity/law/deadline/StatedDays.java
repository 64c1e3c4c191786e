package org.comity.law.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.comity.api.Code;
import org.comity.api.Event;
import org.comity.api.Fact;
import org.comity.api.view.Turn;
import org.jspecify.annotations.Nullable;

/** What falls due because an act says so, gathered from an effective history: each with the last event that states it. */
final class StatedDays<E extends Event> {
    private final List<Fact<E>> effective;
    private final List<Due> found = new ArrayList<>();

    StatedDays(List<Fact<E>> effective) {
        this.effective = effective;
    }

    /** The last fact of a kind of event. */
    <F extends E> Optional<Fact<F>> last(Class<F> type, Predicate<F> which) {
        return effective.reversed().stream()
                .filter(fact -> type.isInstance(fact.event()))
                .map(fact -> new Fact<>(fact.eventId(), fact.sequence(), type.cast(fact.event()), fact.act()))
                .filter(fact -> which.test(fact.event()))
                .findFirst();
    }

    /** Notes a day that an event states, by whose end in universal time something is due. */
    <F extends E> void day(String kind, Optional<Fact<F>> source, Function<F, @Nullable LocalDate> stated, Turn turn) {
        source.ifPresent(fact -> day(kind, stated.apply(fact.event()), null, turn, source));
    }

    /** Notes a day by whose end in universal time something is due. */
    void day(
            String kind,
            @Nullable LocalDate day,
            @Nullable String rule,
            Turn turn,
            Optional<? extends Fact<? extends E>> source) {
        if (day != null) {
            add(kind, day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), day, rule, turn, source);
        }
    }

    /** Notes an instant at which something is due. */
    void instant(
            String kind,
            @Nullable Instant at,
            @Nullable String rule,
            Turn turn,
            Optional<? extends Fact<? extends E>> source) {
        if (at != null) {
            add(kind, at, null, rule, turn, source);
        }
    }

    List<Due> found() {
        return List.copyOf(found);
    }

    private void add(
            String kind,
            Instant at,
            @Nullable LocalDate day,
            @Nullable String rule,
            Turn turn,
            Optional<? extends Fact<? extends E>> source) {
        source.ifPresent(
                fact -> found.add(new Due(new Code(kind), at, day, rule, turn, fact.eventId(), fact.sequence(), null)));
    }
}
