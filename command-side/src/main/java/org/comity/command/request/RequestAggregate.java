package org.comity.command.request;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.comity.api.Act;
import org.comity.api.Fact;
import org.comity.api.RequestCommand;
import org.comity.api.RequestEvent;
import org.comity.law.lifecycle.Life;
import org.comity.log.names.ActCodec;

/** Ties the rules of a request of any kind to the log; holds no rule. A kind adds its names and its identity. */
public abstract class RequestAggregate<C extends RequestCommand, E extends RequestEvent, L extends Life<?, E, L>> {
    private Request<C, E, L> request;

    protected RequestAggregate(Request<C, E, L> unborn) {
        request = unborn;
    }

    /** Decides a command and records what follows. */
    protected void decide(C command, MetaData metadata) {
        Act act = ActCodec.read(metadata);
        var events = request.decide(command, act, () -> Offer.read(metadata));
        MetaData stored = stored(metadata, request.actOf(command, act));
        events.forEach(event -> apply(event, stored));
    }

    /** Takes note of what was recorded. */
    protected void evolve(E event, DomainEventMessage<?> message) {
        request = request.after(new Fact<>(
                UUID.fromString(message.getIdentifier()),
                message.getSequenceNumber(),
                event,
                ActCodec.read(message.getMetaData())));
    }

    /** What is stored with an event: the act that it belongs to and its origin, without what only a proposal is made of. */
    private static MetaData stored(MetaData metadata, Act act) {
        Map<String, Object> stored = new HashMap<>(metadata);
        stored.remove("proposal");
        stored.remove("body");
        stored.putAll(ActCodec.write(act));
        return MetaData.from(stored);
    }
}
