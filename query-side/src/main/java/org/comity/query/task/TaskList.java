package org.comity.query.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.comity.api.Actor;
import org.comity.api.Code;
import org.comity.api.Event;
import org.comity.api.Recorded;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaStatus;
import org.comity.api.policy.PolicyEvent;
import org.comity.api.policy.PolicyEvent.PolicyRefused;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationStatus;
import org.comity.api.view.TaskView;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.log.names.Kebab;
import org.comity.log.store.EventLog;
import org.comity.query.projection.Batches;
import org.comity.query.projection.Lives;
import org.comity.query.projection.Progress;
import org.comity.query.projection.Projection;
import org.comity.query.projection.Slot;
import org.comity.query.register.Reader;
import org.comity.query.task.Task.Secrecy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that waits for a person. */
@Component
@ProcessingGroup(TaskList.NAME)
public class TaskList implements Projection {
    public static final String NAME = "task-list";

    private static final String TABLE = "task_list";

    private final Batches batches;
    private final Progress progress;
    private final JdbcClient sql;
    private final JdbcTemplate writer;
    private final InstantSource worldClock;
    private final Lives<MlaRequestEvent, MlaRequestLife> requests;
    private final Lives<PreservationEvent, PreservationLife> preservations;

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
        this.requests = new Lives<>(log, MlaRequestEvent.class, MlaRequestLife.NONE, MlaRequestLife::after);
        this.preservations = new Lives<>(log, PreservationEvent.class, PreservationLife.NONE, PreservationLife::after);
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
        return List.of(TABLE);
    }

    @Override
    public boolean concerns(Class<? extends Event> type) {
        return MlaRequestEvent.class.isAssignableFrom(type)
                || PreservationEvent.class.isAssignableFrom(type)
                || PolicyEvent.class.isAssignableFrom(type);
    }

    @Override
    public void forget(Slot slot) {
        requests.forget(slot);
        preservations.forget(slot);
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
        var tasks = new ArrayList<Task>();
        mla.values().forEach(life -> tasks.addAll(Tasks.of(life)));
        held.values()
                .forEach(life -> tasks.addAll(Tasks.of(life, request -> {
                    MlaRequestLife known = mla.get(request.value());
                    return known != null ? known : requests.at(request.toString(), upTo);
                })));
        for (Recorded<?> recorded : events) {
            if (recorded.event() instanceof PolicyRefused refused) {
                refusal(recorded, refused).ifPresent(tasks::add);
            }
        }
        replace(mla, held, tasks, slot);
    }

    private Optional<Task> refusal(Recorded<?> recorded, PolicyRefused refused) {
        String target = refused.target().toString();
        MlaRequestLife mla = requests.at(target, recorded.position());
        if (mla.contents() != null) {
            return Optional.of(Tasks.refused(recorded, refused, mla));
        }
        PreservationLife preservation = preservations.at(target, recorded.position());
        return preservation.contents() == null
                ? Optional.empty()
                : Optional.of(Tasks.refused(recorded, refused, preservation));
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
    private void replace(Map<UUID, MlaRequestLife> mla, Map<UUID, PreservationLife> held, List<Task> tasks, Slot slot) {
        String table = slot.table(TABLE);
        var subjects = new ArrayList<@Nullable Object[]>();
        mla.forEach((id, life) -> subjects.add(new @Nullable Object[] {id, life.status() == MlaStatus.CLOSED}));
        held.forEach(
                (id, life) -> subjects.add(new @Nullable Object[] {id, life.status() == PreservationStatus.CLOSED}));
        writer.batchUpdate(
                "delete from %s where subject = ? and (kind <> 'policy-refused' or ?)".formatted(table), subjects);
        var secrecies = new ArrayList<@Nullable Object[]>();
        mla.forEach(
                (id, life) -> secrecies.add(secrecy(id, Tasks.secrecy(life.now().seal()))));
        held.forEach(
                (id, life) -> secrecies.add(secrecy(id, Tasks.secrecy(life.now().seal()))));
        writer.batchUpdate(
                "update %s set sealed = ?, readers = ?::uuid[] where subject = ?".formatted(table), secrecies);
        writer.batchUpdate(
                """
                insert into %s (subject, kind, about, family, reference, state, office_kind, mandate, first, ready,
                    sealed, readers, command, detail, since, due_at, lapses)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid[], ?, ?, ?, ?, ?)
                on conflict (subject, kind, about) do nothing
                """.formatted(table), tasks.stream().map(TaskList::values).toList());
    }

    private static @Nullable Object[] secrecy(UUID id, Secrecy secrecy) {
        return new @Nullable Object[] {secrecy.sealed(), texts(secrecy.readers()), id};
    }

    private static @Nullable Object[] values(Task task) {
        return new @Nullable Object[] {
            task.subject(),
            Kebab.of(task.kind()),
            task.about(),
            Kebab.of(task.family()),
            task.reference(),
            task.state().value(),
            task.officeKind() == null ? null : Kebab.of(task.officeKind()),
            task.mandate() == null ? null : Kebab.of(task.mandate()),
            task.first(),
            task.ready(),
            task.secrecy().sealed(),
            texts(task.secrecy().readers()),
            task.command(),
            task.detail(),
            utc(task.since()),
            task.dueAt() == null ? null : utc(task.dueAt()),
            task.lapses()
        };
    }

    /** What waits for the reader now: for the own State, office and mandate, and of what the reader may know of. */
    public List<TaskView> find(Actor actor) {
        Reader reader = Reader.of(actor);
        if (reader.state() == null || actor.office() == null || reader.sight() != Reader.Sight.OWN_STATE) {
            return List.of();
        }
        return sql.sql("""
                        select * from %s
                        where ready and state = :state
                          and (office_kind is null or office_kind = :officeKind)
                          and (mandate is null or mandate = :mandate)
                          and first is distinct from :person
                          and (not sealed or :person = any(readers))
                          and (not lapses or due_at > :now)
                        order by due_at nulls last, since, subject, kind, about
                        """.formatted(progress.slot(NAME).table(TABLE)))
                .param("state", reader.state().value())
                .param("officeKind", Kebab.of(actor.office().kind()))
                .param("mandate", Kebab.of(actor.mandate()))
                .param("person", reader.person().value())
                .param("now", utc(worldClock.instant()))
                .query((row, number) -> view(row))
                .list();
    }

    private static TaskView view(ResultSet row) throws SQLException {
        String command = row.getString("command");
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new TaskView(
                new Code(row.getString("kind")),
                new Code(row.getString("family")),
                row.getObject("subject", UUID.class),
                row.getString("reference"),
                command == null ? null : new Code(command),
                row.getObject("about", UUID.class),
                row.getString("detail"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                due == null ? null : due.toInstant());
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
