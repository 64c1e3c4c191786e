package org.comity.query.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.comity.api.Event;
import org.comity.api.Kebab;
import org.comity.api.Label;
import org.comity.api.Office;
import org.comity.api.Recorded;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityEvent;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.comity.api.directory.LanguageTag;
import org.comity.api.view.AuthorityView;
import org.comity.law.directory.AuthorityLife;
import org.comity.law.directory.AuthorityLife.Saying;
import org.comity.log.names.Json;
import org.comity.log.store.EventLog;
import org.comity.query.projection.Batches;
import org.comity.query.projection.Lives;
import org.comity.query.projection.Progress;
import org.comity.query.projection.Projection;
import org.comity.query.projection.Slot;
import org.comity.query.register.AuthorityNames;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every authority of the directory, by State, kind and any name or address that it ever had. */
@Component
@ProcessingGroup(DirectoryRegister.NAME)
public class DirectoryRegister implements Projection, AuthorityNames {
    public static final String NAME = "authority-register";

    private static final String TABLE = "authority_register";

    private final Batches batches;
    private final Progress progress;
    private final JdbcClient sql;
    private final JdbcTemplate writer;
    private final InstantSource worldClock;
    private final Lives<AuthorityEvent, AuthorityLife> lives;

    public DirectoryRegister(
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
        this.lives =
                new Lives<>(log, AuthorityEvent.class, AuthorityLife.NONE, (life, fact) -> life.after(fact.event()));
    }

    /**
     * What is looked for; what is absent narrows nothing.
     *
     * @param text words that all occur in a name or an address
     */
    record Search(
            @Nullable StateCode state,
            @Nullable AuthorityKind kind,
            @Nullable String text,
            @Nullable Boolean connected) {}

    /** How many entries a State has. */
    public record Count(StateCode state, int entries) {}

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
    public void forget(Slot slot) {
        lives.forget(slot);
    }

    @Override
    public void write(List<Recorded<?>> events, long upTo, Slot slot) {
        var changed = new LinkedHashMap<String, AuthorityLife>();
        lives.byStream(events).forEach((stream, news) -> changed.put(stream, lives.after(slot, stream, news)));
        writer.batchUpdate(
                """
            insert into %s (id, kind, state, name, words, life) values (?, ?, ?, ?, ?, ?)
            on conflict (id) do update set name = excluded.name, words = excluded.words, life = excluded.life
            """.formatted(slot.table(TABLE)),
                changed.values().stream().map(DirectoryRegister::row).toList());
    }

    private static Object[] row(AuthorityLife life) {
        Office office = office(life);
        List<Saying> names =
                life.sayings().stream().filter(saying -> saying.name() != null).toList();
        return new Object[] {
            office.id().value(),
            Kebab.of(office.kind()),
            office.state().value(),
            String.valueOf(names.getLast().name()),
            words(life),
            Json.write(life)
        };
    }

    private static String words(AuthorityLife life) {
        return life.sayings().stream()
                .flatMap(saying -> Stream.concat(Stream.ofNullable(saying.name()), labels(saying)))
                .map(Label::value)
                .distinct()
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    private static Stream<Label> labels(Saying saying) {
        var details = saying.details();
        if (details == null) {
            return Stream.of();
        }
        var names = details.names() == null ? Stream.<Label>of() : details.names().values().stream();
        return details.channels() == null
                ? names
                : Stream.concat(names, details.channels().stream().map(channel -> channel.address()));
    }

    /** What is known of the authorities that are looked for, by State, kind and name. */
    List<AuthorityLife> find(Search search) {
        LocalDate today = today();
        var where = new ArrayList<String>();
        var parameters = new LinkedHashMap<String, Object>();
        if (search.state() != null) {
            where.add("state = :state");
            parameters.put("state", search.state().value());
        }
        if (search.kind() != null) {
            where.add("kind = :kind");
            parameters.put("kind", Kebab.of(search.kind()));
        }
        if (search.text() != null) {
            for (String word : search.text().toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
                where.add("strpos(words, :word" + parameters.size() + ") > 0");
                parameters.put("word" + parameters.size(), word);
            }
        }
        return sql
                .sql("select life from %s %s order by state, kind, name, id"
                        .formatted(table(), where.isEmpty() ? "" : "where " + String.join(" and ", where)))
                .params(parameters)
                .query(DirectoryRegister::life)
                .list()
                .stream()
                .filter(life -> search.connected() == null || search.connected().equals(life.connectedOn(today)))
                .toList();
    }

    /** The States that have entries, with how many. */
    List<Count> counts() {
        return sql.sql("select state, count(*) as entries from %s group by state".formatted(table()))
                .query((row, number) -> new Count(new StateCode(row.getString("state")), row.getInt("entries")))
                .list();
    }

    /** Other authorities of the same State, kind and name: perhaps one entry too many. */
    List<AuthorityView> namesakes(Office office, Label name) {
        return sql
                .sql("""
                        select life from %s
                        where state = :state and kind = :kind and lower(name) = lower(:name) and id <> :id
                        order by id
                        """.formatted(table()))
                .param("state", office.state().value())
                .param("kind", Kebab.of(office.kind()))
                .param("name", name.value())
                .param("id", office.id().value())
                .query(DirectoryRegister::life)
                .list()
                .stream()
                .map(this::view)
                .toList();
    }

    @Override
    public List<AuthorityView> in(StateCode state) {
        return find(new Search(state, null, null, null)).stream()
                .map(this::view)
                .toList();
    }

    @Override
    public Map<AuthorityId, AuthorityView> named(Collection<AuthorityId> ids) {
        return lives(ids).stream().map(this::view).collect(Collectors.toMap(AuthorityView::id, Function.identity()));
    }

    @Override
    public Map<AuthorityId, Map<LanguageTag, Label>> translated(Collection<AuthorityId> ids) {
        var translated = new HashMap<AuthorityId, Map<LanguageTag, Label>>();
        for (AuthorityLife life : lives(ids)) {
            var names = life.onOrFirst(today()).details().names();
            if (names != null) {
                translated.put(office(life).id(), names);
            }
        }
        return translated;
    }

    private List<AuthorityLife> lives(Collection<AuthorityId> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql("select life from %s where id in (:ids)".formatted(table()))
                        .param("ids", ids.stream().map(AuthorityId::value).toList())
                        .query(DirectoryRegister::life)
                        .list();
    }

    private AuthorityView view(AuthorityLife life) {
        Office office = office(life);
        LocalDate today = today();
        return new AuthorityView(
                office.id(),
                office.kind(),
                office.state(),
                life.onOrFirst(today).name().value(),
                life.connectedOn(today));
    }

    private String table() {
        return progress.slot(NAME).table(TABLE);
    }

    /** In UTC: the one calendar that two States share. */
    private LocalDate today() {
        return LocalDate.ofInstant(worldClock.instant(), ZoneOffset.UTC);
    }

    private static Office office(AuthorityLife life) {
        return Objects.requireNonNull(life.office(), "who is in the register was registered");
    }

    private static AuthorityLife life(ResultSet row, int number) throws SQLException {
        return Json.read(row.getString("life"), AuthorityLife.class);
    }
}
