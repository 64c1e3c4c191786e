package org.comity.log.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.comity.api.Act;
import org.comity.api.Label;
import org.comity.api.Recorded;
import org.comity.api.policy.PolicyEvent;
import org.comity.api.policy.PolicyEvent.PolicyRefused;
import org.comity.api.policy.PolicyId;
import org.comity.log.names.ActCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

class LogStreamTest {
    private static final Act ACT = Act.bySystem(Instant.parse("2026-05-01T12:00:00Z"));

    private final TestDatabase database = TestDatabase.withLog();
    private final HikariDataSource otherPool = database.appOfAnotherNode();
    private final AxonLog here = AxonLog.open(database.app(), InstantSource.system());
    private final AxonLog there = AxonLog.open(otherPool, InstantSource.system());

    @BeforeEach
    void makeTokenTable() {
        database.asOwner("""
                create schema query;
                create table query.token (
                    processor_name text not null, segment integer not null, token bytea, token_type text,
                    timestamp text, owner text, primary key (processor_name, segment));
                grant usage on schema query to comity_app;
                grant select, insert, update, delete on query.token to comity_app
                """);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        otherPool.close();
        database.close();
    }

    @Test
    void showsAllEventsInOrderOverManyPages() throws Exception {
        for (int i = 0; i < 30; i++) {
            publish(here, 50);
        }

        try (var stream = here.eventStore().openStream(new GlobalSequenceTrackingToken(9))) {
            for (long position = 10; position < 1500; position++) {
                assertThat(stream.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(position));
            }
            assertThat(stream.hasNextAvailable()).isFalse();
            assertThat(stream.peek()).isEmpty();
        }
    }

    @Test
    void readsAsAxonAsksForItToo() {
        publish(here, 700);

        assertThat(here.eventStore().engine().readEvents(null, false).map(TrackedEventMessage::trackingToken))
                .containsExactlyElementsOf(LongStream.range(0, 700)
                        .mapToObj(GlobalSequenceTrackingToken::new)
                        .toList());
    }

    @Test
    void wakesWhenThisNodeAppends() throws Exception {
        try (var stream = here.eventStore().openStream(null)) {
            assertThat(stream.hasNextAvailable(10, TimeUnit.MILLISECONDS)).isFalse();
            Thread.ofVirtual().start(() -> publish(here, 1));

            assertThat(stream.hasNextAvailable(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void wakesWhenAnotherNodeAppends() throws Exception {
        try (var stream = here.eventStore().openStream(null)) {
            for (int i = 0; i < 20; i++) {
                publish(there, 1);

                assertThat(stream.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(i));
            }
        }
    }

    @Test
    void tellsACallbackOnlyWhatCanBeRead() {
        var missed = new AtomicInteger();
        var called = new AtomicInteger();
        try (var stream = here.eventStore().openStream(null)) {
            stream.setOnAvailableCallback(() -> {
                called.incrementAndGet();
                if (!stream.hasNextAvailable()) {
                    missed.incrementAndGet();
                }
            });
            publish(there, 1);

            await().untilAtomic(called, greaterThan(0));
            assertThat(missed).hasValue(0);
        }
    }

    @Test
    void hearsAgainAfterItsLineWasCut() throws Exception {
        try (var stream = here.eventStore().openStream(null)) {
            publish(there, 1);
            stream.nextAvailable();
            database.asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%'"
                    + " or query like 'select position, recorded_at%'");

            publish(there, 1);

            assertThat(stream.hasNextAvailable(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    static class Reader {
        final Queue<Recorded<?>> seen = new ConcurrentLinkedQueue<>();
        final AtomicInteger resets = new AtomicInteger();

        @EventHandler
        void on(PolicyEvent event, EventMessage<?> message) {
            seen.add(AxonLog.recorded(message));
        }

        @ResetHandler
        void reset() {
            seen.clear();
            resets.incrementAndGet();
        }
    }

    @Test
    void feedsAProcessorThatGoesOnWhereItStoppedAndCanBeReplayed() {
        var reader = new Reader();
        TrackingEventProcessor processor = processor(reader);
        processor.start();
        publish(there, 5);
        await().until(() -> reader.seen.size() == 5);
        processor.shutDown();
        publish(there, 5);
        processor = processor(reader);
        processor.start();
        await().until(() -> reader.seen.size() == 10);

        assertThat(List.copyOf(reader.seen)).isEqualTo(here.log().readAfter(-1, 100));

        processor.shutDown();
        processor.resetTokens();
        assertThat(tokens().fetchToken("reader", 0)).isInstanceOf(ReplayToken.class);
        processor.start();
        await().until(() -> reader.seen.size() == 10 && reader.resets.get() == 1);
        processor.shutDown();
    }

    private TrackingEventProcessor processor(Reader reader) {
        return TrackingEventProcessor.builder()
                .name("reader")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(reader)
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(here.eventStore())
                .tokenStore(tokens())
                .transactionManager(AxonLog.transactions(new JdbcTransactionManager(database.app())))
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(100))
                .build();
    }

    private TokenStore tokens() {
        return AxonLog.tokenStore(database.app(), "query.token", "here");
    }

    private static void publish(AxonLog log, int events) {
        log.eventStore()
                .publish(LongStream.range(0, events)
                        .mapToObj(i -> {
                            var id = new PolicyId(UUID.randomUUID());
                            var event = new PolicyRefused(
                                    id,
                                    new Label("when-received-then-hold"),
                                    UUID.randomUUID(),
                                    UUID.randomUUID(),
                                    new Label("preservation.not-allowed-in-status"),
                                    new Label("That is not possible now."));
                            return new GenericDomainEventMessage<>(
                                    "policy", id.toString(), 0, event, ActCodec.write(ACT));
                        })
                        .toList());
    }
}
