package org.comity.query.mla;

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
import org.comity.api.MlaRequestId;
import org.comity.api.Recorded;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaEntryView;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaStatus;
import org.comity.api.view.DeadlineView;
import org.comity.api.view.Page;
import org.comity.api.view.References;
import org.comity.api.view.RequestFilter;
import org.comity.api.view.Side;
import org.comity.law.lifecycle.Flag;
import org.comity.law.lifecycle.MlaRequestLife;
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

/** Every request for mutual legal assistance, as somebody looks for it in a list. */
@Component
@ProcessingGroup(MlaRegister.NAME)
public class MlaRegister implements Projection {
    public static final String NAME = "mla-register";

    private static final String TABLE = "mla_register";

    private final Batches batches;
    private final Progress progress;
    private final RequestTable table;
    private final Lives<MlaRequestEvent, MlaRequestLife> lives;

    public MlaRegister(Batches batches, Progress progress, EventLog log, DataSource dataSource) {
        this.batches = batches;
        this.progress = progress;
        this.table = new RequestTable(dataSource, TABLE);
        this.lives = new Lives<>(log, MlaRequestEvent.class, MlaRequestLife.NONE, MlaRequestLife::after);
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
        return MlaRequestEvent.class.isAssignableFrom(type);
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
    public Page<MlaEntryView> find(RequestFilter<MlaStatus> filter, Actor reader) {
        return table.page(progress.slot(NAME), filter, Reader.of(reader), MlaRegister::entry);
    }

    /** The moment of creation counts only for a new row, and a new row begins with the first event. */
    private static RequestRow row(MlaRequestLife life, Instant createdAt, Instant changedAt) {
        MlaContents contents = Objects.requireNonNull(life.contents());
        MlaRequestId id = Objects.requireNonNull(life.now().id());
        List<Fact<MlaRequestEvent>> effective = life.effective();
        MlaOutlook outlook = MlaOutlook.of(life, effective);
        DeadlineView due =
                outlook.deadlines().isEmpty() ? null : outlook.deadlines().getFirst();
        References references = MlaParts.references(effective);
        Hands hands = Hands.of(
                life.now().people(), life.now().assignments(), life.now().seal());
        return new RequestRow(
                id.value(),
                id.reference(),
                contents.from(),
                contents.to(),
                Kebab.of(life.status()),
                // without those that time alone sets: a row must not depend on when it is written
                life.flags(Instant.EPOCH).stream().map(Flag::toString).toList(),
                life.version(),
                life.now().journey().hasBegun(),
                false,
                List.of(),
                List.of(),
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
                null,
                Words.in(
                        id.reference(),
                        references.requesting(),
                        references.requested(),
                        references.provider(),
                        contents.offence(),
                        contents.from(),
                        contents.to()),
                createdAt,
                changedAt);
    }

    private static MlaEntryView entry(RequestRow row, @Nullable Side side) {
        return new MlaEntryView(
                new MlaRequestId(row.id()),
                row.reference(),
                Objects.requireNonNull(Parameters.constant("status", row.status(), MlaStatus.class)),
                row.flags(),
                row.version(),
                row.from(),
                row.to(),
                side,
                row.turn(),
                RequestTable.waitingOn(row.turn(), side),
                row.dueAt(),
                row.due() == null ? null : new Code(row.due()),
                row.offence(),
                new References(row.requestingReference(), row.requestedReference(), row.ticket()),
                row.createdAt(),
                row.changedAt());
    }
}
