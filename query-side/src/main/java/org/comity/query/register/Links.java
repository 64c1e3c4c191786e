package org.comity.query.register;

import java.util.List;
import java.util.Optional;
import org.comity.api.Act;
import org.comity.api.Code;
import org.comity.api.RequestEvent;
import org.comity.api.view.LinkView;
import org.comity.law.lifecycle.Life;
import org.comity.log.names.Kebab;
import org.comity.log.store.EventLog;
import org.springframework.stereotype.Component;

/** Looks up the requests that another one is tied to; those that the reader may not know of are not there. */
@Component
public final class Links {
    private final EventLog log;
    private final List<Kind<?, ?, ?, ?>> kinds;

    public Links(EventLog log, List<Kind<?, ?, ?, ?>> kinds) {
        this.log = log;
        this.kinds = List.copyOf(kinds);
    }

    List<LinkView> of(List<Kind.Tie> ties, Act act) {
        return ties.stream()
                .flatMap(tie -> kinds.stream().flatMap(kind -> link(kind, tie, act).stream()))
                .toList();
    }

    /** Nothing if the id is that of something else. */
    private <E extends RequestEvent, L extends Life<S, E, L>, S extends Enum<S>> Optional<LinkView> link(
            Kind<E, L, S, ?> kind, Kind.Tie tie, Act act) {
        if (!kind.id(tie.to().value()).equals(tie.to())) {
            return Optional.empty();
        }
        L life = kind.life(Facts.of(log.read(tie.to().value().toString()), kind.events()));
        return life.mayKnow(act)
                ? Optional.of(new LinkView(
                        new Code(tie.relation()),
                        tie.to().value(),
                        kind.reference(tie.to().value()),
                        Kebab.of(life.status())))
                : Optional.empty();
    }
}
