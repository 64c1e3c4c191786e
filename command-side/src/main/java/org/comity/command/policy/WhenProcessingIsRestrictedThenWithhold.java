package org.comity.command.policy;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.comity.api.RequestEvent;
import org.comity.log.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * The mark beside the keys follows the log, in the group that destroys keys, so that they come in their order. It is there so
 * that whoever opens a value comes by it, whatever reads or search is built on.
 */
@Component
@ProcessingGroup("erasure")
@DisallowReplay
class WhenProcessingIsRestrictedThenWithhold {
    private final Vault vault;

    WhenProcessingIsRestrictedThenWithhold(Vault vault) {
        this.vault = vault;
    }

    @EventHandler
    void on(RequestEvent.Restricted event) {
        vault.restrict(event.id(), event.person());
    }

    @EventHandler
    void on(RequestEvent.RestrictionEnded event) {
        vault.release(event.id(), event.person());
    }
}
