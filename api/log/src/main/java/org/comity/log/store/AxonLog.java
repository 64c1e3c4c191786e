package org.comity.log.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.comity.api.Event;
import org.comity.api.Fact;
import org.comity.api.Recorded;
import org.comity.log.names.ActCodec;
import org.comity.log.names.EventCodec;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Everything that ties Axon to the log, assembled by hand: one for each node. The sides make beans of its parts.
 *
 * <p>Appending takes one connection of the pool at a time, listening keeps one for ever, and each processor holds one while it
 * handles a batch: size the pool accordingly.
 */
public final class AxonLog implements AutoCloseable {
    private final EventLog log;
    private final LogEventStore eventStore;
    private final HeadListener listener;
    private final MeterRegistry meters;

    /**
     * Opens the log of the house.
     *
     * @param app connections of the application's role
     * @param worldClock gives the moments of recording
     * @param meters where it is told what appends and commands cost
     */
    public static AxonLog open(DataSource app, InstantSource worldClock, MeterRegistry meters) {
        return open(app, worldClock, EventCodec.OF_THE_HOUSE, meters);
    }

    /** Opens the log of the house where nobody looks at meters. */
    public static AxonLog open(DataSource app, InstantSource worldClock) {
        return open(app, worldClock, EventCodec.OF_THE_HOUSE);
    }

    /** Opens a log with names and upcasters of its own. */
    public static AxonLog open(DataSource app, InstantSource worldClock, EventCodec codec) {
        return open(app, worldClock, codec, new SimpleMeterRegistry());
    }

    private static AxonLog open(DataSource app, InstantSource worldClock, EventCodec codec, MeterRegistry meters) {
        var axonLog = new AxonLog(app, worldClock, codec, meters);
        axonLog.listener.start();
        return axonLog;
    }

    private AxonLog(DataSource app, InstantSource worldClock, EventCodec codec, MeterRegistry meters) {
        this.meters = meters;
        var head = new Head();
        Gauge.builder("comity.log.position", head, Head::position)
                .description(
                        "Position of the last event in the log; sealed requests count, so it is for operators alone")
                .register(meters);
        log = new EventLog(app, codec);
        eventStore = new LogEventStore(
                new LogStorageEngine(
                        log, codec, new LogWriter(app, worldClock, head::reached, new AppendMeters(meters))),
                head);
        listener = new HeadListener(app, head);
    }

    /** The log for reading. */
    public EventLog log() {
        return log;
    }

    /** The log for Axon, as event store, event bus and source of streaming processors. */
    public LogEventStore eventStore() {
        return eventStore;
    }

    /** Where the log is told what things cost. */
    public MeterRegistry meters() {
        return meters;
    }

    @Override
    public void close() {
        listener.close();
    }

    /**
     * The event that a processor handles, with its place in the log. Name and revision are today's; {@link EventLog} has those
     * under which it was stored.
     *
     * @param message from a processor that streams from {@link #eventStore}
     */
    public static Recorded<?> recorded(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> domain
                && message instanceof TrackedEventMessage<?> tracked
                && message.getPayload() instanceof Event event) {
            var names = EventCodec.OF_THE_HOUSE.names();
            return new Recorded<>(
                    LogStorageEngine.position(tracked.trackingToken()),
                    domain.getAggregateIdentifier(),
                    names.name(event.getClass()),
                    names.revision(event.getClass()),
                    message.getTimestamp(),
                    new Fact<>(
                            UUID.fromString(message.getIdentifier()),
                            domain.getSequenceNumber(),
                            event,
                            ActCodec.read(message.getMetaData())));
        }
        throw new IllegalArgumentException("only an event that comes from the log has a place in it");
    }

    /**
     * Where processors keep how far they came: a table of the side that owns them, in the transaction of its handlers.
     *
     * <pre>{@code
     * create table command.token (
     *     processor_name text not null, segment integer not null, token bytea, token_type text,
     *     timestamp text, owner text, primary key (processor_name, segment))
     * }</pre>
     *
     * @param table such as {@code command.token}
     * @param node name of this node among those that share the table
     */
    public static TokenStore tokenStore(DataSource source, String table, String node) {
        return JdbcTokenStore.builder()
                .connectionProvider(new TransactionAwareDataSourceProxy(source)::getConnection)
                .serializer(tokenSerializer())
                .schema(TokenSchema.builder()
                        .setTokenTable(table)
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .contentType(byte[].class)
                .nodeId(node)
                .build();
    }

    /** Writes tokens. Jackson 3 refuses by default to read the subtypes that a token of a replay holds. */
    public static Serializer tokenSerializer() {
        var tokens = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("java.")
                .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(tokens))
                .build();
    }

    /** Transactions of Spring for Axon's processors: handlers and token in one. */
    public static TransactionManager transactions(PlatformTransactionManager manager) {
        return () -> {
            TransactionStatus status = manager.getTransaction(new DefaultTransactionDefinition());
            return new Transaction() {
                @Override
                public void commit() {
                    manager.commit(status);
                }

                @Override
                public void rollback() {
                    if (!status.isCompleted()) {
                        manager.rollback(status);
                    }
                }
            };
        };
    }
}
