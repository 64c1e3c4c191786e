package org.comity.query.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.comity.api.Actor;
import org.comity.api.Code;
import org.comity.api.Event;
import org.comity.api.Fact;
import org.comity.api.Kebab;
import org.comity.api.Recorded;
import org.comity.api.RequestContents;
import org.comity.api.RequestEvent;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.view.EntryView;
import org.comity.api.view.Page;
import org.comity.api.view.References;
import org.comity.api.view.RequestFilter;
import org.comity.api.view.Side;
import org.comity.law.deadline.Due;
import org.comity.law.deadline.Zones;
import org.comity.law.lifecycle.Course;
import org.comity.law.lifecycle.Flag;
import org.comity.law.lifecycle.Life;
import org.comity.law.lifecycle.OwnSide;
import org.comity.log.store.EventLog;
import org.comity.query.projection.Batches;
import org.comity.query.projection.Lives;
import org.comity.query.projection.Progress;
import org.comity.query.projection.Projection;
import org.comity.query.projection.Slot;
import org.comity.query.web.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Every request of a kind, as somebody looks for it in a list. A kind has a subclass of it that names its processing group,
 * and tables of that name.
 */
public abstract class Register<E extends RequestEvent, L extends Life<S, E, L>, S extends Enum<S>>
        implements Projection, Counted {
    private final String name;
    private final Kind<E, L, S, ?> kind;
    private final Batches batches;
    private final Progress progress;
    private final RequestTable table;
    private final Lives<E, L> lives;
    private final Zones zones;

    /**
     * A register.
     *
     * @param name such as {@code mla-register}
     */
    protected Register(
            String name,
            Kind<E, L, S, ?> kind,
            Batches batches,
            Progress progress,
            EventLog log,
            DataSource dataSource) {
        this.name = name;
        this.kind = kind;
        this.batches = batches;
        this.progress = progress;
        this.table = new RequestTable(dataSource, name.replace('-', '_'));
        this.lives = new Lives<>(log, kind.events(), kind.unborn(), Life::after);
        this.zones = Zones.in(log::read);
    }

    @EventHandler
    void on(EventMessage<?> message) {
        batches.take(this, message);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> tables() {
        return List.of(table.name());
    }

    @Override
    public boolean concerns(Class<? extends Event> type) {
        return kind.events().isAssignableFrom(type);
    }

    @Override
    public void write(List<Recorded<?>> events, long upTo, Slot slot) {
        var rows = new ArrayList<RequestRow>();
        lives.byStream(events)
                .forEach((stream, news) -> rows.add(row(
                        UUID.fromString(stream),
                        lives.after(slot, stream, news),
                        news.getFirst().recordedAt(),
                        changedAt(news))));
        table.write(rows, slot);
    }

    /** When something happened that both sides see; if nothing did, so early that the row keeps its moment. */
    private static <E extends RequestEvent> Instant changedAt(List<Recorded<E>> news) {
        return news.reversed().stream()
                .filter(recorded -> OwnSide.shows(recorded.fact(), null))
                .map(Recorded::recordedAt)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    @Override
    public void forget(Slot slot) {
        lives.forget(slot);
    }

    public Kind<E, L, S, ?> kind() {
        return kind;
    }

    /** As the command side names the family of the kind: one request of those below its path. */
    @Override
    public String family() {
        return kind.path().substring(1).replaceFirst("s$", "");
    }

    @Override
    public List<String> statuses() {
        return Arrays.stream(kind.statuses().getEnumConstants())
                .filter(status -> status != kind.unborn().status())
                .map(Kebab::of)
                .toList();
    }

    @Override
    public Census census() {
        return table.census(progress.slot(name));
    }

    /** One page of the requests that a reader may know of. */
    public Page<EntryView<S>> find(RequestFilter<S> filter, Actor reader) {
        return table.page(progress.slot(name), filter, Reader.of(reader), this::entry);
    }

    /** Requests of this kind that are tied to another one, whether a reader may know of them or not. */
    List<UUID> linkedTo(UUID other) {
        return table.linkedTo(progress.slot(name), other);
    }

    /** The moment of creation counts only for a new row, and a new row begins with the first event. */
    private RequestRow row(UUID id, L life, Instant createdAt, Instant changedAt) {
        RequestContents contents = Objects.requireNonNull(life.contents());
        Course<S> now = life.now();
        List<Fact<E>> effective = life.effective();
        Outlook outlook = kind.outlook(life, effective, zones);
        Due due = outlook.agenda().dues().isEmpty()
                ? null
                : outlook.agenda().dues().getFirst();
        References references = kind.references(effective);
        Kind.Columns columns = kind.columns(life);
        Hands hands = Hands.of(now.people(), now.assignments(), now.seal());
        StateCode requested = kind.requested(life);
        List<UUID> reached = now.journey().reached().stream()
                .map(AuthorityId::value)
                .sorted()
                .toList();
        return new RequestRow(
                id,
                kind.reference(id),
                contents.from(),
                requested,
                Kebab.of(life.status()),
                // without those that time alone sets: a row must not depend on when it is written
                life.flags(Instant.EPOCH).stream().map(Flag::toString).toList(),
                // one row for both sides: what either does for itself makes no new version
                OwnSide.version(life.history().facts(), null),
                now.isBeforeReceiver(),
                reached.size() > 1 || !requested.equals(contents.to()),
                List.of(contents.to().value()),
                reached,
                hands.sealed(),
                hands.readers(),
                hands.people(),
                hands.offices(),
                outlook.turn(),
                kind.turnSince(effective),
                due == null ? null : due.at(),
                due == null ? null : due.kind().value(),
                columns.subject(),
                references.requesting(),
                references.requested(),
                references.provider(),
                columns.expiresAt(),
                sentAt(effective),
                kind.ties(life).stream().map(tie -> tie.to().value()).distinct().toList(),
                Words.in(
                                kind.reference(id),
                                references.requesting(),
                                references.requested(),
                                references.provider(),
                                columns.subject(),
                                contents.from(),
                                contents.to(),
                                requested)
                        .and(columns.words()),
                createdAt,
                changedAt);
    }

    private static <E extends RequestEvent> @Nullable Instant sentAt(List<Fact<E>> effective) {
        return effective.reversed().stream()
                .filter(fact -> fact.event() instanceof RequestEvent.Sent)
                .findFirst()
                .map(fact -> fact.act().occurredAt())
                .orElse(null);
    }

    private EntryView<S> entry(RequestRow row, @Nullable Side side) {
        return new EntryView<>(
                row.id(),
                row.reference(),
                Objects.requireNonNull(Parameters.constant("status", row.status(), kind.statuses())),
                row.flags(),
                row.version(),
                row.from(),
                row.to(),
                side,
                row.turn(),
                RequestTable.waitingOn(row.turn(), side),
                row.turnSince(),
                row.expiresAt(),
                row.dueAt(),
                row.due() == null ? null : new Code(row.due()),
                row.offence(),
                new References(row.requestingReference(), row.requestedReference(), row.ticket()),
                side == Side.REQUESTED ? null : row.createdAt(),
                row.changedAt());
    }
}
