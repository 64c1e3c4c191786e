package org.comity.standalone.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.comity.log.ledger.VerifierKey;

/**
 * The public keys of the log in the data folder, one a line, the newest last: what the operator gives to auditors and
 * partners, and what {@code comity verify} believes.
 */
public final class VerifierKeys {
    /** Beside the private key. */
    public static final String FILE = "log.vkey";

    private VerifierKeys() {}

    /** Notes the key by which the log is signed now; the private key before it has done its last work. */
    public static void keep(DataFolder folder, VerifierKey key, ProofFiles proof) {
        Path file = folder.file(FILE);
        try {
            List<String> known = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (!known.contains(key.toString())) {
                Files.writeString(file, key + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            Path former = proof.keys().previous();
            if (proof.make() && former != null) {
                Files.deleteIfExists(former);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
