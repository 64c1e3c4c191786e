package org.comity.query.register;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.comity.api.Kebab;
import org.comity.api.SpokenForm;
import org.comity.api.StateCode;
import org.comity.api.view.Page;
import org.comity.api.view.RequestFilter;
import org.comity.api.view.Side;
import org.comity.api.view.Turn;
import org.comity.api.view.WaitingOn;
import org.comity.query.projection.Slot;
import org.comity.query.web.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of a register of requests: written in batches, read as pages of what a reader may know of. */
public final class RequestTable {
    /** Part of every branch: a sealed request is there for its named readers alone. */
    private static final String OWN = "(not sealed or :person = any(readers))";

    /** In every life that sends something, what was sent stands here until its receipt is acknowledged. */
    private static final String UNACKNOWLEDGED = "transmitted";

    private final String name;
    private final JdbcTemplate batches;
    private final JdbcClient sql;

    /**
     * A table.
     *
     * @param name without the number of the slot, such as {@code mla_register}
     */
    public RequestTable(DataSource dataSource, String name) {
        this.name = name;
        this.batches = new JdbcTemplate(dataSource);
        this.sql = JdbcClient.create(dataSource);
    }

    String name() {
        return name;
    }

    /** Writes rows in one batch; a row that is there is written anew. */
    public void write(List<RequestRow> rows, Slot slot) {
        batches.batchUpdate(
                """
            insert into %s as held (id, reference, from_state, to_state, status, flags, version, sent, forwarded, states, offices,
                    sealed, readers, people, assigned_offices, turn, turn_since, due_at, due, offence, requesting_reference,
                    requested_reference, ticket, expires_at, sent_at, linked, words, created_at, changed_at)
                values (?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?::text[], ?::uuid[],
                    ?, ?::uuid[], ?::uuid[], ?::uuid[], ?, ?, ?, ?, ?, ?,
                    ?, ?, ?, ?, ?::uuid[], ?, ?, ?)
                on conflict (id) do update set
                    from_state = excluded.from_state, to_state = excluded.to_state, status = excluded.status,
                    flags = excluded.flags, version = excluded.version, sent = excluded.sent,
                    forwarded = excluded.forwarded, states = excluded.states, offices = excluded.offices,
                    sealed = excluded.sealed, readers = excluded.readers, people = excluded.people,
                    assigned_offices = excluded.assigned_offices, turn = excluded.turn,
                    turn_since = excluded.turn_since, due_at = excluded.due_at,
                    due = excluded.due, offence = excluded.offence,
                    requesting_reference = excluded.requesting_reference,
                    requested_reference = excluded.requested_reference, ticket = excluded.ticket,
                    expires_at = excluded.expires_at, sent_at = excluded.sent_at, linked = excluded.linked,
                    words = excluded.words,
                    changed_at = greatest(held.changed_at, excluded.changed_at)
            """.formatted(slot.table(name)),
                rows.stream().map(RequestTable::values).toList());
    }

