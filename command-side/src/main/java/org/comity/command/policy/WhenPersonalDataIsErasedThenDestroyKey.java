package org.comity.command.policy;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.comity.api.RequestEvent;
import org.comity.log.vault.Vault;
import org.springframework.stereotype.Component;

/** The log says that a key is to be destroyed; only then is it: a key without its event could not be explained. */
@Component
@ProcessingGroup("erasure")
@DisallowReplay
class WhenPersonalDataIsErasedThenDestroyKey {
    private final Vault vault;

    WhenPersonalDataIsErasedThenDestroyKey(Vault vault) {
        this.vault = vault;
    }

    @EventHandler
    void on(RequestEvent.Erased event) {
        vault.destroy(event.id(), event.person());
    }
}
