package org.comity.log.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.comity.api.Fact;
import org.comity.api.Recorded;
import org.comity.api.RequestEvent;
import org.comity.log.ledger.Envelope;
import org.comity.log.names.ActCodec;
import org.comity.log.names.EventCodec;
import org.comity.log.names.Json;
import org.comity.log.names.Origin;

/** Reads the log: by stream, by position, by command. Each call is one short query, so no snapshot outlives a page. */
public final class EventLog {
    private static final int PAGE = 1_000;

    /** The condition is that of the index, word for word, or else the index is of no use. */
    static final String PROTECTIONS = """
            where split_part(name, '.', 2) in ('PersonalDataErased', 'ProcessingRestricted', 'RestrictionLifted')
                and position > ? order by position\s""";

    private final DataSource source;
    private final EventCodec codec;

    public EventLog(DataSource source, EventCodec codec) {
        this.source = source;
        this.codec = codec;
    }

    /** The history of one request or authority, in order; empty if there is none. */
    public List<Recorded<?>> read(String stream) {
        return readFrom(stream, 0);
    }

    /** The history of one request or authority from a sequence on. */
    public List<Recorded<?>> readFrom(String stream, long sequence) {
        return entries(stream, sequence).stream()
                .<Recorded<?>>map(LogEntry::recorded)
                .toList();
    }

    /** A page of all events after a position, in order; -1 begins at the beginning. Empty: there is no more yet. */
    public List<Recorded<?>> readAfter(long position, int limit) {
        return entriesAfter(position, limit).stream()
                .<Recorded<?>>map(LogEntry::recorded)
                .toList();
    }

    /** The history of one request or authority from a sequence on, with the origin of each event. */
    public List<LogEntry> entries(String stream, long sequence) {
        return storedEvents(stream, sequence).stream().map(this::decode).toList();
    }

    /** A page of all events after a position, with the origin of each event. */
    public List<LogEntry> entriesAfter(long position, int limit) {
        return storedAfter(position, limit).stream().map(this::decode).toList();
    }

    /** The first event of the command with this key. */
    public Optional<LogEntry> findByCommandKey(byte[] commandKey) {
        return LogTable.select(source, "where command_key = ?", (Object) commandKey).stream()
                .findFirst()
                .map(this::decode);
    }

    /** All events of the command with this key, in order; empty if no command with this key had an effect. */
    public List<LogEntry> eventsOfCommand(String commandKey) {
        return findByCommandKey(HexFormat.of().parseHex(commandKey))
                .map(first -> entries(
                                first.recorded().stream(),
                                first.recorded().fact().sequence())
                        .stream()
                        .takeWhile(entry -> commandKey.equals(entry.origin().commandKey()))
                        .toList())
                .orElse(List.of());
    }

    /** The event with this identity. */
    public Optional<LogEntry> findEvent(UUID eventId) {
        return LogTable.select(source, "where event_id = ?", eventId).stream()
                .findFirst()
                .map(this::decode);
    }

    /** All that was ever recorded of erasures and restrictions, of all requests, in its order; an index has it ready. */
    public List<RequestEvent> protections() {
        var all = new ArrayList<RequestEvent>();
        long position = -1;
        List<StoredEvent> page;
        do {
            page = LogTable.select(source, PROTECTIONS + "limit ?", position, PAGE);
            for (StoredEvent stored : page) {
                Envelope envelope = stored.envelope();
                if (codec.read(envelope.name(), envelope.revision(), envelope.payload())
                        instanceof RequestEvent event) {
                    all.add(event);
                }
                position = envelope.position();
            }
        } while (page.size() == PAGE);
        return all;
    }

    /** Where the last of them stands; -1 if there is none. */
    public long lastProtection() {
        return LogTable.number(source, "select position from log.event " + PROTECTIONS + "desc limit 1", -1L)
                .orElse(-1);
    }

    /** The sequence of the last event of a stream; empty if there is none. */
    public OptionalLong lastSequence(String stream) {
        return LogTable.number(
                source, "select sequence from log.event where stream = ? order by sequence desc limit 1", stream);
    }

    /** How far the log reaches. */
    public End end() {
        return LogTable.end(source);
    }

    /**
     * The last position that was recorded until a moment, -1 if none was: the log "as of" that moment is the prefix up to
     * it. Found by bisection, since moments never decrease with the position.
     */
    public long positionAsOf(Instant moment) {
        long from = -1;
        long to = end().position();
        while (from < to) {
            long middle = from + (to - from + 1) / 2;
            Instant recordedAt =
                    storedAfter(middle - 1, 1).getFirst().envelope().recordedAt();
            if (recordedAt.isAfter(moment)) {
                to = middle - 1;
            } else {
                from = middle;
            }
        }
        return from;
    }

    /** The events of a stream from a sequence on, exactly as stored. */
    public List<StoredEvent> storedEvents(String stream, long sequence) {
        return LogTable.select(source, "where stream = ? and sequence >= ? order by sequence", stream, sequence);
    }

    /** How many bytes of metadata and payload the events of a stream have. */
    public long bytes(String stream) {
        return LogTable.number(
                        source,
                        "select sum(octet_length(metadata) + octet_length(payload)) from log.event where stream = ?",
                        stream)
                .orElse(0);
    }

    /** A page of all events after a position, exactly as stored. */
    public List<StoredEvent> storedAfter(long position, int limit) {
        return LogTable.select(source, "where position > ? order by position limit ?", position, limit);
    }

    /** A stored event in today's form. */
    public LogEntry decode(StoredEvent stored) {
        Envelope envelope = stored.envelope();
        Map<String, String> metadata = Json.readTexts(envelope.metadata());
        return new LogEntry(
                new Recorded<>(
                        envelope.position(),
                        envelope.stream(),
                        envelope.name(),
                        envelope.revision(),
                        envelope.recordedAt(),
                        new Fact<>(
                                envelope.eventId(),
                                envelope.sequence(),
                                codec.read(envelope.name(), envelope.revision(), envelope.payload()),
                                ActCodec.read(metadata))),
                Origin.read(metadata));
    }
}