    /** One page of the requests that a reader may know of. */
    public <S extends Enum<S>, V> Page<V> page(
            Slot slot, RequestFilter<S> filter, Reader reader, BiFunction<RequestRow, @Nullable Side, V> view) {
        var values = new HashMap<String, @Nullable Object>();
        String narrowed = narrowed(filter, reader, values);
        List<String> branches = branches(slot, filter, reader, narrowed);
        if (branches.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        values.put("person", reader.person().value());
        values.put("own", reader.state() == null ? null : reader.state().value());
        values.put("office", reader.office() == null ? null : reader.office().value());
        values.put("limit", filter.size() + 1);
        List<Found> found = sql.sql("select * from (%s) found order by created_at desc, id desc limit :limit"
                        .formatted(String.join(" union all ", branches)))
                .params(values)
                .query((row, number) -> found(row))
                .list();
        boolean more = found.size() > filter.size();
        List<Found> shown = more ? found.subList(0, filter.size()) : found;
        RequestRow last = more ? shown.getLast().row() : null;
        return new Page<>(
                shown.stream().map(one -> view.apply(one.row(), one.side())).toList(),
                last == null ? null : new Cursor(last.createdAt(), last.id()).text());
    }

    /** How many requests have each status, and since when the oldest is not acknowledged; sealed ones do not count. */
    public Census census(Slot slot) {
        var count = new HashMap<String, Long>();
        var unacknowledged = new ArrayList<Instant>();
        sql.sql("select status, count(*) as number, min(sent_at) as oldest from %s where not sealed group by status"
                        .formatted(slot.table(name)))
                .query(row -> {
                    count.put(row.getString("status"), row.getLong("number"));
                    Instant oldest = instant(row, "oldest");
                    if (row.getString("status").equals(UNACKNOWLEDGED) && oldest != null) {
                        unacknowledged.add(oldest);
                    }
                });
        return new Census(count, unacknowledged.isEmpty() ? null : unacknowledged.getFirst());
    }

    /** The requests that are tied to another one, the oldest first. */
    List<UUID> linkedTo(Slot slot, UUID other) {
        return sql.sql("select id from %s where linked @> array[:other::uuid] order by created_at, id"
                        .formatted(slot.table(name)))
                .param("other", other)
                .query(UUID.class)
                .list();
    }

    /** Whose act a request waits for, as somebody on a side sees it; none for who stands on neither. */
    public static @Nullable WaitingOn waitingOn(Turn turn, @Nullable Side side) {
        if (side == null) {
            return null;
        }
        if (turn == Turn.NOBODY) {
            return WaitingOn.NOBODY;
        }
        return turn == Turn.of(side) ? WaitingOn.US : WaitingOn.THEM;
    }

    private record Found(RequestRow row, @Nullable Side side) {}

    /** What a reader may know of, in branches that an index serves each; an auditor has one, an administrator none. */
    private List<String> branches(Slot slot, RequestFilter<?> filter, Reader reader, String narrowed) {
        var branches = new ArrayList<String>();
        switch (reader.sight()) {
            case NOTHING -> {}
            case EVERYTHING -> {
                if (filter.role() == null && filter.waitingOn() == null) {
                    branches.add(branch(slot, "''", OWN, narrowed));
                }
            }
            case OWN_STATE -> {
                if (filter.role() != Side.REQUESTED) {
                    branches.add(branch(
                            slot,
                            "'requesting'",
                            "from_state = :own and " + OWN + waiting(filter.waitingOn(), Side.REQUESTING),
                            narrowed));
                }
                if (filter.role() != Side.REQUESTING) {
                    String waiting = waiting(filter.waitingOn(), Side.REQUESTED);
                    branches.add(branch(
                            slot,
                            "'requested'",
                            "to_state = :own and sent and from_state <> :own and " + OWN + waiting,
                            narrowed));
                    branches.add(branch(
                            slot,
                            "'requested'",
                            "forwarded and sent and :own not in (from_state, to_state)"
                                    + " and (:own = any(states) or :office::uuid = any(offices)) and " + OWN + waiting,
                            narrowed));
                }
            }
        }
        return branches;
    }

    private String branch(Slot slot, String side, String own, String narrowed) {
        return "(select *, %s as side from %s where %s%s order by created_at desc, id desc limit :limit)"
                .formatted(side, slot.table(name), own, narrowed);
    }

    private static String waiting(@Nullable WaitingOn waitingOn, Side side) {
        if (waitingOn == null) {
            return "";
        }
        Turn turn =
                switch (waitingOn) {
                    case NOBODY -> Turn.NOBODY;
                    case US -> Turn.of(side);
                    case THEM -> Turn.of(side == Side.REQUESTING ? Side.REQUESTED : Side.REQUESTING);
                };
        return " and turn = '" + Kebab.of(turn) + "'";
    }

    private static String narrowed(RequestFilter<?> filter, Reader reader, Map<String, @Nullable Object> values) {
        var conditions = new StringBuilder();
        if (!filter.status().isEmpty()) {
            conditions.append(" and status in (:status)");
            values.put("status", filter.status().stream().map(Kebab::of).toList());
        }
        if (filter.state() != null) {
            conditions.append(" and :state in (from_state, to_state)");
            values.put("state", filter.state().value());
        }
        if (filter.dueBefore() != null) {
            conditions.append(" and due_at < :dueBefore");
            values.put("dueBefore", utc(filter.dueBefore()));
        }
        if (filter.mine()) {
            conditions.append(" and (:person = any(people) or :office::uuid = any(assigned_offices))");
        }
        if (filter.text() != null) {
            conditions.append(searched(filter.text(), values));
        }
        if (filter.cursor() != null) {
            Cursor cursor = Cursor.of(filter.cursor());
            conditions.append(" and (created_at, id) < (:createdAt, :id)");
            values.put("createdAt", utc(cursor.createdAt()));
            values.put("id", cursor.id());
        }
        return conditions.toString();
    }

    /** An identity or a spoken form, be it with a typing error, or the beginnings of words: whatever of it fits. */
    private static String searched(String text, Map<String, @Nullable Object> values) {
        var fits = new ArrayList<String>();
        List<String> readings = SpokenForm.readings(text);
        if (!readings.isEmpty()) {
            values.put("references", readings.toArray(String[]::new));
            fits.add("reference = any(:references)");
        }
        Parameters.id(text.strip()).ifPresent(id -> {
            values.put("identity", id);
            fits.add("id = :identity");
        });
        List<String> patterns = Words.in(text).patterns();
        if (!patterns.isEmpty()) {
            values.put("words", patterns.toArray(String[]::new));
            fits.add("words like all (:words)");
        }
        return fits.isEmpty() ? " and false" : " and (" + String.join(" or ", fits) + ")";
    }

    private static @Nullable Object[] values(RequestRow row) {
        return new @Nullable Object[] {
            row.id(),
            row.reference(),
            row.from().value(),
            row.to().value(),
            row.status(),
            row.flags().toArray(String[]::new),
            row.version(),
            row.sent(),
            row.forwarded(),
            row.states().toArray(String[]::new),
            texts(row.offices()),
            row.sealed(),
            texts(row.readers()),
            texts(row.people()),
            texts(row.assignedOffices()),
            Kebab.of(row.turn()),
            utc(row.turnSince()),
            row.dueAt() == null ? null : utc(row.dueAt()),
            row.due(),
            row.offence(),
            row.requestingReference(),
            row.requestedReference(),
            row.ticket(),
            row.expiresAt() == null ? null : utc(row.expiresAt()),
            row.sentAt() == null ? null : utc(row.sentAt()),
            texts(row.linked()),
            row.words()
                    .andJoined(row.requestingReference(), row.requestedReference(), row.ticket())
                    .stored(),
            utc(row.createdAt()),
            utc(row.changedAt())
        };
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static Found found(ResultSet row) throws SQLException {
        String side = row.getString("side");
        return new Found(
                new RequestRow(
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        new StateCode(row.getString("from_state")),
                        new StateCode(row.getString("to_state")),
                        row.getString("status"),
                        List.of((String[]) row.getArray("flags").getArray()),
                        row.getLong("version"),
                        row.getBoolean("sent"),
                        row.getBoolean("forwarded"),
                        List.of((String[]) row.getArray("states").getArray()),
                        uuids(row.getArray("offices")),
                        row.getBoolean("sealed"),
                        uuids(row.getArray("readers")),
                        uuids(row.getArray("people")),
                        uuids(row.getArray("assigned_offices")),
                        Kebab.constant(Turn.class, row.getString("turn")),
                        row.getObject("turn_since", OffsetDateTime.class).toInstant(),
                        instant(row, "due_at"),
                        row.getString("due"),
                        row.getString("offence"),
                        row.getString("requesting_reference"),
                        row.getString("requested_reference"),
                        row.getString("ticket"),
                        instant(row, "expires_at"),
                        instant(row, "sent_at"),
                        uuids(row.getArray("linked")),
                        new Words(Set.of()),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()),
                side.isEmpty() ? null : side.equals("requesting") ? Side.REQUESTING : Side.REQUESTED);
    }

    private static List<UUID> uuids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
