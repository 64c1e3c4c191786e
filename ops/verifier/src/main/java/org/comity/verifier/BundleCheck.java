package org.comity.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.comity.log.ledger.Bundle;
import org.comity.log.ledger.BundleFiles;
import org.comity.log.ledger.Checkpoint;
import org.comity.log.ledger.SignedNote;
import org.comity.log.ledger.Unreadable;
import org.comity.log.ledger.VerifierKey;
import org.jspecify.annotations.Nullable;

/** Verifies an audit bundle from its file alone. */
final class BundleCheck {
    private final Path file;
    private final List<VerifierKey> trusted;
    private final Findings findings;

    /**
     * @param trusted keys of the log and of witnesses that the auditor has from elsewhere; if there are none, the bundle is
     *     taken at its word about the keys, and they are told
     */
    BundleCheck(Path file, List<VerifierKey> trusted, Findings findings) {
        this.file = file;
        this.trusted = trusted;
        this.findings = findings;
    }

    /** The checkpoint under which everything in the bundle stands; null if something is wrong, which was told. */
    @Nullable
    SignedNote run(PrintStream out) {
        Bundle bundle;
        try {
            bundle = BundleFiles.read(bytes());
        } catch (Unreadable e) {
            findings.add(e.getMessage() == null ? "this is no audit bundle" : e.getMessage());
            return null;
        }
        for (Bundle.Fault fault : bundle.check(trusted)) {
            if (fault.position() < 0) {
                findings.add(fault.sentence());
            } else {
                findings.at(fault.position(), fault.sentence());
            }
        }
        if (findings.count() > 0) {
            return null;
        }
        SignedNote note = SignedNote.parse(bundle.checkpoint());
        tell(bundle, note, out);
        return note;
    }

    private void tell(Bundle bundle, SignedNote note, PrintStream out) {
        Checkpoint tree = Checkpoint.parse(note.text());
        out.printf(
                "VERIFIED: %,d events of %s stand in the first %,d events of %s%nroot %s%n",
                bundle.count(),
                bundle.stream(),
                tree.size(),
                tree.origin(),
                tree.root().base64());
        List<VerifierKey> known = trusted.isEmpty()
                ? bundle.keys().stream().map(VerifierKey::parse).toList()
                : trusted;
        note.verifiedBy(known).forEach(key -> out.println("signed by " + key));
        if (trusted.isEmpty()) {
            out.println("these keys come from the bundle itself: compare them with those that you have from elsewhere,"
                    + " or name a file of them by --key");
        }
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Unverifiable("the bundle " + file + " cannot be read", e);
        }
    }
}
