package org.comity.log.transparency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.comity.log.ledger.Unreadable;
import org.comity.log.ledger.VerifierKey;

/** The keys whose cosignatures are accepted. */
public record Witnesses(List<VerifierKey> keys) {
    public static final Witnesses NONE = new Witnesses(List.of());

    public Witnesses {
        keys = List.copyOf(keys);
    }

    /**
     * Reads a file with one verifier key of type 4 a line; empty lines and those that begin with {@code #} are passed over.
     *
     * @throws IllegalStateException that names the line that is none
     */
    public static Witnesses read(Path file) {
        var keys = new ArrayList<VerifierKey>();
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalStateException("the keys of the witnesses at " + file + " cannot be read", e);
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                keys.add(key(line, file + ":" + (i + 1)));
            }
        }
        return new Witnesses(keys);
    }

    private static VerifierKey key(String line, String place) {
        try {
            VerifierKey key = VerifierKey.parse(line);
            if (key.type() == VerifierKey.Type.COSIGNATURE) {
                return key;
            }
        } catch (Unreadable e) {
            throw new IllegalStateException(place + ": " + e.getMessage(), e);
        }
        throw new IllegalStateException(place + ": the key of a witness is of type 4 (cosignatures)");
    }
}
