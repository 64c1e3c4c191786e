package org.comity.log.transparency;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.comity.api.Refused;
import org.comity.log.ledger.Checkpoint;
import org.comity.log.ledger.ConsistencyProof;
import org.comity.log.ledger.Hash;
import org.comity.log.ledger.InclusionProof;
import org.comity.log.ledger.NoteSignature;
import org.comity.log.ledger.SignedNote;
import org.comity.log.ledger.SigningKey;
import org.comity.log.ledger.Tile;
import org.comity.log.ledger.TileAddress;
import org.comity.log.ledger.TiledTree;
import org.comity.log.ledger.Tree;
import org.comity.log.ledger.Unreadable;
import org.comity.log.ledger.VerifierKey;
import org.comity.log.store.EventLog;
import org.comity.log.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/** The log to those who verify it. Every size that is asked for must be one that the log has reached. */
public final class TransparencyLog {
    /** The levels that a log can have; on the last there is never a full tile. */
    private static final int LEVELS = 8;

    /** The longest entry of a bundle as C2SP has it; those of ours count in four bytes. */
    private static final int LONGEST_ENTRY = 65_535;

    private final EventLog log;
    private final TreeTables tables;
    private final String origin;
    private final SigningKey key;
    private final Witnesses witnesses;
    private volatile boolean contradicted;
    private volatile @Nullable Checkpoint lastSigned;

    private TransparencyLog(EventLog log, TreeTables tables, String origin, SigningKey key, Witnesses witnesses) {
        this.log = log;
        this.tables = tables;
        this.origin = origin;
        this.key = key;
        this.witnesses = witnesses;
    }

    /**
     * Opens the tree of the log. If the key is not the one that signed until now, both sign the present checkpoint.
     *
     * @param app connections of the application's role
     * @param origin name of the log if it has none yet
     * @throws IllegalStateException if the key would sign without its predecessor, or has had its successor
     */
    public static TransparencyLog open(DataSource app, EventLog log, String origin, LogKeys keys, Witnesses witnesses) {
        var tables = new TreeTables(app);
        String name = tables.origin(origin);
        SigningKey key = keys.read(name);
        var opened = new TransparencyLog(log, tables, name, key, witnesses);
        List<Integer> before = tables.keysOf(name);
        if (!before.isEmpty() && before.getLast() != key.verifier().id()) {
            if (before.contains(key.verifier().id())) {
                throw new IllegalStateException(
                        "the key of the log was changed, and this is a former one, which signs no more; put the newest in its place");
            }
            SigningKey previous = keys.readPrevious(name);
            if (previous == null || before.getLast() != previous.verifier().id()) {
                throw new IllegalStateException(
                        "the log was signed by another key until now; its first checkpoint under a"
                                + " new key is signed by both, so name the file of the former key too");
            }
            opened.sign(previous, key);
        }
        return opened;
    }

    /** The name of the log. */
    public String origin() {
        return origin;
    }

    /** What others need to verify the checkpoints of this log. */
    public VerifierKey verifier() {
        return key.verifier();
    }

    /** The keys of the witnesses whose cosignatures are accepted. */
    public List<VerifierKey> witnesses() {
        return witnesses.keys();
    }

    /** How many events the log has. */
    public long size() {
        return log.end().position() + 1;
    }

    /**
     * The checkpoint of the log as it is now, signed by this log and by the witnesses that have seen it.
     *
     * @throws LogContradicted if the log does not continue what was signed before
     */
    public SignedNote checkpoint() {
        return sign(key);
    }

    /** The checkpoint that was signed for a size, if one was. */
    public Optional<SignedNote> checkpoint(long size) {
        return tables.recorded(size)
                .map(recorded -> new Checkpoint(origin, size, recorded.root()))
                .map(checkpoint -> new SignedNote(checkpoint.text(), tables.signatures(size, origin)))
                .filter(note -> !note.signatures().isEmpty());
    }

    /** The newest checkpoint that was signed, if any was: with its witnesses, even if the log has grown since. */
    public Optional<SignedNote> lastCheckpoint() {
        return tables.lastRecorded().flatMap(recorded -> checkpoint(recorded.size()));
    }

