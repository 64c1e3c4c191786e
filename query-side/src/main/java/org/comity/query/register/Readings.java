package org.comity.query.register;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.comity.api.treaty.TreatyAnswer;
import org.comity.api.view.AuthorityView;
import org.comity.api.view.HistoryEntryView;
import org.comity.api.view.ReckoningView;
import org.comity.api.view.RequestHead;
import org.comity.api.view.RequestLawView;
import org.comity.api.view.RequestView;
import org.comity.api.view.Side;
import org.comity.api.view.TreatyRelationView;
import org.comity.law.deadline.Agenda;
import org.comity.law.deadline.Lawbook;
import org.comity.law.deadline.Zones;
import org.comity.law.lifecycle.Course;
import org.comity.law.lifecycle.Flag;
import org.comity.law.lifecycle.Journey;
import org.comity.law.lifecycle.Life;
import org.comity.law.lifecycle.OwnSide;
import org.comity.law.matter.Matter;
import org.comity.log.store.EventLog;
import org.comity.query.law.LawSights;
import org.comity.query.web.BadParameter;
import org.jspecify.annotations.Nullable;
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

    /**
     * What is known of a request.
     *
     * @param history all of it
     * @param life until the moment
     * @param effective the facts until the moment, as they count
     * @param act of reading, at the moment
     */
    private record Known<E extends RequestEvent, L>(
            List<Recorded<?>> history, L life, List<Fact<E>> effective, RequestContents contents, Act act) {}

    /**
     * The request as a reader may know it now.
     *
     * @throws Refused if there is none that the reader may know of
     */
    public <E extends RequestEvent, L extends Life<S, E, L>, S extends Enum<S>, V extends RequestView<S>> V find(
            Kind<E, L, S, V> kind, Id id, Actor actor) {
        return find(kind, id, actor, Moment.NOW);
    }

    /**
     * The request as it stood at a moment, as a reader may know of it now; nothing can be done in the past.
     *
     * @throws Refused if there is none that the reader may know of
     * @throws BadParameter if it was not there then, or the reader may not know how it stood
     */
    public <E extends RequestEvent, L extends Life<S, E, L>, S extends Enum<S>, V extends RequestView<S>> V find(
            Kind<E, L, S, V> kind, Id id, Actor actor, Moment moment) {
        Known<E, L> known = known(kind, id, actor, moment);
        L life = known.life();
        Course<S> now = life.now();
        StateCode from = known.contents().from();
        List<Fact<E>> effective = known.effective();
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
                kind.turnSince(effective),
                links.of(id, kind.ties(life), known.act(), moment),
                moment.isNow() ? Sights.commands(life.open(known.act(), at)) : List.of(),
                moment.isNow() ? new Reports(names).of(life, known.act()) : List.of(),
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

    private static long version(Known<?, ? extends Life<?, ?, ?>> known, Reader reader) {
        return reader.sight() == Reader.Sight.EVERYTHING
                ? known.life().version()
                : OwnSide.version(known.life().history().facts(), reader.state());
    }

    /**
     * What happened to the request, as a reader may know it.
     *
     * @throws Refused if there is none that the reader may know of
     */
    public <E extends RequestEvent, L extends Life<S, E, L>, S extends Enum<S>> List<HistoryEntryView> history(
            Kind<E, L, S, ?> kind, Id id, Actor actor) {
        Known<E, L> known = known(kind, id, actor, Moment.NOW);
        return histories.of(known.history(), kind, known.contents().from(), known.life()::roles, Reader.of(actor));
    }

    /**
     * Every date of the request and why it is that one.
     *
     * @throws Refused if there is none that the reader may know of
     */
    public <E extends RequestEvent, L extends Life<S, E, L>, S extends Enum<S>> ReckoningView deadlines(
            Kind<E, L, S, ?> kind, Id id, Actor actor) {
        return deadlines(kind, id, actor, Moment.NOW);
    }

    /**
     * Every date of the request at a moment and why it is that one.
     *
     * @throws Refused if there is none that the reader may know of
     * @throws BadParameter if it was not there then, or the reader may not know how it stood
     */
    public <E extends RequestEvent, L extends Life<S, E, L>, S extends Enum<S>> ReckoningView deadlines(
            Kind<E, L, S, ?> kind, Id id, Actor actor, Moment moment) {
        Known<E, L> known = known(kind, id, actor, moment);
        List<Fact<E>> effective = known.effective();
        Agenda agenda = kind.outlook(known.life(), effective, zones).agenda();
        Map<UUID, Long> sequences = effective.stream().collect(Collectors.toMap(Fact::eventId, Fact::sequence));
        return Reckonings.of(
                agenda, Lawbook.ofThisRelease(), sequences, known.act().receivedAt());
    }

    /**
     * What the tables of the law say of the request today.
     *
     * @throws Refused if there is none that the reader may know of
     */
    public <E extends RequestEvent, L extends Life<S, E, L>, S extends Enum<S>> RequestLawView law(
            Kind<E, L, S, ?> kind, Id id, Actor actor) {
        Known<E, L> known = known(kind, id, actor, Moment.NOW);
        L life = known.life();
        var matter = Matter.in(known.contents(), kind.requested(life));
        LocalDate day = LocalDate.ofInstant(known.act().receivedAt(), ZoneOffset.UTC);
        Reader reader = Reader.of(actor);
        boolean sender = reader.sight() == Reader.Sight.EVERYTHING
                || matter.says().from().equals(reader.state());
        return new RequestLawView(
                relation(matter, matter.answer(LawSights.treaties(), day)),
                sender ? relied(matter, known.effective()) : null,
                LawSights.contents(matter),
                LawSights.grounds(matter, life.table().commands(), day));
    }

    private static TreatyRelationView relation(Matter matter, TreatyAnswer answer) {
        return LawSights.relation(matter.says().from(), matter.requested(), matter.kinds(), answer);
    }

    private static <E extends RequestEvent> RequestLawView.@Nullable Relied relied(
            Matter matter, List<Fact<E>> effective) {
        for (Fact<E> fact : effective.reversed()) {
            if (fact.event() instanceof RequestEvent.Relying event && event.relation() != null) {
                return new RequestLawView.Relied(
                        fact.event().getClass().getSimpleName(), fact.sequence(), relation(matter, event.relation()));
            }
        }
        return null;
    }

    private <E extends RequestEvent, L extends Life<S, E, L>, S extends Enum<S>> Known<E, L> known(
            Kind<E, L, S, ?> kind, Id id, Actor actor, Moment moment) {
        List<Recorded<?>> history = log.read(id.value().toString());
        List<Fact<E>> facts = Facts.of(history, kind.events());
        L life = kind.life(facts);
        Act act = Act.by(actor, worldClock.instant());
        RequestContents contents = life.contents();
        if (contents == null || !life.mayKnow(act)) {
            throw Refused.unknown();
        }
        var now = new Known<>(history, life, life.effective(), contents, act);
        return moment.isNow() ? now : then(kind, now, facts, actor, moment);
    }

    private <E extends RequestEvent, L extends Life<S, E, L>, S extends Enum<S>> Known<E, L> then(
            Kind<E, L, S, ?> kind, Known<E, L> now, List<Fact<E>> facts, Actor actor, Moment moment) {
        Set<Long> seen = histories.numbers(now.history(), kind, now.contents().from(), Reader.of(actor));
        L life = moment.life(kind.unborn(), facts);
        RequestContents contents = life.contents();
        List<Fact<E>> until = moment.until(facts);
        boolean named = moment.sequence() == null || seen.contains(moment.sequence());
        if (contents == null || !named || until.stream().noneMatch(fact -> seen.contains(fact.sequence()))) {
            throw Moment.notThere();
        }
        Instant at = moment.instant() != null
                ? moment.instant()
                : until.getLast().act().receivedAt();
        return new Known<>(now.history(), life, moment.effective(facts), contents, Act.by(actor, at));
    }
}
