package org.comity.query.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.comity.api.Act;
import org.comity.api.Event;
import org.comity.api.Id;
import org.comity.api.PersonRef;
import org.comity.api.Personal;
import org.comity.log.names.ActCodec;
import org.comity.log.store.AxonLog;
import org.comity.log.store.EventLog;
import org.comity.log.store.TestDatabase;
import org.comity.log.vault.MasterKey;
import org.comity.log.vault.PositionTokens;
import org.comity.log.vault.Vault;
import org.comity.query.calendar.DeadlineCalendar;
import org.comity.query.directory.Authorities;
import org.comity.query.directory.DirectoryRegister;
import org.comity.query.mla.MlaKind;
import org.comity.query.mla.MlaRegister;
import org.comity.query.preservation.PreservationKind;
import org.comity.query.preservation.PreservationRegister;
import org.comity.query.register.Disclosure;
import org.comity.query.register.Histories;
import org.comity.query.register.Links;
import org.comity.query.register.Readings;
import org.comity.query.spontaneous.SpontaneousKind;
import org.comity.query.spontaneous.SpontaneousRegister;
import org.comity.query.task.TaskList;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The query side on real databases, with real processors behind a real log; what happened is written straight into the log. */
public final class QueryNode implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    public final TestDatabase database = TestDatabase.withLog();
    public final TestDatabase keys = TestDatabase.empty();
    public final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    public final DataSource dataSource = database.app();
    public final AxonLog axonLog;
    public final EventLog log;
    public final Vault vault;
    public final PositionTokens tokens;
    public final Progress progress;
    public final Reached reached;
    public final Batches batches;
    public final DirectoryRegister directory;
    public final Authorities authorities;
    public final MlaRegister mlaRegister;
    public final MlaKind mla = new MlaKind();
    public final PreservationKind preservation = new PreservationKind();
    public final SpontaneousKind spontaneous = new SpontaneousKind();
    public final PreservationRegister preservationRegister;
    public final SpontaneousRegister spontaneousRegister;
    public final Readings readings;
    public final Disclosure disclosure;
    public final Rebuild rebuild;
    public final TaskList tasks;
    public final DeadlineCalendar calendar;
    public final List<Projection> projections;

    private final List<Configuration> processors = new ArrayList<>();

    public QueryNode() {
        migrate(database);
        Vault.migrate(keys.owner());
        MasterKey masterKey = MasterKey.readOrCreate(folder().resolve("master.key"));
        vault = new Vault(keys.as(Vault.ROLE), masterKey);
        tokens = new PositionTokens(masterKey);
        axonLog = AxonLog.open(dataSource, time::get);
        log = axonLog.log();
        progress = new Progress(dataSource);
        reached = new Reached(progress, log, tokens);
        batches = new Batches(progress, reached, dataSource);
        directory = new DirectoryRegister(batches, progress, log, dataSource, time::get);
        mlaRegister = new MlaRegister(mla, batches, progress, log, dataSource);
        preservationRegister = new PreservationRegister(preservation, batches, progress, log, dataSource);
        spontaneousRegister = new SpontaneousRegister(spontaneous, batches, progress, log, dataSource);
        var histories = new Histories(directory);
        authorities = new Authorities(log, directory, histories, time::get);
        var links = new Links(log, List.of(mlaRegister, preservationRegister, spontaneousRegister));
        readings = new Readings(log, histories, directory, links, time::get);
        disclosure = new Disclosure(vault);
        tasks = new TaskList(batches, progress, log, dataSource, time::get);
        calendar = new DeadlineCalendar(batches, progress, log, dataSource, List.of(mla, preservation, spontaneous));
        projections = List.of(directory, mlaRegister, preservationRegister, spontaneousRegister, tasks, calendar);
        rebuild = new Rebuild(projections, progress, log, dataSource, time::get);
    }

    private static void migrate(TestDatabase database) {
        Flyway.configure()
                .dataSource(database.owner())
                .schemas("query")
                .defaultSchema("query")
                .locations("classpath:db/query")
                .placeholders(Map.of("appRole", TestDatabase.APP))
                .load()
                .migrate();
        database.asOwner("""
                create table query.token (
                    processor_name text not null, segment integer not null, token bytea, token_type text,
                    timestamp text, owner text, primary key (processor_name, segment));
                grant select, insert, update, delete on query.token to comity_app
                """);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("query");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one tracking processor for each projection, as a node does. */
    public QueryNode running() {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(configuration -> axonLog.eventStore());
        configurer
                .eventProcessing()
                .usingTrackingEventProcessors()
                .configureDefaultStreamableMessageSource(configuration -> axonLog.eventStore())
                .registerDefaultTransactionManager(
                        configuration -> AxonLog.transactions(new JdbcTransactionManager(dataSource)))
                .registerTokenStore(configuration -> AxonLog.tokenStore(dataSource, "query.token", "test"))
                .registerTrackingEventProcessorConfiguration(
                        configuration -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andBatchSize(50)
                                .andTokenClaimInterval(100, TimeUnit.MILLISECONDS))
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.instance());
        projections.forEach(
                projection -> configurer.eventProcessing().registerEventHandler(configuration -> projection));
        processors.add(configurer.start());
        return this;
    }

    /** Records what happened; answers its position. */
    public long happened(Event event, Act act) {
        time.updateAndGet(now -> now.plusSeconds(1));
        String stream = event.id().value().toString();
        long next = log.lastSequence(stream).orElse(-1) + 1;
        axonLog.eventStore()
                .publish(List.of(new GenericDomainEventMessage<>("test", stream, next, event, ActCodec.write(act))));
        return log.end().position();
    }

    /** Waits until every projection has handled all that is in the log. */
    public void caughtUp() {
        for (Projection projection : projections) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() ->
                            progress.position(projection.name()) >= log.end().position());
        }
    }

    public Personal sealed(Id request, String person, String plain) {
        return vault.seal(request, person == null ? null : new PersonRef(person), plain);
    }

    /** Everything that a table of the query schema holds now in the slot that is read, as text, in order. */
    public List<String> rows(Projection projection) {
        return projection.tables().stream()
                .flatMap(table -> JdbcClient.create(dataSource)
                        .sql("select t::text from "
                                + progress.slot(projection.name()).table(table) + " t order by 1")
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }

    public static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        processors.forEach(Configuration::shutdown);
        axonLog.close();
        database.close();
        keys.close();
    }
}
