package org.comity.log.transparency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.comity.log.ledger.Envelope;
import org.comity.log.names.EventCodec;
import org.comity.log.store.EventLog;
import org.comity.log.store.TestDatabase;
import org.postgresql.PGConnection;

/** A log with events that say little and leaves that are right, some streams of which run beside each other. */
public final class SampleLog implements AutoCloseable {
    public static final String ORIGIN = "log.example/test";
    private static final int STREAMS = 7;

    private final TestDatabase database = TestDatabase.withLog();
    private final Path folder;

    public SampleLog(int events) {
        folder = temporaryFolder();
        grow(events);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("comity-log-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tree over any log, under a key of its own. */
    public static TransparencyLog over(DataSource app, EventLog log) {
        LogKeys keys = new LogKeys(temporaryFolder().resolve("log.key"), null).orCreate();
        return TransparencyLog.open(app, log, ORIGIN, keys, Witnesses.NONE);
    }

    /** Appends as the application would. */
    public void grow(int events) {
        append(database.app(), size(), events, "event");
    }

    /** Appends events whose leaves are right, by whoever it is. */
    public static void append(DataSource source, long from, int events, String word) {
        try (Connection connection = source.getConnection();
                var insert = connection.prepareStatement("""
                        insert into log.event (position, stream, sequence, event_id, name, revision, recorded_at,
                                               metadata, payload, leaf, command_key)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, decode(?, 'hex'))""")) {
            connection.setAutoCommit(false);
            for (long position = from; position < from + events; position++) {
                Envelope event = event(position, word);
                insert.setLong(1, position);
                insert.setString(2, event.stream());
                insert.setLong(3, event.sequence());
                insert.setObject(4, event.eventId());
                insert.setString(5, event.name());
                insert.setString(6, event.revision());
                insert.setObject(7, event.recordedAt().atOffset(ZoneOffset.UTC));
                insert.setString(8, event.metadata());
                insert.setString(9, event.payload());
                insert.setBytes(10, event.leaf().bytes());
                insert.setString(11, commandKey(position));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Appends very many events, by the fastest way into the database. */
    public void copyIn(int events) throws SQLException, IOException {
        try (Connection connection = database.as(TestDatabase.APP).getConnection()) {
            var copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy log.event (position, stream, sequence, event_id, name, revision, recorded_at,"
                            + " metadata, payload, leaf, command_key) from stdin");
            for (long position = 0; position < events; position++) {
                Envelope event = event(position, "event");
                byte[] row = String.join(
                                "\t",
                                String.valueOf(position),
                                event.stream(),
                                String.valueOf(event.sequence()),
                                event.eventId().toString(),
                                event.name(),
                                event.revision(),
                                event.recordedAt().toString(),
                                event.metadata(),
                                event.payload(),
                                "\\\\x" + event.leaf().hex(),
                                "\\\\x" + commandKey(position) + "\n")
                        .getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(row, 0, row.length);
            }
            copy.endCopy();
        }
    }

    /** The event at a position. */
    public static Envelope event(long position, String word) {
        return new Envelope(
                position,
                new UUID(1, position % STREAMS).toString(),
                position / STREAMS,
                new UUID(word.hashCode(), position),
                "test.Happened",
                "1",
                Instant.parse("2026-01-01T00:00:00Z").plusMillis(position),
                "{\"commandKey\":\"" + commandKey(position) + "\",\"person\":\"é " + position + "\"}",
                "{\"text\":\"" + word + " " + position + "\"}");
    }

    /** The key of the command that an event came of: one each. */
    private static String commandKey(long position) {
        return "%064x".formatted(position);
    }

    public long size() {
        return log().end().position() + 1;
    }

    public EventLog log() {
        return new EventLog(database.app(), EventCodec.OF_THE_HOUSE);
    }

    /** A node over this log, with the key of its folder. */
    public TransparencyLog node(Witnesses witnesses) {
        return node(new LogKeys(key(), null).orCreate(), witnesses);
    }

    public TransparencyLog node(LogKeys keys, Witnesses witnesses) {
        return TransparencyLog.open(database.app(), log(), ORIGIN, keys, witnesses);
    }

    public Path key() {
        return folder.resolve("log.key");
    }

    public Path folder() {
        return folder;
    }

    public TestDatabase database() {
        return database;
    }

    /** What a superuser does who switches the trigger off and on again. */
    public void tamper(String... statements) {
        database.asSuperuser("alter table log.event disable trigger append_only;" + String.join(";", statements)
                + ";alter table log.event enable trigger append_only");
    }

    @Override
    public void close() {
        database.close();
    }
}
