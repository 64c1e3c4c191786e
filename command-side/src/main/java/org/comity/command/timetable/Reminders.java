package org.comity.command.timetable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.comity.api.Act;
import org.comity.api.Code;
import org.comity.api.Kebab;
import org.comity.api.Label;
import org.comity.api.PersonId;
import org.comity.api.Recorded;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.reminder.ReminderEvent.Reminded;
import org.comity.api.reminder.ReminderId;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.api.view.Turn;
import org.comity.command.policy.Lives;
import org.comity.command.policy.PolicyDesk;
import org.comity.law.deadline.Agenda;
import org.comity.law.deadline.Due;
import org.comity.law.deadline.Ladder;
import org.comity.law.deadline.Ladder.Reminder;
import org.comity.law.deadline.Lawbook;
import org.comity.law.deadline.Zones;
import org.comity.law.lifecycle.Assignment;
import org.comity.law.lifecycle.Course;
import org.comity.law.lifecycle.Life;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.law.lifecycle.Seal;
import org.comity.law.lifecycle.SpontaneousLife;
import org.comity.log.store.AxonLog;
import org.comity.log.store.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Of what somebody is reminded, and when: computed anew for a request whenever something happens to it, so that what no longer
 * falls due reminds nobody. A reminder whose moment had passed before there was anything to remind of is never sent.
 */
@Component
@ProcessingGroup("reminders")
public class Reminders implements ByItself {
    private final JdbcClient sql;
    private final EventLog log;
    private final Lives lives;
    private final Zones zones;
    private final PolicyDesk desk;
    private final CaughtUp caughtUp;

    public Reminders(DataSource dataSource, EventLog log, PolicyDesk desk, CaughtUp caughtUp) {
        this.sql = JdbcClient.create(dataSource);
        this.log = log;
        this.lives = new Lives(log);
        this.zones = Zones.in(log::read);
        this.desk = desk;
        this.caughtUp = caughtUp;
    }

