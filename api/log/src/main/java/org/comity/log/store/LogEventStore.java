package org.comity.log.store;

import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/** The log as Axon's event store: processors follow it by a plain position, without gaps, woken within milliseconds. */
public final class LogEventStore extends AbstractEventStore {
    private final LogStorageEngine engine;
    private final Head head;

    LogEventStore(LogStorageEngine engine, Head head) {
        super(new Builder(engine));
        this.engine = engine;
        this.head = head;
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new LogStream(engine, head, LogStorageEngine.position(token));
    }

    LogStorageEngine engine() {
        return engine;
    }

    private static final class Builder extends AbstractEventStore.Builder {
        Builder(LogStorageEngine engine) {
            storageEngine(engine);
        }
    }
}
