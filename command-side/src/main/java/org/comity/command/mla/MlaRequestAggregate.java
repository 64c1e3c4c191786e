package org.comity.command.mla;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.comity.api.MlaRequestId;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.command.request.RequestAggregate;
import org.comity.law.lifecycle.MlaRequestLife;

/** Ties the rules of a request for assistance to the log; holds no rule. */
@AggregateRoot(type = "mla-request")
public class MlaRequestAggregate extends RequestAggregate<MlaRequestCommand, MlaRequestEvent, MlaRequestLife> {
    @AggregateIdentifier
    private MlaRequestId id;

    MlaRequestAggregate() {
        super(MlaRequest.NONE);
    }

    @CommandHandler(commandName = "mla-request")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MlaRequestCommand command, MetaData metadata) {
        decide(command, metadata);
    }

    @EventSourcingHandler
    void on(MlaRequestEvent event, DomainEventMessage<?> message) {
        id = event.id();
        evolve(event, message);
    }
}
