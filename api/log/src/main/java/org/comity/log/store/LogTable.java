package org.comity.log.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.comity.log.ledger.Envelope;
import org.comity.log.store.Append.NewEvent;
import org.postgresql.PGConnection;

/** The SQL of {@code log.event}. */
final class LogTable {
    /** Channel on which each node tells the others how far the log reaches. */
    static final String CHANNEL = "comity_log";

    private static final String COLUMNS = """
            position, stream, sequence, event_id, name, revision, recorded_at, metadata, payload, command_key, leaf
            """;

    /** One statement, so one round trip and, under autocommit, one transaction: the batch, and the word to all nodes. */
    private static final String APPEND = """
            with appended as (
                insert into log.event
                (position, stream, sequence, event_id, name, revision, recorded_at, metadata, payload, command_key, leaf)
                select ? + place, stream, sequence, event_id, name, revision, ?, metadata, payload, command_key, leaf
                from unnest(?::text[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[])
                    with ordinality
                    as batch (stream, sequence, event_id, name, revision, metadata, payload, command_key, leaf, place)
                order by place)
            select pg_notify('%s', ?)
            """.formatted(CHANNEL);

    private static final String END = "select position, recorded_at from log.event order by position desc limit 1";

    private LogTable() {}

    /** Opens a connection on which each statement commits by itself. */
    static Connection open(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
        }
        return connection;
    }

    static void append(Connection connection, End end, Instant stamp, List<NewEvent> events) throws SQLException {
        int size = events.size();
        var streams = new String[size];
        var sequences = new Long[size];
        var ids = new UUID[size];
        var names = new String[size];
        var revisions = new String[size];
        var metadata = new String[size];
        var payloads = new String[size];
        var keys = new byte[size][];
        var leaves = new byte[size][];
        for (int i = 0; i < size; i++) {
            NewEvent event = events.get(i);
            streams[i] = event.stream();
            sequences[i] = event.sequence();
            ids[i] = event.eventId();
            names[i] = event.name();
            revisions[i] = event.revision();
            metadata[i] = event.metadata();
            payloads[i] = event.payload();
            if (event.commandKey() != null) {
                keys[i] = HexFormat.of().parseHex(event.commandKey());
            }
            leaves[i] = envelope(event, end.position() + 1 + i, stamp).leaf().bytes();
        }
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setLong(1, end.position());
            statement.setObject(2, stamp.atOffset(ZoneOffset.UTC));
            set(statement, 3, connection.createArrayOf("text", streams));
            set(statement, 4, connection.createArrayOf("bigint", sequences));
            set(statement, 5, connection.createArrayOf("uuid", ids));
            set(statement, 6, connection.createArrayOf("text", names));
            set(statement, 7, connection.createArrayOf("text", revisions));
            set(statement, 8, connection.createArrayOf("text", metadata));
            set(statement, 9, connection.createArrayOf("text", payloads));
            set(statement, 10, postgres.createArrayOf("bytea", keys));
            set(statement, 11, postgres.createArrayOf("bytea", leaves));
            statement.setString(12, Long.toString(end.position() + size));
            statement.execute();
        }
    }

    static Envelope envelope(NewEvent event, long position, Instant recordedAt) {
        return new Envelope(
                position,
                event.stream(),
                event.sequence(),
                event.eventId(),
                event.name(),
                event.revision(),
                recordedAt,
                event.metadata(),
                event.payload());
    }

    static End end(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(END);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? new End(row.getLong(1), instant(row, 2)) : End.OF_NOTHING;
        }
    }

    static End end(DataSource source) {
        try (Connection connection = open(source)) {
            return end(connection);
        } catch (SQLException e) {
            throw new LogUnavailable(false, e);
        }
    }

    /** The one number that a query gives, if it gives one. */
    static OptionalLong number(DataSource source, String query, Object parameter) {
        try (Connection connection = open(source);
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException e) {
            throw new LogUnavailable(false, e);
        }
    }

    /** The places of those of the events that the log holds. */
    static Map<UUID, LogWriter.Place> places(Connection connection, List<UUID> eventIds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select event_id, position, recorded_at from log.event where event_id = any (?)")) {
            set(statement, 1, connection.createArrayOf("uuid", eventIds.toArray()));
            var places = new HashMap<UUID, LogWriter.Place>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    places.put(rows.getObject(1, UUID.class), new LogWriter.Place(rows.getLong(2), instant(rows, 3)));
                }
            }
            return places;
        }
    }

    /**
     * The events that a condition selects.
     *
     * @param condition a where clause with an order, constant text of ours
     */
    static List<StoredEvent> select(DataSource source, String condition, Object... parameters) {
        try (Connection connection = open(source);
                PreparedStatement statement =
                        connection.prepareStatement("select " + COLUMNS + "from log.event " + condition)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var events = new ArrayList<StoredEvent>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    events.add(event(rows));
                }
            }
            return events;
        } catch (SQLException e) {
            throw new LogUnavailable(false, e);
        }
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        byte[] key = row.getBytes(10);
        return new StoredEvent(
                new Envelope(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getObject(4, UUID.class),
                        row.getString(5),
                        row.getString(6),
                        instant(row, 7),
                        row.getString(8),
                        row.getString(9)),
                key == null ? null : HexFormat.of().formatHex(key),
                HexFormat.of().formatHex(row.getBytes(11)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static void set(PreparedStatement statement, int parameter, Array array) throws SQLException {
        statement.setArray(parameter, array);
    }
}
