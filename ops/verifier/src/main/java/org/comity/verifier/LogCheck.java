package org.comity.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.log.ledger.Checkpoint;
import org.comity.log.ledger.GrowingTree;
import org.comity.log.ledger.Hash;
import org.comity.log.ledger.Tile;
import org.comity.log.ledger.Unreadable;

/** Computes the log anew, event by event, and compares it with everything that was ever said of it. */
final class LogCheck implements LogSource.Reader {
    private static final long STEP = 100_000;

    /** A wider gap is no deletion but a position that was made up. */
    private static final long FILLED = 1_000_000;

    private final LogSource source;
    private final List<Checkpoint> checkpoints;
    private final Map<Long, Hash> known;
    private final List<Long> others = new ArrayList<>();
    private final Findings findings;
    private final GrowingTree tree = new GrowingTree(this::compare);
    private final Map<StreamKey, Long> sequences = new HashMap<>();
    private final MessageDigest sha256 = sha256();

    private long next;
    private Instant latest = Instant.MIN;
    private int nextCheckpoint;
    private long confirmed;
    private boolean contradicted;
    private boolean gap;
    private Optional<Tile> edge = Optional.empty();

    /** A stream by 16 bytes of its hash, so that a million requests fit into memory. */
    private record StreamKey(long high, long low) {}

    /**
     * @param checkpoints whose signatures were verified, by rising size
     * @param known leaves that somebody kept, by their positions
     */
    LogCheck(LogSource source, List<Checkpoint> checkpoints, Map<Long, Hash> known, Findings findings) {
        this.source = source;
        this.checkpoints = checkpoints;
        this.known = known;
        this.findings = findings;
    }

    /** Reads the log to its end; answers how many events it has. */
    long run() {
        confirm();
        source.read(this);
        for (; nextCheckpoint < checkpoints.size(); nextCheckpoint++) {
            Checkpoint signed = checkpoints.get(nextCheckpoint);
            findings.between(
                    next,
                    signed.size() - 1,
                    "missing: a checkpoint of " + signed.size() + " events was signed, and the log ends before");
        }
        if (contradicted) {
            others.forEach(position -> findings.at(position, "the event is not the one that was kept since then"));
        }
        return next;
    }

    /** The leaves behind the last full tile, at the size of the last checkpoint. */
    Optional<Tile> edge() {
        return edge;
    }

    /** How many events the last checkpoint that holds has confirmed. */
    long confirmed() {
        return confirmed;
    }

    Hash root() {
        return tree.root();
    }

    @Override
    public void event(StoredEntry entry, Hash leaf) {
        long position = entry.position();
        if (!arrive(position)) {
            return;
        }
        Hash computed;
        try {
            computed = entry.envelope().leaf();
        } catch (IllegalArgumentException | ArithmeticException e) {
            grow(position, leaf, "it holds what no event can hold");
            return;
        }
        if (entry.envelope().position() != position) {
            findings.at(
                    position,
                    "it says that it stands at position " + entry.envelope().position());
        }
        if (!computed.equals(leaf)) {
            findings.at(position, "event and leaf do not belong together: one of them was changed");
        }
        if (entry.envelope().recordedAt().isBefore(latest)) {
            findings.at(position, "it was recorded before the event that stands before it");
        }
        latest = entry.envelope().recordedAt();
        long expected = sequences.merge(key(entry.envelope().stream()), 0L, (known, zero) -> known + 1);
        if (entry.envelope().sequence() != expected) {
            findings.at(
                    position,
                    "it has sequence " + entry.envelope().sequence() + " in its stream, where " + expected + " is due");
            sequences.put(key(entry.envelope().stream()), entry.envelope().sequence());
        }
        grow(position, computed, "");
    }

    @Override
    public void unreadable(long position, String why) {
        if (arrive(position)) {
            grow(position, Hash.OF_NOTHING, why);
        }
    }

    @Override
    public void beside(long position, String why) {
        findings.at(position, why);
    }

    /** False if something stands where something stood before. */
    private boolean arrive(long position) {
        if (position < next) {
            findings.at(position, "it stands there twice");
            return false;
        }
        if (position > next) {
            findings.between(next, position - 1, "missing: the next event stands at position " + position);
            fill(position);
            next = position;
        }
        return true;
    }

    /** Keeps the places of what follows, so that a tile still shows where else something was changed. */
    private void fill(long position) {
        gap |= position - next > FILLED;
        while (!gap && next < position) {
            tree.append(Hash.OF_NOTHING);
            next++;
            confirm();
        }
    }

    private void grow(long position, Hash leaf, String failure) {
        if (!failure.isEmpty()) {
            findings.at(position, failure);
        }
        Hash before = known.get(position);
        if (before != null && !before.equals(leaf)) {
            others.add(position);
        }
        tree.append(leaf);
        next = position + 1;
        confirm();
        if (next % STEP == 0) {
            findings.say("%,d events".formatted(next));
        }
    }

    /** Compares the root with the checkpoints of this size. */
    private void confirm() {
        for (;
                nextCheckpoint < checkpoints.size()
                        && checkpoints.get(nextCheckpoint).size() <= next;
                nextCheckpoint++) {
            Checkpoint signed = checkpoints.get(nextCheckpoint);
            if (signed.size() == tree.size() && signed.root().equals(tree.root())) {
                confirmed = signed.size();
                if (nextCheckpoint == checkpoints.size() - 1) {
                    edge = tree.edge();
                }
            } else if (!contradicted) {
                // every later one cannot hold either
                contradicted = true;
                findings.between(
                        confirmed,
                        Math.max(confirmed, signed.size() - 1),
                        "these are not the events that " + signed.origin() + " signed in its checkpoint of "
                                + signed.size() + " events");
            }
        }
    }

    /** Names the very place, where a tile tells it: a tile proves nothing, but shows what the log was when it was made. */
    private void compare(Tile computed) {
        Tile kept = gap ? computed : kept(computed);
        for (int i = 0; i < computed.hashes().size(); i++) {
            if (!computed.hashes().get(i).equals(kept.hashes().get(i))) {
                if (computed.address().level() == 0) {
                    findings.at(
                            computed.address().index() * computed.hashes().size() + i,
                            "the event is not the one of which tile " + computed.address() + " was made");
                } else if (findings.count() == 0) {
                    findings.add("tile " + computed.address() + " is not that of the events");
                }
                return;
            }
        }
    }

    /** The tile that the source keeps; one that it lacks is not missed, since it can be made at any time. */
    private Tile kept(Tile computed) {
        try {
            return source.tile(computed.address()).orElse(computed);
        } catch (Unreadable e) {
            findings.add("tile " + computed.address() + ": " + e.getMessage());
            return computed;
        }
    }

    private StreamKey key(String stream) {
        var bytes = ByteBuffer.wrap(sha256.digest(stream.getBytes(StandardCharsets.UTF_8)));
        return new StreamKey(bytes.getLong(), bytes.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
