package org.comity.log.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears from PostgreSQL how far other nodes have brought the log; one thread and one connection per node. */
final class HeadListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeadListener.class);

    /** How long silence is believed; then the end is read, which also finds out whether the connection still lives. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Duration BEFORE_RECONNECTING = Duration.ofSeconds(1);

    private final DataSource source;
    private final Head head;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Connection connection;

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
            try (Connection listening = LogTable.open(source)) {
                connection = listening;
                listen(listening);
            } catch (SQLException e) {
                if (!closed) {
                    LOG.warn("not listening to the log, will try again: {}", e.getMessage());
                    LockSupport.parkNanos(BEFORE_RECONNECTING.toNanos());
                }
            }
        }
    }

    private void listen(Connection listening) throws SQLException {
        try (var statement = listening.createStatement()) {
            statement.execute("listen " + LogTable.CHANNEL);
        }
        PGConnection postgres = listening.unwrap(PGConnection.class);
        while (!closed) {
            head.reached(LogTable.end(listening).position());
            PGNotification[] heard = postgres.getNotifications((int) SILENCE.toMillis());
            while (heard != null && heard.length > 0) {
                for (PGNotification notification : heard) {
                    head.reached(Long.parseLong(notification.getParameter()));
                }
                heard = postgres.getNotifications((int) SILENCE.toMillis());
            }
        }
    }

    /** Ends the thread; the connection is given up, since it is in the middle of listening. */
    @Override
    public void close() {
        closed = true;
        Connection listening = connection;
        if (listening != null) {
            try {
                listening.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("the listening connection was gone already", e);
            }
        }
        LockSupport.unpark(thread);
    }
}
