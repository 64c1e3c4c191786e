package org.comity.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.log.ledger.Bundle;
import org.comity.log.ledger.BundleFiles;
import org.comity.log.ledger.Checkpoint;
import org.comity.log.ledger.Envelope;
import org.comity.log.ledger.Hash;
import org.comity.log.ledger.SignedNote;
import org.comity.log.ledger.Tile;
import org.comity.log.ledger.TileAddress;
import org.comity.log.ledger.Unreadable;
import org.comity.log.ledger.VerifierKey;

/**
 * What an auditor has from an earlier time, out of the reach of whoever changed the log since. The checkpoint convicts; the
 * leaves that are known beside it only name the place.
 *
 * @param leaves by their positions
 */
record Kept(SignedNote note, Map<Long, Hash> leaves) {
    /** How every ZIP file begins; a checkpoint has no such character. */
    private static final String ZIP = "PK\u0003\u0004";

    Kept {
        leaves = Map.copyOf(leaves);
    }

    /**
     * Reads a checkpoint with the tile that was kept beside it, or an audit bundle.
     *
     * @param believed keys that may have signed a bundle
     * @throws Unverifiable if it is neither
     */
    static Kept read(Path file, List<VerifierKey> believed) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.startsWith(ZIP)) {
                return of(file, BundleFiles.read(bytes), believed);
            }
            SignedNote note = SignedNote.parse(text);
            long size = Checkpoint.parse(note.text()).size();
            var leaves = new HashMap<Long, Hash>();
            if (edge(size).isPresent() && Files.exists(beside(file))) {
                TileAddress address = edge(size).get();
                List<Hash> hashes =
                        Tile.of(address, Files.readAllBytes(beside(file))).hashes();
                for (int i = 0; i < hashes.size(); i++) {
                    leaves.put(size - hashes.size() + i, hashes.get(i));
                }
            }
            return new Kept(note, leaves);
        } catch (IOException | Unreadable e) {
            throw new Unverifiable("what was kept in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Kept of(Path file, Bundle bundle, List<VerifierKey> believed) {
        List<Bundle.Fault> faults = bundle.check(believed);
        if (!faults.isEmpty()) {
            throw new Unverifiable("the bundle in " + file + " does not verify: "
                    + faults.getFirst().sentence() + "; see verify --bundle");
        }
        var leaves = new HashMap<Long, Hash>();
        for (Bundle.Item item : bundle.items()) {
            leaves.put(
                    item.position(),
                    item.envelope() == null
                            ? item.leaf()
                            : Envelope.of(Base64.getDecoder().decode(item.envelope()))
                                    .leaf());
        }
        return new Kept(SignedNote.parse(bundle.checkpoint()), leaves);
    }

    /** Keeps a checkpoint, and beside it the leaves behind the last full tile, of which the log itself keeps no copy. */
    static void write(Path file, SignedNote note, Optional<Tile> edge) {
        try {
            Files.writeString(file, note.toString());
            if (edge.isPresent()) {
                Files.write(beside(file), edge.get().bytes());
            } else {
                Files.deleteIfExists(beside(file));
            }
        } catch (IOException e) {
            throw new Unverifiable("the checkpoint cannot be kept in " + file, e);
        }
    }

    private static Optional<TileAddress> edge(long size) {
        int width = (int) (size % TileAddress.FULL);
        return width == 0 ? Optional.empty() : Optional.of(new TileAddress(0, size / TileAddress.FULL, width));
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".tile");
    }
}
