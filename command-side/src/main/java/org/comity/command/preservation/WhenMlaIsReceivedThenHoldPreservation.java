package org.comity.command.preservation;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.comity.api.PreservationId;
import org.comity.api.Recorded;
import org.comity.api.mla.MlaRequestEvent.EventCorrected;
import org.comity.api.mla.MlaRequestEvent.ReceiptAcknowledged;
import org.comity.api.mla.MlaStatus;
import org.comity.api.preservation.PreservationCommand.LinkFollowUp;
import org.comity.api.preservation.PreservationCommand.RejudgeFollowUp;
import org.comity.command.policy.Lives;
import org.comity.command.policy.PolicyDesk;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.log.store.AxonLog;
import org.comity.log.store.EventLog;
import org.springframework.stereotype.Component;

/**
 * Tells each linked preservation of the legal receipt, whenever it is recorded; and after a correction, of the receipt as it
 * is known then. Source: ETS 185 art. 29(7).
 */
@Component
@ProcessingGroup(FollowUps.GROUP)
@DisallowReplay
class WhenMlaIsReceivedThenHoldPreservation {
    private final FollowUps followUps;
    private final Lives lives;
    private final PolicyDesk desk;

    WhenMlaIsReceivedThenHoldPreservation(FollowUps followUps, EventLog log, PolicyDesk desk) {
        this.followUps = followUps;
        this.lives = new Lives(log);
        this.desk = desk;
    }

    @EventHandler
    void on(ReceiptAcknowledged event, EventMessage<?> message) {
        Recorded<?> cause = AxonLog.recorded(message);
        for (PreservationId preservation : followUps.preservationsOf(event.id())) {
            var hold = new LinkFollowUp(preservation, event.id(), event.legalReceivedAt());
            desk.send(getClass(), cause, PreservationAggregate.FAMILY, hold, preservation, event.id());
        }
    }

    @EventHandler
    void on(EventCorrected event, EventMessage<?> message) {
        Recorded<?> cause = AxonLog.recorded(message);
        MlaRequestLife life = lives.mlaRequest(event.id(), cause.fact().sequence());
        // The receipt of a request that was withdrawn holds nothing, whatever its date.
        if (life.status() != MlaStatus.WITHDRAWN) {
            for (PreservationId preservation : followUps.preservationsOf(event.id())) {
                var rejudge = new RejudgeFollowUp(preservation, event.id(), life.firstReceivedAt());
                desk.send(getClass(), cause, PreservationAggregate.FAMILY, rejudge, preservation, event.id());
            }
        }
    }
}
