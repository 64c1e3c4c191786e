package org.comity.query.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.comity.api.Actor;
import org.comity.api.Code;
import org.comity.api.Event;
import org.comity.api.Kebab;
import org.comity.api.Office;
import org.comity.api.PersonId;
import org.comity.api.Recorded;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaStatus;
import org.comity.api.policy.PolicyEvent;
import org.comity.api.policy.PolicyEvent.PolicyRefused;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationStatus;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.api.spontaneous.SpontaneousStatus;
import org.comity.api.view.TaskView;
import org.comity.law.deadline.Zones;
import org.comity.law.lifecycle.Assignment;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.law.lifecycle.SpontaneousLife;
import org.comity.log.store.EventLog;
import org.comity.query.projection.Batches;
import org.comity.query.projection.Lives;
import org.comity.query.projection.Progress;
import org.comity.query.projection.Projection;
import org.comity.query.projection.Slot;
import org.comity.query.register.Reader;
import org.comity.query.task.Task.Secrecy;
import org.comity.query.web.TaskCount;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that waits for a person. */
@Component
@ProcessingGroup(TaskList.NAME)
public class TaskList implements Projection, TaskCount {
    public static final String NAME = "task-list";

    private static final String TABLE = "task_list";
    private static final String ASSIGNMENTS = "task_assignment";

    private final Batches batches;
    private final Progress progress;
    private final JdbcClient sql;
    private final JdbcTemplate writer;
    private final InstantSource worldClock;
    private final Zones zones;
    private final Lives<MlaRequestEvent, MlaRequestLife> requests;
    private final Lives<PreservationEvent, PreservationLife> preservations;
    private final Lives<SpontaneousEvent, SpontaneousLife> informations;

    public TaskList(
            Batches batches,
            Progress progress,
            EventLog log,
            DataSource dataSource,
            @Qualifier("worldClock") InstantSource worldClock) {
        this.batches = batches;
        this.progress = progress;
        this.sql = JdbcClient.create(dataSource);
        this.writer = new JdbcTemplate(dataSource);
        this.worldClock = worldClock;
        this.zones = Zones.in(log::read);
        this.requests = new Lives<>(log, MlaRequestEvent.class, MlaRequestLife.NONE, MlaRequestLife::after);
        this.preservations = new Lives<>(log, PreservationEvent.class, PreservationLife.NONE, PreservationLife::after);
        this.informations = new Lives<>(log, SpontaneousEvent.class, SpontaneousLife.NONE, SpontaneousLife::after);
    }

