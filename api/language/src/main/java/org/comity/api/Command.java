package org.comity.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Something that is asked of one request or authority; who asks, and when, is the {@link Act} beside it. */
public interface Command {
    @TargetAggregateIdentifier
    Id id();
}
