package org.comity.command.directory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.comity.api.directory.AuthorityCommand;
import org.comity.api.directory.AuthorityEvent;
import org.comity.api.directory.AuthorityId;
import org.comity.log.names.ActCodec;

/** Ties the rules of an authority to Axon. */
@AggregateRoot(type = "authority")
public class AuthorityAggregate {
    /** What the door adds for commands that need two persons; none of these does, and it is no part of an event. */
    private static final Set<String> NOT_RECORDED = Set.of("proposal", "body");

    @AggregateIdentifier
    private AuthorityId id;

    private Authority authority = Authority.NONE;

    AuthorityAggregate() {}

    @CommandHandler(commandName = "authority")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AuthorityCommand command, MetaData meta) {
        apply(authority.decide(command, ActCodec.read(meta)), meta.withoutKeys(NOT_RECORDED));
    }

    @EventSourcingHandler
    void on(AuthorityEvent event) {
        id = event.id();
        authority = authority.evolve(event);
    }
}
