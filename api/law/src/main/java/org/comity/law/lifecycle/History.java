package org.comity.law.lifecycle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.api.Event;
import org.comity.api.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one stream as they were recorded. A longer history shares the shorter one, so that a life of ten thousand
 * facts does not copy them ten thousand times; not a record, because equality must not recurse as deep as the history.
 */
public final class History<E extends Event> {
    private final @Nullable History<E> before;
    private final @Nullable Fact<E> last;
    private final int size;

    private History(@Nullable History<E> before, @Nullable Fact<E> last, int size) {
        this.before = before;
        this.last = last;
        this.size = size;
    }

    /** The history of a stream that has none yet. */
    public static <E extends Event> History<E> empty() {
        return new History<>(null, null, 0);
    }

    /** The history that these facts are. */
    public static <E extends Event> History<E> of(List<Fact<E>> facts) {
        History<E> history = empty();
        for (Fact<E> fact : facts) {
            history = history.plus(fact);
        }
        return history;
    }

    /** This history and one more fact. */
    public History<E> plus(Fact<E> fact) {
        return new History<>(this, fact, size + 1);
    }

    public int size() {
        return size;
    }

    /** All facts, the first one first. */
    public List<Fact<E>> facts() {
        var facts = new ArrayList<Fact<E>>(size);
        for (History<E> at = this; at != null && at.last != null; at = at.before) {
            facts.add(at.last);
        }
        Collections.reverse(facts);
        return Collections.unmodifiableList(facts);
    }

    /** The fact of an event. */
    public Optional<Fact<E>> find(UUID eventId) {
        for (History<E> at = this; at != null && at.last != null; at = at.before) {
            if (at.last.eventId().equals(eventId)) {
                return Optional.of(at.last);
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof History<?> history && facts().equals(history.facts());
    }

    @Override
    public int hashCode() {
        return facts().hashCode();
    }

    @Override
    public String toString() {
        return facts().toString();
    }
}
