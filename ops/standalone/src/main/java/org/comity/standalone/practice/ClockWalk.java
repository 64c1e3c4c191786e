package org.comity.standalone.practice;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.comity.command.timetable.Clockwork;
import org.comity.standalone.engine.GroupProgress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Walks the world clock: it stands still at each moment at which something falls due, until policies and timetable have
 * finished there, and only then goes on. A walk that dies with its process leaves the clock standing; every node looks for
 * that once a second, and whoever finds nobody walking lets the clock run on from there.
 */
@Component
final class ClockWalk implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWalk.class);

    /** One walk at a time in the whole cluster; the lock ends with its connection. */
    private static final String LOCK = "select pg_advisory_lock(hashtext('comity.world-clock'))";

    private static final String TRY_LOCK = "select pg_try_advisory_lock(hashtext('comity.world-clock'))";

    private static final String UNLOCK = "select pg_advisory_unlock(hashtext('comity.world-clock'))";

    private final DataSource source;
    private final WorldClock clock;
    private final Clockwork clockwork;
    private final GroupProgress progress;
    private final ReentrantLock here = new ReentrantLock();
    private final ScheduledExecutorService lookout = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("clock-lookout").factory());
    private @Nullable Future<?> looking;

    ClockWalk(DataSource dataSource, WorldClock clock, Clockwork clockwork, GroupProgress progress) {
        this.source = dataSource;
        this.clock = clock;
        this.clockwork = clockwork;
        this.progress = progress;
    }

    /**
     * Walks to a moment, and answers the present; a moment that is not ahead moves nothing.
     *
     * @throws IllegalStateException if the processors do not finish; the clock then runs on from where it stood
     */
    Instant to(Instant moment) {
        // The local lock first, so that waiting walks hold no connections.
        here.lock();
        try (Connection connection = source.getConnection()) {
            connection.createStatement().execute(LOCK);
            try {
                return walk(moment);
            } finally {
                connection.createStatement().execute(UNLOCK);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached for a walk", e);
        } finally {
            here.unlock();
        }
    }

    @Override
    public void start() {
        looking = lookout.scheduleWithFixedDelay(this::lookOut, 0, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        looking = null;
        lookout.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    private void lookOut() {
        clock.instant();
        if (!clock.stands() || !here.tryLock()) {
            return;
        }
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            ResultSet free = statement.executeQuery(TRY_LOCK);
            if (free.next() && free.getBoolean(1)) {
                try {
                    clock.runOn();
                    LOG.warn("a walk of the world clock was cut off; it runs on from where it stood");
                } finally {
                    statement.execute(UNLOCK);
                }
            }
        } catch (SQLException | DataAccessException e) {
            // An exception would end the lookout; the next look comes in a second.
            LOG.debug("the world clock cannot be looked after now", e);
        } finally {
            here.unlock();
        }
    }

    private Instant walk(Instant moment) {
        // A walk that died with its process left the clock standing.
        clock.runOn();
        if (!moment.isAfter(clock.instant())) {
            return clock.instant();
        }
        try {
            clock.standAt(clock.instant());
            progress.awaitAll();
            Optional<Instant> next = clockwork.nextDue();
            while (next.isPresent() && !next.get().isAfter(moment)) {
                if (next.get().isAfter(clock.instant())) {
                    clock.standAt(next.get());
                }
                int done = clockwork.runDue(clock.instant());
                progress.awaitAll();
                Optional<Instant> after = clockwork.nextDue();
                if (done == 0 && after.equals(next)) {
                    throw new IllegalStateException("what is due at " + next.get() + " does not get done");
                }
                next = after;
            }
            clock.standAt(moment);
            return moment;
        } finally {
            clock.runOn();
        }
    }
}