    /** The newest checkpoint above a size that a witness has signed as well, if one has. */
    public Optional<SignedNote> lastCosigned(long above) {
        return tables.lastCosigned(above, origin).flatMap(this::checkpoint);
    }

    /** The sizes for which checkpoints were signed, rising, a page after a size; -1 begins at the beginning. */
    public List<Long> signedSizes(long above, int limit) {
        return tables.signedSizes(above, limit);
    }

    /** Whether the log did not continue what was signed before, when this node looked last. */
    public boolean isContradicted() {
        return contradicted;
    }

    /**
     * Looks whether the log continues what was signed last.
     *
     * @return how many events it has
     * @throws LogContradicted if it does not
     */
    public long confirm() {
        // what this node signed itself it remembers, too: the tables are in the hands of whoever changes the log
        Checkpoint own = lastSigned;
        // both asked for before the size: what is signed meanwhile may be larger, and contradicts nothing
        Optional<TreeTables.Recorded> before = tables.lastRecorded();
        long size = size();
        if (own != null) {
            continues(size, own.size(), own.root());
        }
        before.ifPresent(last -> continues(size, last.size(), last.root()));
        contradicted = false;
        return size;
    }

    private void continues(long size, long signed, Hash root) {
        if (signed > size) {
            throw contradiction("the log has " + size + " events, and " + signed + " were signed");
        }
        if (!tree(signed).root().equals(root)) {
            throw contradiction("the first " + signed + " events are not those that were signed at that size");
        }
    }

    private LogContradicted contradiction(String sentence) {
        contradicted = true;
        return new LogContradicted(sentence);
    }

    private SignedNote sign(SigningKey... keys) {
        long size = confirm();
        Hash root = tree(size).root();
        // recorded before it is signed: of all nodes, the first decides, and no other root gets a signature
        if (!tables.root(size, root).equals(root)) {
            throw contradiction("two roots were found for the first " + size + " events");
        }
        var checkpoint = new Checkpoint(origin, size, root);
        for (SigningKey one : keys) {
            tables.keep(size, one.sign(checkpoint.text()));
        }
        lastSigned = checkpoint;
        return new SignedNote(checkpoint.text(), tables.signatures(size, origin));
    }

    /** The tree over the first events. */
    public Tree tree(long size) {
        return TiledTree.of(size, this::compute);
    }

    /**
     * The proof that the event at a position stands in the tree of a size.
     *
     * @throws IllegalArgumentException if the log or the tree does not reach so far
     */
    public InclusionProof inclusion(long position, long size) {
        return reached(size).inclusion(position);
    }

    /**
     * The proof that the tree of one size grew into that of another.
     *
     * @throws IllegalArgumentException if the log does not reach so far, or they are not in order
     */
    public ConsistencyProof consistency(long from, long to) {
        return reached(to).consistency(from);
    }

    private Tree reached(long size) {
        if (size < 0 || size > size()) {
            throw new IllegalArgumentException("the log has not reached the size " + size);
        }
        return tree(size);
    }

    /** The leaf at a position. */
    public Hash leaf(long position) {
        return tables.leaves(position, 1).getFirst();
    }

    /** A tile, if the log has reached it. */
    public Optional<Tile> tile(TileAddress address) {
        if (address.level() >= LEVELS || !isReached(address)) {
            return Optional.empty();
        }
        return Optional.of(compute(address));
    }

    /** The events of a tile of leaves, each as its length in four bytes and its envelope, if the log has reached them. */
    public Optional<byte[]> events(TileAddress address) {
        return isReached(address) ? Optional.of(bundle(address, Integer.BYTES)) : Optional.empty();
    }

    /** The same with lengths of two bytes, as C2SP has it; empty also if an event is too long for that. */
    public Optional<byte[]> entries(TileAddress address) {
        return isReached(address)
                        && log.storedAfter(first(address) - 1, address.width()).stream()
                                .allMatch(stored -> stored.envelope().bytes().length <= LONGEST_ENTRY)
                ? Optional.of(bundle(address, Short.BYTES))
                : Optional.empty();
    }

