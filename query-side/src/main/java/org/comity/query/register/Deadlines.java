package org.comity.query.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.comity.api.Code;
import org.comity.api.Event;
import org.comity.api.Fact;
import org.comity.api.view.DeadlineView;
import org.comity.api.view.Turn;
import org.jspecify.annotations.Nullable;

/** What falls due, gathered from the effective history of a request: each with the last event that states it. */
public final class Deadlines<E extends Event> {
    private final List<Fact<E>> effective;
    private final List<DeadlineView> found = new ArrayList<>();

    public Deadlines(List<Fact<E>> effective) {
        this.effective = effective;
    }

    /** The last fact of a kind of event. */
    public <F extends E> Optional<Fact<F>> last(Class<F> type, Predicate<F> which) {
        return effective.reversed().stream()
                .filter(fact -> type.isInstance(fact.event()))
                .map(fact -> new Fact<>(fact.eventId(), fact.sequence(), type.cast(fact.event()), fact.act()))
                .filter(fact -> which.test(fact.event()))
                .findFirst();
    }

    /** Notes a day that an event states, by whose end in universal time something is due. */
    public <F extends E> void day(
            String kind, Optional<Fact<F>> source, Function<F, @Nullable LocalDate> stated, Turn turn) {
        source.ifPresent(fact -> day(kind, stated.apply(fact.event()), null, turn, source));
    }

    /** Notes a day by whose end in universal time something is due. */
    public void day(
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
    public void instant(
            String kind,
            @Nullable Instant at,
            @Nullable String rule,
            Turn turn,
            Optional<? extends Fact<? extends E>> source) {
        if (at != null) {
            add(kind, at, null, rule, turn, source);
        }
    }

    /** What was noted, the nearest first. */
    public List<DeadlineView> all() {
        return found.stream()
                .sorted(Comparator.comparing(DeadlineView::at).thenComparing(DeadlineView::sequence))
                .toList();
    }

    private void add(
            String kind,
            Instant at,
            @Nullable LocalDate day,
            @Nullable String rule,
            Turn turn,
            Optional<? extends Fact<? extends E>> source) {
        source.ifPresent(fact ->
                found.add(new DeadlineView(new Code(kind), at, day, rule, turn, fact.eventId(), fact.sequence())));
    }
}
