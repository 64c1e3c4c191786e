package org.comity.query.mla;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Fact;
import org.comity.api.MlaRequestId;
import org.comity.api.Recorded;
import org.comity.api.Refused;
import org.comity.api.directory.AuthorityId;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaRequestView;
import org.comity.api.view.AuthorityView;
import org.comity.api.view.DeadlineView;
import org.comity.api.view.HistoryEntryView;
import org.comity.api.view.Side;
import org.comity.law.lifecycle.Flag;
import org.comity.law.lifecycle.Journey;
import org.comity.law.lifecycle.MlaRequestLife;
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
 * One request for mutual legal assistance, folded from the log when it is asked for. Whoever may not know of it is told that
 * there is none.
 */
@Component
public class MlaRequests {
    private final EventLog log;
    private final Histories histories;
    private final AuthorityNames names;
    private final Links links;
    private final InstantSource worldClock;

    public MlaRequests(
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

    private record Known(List<Recorded<?>> history, MlaRequestLife life, MlaContents contents, Act act) {
        List<Fact<MlaRequestEvent>> effective() {
            return life.effective();
        }
    }

    /**
     * The request as a reader may know it now.
     *
     * @throws Refused if there is none that the reader may know of
     */
    public MlaRequestView find(MlaRequestId id, Actor actor) {
        Known known = known(id, actor);
        MlaRequestLife life = known.life();
        MlaContents contents = known.contents();
        List<Fact<MlaRequestEvent>> effective = known.effective();
        MlaOutlook outlook = MlaOutlook.of(life, effective);
        Reader reader = Reader.of(actor);
        Side side = Sights.side(reader, contents.from());
        Instant at = known.act().receivedAt();
        var now = life.now();
        Map<AuthorityId, AuthorityView> authorities = authorities(now.journey());
        return new MlaRequestView(
                id,
                id.reference(),
                life.status(),
                life.flags(at).stream().map(Flag::toString).toList(),
                life.version(),
                contents.from(),
                contents.to(),
                side,
                outlook.turn(),
                RequestTable.waitingOn(outlook.turn(), side),
                MlaParts.items(now.items(), contents),
                contents.linkedPreservations().stream()
                        .flatMap(linked -> links.to("preservation", linked, known.act()).stream())
                        .toList(),
                Sights.commands(life.open(known.act(), at)),
                contents,
                MlaParts.references(effective),
                now.journey().sender() == null
                        ? null
                        : authorities.get(now.journey().sender()),
                now.journey().addressee() == null
                        ? null
                        : authorities.get(now.journey().addressee()),
                now.journey().channel(),
                now.journey().sentAt(),
                now.legalReceivedAt(),
                MlaParts.rounds(now.rounds(), effective),
                MlaParts.conditions(effective),
                MlaParts.transfers(now.transfers()),
                now.confirmation().isDue() ? now.confirmation().dueBy() : null,
                now.review(),
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
    public List<HistoryEntryView> history(MlaRequestId id, Actor actor) {
        Known known = known(id, actor);
        return histories.of(
                known.history(),
                known.contents().from(),
                known.contents().to(),
                MlaRequestCommand.class,
                Reader.of(actor));
    }

    /**
     * What falls due, the nearest first.
     *
     * @throws Refused if there is none that the reader may know of
     */
    public List<DeadlineView> deadlines(MlaRequestId id, Actor actor) {
        Known known = known(id, actor);
        return MlaOutlook.of(known.life(), known.effective()).deadlines();
    }

    private Known known(MlaRequestId id, Actor actor) {
        List<Recorded<?>> history = log.read(id.toString());
        MlaRequestLife life = MlaRequestLife.NONE;
        for (Fact<MlaRequestEvent> fact : Facts.of(history, MlaRequestEvent.class)) {
            life = life.after(fact);
        }
        Act act = Act.by(actor, worldClock.instant());
        MlaContents contents = life.contents();
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
