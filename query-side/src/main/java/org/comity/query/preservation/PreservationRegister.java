package org.comity.query.preservation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.comity.api.Actor;
import org.comity.api.Code;
import org.comity.api.Event;
import org.comity.api.Fact;
import org.comity.api.PreservationId;
import org.comity.api.Recorded;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.preservation.PreservationContents;
import org.comity.api.preservation.PreservationEntryView;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationStatus;
import org.comity.api.view.DeadlineView;
import org.comity.api.view.Page;
import org.comity.api.view.References;
import org.comity.api.view.RequestFilter;
import org.comity.api.view.Side;
import org.comity.law.lifecycle.Flag;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.log.names.Kebab;
import org.comity.log.store.EventLog;
import org.comity.query.projection.Batches;
import org.comity.query.projection.Lives;
import org.comity.query.projection.Progress;
import org.comity.query.projection.Projection;
import org.comity.query.projection.Slot;
import org.comity.query.register.Hands;
import org.comity.query.register.Reader;
import org.comity.query.register.RequestRow;
import org.comity.query.register.RequestTable;
import org.comity.query.register.Words;
import org.comity.query.web.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every preservation request, as somebody looks for it in a list. */
@Component
@ProcessingGroup(PreservationRegister.NAME)
public class PreservationRegister implements Projection {
    public static final String NAME = "preservation-register";

    private static final String TABLE = "preservation_register";

    private final Batches batches;
    private final Progress progress;
    private final RequestTable table;
    private final Lives<PreservationEvent, PreservationLife> lives;

    public PreservationRegister(Batches batches, Progress progress, EventLog log, DataSource dataSource) {
        this.batches = batches;
        this.progress = progress;
        this.table = new RequestTable(dataSource, TABLE);
        this.lives = new Lives<>(log, PreservationEvent.class, PreservationLife.NONE, PreservationLife::after);
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
        return PreservationEvent.class.isAssignableFrom(type);
    }

    @Override
    public void write(List<Recorded<?>> events, long upTo, Slot slot) {
        var rows = new ArrayList<RequestRow>();
        lives.byStream(events)
                .forEach((stream, news) -> rows.add(row(
                        lives.after(slot, stream, news),
                        news.getFirst().recordedAt(),
                        news.getLast().recordedAt())));
        table.write(rows, slot);
    }

    @Override
    public void forget(Slot slot) {
        lives.forget(slot);
    }

    /** One page of the requests that a reader may know of. */
    public Page<PreservationEntryView> find(RequestFilter<PreservationStatus> filter, Actor reader) {
        return table.page(progress.slot(NAME), filter, Reader.of(reader), PreservationRegister::entry);
    }

    /** The moment of creation counts only for a new row, and a new row begins with the first event. */
    private static RequestRow row(PreservationLife life, Instant createdAt, Instant changedAt) {
        PreservationContents contents = Objects.requireNonNull(life.contents());
        PreservationId id = Objects.requireNonNull(life.now().id());
        List<Fact<PreservationEvent>> effective = life.effective();
        PreservationOutlook outlook = PreservationOutlook.of(life, effective);
        DeadlineView due =
                outlook.deadlines().isEmpty() ? null : outlook.deadlines().getFirst();
        References references = PreservationParts.references(effective);
        Hands hands = Hands.of(
                life.now().people(), life.now().assignments(), life.now().seal());
        return new RequestRow(
                id.value(),
                id.reference(),
                contents.from(),
                requested(life, contents),
                Kebab.of(life.status()),
                // without those that time alone sets: a row must not depend on when it is written
                life.flags(Instant.EPOCH).stream().map(Flag::toString).toList(),
                life.version(),
                life.now().journey().hasBegun(),
                life.now().journey().reached().size() > 1
                        || !requested(life, contents).equals(contents.to()),
                List.of(contents.to().value()),
                life.now().journey().reached().stream()
                        .map(AuthorityId::value)
                        .sorted()
                        .toList(),
                hands.sealed(),
                hands.readers(),
                hands.people(),
                hands.offices(),
                outlook.turn(),
                due == null ? null : due.at(),
                due == null ? null : due.kind().value(),
                contents.offence() == null ? null : contents.offence().value(),
                references.requesting(),
                references.requested(),
                references.provider(),
                life.expiresAt(),
                Words.in(
                        id.reference(),
                        references.requesting(),
                        references.requested(),
                        references.provider(),
                        contents.offence(),
                        contents.from(),
                        contents.provider(),
                        contents.to(),
                        requested(life, contents)),
                createdAt,
                changedAt);
    }

    /** The State that has the request in hand: it may have been passed on to another one. */
    private static StateCode requested(PreservationLife life, PreservationContents contents) {
        return life.now().requested() != null ? life.now().requested() : contents.to();
    }

    private static PreservationEntryView entry(RequestRow row, @Nullable Side side) {
        return new PreservationEntryView(
                new PreservationId(row.id()),
                row.reference(),
                Objects.requireNonNull(Parameters.constant("status", row.status(), PreservationStatus.class)),
                row.flags(),
                row.version(),
                row.from(),
                row.to(),
                side,
                row.turn(),
                RequestTable.waitingOn(row.turn(), side),
                row.expiresAt(),
                row.dueAt(),
                row.due() == null ? null : new Code(row.due()),
                row.offence(),
                new References(row.requestingReference(), row.requestedReference(), row.ticket()),
                row.createdAt(),
                row.changedAt());
    }
}
