package org.comity.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The document that shows a reported act.
 *
 * @param digest strong digest of the document
 * @param kind letter, e-mail, note verbale, record of a call, ...
 * @param receivedAt when our office received it
 */
public record Proof(Digest digest, Code kind, @Nullable Instant receivedAt) {
    public Proof {
        Malformed.unless(digest.isStrong(), "the digest of a proof is sha-256 or stronger");
    }
}