    @EventHandler
    void on(EventMessage<?> message) {
        batches.take(this, message);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE, ASSIGNMENTS);
    }

    @Override
    public boolean concerns(Class<? extends Event> type) {
        return MlaRequestEvent.class.isAssignableFrom(type)
                || PreservationEvent.class.isAssignableFrom(type)
                || SpontaneousEvent.class.isAssignableFrom(type)
                || PolicyEvent.class.isAssignableFrom(type);
    }

    @Override
    public void forget(Slot slot) {
        requests.forget(slot);
        preservations.forget(slot);
        informations.forget(slot);
    }

    /** Computes the tasks of every request that something happened to, and of the preservations held for it. */
    @Override
    public void write(List<Recorded<?>> events, long upTo, Slot slot) {
        Map<UUID, MlaRequestLife> mla = new HashMap<>();
        requests.byStream(events)
                .forEach((stream, news) -> mla.put(UUID.fromString(stream), requests.after(slot, stream, news)));
        Map<UUID, PreservationLife> held = new HashMap<>();
        preservations
                .byStream(events)
                .forEach((stream, news) -> held.put(UUID.fromString(stream), preservations.after(slot, stream, news)));
        for (UUID preservation : heldFor(mla.keySet().stream().toList(), slot)) {
            held.computeIfAbsent(preservation, id -> preservations.at(id.toString(), upTo));
        }
        Map<UUID, SpontaneousLife> informed = new HashMap<>();
        informations
                .byStream(events)
                .forEach((stream, news) ->
                        informed.put(UUID.fromString(stream), informations.after(slot, stream, news)));
        var situations = new ArrayList<Situation>();
        informed.values().forEach(life -> situations.add(Situations.of(life, zones)));
        mla.values().forEach(life -> situations.add(Situations.of(life, zones)));
        held.values()
                .forEach(life -> situations.add(Situations.of(
                        life,
                        request -> {
                            MlaRequestLife known = mla.get(request.value());
                            return known != null ? known : requests.at(request.toString(), upTo);
                        },
                        zones)));
        var tasks = new ArrayList<Task>();
        situations.forEach(situation -> tasks.addAll(Kind.of(situation)));
        for (Recorded<?> recorded : events) {
            if (recorded.event() instanceof PolicyRefused refused) {
                situation(refused.target(), recorded.position())
                        .map(situation -> refusal(recorded, refused, situation))
                        .ifPresent(tasks::add);
            }
        }
        var closed = new HashSet<UUID>();
        mla.forEach((id, life) -> {
            if (life.status() == MlaStatus.CLOSED) {
                closed.add(id);
            }
        });
        held.forEach((id, life) -> {
            if (life.status() == PreservationStatus.CLOSED) {
                closed.add(id);
            }
        });
        informed.forEach((id, life) -> {
            if (life.status() == SpontaneousStatus.CLOSED) {
                closed.add(id);
            }
        });
        replace(situations, closed, tasks, slot);
    }

    private Optional<Situation> situation(UUID target, long position) {
        MlaRequestLife mla = requests.at(target.toString(), position);
        if (mla.contents() != null) {
            return Optional.of(Situations.of(mla, zones));
        }
        PreservationLife preservation = preservations.at(target.toString(), position);
        if (preservation.contents() != null) {
            return Optional.of(
                    Situations.of(preservation, request -> requests.at(request.toString(), position), zones));
        }
        SpontaneousLife information = informations.at(target.toString(), position);
        return information.contents() == null ? Optional.empty() : Optional.of(Situations.of(information, zones));
    }

    /** What a policy could not do by itself, for the side that has the request in hand. */
    private static Task refusal(Recorded<?> recorded, PolicyRefused refused, Situation situation) {
        Instant at = recorded.fact().act().receivedAt();
        return situation
                .task(
                        Kind.POLICY_REFUSED,
                        recorded.fact().eventId(),
                        Task.Who.all(situation.requested()),
                        null,
                        at,
                        at,
                        null,
                        false,
                        "practice")
                .saying(refused.sentence().value());
    }

    private List<UUID> heldFor(List<UUID> mla, Slot slot) {
        return mla.isEmpty()
                ? List.of()
                : sql.sql("select distinct subject from %s where kind = 'decide-follow-up' and about in (:mla)"
                                .formatted(slot.table(TABLE)))
                        .param("mla", mla)
                        .query(UUID.class)
                        .list();
    }

    /** What a policy could not do stays until the request is closed; everything else is as the lives say now. */
    private void replace(List<Situation> situations, Set<UUID> closed, List<Task> tasks, Slot slot) {
        String table = slot.table(TABLE);
        String assignments = slot.table(ASSIGNMENTS);
        var subjects = new ArrayList<@Nullable Object[]>();
        var secrecies = new ArrayList<@Nullable Object[]>();
        var assigned = new ArrayList<@Nullable Object[]>();
        for (Situation one : situations) {
            subjects.add(new @Nullable Object[] {one.id(), closed.contains(one.id())});
            Secrecy secrecy = one.secrecy();
            secrecies.add(new @Nullable Object[] {secrecy.sealed(), texts(secrecy.readers()), one.id()});
            one.assignments().stream()
                    .filter(who -> who.side() != null)
                    .forEach(who -> assigned.add(values(one.id(), who)));
        }
        writer.batchUpdate(
                "delete from %s where subject = ? and (kind <> 'policy-refused' or ?)".formatted(table), subjects);
        writer.batchUpdate(
                "update %s set sealed = ?, readers = ?::uuid[] where subject = ?".formatted(table), secrecies);
        writer.batchUpdate(
                "delete from %s where subject = ?".formatted(assignments),
                situations.stream().map(one -> new Object[] {one.id()}).toList());
        writer.batchUpdate("""
                insert into %s (subject, state, person, office, items, starts, ends)
                values (?, ?, ?, ?, ?::text[], ?, ?)
                """.formatted(assignments), assigned);
        writer.batchUpdate(
                """
                insert into %s (subject, kind, about, state, command, family, reference, office_kinds, office, mandates,
                    person, excluded, sealed, readers, detail, since, shown_from, due_at, lapses, source)
                values (?, ?, ?, ?, ?, ?, ?, ?::text[], ?, ?::text[], ?, ?::uuid[], ?, ?::uuid[], ?, ?, ?, ?, ?, ?)
                on conflict (subject, kind, about, state, command) do nothing
                """.formatted(table), tasks.stream().map(TaskList::values).toList());
    }

    private static @Nullable Object[] values(UUID subject, Assignment who) {
        return new @Nullable Object[] {
            subject,
            Objects.requireNonNull(who.side()).value(),
            who.person() == null ? null : who.person().value(),
            who.office() == null ? null : who.office().value(),
            who.items().stream().map(Object::toString).toArray(String[]::new),
            who.from(),
            who.until()
        };
    }

    private static @Nullable Object[] values(Task task) {
        Task.Who who = task.who();
        return new @Nullable Object[] {
            task.subject(),
            Kebab.of(task.kind()),
            task.about(),
            who.state().value(),
            task.command() == null ? "" : task.command(),
            Kebab.of(task.family()),
            task.reference(),
            who.kinds().stream().map(Kebab::of).sorted().toArray(String[]::new),
            who.office() == null ? null : who.office().value(),
            who.mandates().stream().map(Kebab::of).sorted().toArray(String[]::new),
            who.person() == null ? null : who.person().value(),
            texts(who.not().stream().map(PersonId::value).sorted().toList()),
            task.secrecy().sealed(),
            texts(task.secrecy().readers()),
            task.detail(),
            utc(task.since()),
            task.shownFrom() == null ? null : utc(task.shownFrom()),
            task.dueAt() == null ? null : utc(task.dueAt()),
            task.lapses(),
            task.source()
        };
    }

    /**
     * What waits for the reader now: for the own State, office and mandate, and of what the reader may know of. Whoever is
     * assigned to a request today has its tasks; else the office has.
     */
    public List<TaskView> find(Actor actor) {
        Reader reader = Reader.of(actor);
        if (reader.state() == null || actor.office() == null || reader.sight() != Reader.Sight.OWN_STATE) {
            return List.of();
        }
        Slot slot = progress.slot(NAME);
        Instant now = worldClock.instant();
        return sql.sql("""
                        select t.*, coalesce(a.people, '{}') as people
                        from %s t left join lateral (
                            select array_agg(distinct a.person order by a.person) as people from %s a
                            where a.subject = t.subject and a.state = t.state and a.person is not null
                              and (a.starts is null or a.starts <= :today) and (a.ends is null or a.ends >= :today)) a on true
                        where t.shown_from <= :now and t.state = :state
                          and (t.office_kinds = '{}' or :officeKind = any(t.office_kinds))
                          and (t.office is null or t.office = :office)
                          and (t.mandates = '{}' or :mandate = any(t.mandates))
                          and (t.person is null or t.person = :person)
                          and :person <> all(t.excluded)
                          and (not t.sealed or :person = any(t.readers))
                          and (not t.lapses or t.due_at > :now)
                        order by t.due_at nulls last, t.since, t.subject, t.kind, t.about, t.command
                        """.formatted(slot.table(TABLE), slot.table(ASSIGNMENTS)))
                .param("state", reader.state().value())
                .param("office", actor.office().id().value())
                .param("officeKind", Kebab.of(actor.office().kind()))
                .param("mandate", Kebab.of(actor.mandate()))
                .param("person", reader.person().value())
                .param("now", utc(now))
                .param("today", LocalDate.ofInstant(now, zone(actor.office())))
                .query((row, number) -> view(row, reader.person().value()))
                .list();
    }

    /** By whose clock the days of an assignment begin and end: the office's, or UTC while the directory does not know it. */
    private ZoneId zone(Office office) {
        return zones.of(office.id()).orElse(ZoneOffset.UTC);
    }

    /** How much waits for the reader that no colleague has. */
    @Override
    public int waiting(Actor actor) {
        return (int) find(actor).stream()
                .filter(task -> !task.whose().value().equals("colleague"))
                .count();
    }

    /** How many tasks of each kind are open; those of sealed requests do not count. */
    Map<String, Long> open() {
        var open = new HashMap<String, Long>();
        sql.sql("""
                        select kind, count(distinct (subject, about, state)) from %s
                        where shown_from <= :now and not sealed and (not lapses or due_at > :now) group by kind
                        """.formatted(progress.slot(NAME).table(TABLE)))
                .param("now", utc(worldClock.instant()))
                .query(row -> {
                    open.put(row.getString(1), row.getLong(2));
                });
        return open;
    }

    private static TaskView view(ResultSet row, UUID reader) throws SQLException {
        String command = row.getString("command");
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        List<UUID> people = List.of((UUID[]) row.getArray("people").getArray());
        boolean mine = people.contains(reader) || reader.equals(row.getObject("person", UUID.class));
        return new TaskView(
                new Code(row.getString("kind")),
                new Code(row.getString("family")),
                row.getObject("subject", UUID.class),
                row.getString("reference"),
                command.isEmpty() ? null : new Code(command),
                row.getObject("about", UUID.class),
                row.getString("detail"),
                new Code(mine ? "mine" : people.isEmpty() ? "office" : "colleague"),
                people.stream().map(PersonId::new).toList(),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                due == null ? null : due.toInstant(),
                row.getString("source"));
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
