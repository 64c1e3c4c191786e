package org.comity.command.spontaneous;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.comity.api.SpontaneousId;
import org.comity.api.spontaneous.SpontaneousCommand;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.command.request.RequestAggregate;
import org.comity.law.lifecycle.SpontaneousLife;

/** Ties the rules of spontaneous information to the log; holds no rule. */
@AggregateRoot(type = "spontaneous-information")
public class SpontaneousAggregate extends RequestAggregate<SpontaneousCommand, SpontaneousEvent, SpontaneousLife> {
    @AggregateIdentifier
    private SpontaneousId id;

    SpontaneousAggregate() {
        super(SpontaneousInformation.NONE);
    }

    @CommandHandler(commandName = "spontaneous-information")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SpontaneousCommand command, MetaData metadata) {
        decide(command, metadata);
    }

    @EventSourcingHandler
    void on(SpontaneousEvent event, DomainEventMessage<?> message) {
        id = event.id();
        evolve(event, message);
    }
}
