package org.comity.query.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.comity.api.Actor;
import org.comity.api.Code;
import org.comity.api.Event;
import org.comity.api.Recorded;
import org.comity.api.RequestEvent;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.view.CalendarEntryView;
import org.comity.api.view.Turn;
import org.comity.law.deadline.Due;
import org.comity.law.deadline.Zones;
import org.comity.law.lifecycle.Course;
import org.comity.law.lifecycle.Life;
import org.comity.log.store.EventLog;
import org.comity.query.projection.Batches;
import org.comity.query.projection.Lives;
import org.comity.query.projection.Progress;
import org.comity.query.projection.Projection;
import org.comity.query.projection.Slot;
import org.comity.query.register.Hands;
import org.comity.query.register.Kind;
import org.comity.query.register.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that falls due in any request, for each State that may know of it. */
@Component
@ProcessingGroup(DeadlineCalendar.NAME)
public class DeadlineCalendar implements Projection {
    public static final String NAME = "deadline-calendar";

    private static final String TABLE = "deadline_calendar";

    /** More than anybody looks through; what is nearest comes first. */
    private static final int MOST = 500;

    private final Batches batches;
    private final Progress progress;
    private final JdbcClient sql;
    private final JdbcTemplate writer;
    private final List<Part<?, ?>> parts;
    private final Zones zones;

    public DeadlineCalendar(
            Batches batches,
            Progress progress,
            EventLog log,
            DataSource dataSource,
            List<? extends Kind<?, ?, ?, ?>> kinds) {
        this.batches = batches;
        this.progress = progress;
        this.sql = JdbcClient.create(dataSource);
        this.writer = new JdbcTemplate(dataSource);
        this.zones = Zones.in(log::read);
        this.parts = kinds.stream().<Part<?, ?>>map(kind -> part(kind, log)).toList();
    }

    /** A kind of request and the lives that are kept of it. */
    private record Part<E extends RequestEvent, L extends Life<?, E, L>>(Kind<E, L, ?, ?> kind, Lives<E, L> lives) {}

    private static <E extends RequestEvent, L extends Life<S, E, L>, S extends Enum<S>> Part<E, L> part(
            Kind<E, L, S, ?> kind, EventLog log) {
        return new Part<>(kind, new Lives<>(log, kind.events(), kind.unborn(), Life::after));
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
        return parts.stream().anyMatch(part -> part.kind().events().isAssignableFrom(type));
    }

    @Override
    public void forget(Slot slot) {
        parts.forEach(part -> part.lives().forget(slot));
    }

    @Override
    public void write(List<Recorded<?>> events, long upTo, Slot slot) {
        var subjects = new ArrayList<Object[]>();
        var rows = new ArrayList<@Nullable Object[]>();
        parts.forEach(part -> learn(part, events, slot, subjects, rows));
        writer.batchUpdate("delete from %s where subject = ?".formatted(slot.table(TABLE)), subjects);
        writer.batchUpdate("""
                insert into %s (subject, kind, event, at, state, day, rule, ours, family, reference, from_state, to_state,
                    sealed, readers, people, offices)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid[], ?::uuid[], ?::uuid[])
                on conflict do nothing
                """.formatted(slot.table(TABLE)), rows);
    }

    private <E extends RequestEvent, L extends Life<?, E, L>> void learn(
            Part<E, L> part,
            List<Recorded<?>> events,
            Slot slot,
            List<Object[]> subjects,
            List<@Nullable Object[]> rows) {
        part.lives().byStream(events).forEach((stream, news) -> {
            UUID subject = UUID.fromString(stream);
            L life = part.lives().after(slot, stream, news);
            subjects.add(new Object[] {subject});
            if (life.contents() != null) {
                for (Due due : part.kind()
                        .outlook(life, life.effective(), zones)
                        .agenda()
                        .dues()) {
                    for (StateCode state : sides(part.kind(), life)) {
                        rows.add(row(part.kind(), subject, life, due, state));
                    }
                }
            }
        });
    }

