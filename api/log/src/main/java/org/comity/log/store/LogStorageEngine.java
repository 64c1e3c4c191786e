package org.comity.log.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.comity.api.Event;
import org.comity.api.Fact;
import org.comity.api.Recorded;
import org.comity.log.ledger.Envelope;
import org.comity.log.names.ActCodec;
import org.comity.log.names.EventCodec;
import org.comity.log.names.Json;
import org.comity.log.names.Origin;
import org.comity.log.store.Append.NewEvent;
import org.jspecify.annotations.Nullable;

/**
 * The log as Axon's storage engine. An append is the commit: when {@link #appendEvents} returns, the log has taken the events,
 * whatever becomes of the unit of work.
 *
 * <p>A loser is told by {@link AggregateStreamCreationException} or {@link ConcurrencyException} if another event has that
 * place in the stream, and by {@link CommandKeyTaken} if another command has that key.
 */
public final class LogStorageEngine implements EventStorageEngine {
    /** Resource of a unit of work under which the events stand that the log has taken in it: a list of {@link Recorded}. */
    public static final String TAKEN = LogStorageEngine.class.getName() + ".taken";

    private static final int PAGE = 500;
    private static final String KEYS = LogStorageEngine.class.getName() + ".keys";

    private final EventLog log;
    private final EventCodec codec;
    private final LogWriter writer;

    LogStorageEngine(EventLog log, EventCodec codec, LogWriter writer) {
        this.log = log;
        this.codec = codec;
        this.writer = writer;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        Set<String> keys = CurrentUnitOfWork.<Set<String>>map(
                        work -> work.root().getOrComputeResource(KEYS, key -> new HashSet<>()))
                .orElseGet(HashSet::new);
        var events = new ArrayList<NewEvent>();
        var facts = new ArrayList<Fact<Event>>();
        for (EventMessage<?> message : messages) {
            DomainEventMessage<?> domain = domainEvent(message);
            Event event = (Event) domain.getPayload();
            NewEvent fresh = newEvent(domain, event, keys);
            events.add(fresh);
            facts.add(new Fact<>(fresh.eventId(), fresh.sequence(), event, ActCodec.read(domain.getMetaData())));
        }
        LogWriter.Place place = append(new Append(events));
        var taken = new ArrayList<Recorded<?>>();
        for (int i = 0; i < events.size(); i++) {
            NewEvent event = events.get(i);
            taken.add(new Recorded<>(
                    place.position() + i,
                    event.stream(),
                    event.name(),
                    event.revision(),
                    place.recordedAt(),
                    facts.get(i)));
        }
        CurrentUnitOfWork.ifStarted(work -> work.root()
                .<List<Recorded<?>>>getOrComputeResource(TAKEN, key -> new ArrayList<>())
                .addAll(taken));
    }

    private LogWriter.Place append(Append append) {
        try {
            return writer.append(append);
        } catch (LogWriter.Lost e) {
            NewEvent first = append.events().getFirst();
            String message = "another command was first at sequence " + first.sequence() + " of " + first.stream();
            throw first.sequence() == 0
                    ? new AggregateStreamCreationException(message, e)
                    : new ConcurrencyException(message, e);
        }
    }

    private static DomainEventMessage<?> domainEvent(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> domain && message.getPayload() instanceof Event event) {
            if (event.id().value().toString().equals(domain.getAggregateIdentifier())) {
                return domain;
            }
            throw new IllegalArgumentException("a stream is named by the text of the id of its events");
        }
        throw new IllegalArgumentException(
                "the log takes events of the language in their streams, not " + message.getPayloadType());
    }

    private NewEvent newEvent(DomainEventMessage<?> message, Event event, Set<String> keys) {
        ActCodec.check(message.getMetaData());
        String key = Origin.read(message.getMetaData()).commandKey();
        return new NewEvent(
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                UUID.fromString(message.getIdentifier()),
                codec.names().name(event.getClass()),
                codec.names().revision(event.getClass()),
                // Sorted, since the metadata of the bus have no order and equal acts shall be equal bytes.
                StoredText.checked(Json.write(new TreeMap<>(message.getMetaData()))),
                StoredText.checked(codec.write(event)),
                key != null && keys.add(key) ? key : null);
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        return DomainEventStream.of(log.storedEvents(stream, firstSequence).stream()
                .map(this::message)
                .toList());
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return log.lastSequence(stream).stream().boxed().findFirst();
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return Stream.iterate(
                        readPage(position(token), PAGE),
                        page -> !page.isEmpty(),
                        page -> readPage(position(page.getLast().trackingToken()), PAGE))
                .flatMap(List::stream);
    }

    List<TrackedEventMessage<?>> readPage(long after, int limit) {
        return log.storedAfter(after, limit).stream()
                .<TrackedEventMessage<?>>map(stored -> new GenericTrackedDomainEventMessage<>(
                        new GlobalSequenceTrackingToken(stored.envelope().position()), message(stored)))
                .toList();
    }

    static long position(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    private DomainEventMessage<Event> message(StoredEvent stored) {
        Envelope envelope = stored.envelope();
        return new GenericDomainEventMessage<>(
                envelope.name().substring(0, envelope.name().indexOf('.')),
                envelope.stream(),
                envelope.sequence(),
                new GenericMessage<>(
                        envelope.eventId().toString(),
                        codec.read(envelope.name(), envelope.revision(), envelope.payload()),
                        Json.readTexts(envelope.metadata())),
                envelope.recordedAt());
    }

    @Override
    public TrackingToken createHeadToken() {
        return token(log.end().position());
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return token(log.positionAsOf(moment.minusNanos(1)));
    }

    private static TrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("the log holds events and nothing else");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }
}
