package org.comity.log.store;

import org.comity.log.ledger.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * An event exactly as the table holds it, for auditors and proofs.
 *
 * @param commandKey 64 hexadecimal digits on the first event of a command that had a key
 * @param leaf 64 hexadecimal digits as stored, not computed again
 */
public record StoredEvent(Envelope envelope, @Nullable String commandKey, String leaf) {
    /** True if the stored leaf is the leaf of the stored fields. */
    public boolean isIntact() {
        return envelope.leaf().hex().equals(leaf);
    }
}
