package org.comity.log.dispatch;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.comity.api.Refused;
import org.comity.api.directory.AuthorityCommand;
import org.comity.api.directory.AuthorityCommand.ConnectAuthority;
import org.comity.api.directory.AuthorityCommand.DisconnectAuthority;
import org.comity.api.directory.AuthorityCommand.RegisterAuthority;
import org.comity.api.directory.AuthorityEvent;
import org.comity.api.directory.AuthorityEvent.AuthorityConnected;
import org.comity.api.directory.AuthorityEvent.AuthorityDisconnected;
import org.comity.api.directory.AuthorityEvent.AuthorityRegistered;
import org.comity.api.directory.AuthorityId;

/** A small aggregate: once registered, an authority is connected and disconnected in turns. */
class TestAuthority {
    /** What happens in the middle of a decision, for tests of races. */
    static final ThreadLocal<Runnable> MEANWHILE = ThreadLocal.withInitial(() -> () -> {});

    @AggregateIdentifier
    private AuthorityId id;

    private final List<AuthorityEvent> history = new ArrayList<>();

    @CommandHandler(commandName = "authority")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AuthorityCommand command, MetaData metadata) {
        MEANWHILE.get().run();
        AuthorityEvent last = history.isEmpty() ? null : history.getLast();
        switch (command) {
            case RegisterAuthority c ->
                decide(
                        last == null,
                        () -> new AuthorityRegistered(c.id(), c.kind(), c.state(), c.name(), c.validFrom()),
                        metadata);
            case ConnectAuthority c -> {
                if (last == null) {
                    throw Refused.unknown();
                }
                decide(!(last instanceof AuthorityConnected), () -> new AuthorityConnected(c.id(), c.from()), metadata);
            }
            case DisconnectAuthority c -> {
                // Who is not connected need not be disconnected: no event.
                if (last instanceof AuthorityConnected) {
                    apply(new AuthorityDisconnected(c.id(), c.from(), c.why()), metadata);
                }
            }
            default -> throw new IllegalArgumentException("these tests do not need " + command.getClass());
        }
    }

    private static void decide(boolean allowed, Supplier<AuthorityEvent> event, MetaData metadata) {
        if (!allowed) {
            throw Refused.conflict("authority.not-allowed-in-status", "That is not possible now.");
        }
        apply(event.get(), metadata);
    }

    @EventSourcingHandler
    void on(AuthorityEvent event) {
        id = event.id();
        history.add(event);
    }
}
