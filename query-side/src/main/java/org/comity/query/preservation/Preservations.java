package org.comity.query.preservation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Fact;
import org.comity.api.PreservationId;
import org.comity.api.Recorded;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationContents;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationView;
import org.comity.api.view.AuthorityView;
import org.comity.api.view.DeadlineView;
import org.comity.api.view.HistoryEntryView;
import org.comity.api.view.Side;
import org.comity.law.lifecycle.Flag;
import org.comity.law.lifecycle.Journey;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.log.store.EventLog;
import org.comity.query.register.AuthorityNames;
import org.comity.query.register.Facts;
import org.comity.query.register.Histories;
import org.comity.query.register.Links;
import org.comity.query.register.Reader;
import org.comity.query.register.RequestTable;
import org.comity.query.register.Sights;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * One preservation request, folded from the log when it is asked for. Whoever may not know of it is told that
 * there is none.
 */
@Component
public class Preservations {
    private final EventLog log;
    private final Histories histories;
    private final AuthorityNames names;
    private final Links links;
    private final InstantSource worldClock;

    public Preservations(
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
    }

    private record Known(List<Recorded<?>> history, PreservationLife life, PreservationContents contents, Act act) {
        List<Fact<PreservationEvent>> effective() {
            return life.effective();
        }

        /** The State that has the request in hand: it may have been passed on to another one. */
        StateCode requested() {
            return life.now().requested() != null ? life.now().requested() : contents.to();
        }
    }

    /**
     * The request as a reader may know it now.
     *
     * @throws Refused if there is none that the reader may know of
     */
    public PreservationView find(PreservationId id, Actor actor) {
        Known known = known(id, actor);
        PreservationLife life = known.life();
        PreservationContents contents = known.contents();
        List<Fact<PreservationEvent>> effective = known.effective();
        PreservationOutlook outlook = PreservationOutlook.of(life, effective);
        Reader reader = Reader.of(actor);
        Side side = Sights.side(reader, contents.from());
        Instant at = known.act().receivedAt();
        var now = life.now();
        Map<AuthorityId, AuthorityView> authorities = authorities(now.journey());
        return new PreservationView(
                id,
                id.reference(),
                life.status(),
                life.flags(at).stream().map(Flag::toString).toList(),
                life.version(),
                contents.from(),
                known.requested(),
                side,
                outlook.turn(),
                RequestTable.waitingOn(outlook.turn(), side),
                PreservationParts.items(contents),
                PreservationParts.links(now, contents, links, known.act()),
                Sights.commands(life.open(known.act(), at)),
                contents,
                PreservationParts.references(effective),
                now.journey().sender() == null
                        ? null
                        : authorities.get(now.journey().sender()),
                now.journey().addressee() == null
                        ? null
                        : authorities.get(now.journey().addressee()),
                now.journey().channel(),
                now.journey().sentAt(),
                now.legalReceivedAt(),
                PreservationParts.rounds(now.rounds(), effective),
                now.scope(),
                life.expiresAt(),
                life.expiryRule(),
                now.term().end(),
                now.term().extensions(),
                life.followUps().entrySet().stream()
                        .map(hold -> new PreservationView.Hold(
                                hold.getKey(), hold.getValue().legalReceivedAt()))
                        .toList(),
                PreservationParts.path(effective),
                outlook.deadlines(),
                Sights.erased(now.erased()),
                Sights.assignments(now.assignments(), reader),
                Sights.proposals(now.proposals(), reader, at, proposal -> life.maySecond(proposal, known.act())),
                Sights.seal(now.seal()));
    }

    /**
     * What happened to the request, as a reader may know it.
     *
     * @throws Refused if there is none that the reader may know of
     */
    public List<HistoryEntryView> history(PreservationId id, Actor actor) {
        Known known = known(id, actor);
        return histories.of(
                known.history(),
                known.contents().from(),
                known.requested(),
                PreservationCommand.class,
                Reader.of(actor));
    }

    /**
     * What falls due, the nearest first.
     *
     * @throws Refused if there is none that the reader may know of
     */
    public List<DeadlineView> deadlines(PreservationId id, Actor actor) {
        Known known = known(id, actor);
        return PreservationOutlook.of(known.life(), known.effective()).deadlines();
    }

    private Known known(PreservationId id, Actor actor) {
        List<Recorded<?>> history = log.read(id.toString());
        PreservationLife life = PreservationLife.NONE;
        for (Fact<PreservationEvent> fact : Facts.of(history, PreservationEvent.class)) {
            life = life.after(fact);
        }
        Act act = Act.by(actor, worldClock.instant());
        PreservationContents contents = life.contents();
        if (contents == null || !life.mayKnow(act)) {
            throw Refused.unknown();
        }
        return new Known(history, life, contents, act);
    }

    private Map<AuthorityId, AuthorityView> authorities(Journey journey) {
        return names.named(Stream.of(journey.sender(), journey.addressee())
                .flatMap(Stream::ofNullable)
                .toList());
    }
}
