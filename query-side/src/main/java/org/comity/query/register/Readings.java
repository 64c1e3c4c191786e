package org.comity.query.register;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Fact;
import org.comity.api.Id;
import org.comity.api.Recorded;
import org.comity.api.Refused;
import org.comity.api.RequestContents;
import org.comity.api.RequestEvent;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.view.AuthorityView;
import org.comity.api.view.HistoryEntryView;
import org.comity.api.view.ReckoningView;
import org.comity.api.view.RequestHead;
import org.comity.api.view.RequestView;
import org.comity.api.view.Side;
import org.comity.law.deadline.Agenda;
import org.comity.law.deadline.Lawbook;
import org.comity.law.deadline.Zones;
import org.comity.law.lifecycle.Course;
import org.comity.law.lifecycle.Flag;
import org.comity.law.lifecycle.Journey;
import org.comity.law.lifecycle.Life;
import org.comity.law.lifecycle.OwnSide;
import org.comity.log.store.EventLog;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * One request of any kind, folded from the log when it is asked for. Whoever may not know of it is told that there is none.
 */
@Component
public final class Readings {
    private final EventLog log;
    private final Histories histories;
    private final AuthorityNames names;
    private final Links links;
    private final InstantSource worldClock;
    private final Zones zones;

    public Readings(
            EventLog log,
            Histories histories,
            AuthorityNames names,
            Links links,
            @Qualifier("worldClock") InstantSource worldClock) {
        this.log = log;
        this.histories = histories;
        this.names = names;
        this.links = links;
        this.worldClock = worldClock;
        this.zones = Zones.in(log::read);
    }

    private record Known<L>(List<Recorded<?>> history, L life, RequestContents contents, Act act) {}

    /**
     * The request as a reader may know it now.
     *
     * @throws Refused if there is none that the reader may know of
     */
    public <E extends RequestEvent, L extends Life<S, E, L>, S extends Enum<S>, V extends RequestView<S>> V find(
            Kind<E, L, S, V> kind, Id id, Actor actor) {
        Known<L> known = known(kind, id, actor);
        L life = known.life();
        Course<S> now = life.now();
        StateCode from = known.contents().from();
        List<Fact<E>> effective = life.effective();
        Outlook outlook = kind.outlook(life, effective, zones);
        Reader reader = Reader.of(actor);
        Side side = Sights.side(reader, from);
        Instant at = known.act().receivedAt();
        Journey journey = now.journey();
        Map<AuthorityId, AuthorityView> authorities = names.named(Stream.of(journey.sender(), journey.addressee())
                .flatMap(Stream::ofNullable)
                .toList());
        var head = new RequestHead<>(
                id,
                kind.reference(id.value()),
                life.status(),
                life.flags(at).stream().map(Flag::toString).toList(),
                version(known, reader),
                from,
                kind.requested(life),
                side,
                outlook.turn(),
                RequestTable.waitingOn(outlook.turn(), side),
                links.of(id, kind.ties(life), known.act()),
                Sights.commands(life.open(known.act(), at)),
                new Reports(names).of(life, known.act()),
                kind.references(effective),
                journey.sender() == null ? null : authorities.get(journey.sender()),
                journey.addressee() == null ? null : authorities.get(journey.addressee()),
                journey.channel(),
                journey.sentAt(),
                now.legalReceivedAt(),
                outlook.deadlines(),
                Sights.erased(now.erased()),
                Sights.assignments(now.assignments(), reader),
                Sights.proposals(now.proposals(), reader, at, proposal -> life.maySecond(proposal, known.act())),
                Sights.seal(now.seal()));
        return kind.view(head, life, effective);
    }

    private static long version(Known<? extends Life<?, ?, ?>> known, Reader reader) {
        return reader.sight() == Reader.Sight.EVERYTHING
                ? known.life().version()
                : OwnSide.version(known.history().stream().map(Recorded::fact).toList(), reader.state());
    }

    /**
     * What happened to the request, as a reader may know it.
     *
     * @throws Refused if there is none that the reader may know of
     */
    public <E extends RequestEvent, L extends Life<S, E, L>, S extends Enum<S>> List<HistoryEntryView> history(
            Kind<E, L, S, ?> kind, Id id, Actor actor) {
        Known<L> known = known(kind, id, actor);
        return histories.of(known.history(), kind, known.contents().from(), known.life()::roles, Reader.of(actor));
    }

    /**
     * Every date of the request and why it is that one.
     *
     * @throws Refused if there is none that the reader may know of
     */
    public <E extends RequestEvent, L extends Life<S, E, L>, S extends Enum<S>> ReckoningView deadlines(
            Kind<E, L, S, ?> kind, Id id, Actor actor) {
        Known<L> known = known(kind, id, actor);
        List<Fact<E>> effective = known.life().effective();
        Agenda agenda = kind.outlook(known.life(), effective, zones).agenda();
        Map<UUID, Long> sequences = effective.stream().collect(Collectors.toMap(Fact::eventId, Fact::sequence));
        return Reckonings.of(agenda, Lawbook.ofThisRelease(), sequences, worldClock.instant());
    }

    private <E extends RequestEvent, L extends Life<S, E, L>, S extends Enum<S>> Known<L> known(
            Kind<E, L, S, ?> kind, Id id, Actor actor) {
        List<Recorded<?>> history = log.read(id.value().toString());
        L life = kind.life(Facts.of(history, kind.events()));
        Act act = Act.by(actor, worldClock.instant());
        RequestContents contents = life.contents();
        if (contents == null || !life.mayKnow(act)) {
            throw Refused.unknown();
        }
        return new Known<>(history, life, contents, act);
    }
}
