package org.comity.command.policy;

import java.util.List;
import org.comity.api.Event;
import org.comity.api.Fact;
import org.comity.api.Id;
import org.comity.api.MlaRequestId;
import org.comity.api.PreservationId;
import org.comity.api.SpontaneousId;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.law.lifecycle.Life;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.law.lifecycle.SpontaneousLife;
import org.comity.log.store.EventLog;

/** The lives of requests as they were known when an event was recorded. */
public final class Lives {
    private final EventLog log;

    public Lives(EventLog log) {
        this.log = log;
    }

    /** The life of a request of any kind up to and including a sequence. */
    Life<?, ?, ?> request(Id id, long sequence) {
        return switch (id) {
            case MlaRequestId mla -> mlaRequest(mla, sequence);
            case PreservationId preservation -> preservation(preservation, sequence);
            case SpontaneousId information -> spontaneous(information, sequence);
            default -> throw new IllegalStateException("no kind of request: " + id);
        };
    }

    /** The life of a request for assistance up to and including a sequence. */
    public MlaRequestLife mlaRequest(MlaRequestId id, long sequence) {
        return MlaRequestLife.NONE.asKnown(facts(id, sequence, MlaRequestEvent.class));
    }

    /** The life of a preservation up to and including a sequence. */
    public PreservationLife preservation(PreservationId id, long sequence) {
        return PreservationLife.NONE.asKnown(facts(id, sequence, PreservationEvent.class));
    }

    /** The life of spontaneous information up to and including a sequence. */
    public SpontaneousLife spontaneous(SpontaneousId id, long sequence) {
        return SpontaneousLife.NONE.asKnown(facts(id, sequence, SpontaneousEvent.class));
    }

    private <E extends Event> List<Fact<E>> facts(Id id, long sequence, Class<E> family) {
        return log.read(id.value().toString()).stream()
                .filter(recorded -> recorded.fact().sequence() <= sequence)
                .map(recorded -> {
                    Fact<?> fact = recorded.fact();
                    return new Fact<>(fact.eventId(), fact.sequence(), family.cast(fact.event()), fact.act());
                })
                .toList();
    }
}
