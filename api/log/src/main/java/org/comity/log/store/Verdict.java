package org.comity.log.store;

import java.sql.SQLException;
import java.util.Objects;
import org.comity.log.store.Append.NewEvent;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What an error of PostgreSQL means for the append that met it. */
enum Verdict {
    /** Another node was first by a position, or two nodes waited for each other: stamp and try again. */
    REPEAT,
    /** The server has said no. */
    REFUSED,
    /** The server has said nothing that can be relied on: the append may have been taken. */
    ANSWER_LOST;

    static Verdict of(SQLException e) {
        ServerErrorMessage error = error(e);
        // FATAL ends the connection and may come after the commit; only ERROR is sure to have rolled back.
        if (error == null || !"ERROR".equals(error.getSeverity())) {
            return ANSWER_LOST;
        }
        String state = String.valueOf(e.getSQLState());
        if (state.equals("40P01") || state.equals("40001")) {
            return REPEAT;
        }
        return violates(error, "event_position") ? REPEAT : REFUSED;
    }

    /** The error to be told to the one whose append was refused. */
    static RuntimeException loss(SQLException e, Append append) {
        ServerErrorMessage error = error(e);
        if (error != null && violates(error, "event_stream_sequence")) {
            return new LogWriter.Lost(e);
        }
        if (error != null && violates(error, "event_command_key")) {
            return append.events().stream()
                    .map(NewEvent::commandKey)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .<RuntimeException>map(CommandKeyTaken::new)
                    .orElseGet(() -> new IllegalStateException(e));
        }
        // The detail of the message would repeat the row.
        return new IllegalStateException("the log refused an append with SQLState " + e.getSQLState());
    }

    private static boolean violates(ServerErrorMessage error, String constraint) {
        return "23505".equals(error.getSQLState()) && constraint.equals(error.getConstraint());
    }

    private static @Nullable ServerErrorMessage error(SQLException e) {
        return e instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    }
}
