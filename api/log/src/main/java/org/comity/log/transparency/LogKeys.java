package org.comity.log.transparency;

import java.nio.file.Files;
import java.nio.file.Path;
import org.comity.log.ledger.SigningKey;
import org.comity.log.ledger.Unreadable;
import org.comity.log.vault.SecretFile;
import org.jspecify.annotations.Nullable;

/**
 * The files of the keys that sign checkpoints.
 *
 * @param current signs
 * @param previous signed until now, if the key has just been changed
 */
public record LogKeys(Path current, @Nullable Path previous) {
    private static final String WHAT = "key of the log";
    private static final String NO_NAME = "log";

    /** Writes a new key if there is none. */
    public LogKeys orCreate() {
        if (Files.notExists(current)) {
            SecretFile.create(current, WHAT, SigningKey.generate(NO_NAME).pem());
        }
        return this;
    }

    SigningKey read(String origin) {
        return read(current, origin);
    }

    @Nullable
    SigningKey readPrevious(String origin) {
        return previous == null || Files.notExists(previous) ? null : read(previous, origin);
    }

    private static SigningKey read(Path file, String origin) {
        if (Files.notExists(file)) {
            throw new IllegalStateException(
                    "there is no " + WHAT + " at " + file
                            + "; put it there (openssl genpkey -algorithm ed25519), for without it no checkpoint can be signed");
        }
        try {
            return SigningKey.parse(origin, SecretFile.read(file, WHAT));
        } catch (Unreadable e) {
            throw new IllegalStateException("the " + WHAT + " at " + file + " is none: " + e.getMessage(), e);
        }
    }
}
