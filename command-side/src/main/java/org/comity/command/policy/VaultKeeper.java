package org.comity.command.policy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PostConstruct;
import java.util.UUID;
import org.comity.log.store.EventLog;
import org.comity.log.vault.Orders;
import org.comity.log.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Holds the vault to the log: a backup of it that was restored brings back keys that were destroyed since, and they are
 * destroyed again. A node does so before it serves, and whenever the vault turns out to be another than it saw last.
 */
@Component
public class VaultKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(VaultKeeper.class);

    private final EventLog log;
    private final Vault vault;
    private final Counter again;
    private @Nullable Seen seen;

    /** The vault, and what the log last said of it. */
    private record Seen(UUID version, long protection) {}

    public VaultKeeper(EventLog log, Vault vault, MeterRegistry meters) {
        this.log = log;
        this.vault = vault;
        this.again = Counter.builder("comity.vault.destroyed.again")
                .description("Keys of erased persons that were found in the vault, as after the restore of an older"
                        + " backup, and destroyed again")
                .register(meters);
    }

    /** Compares the vault with the log if one of them is another than this node saw last. */
    @PostConstruct
    public synchronized void keep() {
        // read first: whatever changes meanwhile is looked at the next time
        var found = new Seen(vault.version(), log.lastProtection());
        Seen before = seen;
        if (found.equals(before)) {
            return;
        }
        int destroyed = vault.hold(() -> Orders.of(log.protections()));
        // where only the log has grown, the key is merely destroyed a moment before the policy comes to it
        if (destroyed > 0 && (before == null || !before.version().equals(found.version()))) {
            LOG.warn(
                    "the vault held keys of erased persons; {} were destroyed again; was a backup restored?",
                    destroyed);
            again.increment(destroyed);
        }
        seen = found;
    }
}