    private byte[] bundle(TileAddress address, int lengthBytes) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (StoredEvent stored : log.storedAfter(first(address) - 1, address.width())) {
                byte[] envelope = stored.envelope().bytes();
                if (lengthBytes == Short.BYTES) {
                    out.writeShort(envelope.length);
                } else {
                    out.writeInt(envelope.length);
                }
                out.write(envelope);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static long first(TileAddress address) {
        return address.index() * TileAddress.FULL;
    }

    private boolean isReached(TileAddress address) {
        long hashes = size() >> (TileAddress.HEIGHT * Math.min(address.level(), LEVELS - 1));
        return address.index() <= hashes / TileAddress.FULL && first(address) + address.width() <= hashes;
    }

    private Tile compute(TileAddress address) {
        return address.isFull() ? tables.tile(address).orElseGet(() -> make(address)) : make(address);
    }

    /** Makes a tile from what stands below it: from kept tiles as far as they are kept, from leaves in the end. */
    private Tile make(TileAddress address) {
        if (address.level() == 0) {
            return new Tile(address, tables.leaves(first(address), address.width()));
        }
        int below = address.level() - 1;
        var hashes = new ArrayList<>(tables.roots(below, first(address), address.width()));
        LongStream.range(first(address) + hashes.size(), first(address) + address.width())
                .mapToObj(index ->
                        compute(new TileAddress(below, index, TileAddress.FULL)).root())
                .forEach(hashes::add);
        return new Tile(address, hashes);
    }

    /**
     * Makes the full tiles that the log has reached and that are not kept yet, and signs a checkpoint if there were any. Any
     * number of nodes may do it at once.
     *
     * @return how many tiles were made
     */
    public long follow() {
        long size = size();
        long made = 0;
        for (int level = 0; level < LEVELS - 1; level++) {
            long reached = size >> (TileAddress.HEIGHT * (level + 1));
            long next = tables.nextTile(level);
            while (next < reached) {
                var tiles = new ArrayList<Tile>();
                for (; next < reached && tiles.size() < TreeTables.TILES_AT_ONCE; next++) {
                    tiles.add(make(new TileAddress(level, next, TileAddress.FULL)));
                }
                tables.keep(tiles);
                made += tiles.size();
            }
        }
        if (made > 0) {
            checkpoint();
        }
        return made;
    }

    /**
     * Keeps what witnesses have said of a checkpoint of this log.
     *
     * @param note the checkpoint with their signature lines under it; those of the log itself are passed over
     * @return the checkpoint with all that is kept under it
     * @throws Unreadable if it is no signed checkpoint
     * @throws Refused if the checkpoint is not of this log, or a signature is unknown, wrong or known already
     */
    public SignedNote cosigned(SignedNote note) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        boolean ours = checkpoint.origin().equals(origin)
                && checkpoint.extensions().isEmpty()
                && tables.recorded(checkpoint.size())
                        .filter(recorded -> recorded.root().equals(checkpoint.root()))
                        .isPresent();
        if (!ours) {
            throw Refused.unacceptable(
                    "cosignature.not-our-checkpoint", "checkpoint", "This log has signed no such checkpoint.");
        }
        List<NoteSignature> lines = note.signatures().stream()
                .filter(line -> !line.name().equals(origin))
                .toList();
        if (lines.isEmpty()) {
            throw Refused.unacceptable(
                    "cosignature.missing", "signatures", "There is no signature of a witness under the checkpoint.");
        }
        for (NoteSignature line : lines) {
            VerifierKey witness = witnesses.keys().stream()
                    .filter(known -> known.claims(line))
                    .findFirst()
                    .orElseThrow(() -> Refused.unacceptable(
                            "cosignature.unknown-witness",
                            "signatures",
                            "A signature is of a witness whose key this log does not know."));
            if (!witness.verifies(note.text(), line)) {
                throw Refused.unacceptable(
                        "cosignature.wrong",
                        "signatures",
                        "The signature of " + witness.name() + " is not of its key over this checkpoint.");
            }
        }
        boolean anyNew = false;
        for (NoteSignature line : lines) {
            anyNew |= tables.keep(checkpoint.size(), line);
        }
        if (!anyNew) {
            throw Refused.conflict(
                    "cosignature.known", "The cosignatures of these witnesses for this checkpoint are kept already.");
        }
        return checkpoint(checkpoint.size()).orElseThrow();
    }
}
