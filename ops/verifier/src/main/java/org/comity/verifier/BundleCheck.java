package org.comity.verifier;

import java.io.IOException;
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

/** Checks the audit bundle of one request, with nothing but the file and the keys that the auditor brings. */
final class BundleCheck {
    private final Path file;
    private final Findings findings;

    BundleCheck(Path file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /**
     * Checks everything and tells what it found; answers the checkpoint that proves it, or null if something is wrong.
     *
     * @param believed the keys of the log, each of them, and of witnesses; if there are none, those of the bundle are taken at
     *     their word
     * @throws Unverifiable if the bundle is whole, and nobody is believed who could have signed it
     */
    @Nullable
    SignedNote run(List<VerifierKey> believed) {
        byte[] zip = bytes();
        Bundle bundle;
        try {
            bundle = BundleFiles.read(zip);
        } catch (Unreadable e) {
            findings.add(e.getMessage() == null ? "it is no audit bundle" : e.getMessage());
            return null;
        }
        for (Bundle.Fault fault : bundle.check(believed)) {
            if (fault.position() < 0) {
                findings.add(fault.sentence());
            } else {
                findings.at(fault.position(), fault.sentence());
            }
        }
        if (findings.count() > 0) {
            named(bundle);
            findings.say("FAILED: %,d failures in a bundle of %,d events".formatted(findings.count(), bundle.count()));
            return null;
        }
        SignedNote note = SignedNote.parse(bundle.checkpoint());
        tell(believed.isEmpty() ? "WHOLE" : "VERIFIED", bundle, Checkpoint.parse(note.text()));
        if (believed.isEmpty()) {
            named(bundle);
            throw new Unverifiable("who signed it; none of these keys is believed yet."
                    + " Take the key of the log from its owner in another way than this one, and name it by --key");
        }
        note.verifiedBy(believed).forEach(key -> findings.say("signed by " + key));
        return note;
    }

    private void tell(String verdict, Bundle bundle, Checkpoint tree) {
        findings.say("%s: %,d events of %s stand in the first %,d events of %s"
                .formatted(verdict, bundle.count(), bundle.stream(), tree.size(), tree.origin()));
        long withheld =
                bundle.items().stream().filter(item -> item.envelope() == null).count();
        if (withheld > 0) {
            findings.say("%,d of them are withheld, and only their hashes are proven".formatted(withheld));
        }
        findings.say("not proven: that nothing happened afterwards, and what audit.html says beside the events");
        findings.say("root " + tree.root().base64());
    }

    private void named(Bundle bundle) {
        bundle.keys().forEach(key -> findings.say("the bundle names the key " + key));
    }

    private byte[] bytes() {
        try {
            if (Files.size(file) > BundleFiles.LARGEST) {
                throw new Unverifiable("the bundle in " + file + " is larger than a bundle can be");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Unverifiable("the bundle in " + file + " cannot be read", e);
        }
    }
}
