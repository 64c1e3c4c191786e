package org.comity.log.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.comity.log.store.Append.NewEvent;
import org.jspecify.annotations.Nullable;

/**
 * Group commit: of the threads that want to append, one writes for all that wait, in one statement.
 *
 * <p>There is no writer thread. Who finds nobody writing writes at once; who finds somebody writing waits, and is either
 * answered with the batch of another or told to write the next one. So a lone command pays for no hand-over.
 */
final class LogWriter {
    private static final int LARGEST_BATCH = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKUPS = Duration.ofMillis(100);

    private final DataSource source;
    private final InstantSource clock;
    private final LongConsumer committed;
    private final AppendMeters meters;

    private final ReentrantLock turns = new ReentrantLock();
    /** Guarded by {@link #turns}. */
    private final Queue<Ticket> waiting = new ArrayDeque<>();
    /** Guarded by {@link #turns}. */
    private boolean writing;

    /** The end as this node knows it; null if another node may have moved it. Only the thread whose turn it is touches it. */
    private @Nullable End end;

    LogWriter(DataSource source, InstantSource clock, LongConsumer committed) {
        this(source, clock, committed, new AppendMeters(new SimpleMeterRegistry()));
    }

    LogWriter(DataSource source, InstantSource clock, LongConsumer committed, AppendMeters meters) {
        this.source = source;
        this.clock = clock;
        this.committed = committed;
        this.meters = meters;
    }

    /** The place that an append was given: its first event's position, and the moment. */
    record Place(long position, Instant recordedAt) {}

    private static final class Ticket {
        final Append append;
        final Thread thread = Thread.currentThread();
        volatile boolean myTurn;
        volatile @Nullable Place place;
        volatile @Nullable RuntimeException failure;

        Ticket(Append append) {
            this.append = append;
        }

        boolean isAnswered() {
            return place != null || failure != null;
        }
    }

    /**
     * Appends and returns when the log has taken it.
     *
     * @throws Lost if the log holds another event in that place of the stream
     * @throws CommandKeyTaken if the log holds a command with that key
     * @throws LogUnavailable if the log cannot be reached
     */
    Place append(Append append) {
        var ticket = new Ticket(append);
        turns.lock();
        try {
            waiting.add(ticket);
            if (!writing) {
                writing = true;
                ticket.myTurn = true;
            }
        } finally {
            turns.unlock();
        }
        boolean interrupted = false;
        while (!ticket.myTurn && !ticket.isAnswered()) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (!ticket.isAnswered()) {
            takeTurn();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        RuntimeException failure = ticket.failure;
        Place place = ticket.place;
        if (failure != null || place == null) {
            throw failure != null ? failure : new IllegalStateException("an append was left without an answer");
        }
        return place;
    }

    private void takeTurn() {
        List<Ticket> batch = nextBatch();
        try {
            write(batch, false);
        } catch (RuntimeException | Error e) {
            end = null;
            fail(batch, e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e));
        } finally {
            passOn();
            batch.forEach(ticket -> LockSupport.unpark(ticket.thread));
        }
    }

    private List<Ticket> nextBatch() {
        turns.lock();
        try {
            var batch = new ArrayList<Ticket>();
            int events = 0;
            for (Ticket next = waiting.peek(); next != null; next = waiting.peek()) {
                events += next.append.events().size();
                if (!batch.isEmpty() && events > LARGEST_BATCH) {
                    break;
                }
                batch.add(waiting.remove());
            }
            return batch;
        } finally {
            turns.unlock();
        }
    }

    private void passOn() {
        turns.lock();
        try {
            Ticket next = waiting.peek();
            if (next == null) {
                writing = false;
            } else {
                next.myTurn = true;
                LockSupport.unpark(next.thread);
            }
        } finally {
            turns.unlock();
        }
    }

    /**
     * Writes a batch until it is known what became of it.
     *
     * @param inDoubt true if an earlier try may have been taken although its answer was lost
     */
    private void write(List<Ticket> batch, boolean inDoubt) {
        long start = System.nanoTime();
        boolean doubt = inDoubt;
        while (true) {
            boolean sent = false;
            try (Connection connection = LogTable.open(source)) {
                if (doubt && isTaken(connection, batch)) {
                    return;
                }
                End before = end != null ? end : LogTable.end(connection);
                sent = true;
                append(connection, before, batch);
                return;
            } catch (SQLException e) {
                end = null;
                switch (Verdict.of(e)) {
                    case REPEAT -> {}
                    case ANSWER_LOST -> {
                        doubt |= sent;
                        if (!doubt || System.nanoTime() - start > PATIENCE.toNanos()) {
                            fail(batch, new LogUnavailable(doubt, e));
                            return;
                        }
                        LockSupport.parkNanos(BETWEEN_LOOKUPS.toNanos());
                    }
                    case REFUSED -> {
                        if (batch.size() > 1) {
                            for (Ticket ticket : batch) {
                                write(List.of(ticket), doubt);
                            }
                            return;
                        }
                        if (!doubt || !isTakenAfterAll(batch)) {
                            fail(batch, Verdict.loss(e, batch.getFirst().append));
                        }
                        return;
                    }
                }
            }
        }
    }

    private void append(Connection connection, End before, List<Ticket> batch) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant stamp = now.isAfter(before.recordedAt()) ? now : before.recordedAt();
        List<NewEvent> events = batch.stream()
                .flatMap(ticket -> ticket.append.events().stream())
                .toList();
        long begun = System.nanoTime();
        LogTable.append(connection, before, stamp, events);
        meters.appended(events.size(), System.nanoTime() - begun);
        end = new End(before.position() + events.size(), stamp);
        long position = before.position() + 1;
        for (Ticket ticket : batch) {
            ticket.place = new Place(position, stamp);
            position += ticket.append.events().size();
        }
        committed.accept(position - 1);
    }

    /** Looks up what became of a batch whose answer was lost; a statement is taken whole or not at all. */
    private boolean isTaken(Connection connection, List<Ticket> batch) throws SQLException {
        List<UUID> ids = batch.stream()
                .map(ticket -> ticket.append.events().getFirst().eventId())
                .toList();
        var places = LogTable.places(connection, ids);
        for (Ticket ticket : batch) {
            ticket.place = places.get(ticket.append.events().getFirst().eventId());
        }
        return batch.stream().allMatch(Ticket::isAnswered);
    }

    private boolean isTakenAfterAll(List<Ticket> batch) {
        try (Connection connection = LogTable.open(source)) {
            return isTaken(connection, batch);
        } catch (SQLException e) {
            fail(batch, new LogUnavailable(true, e));
            return true;
        }
    }

    private static void fail(List<Ticket> batch, RuntimeException failure) {
        for (Ticket ticket : batch) {
            if (!ticket.isAnswered()) {
                ticket.failure = failure;
            }
        }
    }

    /** Another command was first in that place of the stream. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost(SQLException cause) {
            super("another command was first", cause);
        }
    }
}
