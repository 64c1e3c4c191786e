package org.comity.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.comity.api.Recorded;
import org.comity.log.store.EventLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes a projection from zero, beside the one that is read, and lets the two change places when it has caught up. One
 * node at a time rebuilds a projection; one that stops half-way leaves the running one as it was.
 */
@Component
public final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int PAGE = 1_000;

    private final Map<String, Projection> projections;
    private final Map<String, State> states = new ConcurrentHashMap<>();
    private final Progress progress;
    private final EventLog log;
    private final DataSource dataSource;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final InstantSource machineClock;

    public Rebuild(
            List<Projection> projections,
            Progress progress,
            EventLog log,
            DataSource dataSource,
            @Qualifier("machineClock") InstantSource machineClock) {
        this.projections = projections.stream().collect(Collectors.toMap(Projection::name, Function.identity()));
        this.progress = progress;
        this.log = log;
        this.dataSource = dataSource;
        this.sql = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.machineClock = machineClock;
    }

    /** How a rebuild stands. */
    public enum Stage {
        RUNNING,
        DONE,
        /** Another node rebuilds it. */
        ELSEWHERE,
        FAILED
    }

    /**
     * How far a rebuild is.
     *
     * @param position up to which the new table is true; -1 at first
     * @param end of the log when it was last looked at
     * @param failure what went wrong
     */
    public record State(
            String projection,
            Stage stage,
            long position,
            long end,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String failure) {}

    /** The names of what can be rebuilt. */
    public List<String> names() {
        return projections.keySet().stream().sorted().toList();
    }

    /** How the last rebuild on this node stands; empty if there was none since the start. */
    public Optional<State> state(String projection) {
        return Optional.ofNullable(states.get(projection));
    }

    /** Begins a rebuild and returns at once; one that runs already goes on. */
    public State start(String projection) {
        State begun = begun(projection);
        State state = states.compute(
                projection, (name, last) -> last != null && last.stage() == Stage.RUNNING ? last : begun);
        if (state.equals(begun)) {
            Thread.ofVirtual()
                    .name("rebuild " + projection)
                    .start(() -> run(begun, now -> states.put(projection, now)));
        }
        return state;
    }

    /** Rebuilds and returns when it is done, telling how far it is after each page. */
    public State run(String projection, Consumer<State> told) {
        return run(begun(projection), told);
    }

    private State begun(String projection) {
        if (!projections.containsKey(projection)) {
            throw new IllegalArgumentException("there is no projection " + projection + "; there are " + names());
        }
        return new State(projection, Stage.RUNNING, -1, log.end().position(), machineClock.instant(), null, null);
    }

    private State run(State begun, Consumer<State> told) {
        State state;
        try (Connection lock = dataSource.getConnection()) {
            if (locked(lock, begun.projection())) {
                try {
                    state = rebuilt(projection(begun), begun, told);
                } finally {
                    unlock(lock, begun.projection());
                }
            } else {
                state = ended(begun, Stage.ELSEWHERE, begun.position(), null);
            }
        } catch (RuntimeException | SQLException e) {
            LOG.error("the rebuild of {} failed", begun.projection(), e);
            state = ended(begun, Stage.FAILED, begun.position(), e.toString());
        }
        told.accept(state);
        return state;
    }

    private Projection projection(State state) {
        Projection projection = projections.get(state.projection());
        if (projection == null) {
            throw new IllegalArgumentException(state.projection());
        }
        return projection;
    }

    private State rebuilt(Projection projection, State begun, Consumer<State> told) {
        Slot beside = progress.slot(projection.name()).other();
        empty(projection, beside);
        long position = -1;
        while (true) {
            List<Recorded<?>> page = log.readAfter(position, PAGE);
            position = written(projection, page, position, beside);
            told.accept(new State(
                    begun.projection(), Stage.RUNNING, position, log.end().position(), begun.startedAt(), null, null));
            if (page.size() < PAGE) {
                return ended(begun, Stage.DONE, swapped(projection, position, beside), null);
            }
        }
    }

    private void empty(Projection projection, Slot slot) {
        transaction.executeWithoutResult(
                ignored -> projection.tables().forEach(table -> sql.sql("truncate " + slot.table(table))
                        .update()));
        projection.forget(slot);
    }

    private long written(Projection projection, List<Recorded<?>> page, long before, Slot slot) {
        if (page.isEmpty()) {
            return before;
        }
        long upTo = page.getLast().position();
        List<Recorded<?>> concerning = page.stream()
                .filter(recorded -> projection.concerns(recorded.event().getClass()))
                .toList();
        if (!concerning.isEmpty()) {
            transaction.executeWithoutResult(ignored -> projection.write(concerning, upTo, slot));
        }
        return upTo;
    }

    /** While the writer of the running one is held back, reads the little that is left and changes the places. */
    private long swapped(Projection projection, long reached, Slot beside) {
        Long position = transaction.execute(ignored -> {
            Progress.Mark running = progress.hold(projection.name());
            long now = reached;
            while (now < running.position()) {
                now = written(projection, log.readAfter(now, PAGE), now, beside);
            }
            progress.move(projection.name(), new Progress.Mark(beside, now));
            return now;
        });
        projection.forget(beside.other());
        return position == null ? reached : position;
    }

    private State ended(State begun, Stage stage, long position, @Nullable String failure) {
        return new State(
                begun.projection(),
                stage,
                position,
                log.end().position(),
                begun.startedAt(),
                machineClock.instant(),
                failure);
    }

    private static boolean locked(Connection connection, String projection) throws SQLException {
        return asked(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", projection);
    }

    private static void unlock(Connection connection, String projection) throws SQLException {
        asked(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", projection);
    }

    private static boolean asked(Connection connection, String question, String projection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, "rebuild " + projection);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