    @Override
    public Optional<Instant> nextDue() {
        caughtUp.await(log.end().position());
        return sql.sql("select min(moment) from command.reminder")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /** Each is recorded in the log before it leaves the table; a repeat finds it there. */
    @Override
    public int runDue(Instant now) {
        int happened = 0;
        while (true) {
            caughtUp.await(log.end().position());
            Optional<Row> next = first(now);
            if (next.isEmpty()) {
                return happened;
            }
            Row row = next.get();
            happened += desk.state(row.event(), Act.bySystem(row.moment())) ? 1 : 0;
            sql.sql("delete from command.reminder where id = :id")
                    .param("id", row.event().id().value())
                    .update();
        }
    }

    private record Row(Instant moment, Reminded event) {}

    private Optional<Row> first(Instant now) {
        return sql.sql("select * from command.reminder where moment <= :now order by moment, due_at, id limit 1")
                .param("now", utc(now))
                .query((row, number) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        UUID office = row.getObject("office", UUID.class);
        return new Row(
                row.getObject("moment", OffsetDateTime.class).toInstant(),
                new Reminded(
                        new ReminderId(row.getObject("id", UUID.class)),
                        row.getObject("subject", UUID.class),
                        new Code(row.getString("family")),
                        new Label(row.getString("reference")),
                        new Code(row.getString("deadline")),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        new Code(row.getString("step")),
                        new StateCode(row.getString("state")),
                        new Code(row.getString("recipient")),
                        office == null ? null : new AuthorityId(office),
                        Arrays.stream((UUID[]) row.getArray("people").getArray())
                                .map(PersonId::new)
                                .toList(),
                        row.getBoolean("sealed")));
    }

    @EventHandler
    void on(MlaRequestEvent event, EventMessage<?> message) {
        Recorded<?> recorded = AxonLog.recorded(message);
        MlaRequestLife life = lives.mlaRequest(event.id(), recorded.fact().sequence());
        if (life.contents() != null) {
            Agenda agenda = Agenda.of(Lawbook.ofThisRelease(), life, zones);
            var request =
                    new Request(event.id().value(), "mla-requests", event.id().reference());
            learn(request, life, life.contents().to(), agenda, recorded.recordedAt());
        }
    }

    @EventHandler
    void on(PreservationEvent event, EventMessage<?> message) {
        Recorded<?> recorded = AxonLog.recorded(message);
        PreservationLife life = lives.preservation(event.id(), recorded.fact().sequence());
        if (life.contents() != null) {
            Agenda agenda = Agenda.of(Lawbook.ofThisRelease(), life, zones);
            StateCode requested = life.now().requested();
            var request = new Request(
                    event.id().value(), "preservation-requests", event.id().reference());
            learn(request, life, requested != null ? requested : life.contents().to(), agenda, recorded.recordedAt());
        }
    }

    @EventHandler
    void on(SpontaneousEvent event, EventMessage<?> message) {
        Recorded<?> recorded = AxonLog.recorded(message);
        SpontaneousLife life = lives.spontaneous(event.id(), recorded.fact().sequence());
        if (life.contents() != null) {
            var request = new Request(
                    event.id().value(), "spontaneous-information", event.id().reference());
            learn(request, life, life.contents().to(), Agenda.of(life), recorded.recordedAt());
        }
    }

    @ResetHandler
    void reset() {
        sql.sql("truncate command.reminder").update();
    }

    private record Request(UUID id, String family, String reference) {}

    private void learn(Request request, Life<?, ?, ?> life, StateCode requested, Agenda agenda, Instant now) {
        StateCode from = Objects.requireNonNull(life.contents()).from();
        List<Row> rows = Ladder.ofThisRelease().of(agenda.dues()).stream()
                .map(reminder -> row(
                        request,
                        life.now(),
                        reminder,
                        reminder.due().turn() == Turn.REQUESTED ? requested : from,
                        reminder.due().turn() == Turn.REQUESTED))
                .toList();
        UUID[] still = rows.stream().map(row -> row.event().id().value()).toArray(UUID[]::new);
        sql.sql("delete from command.reminder where subject = :subject and not (id = any(:still))")
                .param("subject", request.id())
                .param("still", still)
                .update();
        List<UUID> known = sql.sql("select id from command.reminder where subject = :subject")
                .param("subject", request.id())
                .query(UUID.class)
                .list();
        rows.stream()
                .filter(row -> row.moment().isAfter(now)
                        || known.contains(row.event().id().value()))
                .forEach(this::put);
    }

    private void put(Row row) {
        Reminded event = row.event();
        sql.sql("""
                        insert into command.reminder values (:id, :moment, :subject, :family, :reference, :deadline, :dueAt,
                            :step, :state, :recipient, :office, :people, :sealed)
                        on conflict (id) do update
                            set recipient = excluded.recipient, office = excluded.office, people = excluded.people,
                                sealed = excluded.sealed
                        """)
                .param("id", event.id().value())
                .param("moment", utc(row.moment()))
                .param("subject", event.request())
                .param("family", event.family().value())
                .param("reference", event.reference().value())
                .param("deadline", event.deadline().value())
                .param("dueAt", utc(event.dueAt()))
                .param("step", event.step().value())
                .param("state", event.state().value())
                .param("recipient", event.to().value())
                .param("office", event.office() == null ? null : event.office().value())
                .param("people", event.people().stream().map(PersonId::value).toArray(UUID[]::new))
                .param("sealed", event.sealed())
                .update();
    }

    private static Row row(
            Request request, Course<?> now, Reminder reminder, StateCode side, boolean isOfTheRequested) {
        Due due = reminder.due();
        Code step = reminder.step().code();
        return new Row(
                reminder.at(),
                new Reminded(
                        ReminderId.of(request.id(), due.kind(), due.at(), step),
                        request.id(),
                        new Code(request.family()),
                        new Label(request.reference()),
                        due.kind(),
                        due.at(),
                        step,
                        side,
                        new Code(Kebab.of(reminder.step().to())),
                        isOfTheRequested
                                ? now.journey().addressee()
                                : now.journey().sender(),
                        people(now, side, reminder),
                        now.seal() != null));
    }

    /** Who works on it that day. Of what is sealed its readers alone are told, on whatever step. */
    private static List<PersonId> people(Course<?> now, StateCode side, Reminder reminder) {
        LocalDate day = reminder.at().atOffset(ZoneOffset.UTC).toLocalDate();
        List<PersonId> assigned = now.assignments().stream()
                .filter(one -> side.equals(one.side()) && isOn(one, day))
                .flatMap(one -> Stream.ofNullable(one.person()))
                .distinct()
                .toList();
        Seal seal = now.seal();
        if (seal == null) {
            return assigned;
        }
        List<PersonId> readers =
                assigned.stream().filter(seal.readers()::contains).toList();
        return reminder.step().to() == Ladder.To.ASSIGNED && !readers.isEmpty() ? readers : List.copyOf(seal.readers());
    }

    private static boolean isOn(Assignment one, LocalDate day) {
        return !isBefore(day, one.from()) && !isBefore(one.until(), day);
    }

    private static boolean isBefore(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && one.isBefore(other);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
