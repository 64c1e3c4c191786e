package org.comity.command.preservation;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.comity.api.MlaRequestId;
import org.comity.api.PreservationId;
import org.comity.api.Recorded;
import org.comity.api.mla.MlaRequestEvent.EventCorrected;
import org.comity.api.mla.MlaRequestEvent.RequestWithdrawn;
import org.comity.api.mla.MlaStatus;
import org.comity.api.preservation.PreservationCommand.WithdrawFollowUp;
import org.comity.command.policy.Lives;
import org.comity.command.policy.PolicyDesk;
import org.comity.log.store.AxonLog;
import org.comity.log.store.EventLog;
import org.springframework.stereotype.Component;

/** Ends the hold for a request that was withdrawn as a whole; the withdrawal of some items ends nothing. Source: policy. */
@Component
@ProcessingGroup(FollowUps.GROUP)
@DisallowReplay
class WhenMlaIsWithdrawnThenWithdrawFollowUp {
    private final FollowUps followUps;
    private final Lives lives;
    private final PolicyDesk desk;

    WhenMlaIsWithdrawnThenWithdrawFollowUp(FollowUps followUps, EventLog log, PolicyDesk desk) {
        this.followUps = followUps;
        this.lives = new Lives(log);
        this.desk = desk;
    }

    @EventHandler
    void on(RequestWithdrawn event, EventMessage<?> message) {
        withdraw(event.id(), AxonLog.recorded(message));
    }

    @EventHandler
    void on(EventCorrected event, EventMessage<?> message) {
        withdraw(event.id(), AxonLog.recorded(message));
    }

    private void withdraw(MlaRequestId request, Recorded<?> cause) {
        if (lives.mlaRequest(request, cause.fact().sequence()).status() == MlaStatus.WITHDRAWN) {
            for (PreservationId preservation : followUps.preservationsOf(request)) {
                var withdraw = new WithdrawFollowUp(preservation, request);
                desk.send(getClass(), cause, PreservationAggregate.FAMILY, withdraw, preservation, request);
            }
        }
    }
}
