package org.comity.command.preservation;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.comity.api.PreservationId;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationEvent;
import org.comity.command.request.RequestAggregate;
import org.comity.law.lifecycle.PreservationLife;

/** Ties the rules of a preservation request to the log; holds no rule. */
@AggregateRoot(type = "preservation-request")
public class PreservationAggregate extends RequestAggregate<PreservationCommand, PreservationEvent, PreservationLife> {
    /** Name under which commands of this family are sent. */
    public static final String FAMILY = "preservation-request";

    @AggregateIdentifier
    private PreservationId id;

    PreservationAggregate() {
        super(PreservationRequest.NONE);
    }

    @CommandHandler(commandName = FAMILY)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PreservationCommand command, MetaData metadata) {
        decide(command, metadata);
    }

    @EventSourcingHandler
    void on(PreservationEvent event, DomainEventMessage<?> message) {
        id = event.id();
        evolve(event, message);
    }
}
