package org.comity.log.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a witness says by a C2SP {@code tlog-cosignature} of version 1: at this moment this checkpoint was the largest that it
 * had seen of the log, and consistent with all that it had seen before.
 */
public final class Cosignature {
    private static final int ED25519_BYTES = 64;

    private final long timestamp;
    private final byte[] bytes;

    private Cosignature(long timestamp, byte[] bytes) {
        this.timestamp = timestamp;
        this.bytes = bytes;
    }

    /** The cosignature in a signature line, if it has the form of one; whether it is true a {@link VerifierKey} says. */
    public static Optional<Cosignature> of(NoteSignature line) {
        byte[] bytes = line.bytes();
        if (bytes.length != Long.BYTES + ED25519_BYTES) {
            return Optional.empty();
        }
        long timestamp = ByteBuffer.wrap(bytes).getLong();
        return timestamp < 0
                ? Optional.empty()
                : Optional.of(new Cosignature(timestamp, Arrays.copyOfRange(bytes, Long.BYTES, bytes.length)));
    }

    /** What the witness signs. */
    static String message(long timestamp, String checkpoint) {
        return "cosignature/v1\ntime " + timestamp + "\n" + checkpoint;
    }

    /** Seconds since 1970-01-01T00:00:00Z, by the clock of the witness. */
    public long timestamp() {
        return timestamp;
    }

    byte[] bytes() {
        return bytes;
    }
}