    /** The requesting State; the others once it was sent to them. */
    private static <E extends RequestEvent, L extends Life<?, E, L>> Set<StateCode> sides(
            Kind<E, L, ?, ?> kind, L life) {
        var contents = Objects.requireNonNull(life.contents());
        var sides = new LinkedHashSet<StateCode>();
        sides.add(contents.from());
        if (life.now().isBeforeReceiver()) {
            sides.add(contents.to());
            sides.add(kind.requested(life));
        }
        return sides;
    }

    private static <E extends RequestEvent, L extends Life<?, E, L>> @Nullable Object[] row(
            Kind<E, L, ?, ?> kind, UUID subject, L life, Due due, StateCode state) {
        Course<?> now = life.now();
        StateCode from = Objects.requireNonNull(life.contents()).from();
        StateCode requested = kind.requested(life);
        Hands hands = Hands.of(now.people(), now.assignments(), now.seal());
        StateCode side = due.turn() == Turn.REQUESTED ? requested : from;
        List<UUID> offices = Stream.concat(
                        Stream.of(now.journey().sender(), now.journey().addressee())
                                .flatMap(Stream::ofNullable)
                                .map(AuthorityId::value),
                        hands.offices().stream())
                .distinct()
                .toList();
        return new @Nullable Object[] {
            subject,
            due.kind().value(),
            due.event(),
            utc(due.at()),
            state.value(),
            due.day(),
            due.rule(),
            due.turn() != Turn.NOBODY && side.equals(state),
            kind.path().substring(1),
            kind.reference(subject),
            from.value(),
            requested.value(),
            hands.sealed(),
            texts(hands.readers()),
            texts(hands.people()),
            texts(offices)
        };
    }

    /**
     * What is looked for.
     *
     * @param mine what the reader drafted, approved or is assigned to
     * @param office what the reader's office sent, received or is assigned to
     * @param ours true or false for whose act it is; null for both
     */
    record Search(
            boolean mine,
            boolean office,
            @Nullable Boolean ours,
            @Nullable Code kind,
            @Nullable StateCode partner,
            @Nullable Instant before) {}

    /** What is due, of what the reader may know of, the nearest first. An auditor reads what is not sealed, of both sides. */
    List<CalendarEntryView> find(Search search, Actor actor) {
        Reader reader = Reader.of(actor);
        if (reader.sight() == Reader.Sight.NOTHING) {
            return List.of();
        }
        boolean all = reader.sight() == Reader.Sight.EVERYTHING;
        return sql.sql("""
                        select * from %s
                        where state = %s and (not sealed or :person = any(readers))
                          and (not :mine or :person = any(people)) and (not :byOffice or :office::uuid = any(offices))
                          and (:ours::boolean is null or ours = :ours) and (:kind::text is null or kind = :kind)
                          and (:partner::text is null or :partner in (from_state, to_state))
                          and (:before::timestamptz is null or at < :before)
                        order by at, reference, kind limit :most
                        """.formatted(progress.slot(NAME).table(TABLE), all ? "from_state" : ":state"))
                .param("state", reader.state() == null ? null : reader.state().value())
                .param("person", reader.person().value())
                .param("mine", search.mine())
                .param("byOffice", search.office())
                .param(
                        "office",
                        reader.office() == null ? null : reader.office().value())
                .param("ours", search.ours())
                .param("kind", search.kind() == null ? null : search.kind().value())
                .param(
                        "partner",
                        search.partner() == null ? null : search.partner().value())
                .param("before", search.before() == null ? null : utc(search.before()))
                .param("most", MOST)
                .query((row, number) -> view(row))
                .list();
    }

    private static CalendarEntryView view(ResultSet row) throws SQLException {
        return new CalendarEntryView(
                new Code(row.getString("kind")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("day", LocalDate.class),
                row.getString("rule"),
                row.getBoolean("ours"),
                new Code(row.getString("family")),
                row.getObject("subject", UUID.class),
                row.getString("reference"),
                new StateCode(row.getString("from_state")),
                new StateCode(row.getString("to_state")));
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
