package org.comity.command.preservation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.comity.api.Act;
import org.comity.api.Fact;
import org.comity.api.PreservationId;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationEvent;
import org.comity.log.names.ActCodec;

/** Ties the rules of a preservation request to the log; holds no rule. */
@AggregateRoot(type = "preservation-request")
public class PreservationAggregate {
    /** Name under which commands of this family are sent. */
    public static final String FAMILY = "preservation-request";

    @AggregateIdentifier
    private PreservationId id;

    private PreservationRequest request = PreservationRequest.NONE;

    PreservationAggregate() {}

    @CommandHandler(commandName = FAMILY)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PreservationCommand command, MetaData metadata) {
        Act act = ActCodec.read(metadata);
        var events = request.decide(command, act, () -> Offer.read(metadata));
        MetaData stored = stored(metadata, request.actOf(command, act));
        events.forEach(event -> apply(event, stored));
    }

    @EventSourcingHandler
    void on(PreservationEvent event, DomainEventMessage<?> message) {
        id = event.id();
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
