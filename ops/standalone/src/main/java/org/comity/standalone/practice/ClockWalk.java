package org.comity.standalone.practice;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.comity.command.timetable.Timetable;
import org.comity.standalone.engine.GroupProgress;
import org.springframework.stereotype.Component;

/**
 * Walks the world clock: it stands still at each moment at which something falls due, until policies and timetable have
 * finished there, and only then goes on.
 */
@Component
final class ClockWalk {
    /** One walk at a time in the whole cluster; the lock ends with its connection. */
    private static final String LOCK = "select pg_advisory_lock(hashtext('comity.world-clock'))";

    private static final String UNLOCK = "select pg_advisory_unlock(hashtext('comity.world-clock'))";

    private final DataSource source;
    private final WorldClock clock;
    private final Timetable timetable;
    private final GroupProgress progress;
    private final ReentrantLock here = new ReentrantLock();

    ClockWalk(DataSource dataSource, WorldClock clock, Timetable timetable, GroupProgress progress) {
        this.source = dataSource;
        this.clock = clock;
        this.timetable = timetable;
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

    private Instant walk(Instant moment) {
        // A walk that died with its process left the clock standing.
        clock.runOn();
        if (!moment.isAfter(clock.instant())) {
            return clock.instant();
        }
        try {
            clock.standAt(clock.instant());
            progress.awaitAll();
            Optional<Instant> next = timetable.nextDue();
            while (next.isPresent() && !next.get().isAfter(moment)) {
                if (next.get().isAfter(clock.instant())) {
                    clock.standAt(next.get());
                }
                int done = timetable.runDue(clock.instant());
                progress.awaitAll();
                Optional<Instant> after = timetable.nextDue();
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
