package org.comity.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.comity.log.ledger.Checkpoint;
import org.comity.log.ledger.SignedNote;
import org.comity.log.ledger.Unreadable;
import org.comity.log.ledger.VerifierKey;

/**
 * Whom the auditor believes: the first key of the log in the auditor's file, every later one that a checkpoint of both
 * introduces, and the witnesses.
 */
final class Trust {
    private final List<VerifierKey> believed = new ArrayList<>();
    private final List<VerifierKey> offered = new ArrayList<>();
    private final List<VerifierKey> witnesses = new ArrayList<>();
    private long cosignatures;

    /** Reads verifier keys, one a line: those of type 1 are of the log, those of type 4 of witnesses. */
    static Trust read(List<Path> files) {
        var trust = new Trust();
        for (Path file : files) {
            try {
                for (String line : Files.readAllLines(file)) {
                    if (!line.isBlank() && !line.startsWith("#")) {
                        trust.add(VerifierKey.parse(line.strip()));
                    }
                }
            } catch (IOException | Unreadable e) {
                throw new Unverifiable("the keys in " + file + " cannot be read: " + e.getMessage(), e);
            }
        }
        if (trust.believed.isEmpty()) {
            throw new Unverifiable("there is no key of the log to believe; name a file that holds it by --key");
        }
        return trust;
    }

    private void add(VerifierKey key) {
        (key.type() == VerifierKey.Type.COSIGNATURE ? witnesses : believed.isEmpty() ? believed : offered).add(key);
    }

    /** All keys of the files: what a single checkpoint may be signed by, which introduces none. */
    List<VerifierKey> keys() {
        return Stream.of(believed, offered, witnesses).flatMap(List::stream).toList();
    }

    /** The checkpoints that the log has truly signed, by rising size. */
    List<Checkpoint> verified(List<SignedNote> notes, Findings findings) {
        var checkpoints = new ArrayList<Checkpoint>();
        for (SignedNote note : notes) {
            try {
                Checkpoint checkpoint = Checkpoint.parse(note.text());
                boolean signed = !note.verifiedBy(believed).isEmpty();
                if (signed) {
                    List<VerifierKey> introduced = note.verifiedBy(offered);
                    believed.addAll(introduced);
                    offered.removeAll(introduced);
                }
                if (!signed || !checkpoint.origin().equals(believed.getFirst().name())) {
                    findings.add("checkpoint of " + checkpoint.size()
                            + " events: it is not signed by a known key of the log");
                    continue;
                }
                cosignatures += note.verifiedBy(witnesses).size();
                checkpoints.add(checkpoint);
            } catch (Unreadable e) {
                findings.add("a checkpoint cannot stand: " + e.getMessage());
            }
        }
        checkpoints.sort(Comparator.comparingLong(Checkpoint::size));
        return checkpoints;
    }

    /** How many true signatures of known witnesses were found. */
    long cosignatures() {
        return cosignatures;
    }
}
