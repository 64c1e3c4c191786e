package org.comity.query.register;

import java.util.Optional;
import java.util.stream.Stream;
import org.comity.api.Act;
import org.comity.api.Code;
import org.comity.api.Event;
import org.comity.api.Fact;
import org.comity.api.Id;
import org.comity.api.MlaRequestId;
import org.comity.api.PreservationId;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.view.LinkView;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.log.names.Kebab;
import org.comity.log.store.EventLog;
import org.springframework.stereotype.Component;

/** Looks up the requests that another one is tied to; those that the reader may not know of are not there. */
@Component
public final class Links {
    private final EventLog log;

    public Links(EventLog log) {
        this.log = log;
    }

    public Optional<LinkView> to(String relation, MlaRequestId id, Act act) {
        MlaRequestLife life = facts(id, MlaRequestEvent.class)
                .reduce(MlaRequestLife.NONE, MlaRequestLife::after, (one, other) -> other);
        return life.mayKnow(act)
                ? Optional.of(new LinkView(new Code(relation), id.value(), id.reference(), Kebab.of(life.status())))
                : Optional.empty();
    }

    public Optional<LinkView> to(String relation, PreservationId id, Act act) {
        PreservationLife life = facts(id, PreservationEvent.class)
                .reduce(PreservationLife.NONE, PreservationLife::after, (one, other) -> other);
        return life.mayKnow(act)
                ? Optional.of(new LinkView(new Code(relation), id.value(), id.reference(), Kebab.of(life.status())))
                : Optional.empty();
    }

    /** Facts of a stream of this family; none if the id is that of something else. */
    private <E extends Event> Stream<Fact<E>> facts(Id id, Class<E> family) {
        return Facts.of(log.read(id.value().toString()), family).stream();
    }
}
