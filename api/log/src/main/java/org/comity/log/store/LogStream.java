package org.comity.log.store;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/** The log from a position on, as one processor follows it: in pages, woken as soon as there is more. */
final class LogStream implements TrackingEventStream {
    private static final int PAGE = 500;

    private final LogStorageEngine engine;
    private final Head head;
    private final Queue<TrackedEventMessage<?>> page = new ArrayDeque<>();
    private long position;
    private volatile @Nullable Runnable listener;

    LogStream(LogStorageEngine engine, Head head, long position) {
        this.engine = engine;
        this.head = head;
        this.position = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        if (page.isEmpty()) {
            fill();
        }
        return Optional.ofNullable(page.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (peek().isPresent()) {
            return true;
        }
        return timeout > 0 && head.awaitBeyond(position, timeout, unit) && peek().isPresent();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        boolean available = false;
        while (!available) {
            available = hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS);
        }
        return page.remove();
    }

    /** One query for a page; none if nothing is known to be there. */
    private void fill() {
        try {
            if (!head.awaitBeyond(position, 0, TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        page.addAll(engine.readPage(position, PAGE));
        position += page.size();
    }

    @Override
    public boolean setOnAvailableCallback(@Nullable Runnable callback) {
        forgetListener();
        listener = callback;
        if (callback != null) {
            head.onAdvance(callback);
        }
        return true;
    }

    @Override
    public void close() {
        forgetListener();
        page.clear();
    }

    private void forgetListener() {
        Runnable before = listener;
        if (before != null) {
            head.forget(before);
        }
    }
}
