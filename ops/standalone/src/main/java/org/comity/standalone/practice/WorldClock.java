package org.comity.standalone.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The world clock of practice mode: the machine's clock and a difference that is kept in the database, so that it survives a
 * restart and all nodes agree. During a walk it stands still at one moment after the other.
 */
public final class WorldClock implements InstantSource {
    /** How old the difference known here may be: what another node changed is seen within this time. */
    private static final long FRESH = Duration.ofMillis(20).toNanos();

    /**
     * @param ahead of the machine's clock
     * @param standingAt moment of a walk, if there is one
     */
    private record Reading(Duration ahead, @Nullable Instant standingAt) {
        Instant now(InstantSource machine) {
            return standingAt != null ? standingAt : machine.instant().plus(ahead);
        }
    }

    private final JdbcClient sql;
    private final InstantSource machine;
    private final LongSupplier nanoTime;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile Reading reading;
    private volatile long readAt;

    private WorldClock(JdbcClient sql, InstantSource machine, LongSupplier nanoTime) {
        this.sql = sql;
        this.machine = machine;
        this.nanoTime = nanoTime;
        this.reading = read();
        this.readAt = nanoTime.getAsLong();
    }

    /**
     * The clock of a database.
     *
     * @param start where the clock of a fresh database starts; the machine's present if it is not said. Without effect on a
     *     database that has a clock.
     */
    public static WorldClock of(DataSource app, InstantSource machine, @Nullable Instant start) {
        return of(app, machine, start, System::nanoTime);
    }

    static WorldClock of(DataSource app, InstantSource machine, @Nullable Instant start, LongSupplier nanoTime) {
        JdbcClient sql = JdbcClient.create(app);
        Duration ahead = start == null ? Duration.ZERO : Duration.between(machine.instant(), start);
        sql.sql("insert into node.world_clock (ahead_micros) values (?) on conflict do nothing")
                .param(micros(ahead))
                .update();
        return new WorldClock(sql, machine, nanoTime);
    }

    @Override
    public Instant instant() {
        if (nanoTime.getAsLong() - readAt > FRESH && refreshing.tryLock()) {
            try {
                reading = read();
                readAt = nanoTime.getAsLong();
            } catch (DataAccessException e) {
                // The time must not depend on a reachable database. Whoever needs the database finds out by itself.
                readAt = nanoTime.getAsLong();
            } finally {
                refreshing.unlock();
            }
        }
        return reading.now(machine).truncatedTo(ChronoUnit.MICROS);
    }

    /** Lets the clock stand still at a moment, on all nodes. */
    void standAt(Instant moment) {
        OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
        write(sql.sql("update node.world_clock set standing_at = ?").param(at));
    }

    /** Whether it stands, as far as was read last. */
    boolean stands() {
        return reading.standingAt() != null;
    }

    /** Lets the clock run on from where it stands. */
    void runOn() {
        refreshing.lock();
        try {
            reading = read();
        } finally {
            refreshing.unlock();
        }
        Instant moment = reading.standingAt();
        if (moment != null) {
            write(sql.sql("update node.world_clock set ahead_micros = ?, standing_at = null")
                    .param(micros(Duration.between(machine.instant(), moment))));
        }
    }

    private void write(JdbcClient.StatementSpec statement) {
        refreshing.lock();
        try {
            statement.update();
            reading = read();
            readAt = nanoTime.getAsLong();
        } finally {
            refreshing.unlock();
        }
    }

    private Reading read() {
        return sql.sql("select ahead_micros, standing_at from node.world_clock")
                .query((row, number) -> reading(row))
                .single();
    }

    private static Reading reading(ResultSet row) throws SQLException {
        OffsetDateTime standing = row.getObject("standing_at", OffsetDateTime.class);
        Duration ahead = Duration.of(row.getLong("ahead_micros"), ChronoUnit.MICROS);
        return new Reading(ahead, standing == null ? null : standing.toInstant());
    }

    private static long micros(Duration duration) {
        return Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1_000);
    }
}
