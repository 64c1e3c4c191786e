package org.comity.command.preservation;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.comity.api.PreservationId;
import org.comity.api.preservation.PreservationCommand.LinkFollowUp;
import org.comity.api.preservation.PreservationEvent.EventCorrected;
import org.comity.api.preservation.PreservationEvent.FollowUpRequestLinked;
import org.comity.api.preservation.PreservationEvent.PreservationConfirmed;
import org.comity.api.preservation.PreservationEvent.PreservationConfirmedInPart;
import org.comity.command.policy.PolicyDesk;
import org.comity.log.store.AxonLog;
import org.springframework.stereotype.Component;

/**
 * Tells a preservation of every request that was received before the data were preserved, or before they were held: who had
 * asked in vain while only the term counted is heard once the data are held for another. Source: ETS 185 art. 29(7).
 */
@Component
@ProcessingGroup(FollowUps.GROUP)
@DisallowReplay
class WhenPreservationIsConfirmedThenHoldForReceivedMla {
    private final FollowUps followUps;
    private final PolicyDesk desk;

    WhenPreservationIsConfirmedThenHoldForReceivedMla(FollowUps followUps, PolicyDesk desk) {
        this.followUps = followUps;
        this.desk = desk;
    }

    @EventHandler
    void on(PreservationConfirmed event, EventMessage<?> message) {
        tell(event.id(), message);
    }

    @EventHandler
    void on(PreservationConfirmedInPart event, EventMessage<?> message) {
        tell(event.id(), message);
    }

    @EventHandler
    void on(FollowUpRequestLinked event, EventMessage<?> message) {
        tell(event.id(), message);
    }

    @EventHandler
    void on(EventCorrected event, EventMessage<?> message) {
        tell(event.id(), message);
    }

    private void tell(PreservationId preservation, EventMessage<?> message) {
        for (FollowUps.Received received : followUps.receivedFor(preservation)) {
            desk.send(
                    getClass(),
                    AxonLog.recorded(message),
                    PreservationAggregate.FAMILY,
                    new LinkFollowUp(preservation, received.request(), received.legalReceivedAt()),
                    preservation,
                    received.request());
        }
    }
}
