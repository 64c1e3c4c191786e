package org.comity.log.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears from PostgreSQL how far other nodes have brought the log; one thread and one connection per node. */
final class HeadListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeadListener.class);

    /** How long silence is believed; then the end is read, which also finds out whether the connection still lives. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** How long one wait for a notification lasts at most, so that closing is noticed; what arrives ends it at once. */
    private static final Duration ONE_WAIT = Duration.ofMillis(200);

    private static final Duration BEFORE_RECONNECTING = Duration.ofSeconds(1);

    private final DataSource source;
    private final Head head;
    private final Thread thread;
    private volatile boolean closed;

    HeadListener(DataSource source, Head head) {
        this.source = source;
        this.head = head;
        this.thread = Thread.ofPlatform().daemon().name("log-listener").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            try (Connection listening = LogTable.open(source);
                    Statement statement = listening.createStatement()) {
                statement.execute("listen " + LogTable.CHANNEL);
                listen(listening);
                statement.execute("unlisten *");
            } catch (SQLException e) {
                if (!closed) {
                    LOG.warn("not listening to the log, will try again: {}", e.getMessage());
                    LockSupport.parkNanos(BEFORE_RECONNECTING.toNanos());
                }
            }
        }
    }

    private void listen(Connection listening) throws SQLException {
        PGConnection postgres = listening.unwrap(PGConnection.class);
        long believed = System.nanoTime() - SILENCE.toNanos();
        while (!closed) {
            if (System.nanoTime() - believed >= SILENCE.toNanos()) {
                // Read after listening began, so that nothing falls between.
                head.reached(LogTable.end(listening).position());
                believed = System.nanoTime();
            }
            PGNotification[] heard = postgres.getNotifications((int) ONE_WAIT.toMillis());
            for (PGNotification notification : heard == null ? new PGNotification[0] : heard) {
                head.reached(Long.parseLong(notification.getParameter()));
            }
        }
    }

    /** Ends the thread and gives its connection back. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(BEFORE_RECONNECTING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
