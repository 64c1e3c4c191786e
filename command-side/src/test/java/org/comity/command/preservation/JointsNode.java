package org.comity.command.preservation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.comity.api.Act;
import org.comity.api.Command;
import org.comity.api.Fact;
import org.comity.api.MlaRequestId;
import org.comity.api.PreservationId;
import org.comity.api.Recorded;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationEvent;
import org.comity.command.mla.MlaRequestAggregate;
import org.comity.command.policy.PolicyDesk;
import org.comity.command.request.People;
import org.comity.command.timetable.Clockwork;
import org.comity.command.timetable.Reminders;
import org.comity.command.timetable.Timetable;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.log.dispatch.CommandDispatch;
import org.comity.log.names.ActCodec;
import org.comity.log.names.Json;
import org.comity.log.store.AxonLog;
import org.comity.log.store.EventLog;
import org.comity.log.store.TestDatabase;
import org.flywaydb.core.Flyway;

/**
 * The command side of a node as far as the joints and the timetable need it, on a real database; what a processor would do
 * is done by {@link #pump}, so that a test decides when the policies come to what was recorded.
 */
public final class JointsNode implements AutoCloseable {
    private final TestDatabase database;
    private final boolean owned;
    private final AxonLog log;
    private final CommandDispatch dispatch;
    private final List<AnnotationEventHandlerAdapter> handlers = new ArrayList<>();
    private final TrackingEventStream stream;
    private final FollowUps followUps;
    private final Timetable timetable;
    private final Reminders reminders;
    private Instant now = Story.BEGIN;
    private long pumped = -1;

    /** A node on a database of its own. */
    public static JointsNode first() {
        TestDatabase database = TestDatabase.withLog();
        database.asOwner("create schema command; grant usage on schema command to " + TestDatabase.APP);
        Flyway.configure()
                .dataSource(database.owner())
                .schemas("command")
                .defaultSchema("command")
                .locations("classpath:db/command")
                .placeholders(Map.of("appRole", TestDatabase.APP))
                .load()
                .migrate();
        return new JointsNode(database, true);
    }

    /** Another node, or the same one after a crash before its tokens were stored: it begins at the beginning. */
    public JointsNode another() {
        return new JointsNode(database, false);
    }

    private JointsNode(TestDatabase database, boolean owned) {
        this.database = database;
        this.owned = owned;
        InstantSource clock = () -> now;
        log = AxonLog.open(database.app(), clock);
        dispatch = new CommandDispatch(log, 100);
        dispatch.serve(MlaRequestAggregate.class);
        dispatch.serve(PreservationAggregate.class);
        var desk = new PolicyDesk(dispatch, log);
        followUps = new FollowUps(database.app(), log.log());
        timetable = new Timetable(database.app(), log.log(), desk, this::awaitPumped);
        reminders = new Reminders(database.app(), log.log(), desk, this::awaitPumped);
        for (Object handler : List.of(
                followUps,
                new WhenMlaIsReceivedThenHoldPreservation(followUps, log.log(), desk),
                new WhenPreservationIsConfirmedThenHoldForReceivedMla(followUps, desk),
                new WhenMlaIsWithdrawnThenWithdrawFollowUp(followUps, log.log(), desk),
                timetable,
                reminders)) {
            handlers.add(new AnnotationEventHandlerAdapter(handler));
        }
        stream = log.eventStore().openStream(null);
    }

    public Reminders reminders() {
        return reminders;
    }

    /** All that happens by itself, in order. */
    public Clockwork clockwork() {
        return new Clockwork(List.of(timetable, reminders));
    }

    /** Lets the clock walk to a moment, as practice mode does. */
    public void walk(Instant moment) {
        Clockwork clockwork = clockwork();
        Instant next = clockwork.nextDue().orElse(Instant.MAX);
        while (!next.isAfter(moment)) {
            at(next);
            clockwork.runDue(next);
            next = clockwork.nextDue().orElse(Instant.MAX);
        }
        at(moment);
    }

    /** All that is in the log, from the beginning. */
    public BlockingStream<TrackedEventMessage<?>> events() {
        return log.eventStore().openStream(null);
    }

    public Timetable timetable() {
        return timetable;
    }

    public EventLog log() {
        return log.log();
    }

    public DataSource app() {
        return database.app();
    }

    /** Moves the world clock. */
    public JointsNode at(Instant moment) {
        now = moment;
        return this;
    }

    public InstantSource clock() {
        return () -> now;
    }

    /** Does one of the two persons' halves, or all of an act of one. */
    public List<Recorded<?>> as(String login, Command command) {
        Act act = People.act(login, now);
        Map<String, String> metadata = ActCodec.write(act);
        metadata.put("proposal", UUID.randomUUID().toString());
        metadata.put("body", Json.write(command));
        String family = command instanceof MlaRequestCommand ? "mla-request" : PreservationAggregate.FAMILY;
        return dispatch.send(family, command, metadata, null).events();
    }

    /** Proposes a correction of a request for assistance and confirms it. */
    public void correct(String first, String second, MlaRequestCommand.CorrectEvent correction) {
        var proposed =
                (MlaRequestEvent.Proposed) as(first, correction).getLast().event();
        as(second, new MlaRequestCommand.Confirm(correction.id(), proposed.proposal(), correction));
    }

    /** Lets the policies and the timetable handle everything that is in the log, and what comes of it. */
    public void pump() {
        awaitPumped(Long.MAX_VALUE);
    }

    private void awaitPumped(long position) {
        while (pumped < Math.min(position, log.log().end().position())) {
            try {
                TrackedEventMessage<?> message = stream.nextAvailable();
                handle(message);
                pumped = AxonLog.recorded(message).position();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private void handle(EventMessage<?> message) {
        for (AnnotationEventHandlerAdapter handler : handlers) {
            if (handler.canHandle(message)) {
                try {
                    handler.handle(message);
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** Empties what is known of links and receipts, as a rebuild does. */
    void forget() {
        followUps.reset();
    }

    FollowUps followUps() {
        return followUps;
    }

    public PreservationLife life(PreservationId id) {
        return PreservationLife.NONE.asKnown(log.log().read(id.toString()).stream()
                .map(Recorded::fact)
                .map(fact -> new Fact<>(fact.eventId(), fact.sequence(), (PreservationEvent) fact.event(), fact.act()))
                .toList());
    }

    /** A request of Portugal to Chile, preserved until an end. */
    public PreservationId preserved(Instant end, MlaRequestId... linked) {
        PreservationId id = ordered(linked);
        as("contact-point.cl", MlaSamples.to(id, Samples.confirm(end)));
        return id;
    }

    /** The same before the data are preserved. */
    public PreservationId ordered(MlaRequestId... linked) {
        PreservationId id = sent(linked);
        as("contact-point.cl", new PreservationCommand.AcknowledgeReceipt(id, null, null));
        as("contact-point.cl", new PreservationCommand.Order(id, null, null, null, true));
        return id;
    }

    /** The same before anybody has acknowledged it. */
    public PreservationId sent(MlaRequestId... linked) {
        var id = new PreservationId(UUID.randomUUID());
        as("prosecutor.pt", MlaSamples.to(id, Samples.draft(false, linked)));
        as("contact-point.pt", new PreservationCommand.Approve(id, null));
        as(
                "contact-point.pt",
                new PreservationCommand.Transmit(id, People.authority("contact-point.cl"), Samples.NETWORK));
        return id;
    }

    @Override
    public void close() {
        stream.close();
        log.close();
        if (owned) {
            database.close();
        }
    }
}
