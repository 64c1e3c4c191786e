package org.comity.query.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.comity.api.Event;
import org.comity.api.Recorded;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityEvent;
import org.comity.api.directory.AuthorityEvent.AuthorityConnected;
import org.comity.api.directory.AuthorityEvent.AuthorityDisconnected;
import org.comity.api.directory.AuthorityEvent.AuthorityRegistered;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.comity.api.view.AuthorityView;
import org.comity.log.names.Kebab;
import org.comity.query.projection.Batches;
import org.comity.query.projection.Progress;
import org.comity.query.projection.Projection;
import org.comity.query.projection.Slot;
import org.comity.query.register.AuthorityNames;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every authority with its kind, State and name, and whether it uses this node itself. */
@Component
@ProcessingGroup(DirectoryRegister.NAME)
public class DirectoryRegister implements Projection, AuthorityNames {
    public static final String NAME = "directory-register";

    private static final String TABLE = "directory_register";

    private final Batches batches;
    private final Progress progress;
    private final JdbcClient sql;
    private final JdbcTemplate writer;
    private final InstantSource worldClock;

    public DirectoryRegister(
            Batches batches,
            Progress progress,
            DataSource dataSource,
            @Qualifier("worldClock") InstantSource worldClock) {
        this.batches = batches;
        this.progress = progress;
        this.sql = JdbcClient.create(dataSource);
        this.writer = new JdbcTemplate(dataSource);
        this.worldClock = worldClock;
    }

    private record Row(
            UUID id,
            String kind,
            String state,
            String name,
            LocalDate validFrom,
            @Nullable LocalDate connectedFrom,
            @Nullable LocalDate endedFrom) {}

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
        return AuthorityEvent.class.isAssignableFrom(type);
    }

    @Override
    public void write(List<Recorded<?>> events, long upTo, Slot slot) {
        List<AuthorityEvent> news = events.stream()
                .map(Recorded::event)
                .map(AuthorityEvent.class::cast)
                .toList();
        Map<UUID, Row> rows = new HashMap<>(read(
                slot, news.stream().map(event -> event.id().value()).distinct().toList()));
        var changed = new LinkedHashMap<UUID, Row>();
        for (AuthorityEvent event : news) {
            UUID id = event.id().value();
            Row row = after(rows.get(id), event);
            rows.put(id, row);
            changed.put(id, row);
        }
        writer.batchUpdate(
                """
            insert into %s (id, kind, state, name, valid_from, connected_from, ended_from) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
                kind = excluded.kind, state = excluded.state, name = excluded.name, valid_from = excluded.valid_from,
                connected_from = excluded.connected_from, ended_from = excluded.ended_from
            """.formatted(slot.table(TABLE)),
                changed.values().stream().map(DirectoryRegister::values).toList());
    }

    private static Row after(@Nullable Row row, AuthorityEvent event) {
        if (event instanceof AuthorityRegistered e) {
            return new Row(
                    e.id().value(),
                    Kebab.of(e.kind()),
                    e.state().value(),
                    e.name().value(),
                    e.validFrom(),
                    null,
                    null);
        }
        if (row == null) {
            throw new IllegalStateException(event.id() + " has no AuthorityRegistered before " + event.getClass());
        }
        return switch (event) {
            case AuthorityRegistered ignored -> row;
            case AuthorityConnected e ->
                new Row(row.id(), row.kind(), row.state(), row.name(), row.validFrom(), e.from(), null);
            case AuthorityDisconnected e ->
                new Row(row.id(), row.kind(), row.state(), row.name(), row.validFrom(), row.connectedFrom(), e.from());
        };
    }

    /** The authorities of a State and of a kind, or of all. */
    public List<AuthorityView> find(@Nullable StateCode state, @Nullable AuthorityKind kind) {
        return sql.sql("""
                        select * from %s
                        where (:state::text is null or state = :state) and (:kind::text is null or kind = :kind)
                        order by state, kind, name, id
                        """.formatted(progress.slot(NAME).table(TABLE)))
                .param("state", state == null ? null : state.value())
                .param("kind", kind == null ? null : Kebab.of(kind))
                .query((row, number) -> view(row(row)))
                .list();
    }

    @Override
    public List<AuthorityView> in(StateCode state) {
        return find(state, null);
    }

    @Override
    public Map<AuthorityId, AuthorityView> named(Collection<AuthorityId> ids) {
        return read(progress.slot(NAME), ids.stream().map(AuthorityId::value).toList()).values().stream()
                .map(this::view)
                .collect(Collectors.toMap(AuthorityView::id, Function.identity()));
    }

    private Map<UUID, Row> read(Slot slot, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql("select * from %s where id in (:ids)".formatted(slot.table(TABLE)))
                .param("ids", ids)
                .query((row, number) -> row(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::id, Function.identity()));
    }

    private AuthorityView view(Row row) {
        LocalDate today = LocalDate.ofInstant(worldClock.instant(), ZoneOffset.UTC);
        boolean connected = row.connectedFrom() != null
                && !today.isBefore(row.connectedFrom())
                && (row.endedFrom() == null || today.isBefore(row.endedFrom()));
        return new AuthorityView(
                new AuthorityId(row.id()), kind(row.kind()), new StateCode(row.state()), row.name(), connected);
    }

    private static AuthorityKind kind(String kebab) {
        return Arrays.stream(AuthorityKind.values())
                .filter(kind -> Kebab.of(kind).equals(kebab))
                .findFirst()
                .orElseThrow();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("state"),
                row.getString("name"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("connected_from", LocalDate.class),
                row.getObject("ended_from", LocalDate.class));
    }

    private static @Nullable Object[] values(Row row) {
        return new @Nullable Object[] {
            row.id(), row.kind(), row.state(), row.name(), row.validFrom(), row.connectedFrom(), row.endedFrom()
        };
    }
}
