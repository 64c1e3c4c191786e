package org.comity.log.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.jspecify.annotations.Nullable;

/** Aggregates as they were when this node last saw them; the longest unused goes first. Who uses one takes it out. */
final class Guesses<T> {
    private final Map<String, EventSourcedAggregate<T>> byStream;

    Guesses(int limit) {
        byStream = new LinkedHashMap<>(16, 0.75f, false) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, EventSourcedAggregate<T>> eldest) {
                return size() > limit;
            }
        };
    }

    synchronized @Nullable EventSourcedAggregate<T> take(String stream) {
        return byStream.remove(stream);
    }

    synchronized void keep(String stream, EventSourcedAggregate<T> aggregate) {
        byStream.put(stream, aggregate);
    }

    synchronized int size() {
        return byStream.size();
    }
}
