package org.comity.log.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The audit bundle of one request: its events as they are stored, and what proves them. Everything in it may come from an
 * enemy. Its files and its check are described to the byte in {@code ops/verifier/FORMAT.md}, section 9; {@link BundleFiles} reads and writes them.
 *
 * @param stream the request of which the events tell
 * @param count how many events it says the request has
 * @param checkpoint the signed note of the tree
 * @param keys the keys that are said to have signed it, of the log and of witnesses
 * @param items the events in their order
 * @param law the tables of law that the events name: by the digest of each set the tables by their names, each as its text
 */
public record Bundle(
        String stream,
        long count,
        String checkpoint,
        List<String> keys,
        List<Item> items,
        Map<String, SortedMap<String, String>> law) {
    public Bundle {
        keys = List.copyOf(keys);
        items = List.copyOf(items);
        law = Collections.unmodifiableMap(new TreeMap<>(law));
    }

    /**
     * One event with its proof.
     *
     * @param envelope its bytes in base64; none of an event that is not for the eyes of the reader
     * @param leaf its hash, if it comes without its bytes
     */
    public record Item(
            long position,
            long sequence,
            @Nullable String envelope,
            @Nullable Hash leaf,
            List<Hash> path) {
        public Item {
            path = List.copyOf(path);
        }
    }

    /**
     * What is wrong.
     *
     * @param position of the event concerned; -1 if it is the bundle as a whole
     * @param code what it is: {@code checkpoint}, {@code signature}, {@code unsigned}, {@code law}, {@code count}, {@code form},
     *     {@code not-in-tree}, {@code stream}, {@code order}, {@code sequence} or {@code time}
     */
    public record Fault(long position, String code) {
        /** The fault in words. */
        public String sentence() {
            return switch (code) {
                case "checkpoint" -> "the checkpoint, or a key, does not have the form of one";
                case "signature" -> "a signature under the checkpoint is not of the key that it claims";
                case "unsigned" -> "the checkpoint is not signed by a known key of its log";
                case "law" -> "the tables of law are not those of the digest that they stand under";
                case "count" -> "the bundle does not hold as many events as it says";
                case "form" -> "the bytes are not those of an event with its proof";
                case "not-in-tree" -> "the event is not in the tree: its bytes, its place or its proof were changed";
                case "stream" -> "the event belongs to another request";
                case "order" -> "the event does not stand behind the one before it";
                case "sequence" -> "an event of the request is missing before this one, or this one stands twice";
                case "time" -> "the event was recorded before the one before it";
                default -> code;
            };
        }
    }

    /**
     * Verifies everything.
     *
     * @param trusted keys from elsewhere than the bundle, of the log and of witnesses; if there are none, those of the bundle
     *     are taken at their word
     * @return nothing if the bundle is whole
     */
    public List<Fault> check(Collection<VerifierKey> trusted) {
        var faults = new ArrayList<Fault>();
        Checkpoint tree = tree(trusted, faults);
        law.forEach((digest, tables) -> {
            if (!digest.equals(BundleFiles.digestOf(tables))) {
                faults.add(new Fault(-1, "law"));
            }
        });
        Placed before = null;
        for (Item item : items) {
            Placed placed = placed(item, tree, before);
            if (placed.fault() != null) {
                faults.add(new Fault(item.position(), placed.fault()));
            }
            before = placed;
        }
        if ((before == null ? 0 : before.sequence() + 1) != count) {
            faults.add(new Fault(-1, "count"));
        }
        return faults;
    }

    private @Nullable Checkpoint tree(Collection<VerifierKey> trusted, List<Fault> faults) {
        try {
            List<VerifierKey> known =
                    trusted.isEmpty() ? keys.stream().map(VerifierKey::parse).toList() : List.copyOf(trusted);
            SignedNote note = SignedNote.parse(checkpoint);
            Checkpoint tree = Checkpoint.parse(note.text());
            List<VerifierKey> signed = signed(note, known, faults);
            if (signed.stream()
                    .noneMatch(key ->
                            key.type() == VerifierKey.Type.NOTE && key.name().equals(tree.origin()))) {
                faults.add(new Fault(-1, "unsigned"));
            }
            return tree;
        } catch (Unreadable e) {
            faults.add(new Fault(-1, "checkpoint"));
            return null;
        }
    }

    private static List<VerifierKey> signed(SignedNote note, List<VerifierKey> known, List<Fault> faults) {
        try {
            return note.verifiedBy(known);
        } catch (Unreadable e) {
            faults.add(new Fault(-1, "signature"));
            return List.of();
        }
    }

    /** An event as it was found, and the first thing that is wrong with it. */
    private record Placed(
            long position,
            long sequence,
            @Nullable Envelope envelope,
            @Nullable String fault) {}

    private Placed placed(Item item, @Nullable Checkpoint tree, @Nullable Placed before) {
        Envelope envelope = null;
        Hash leaf = item.leaf();
        try {
            if (item.envelope() != null) {
                byte[] bytes = Texts.base64(item.envelope());
                envelope = Envelope.of(bytes);
                // of these bytes, never written anew: the first moment of all can be read and not be written
                leaf = Hash.leaf(bytes);
            }
        } catch (Unreadable e) {
            return new Placed(item.position(), item.sequence(), null, "form");
        }
        long position = envelope == null ? item.position() : envelope.position();
        long sequence = envelope == null ? item.sequence() : envelope.sequence();
        if (leaf == null || position != item.position()) {
            return new Placed(position, sequence, envelope, "form");
        }
        String fault = null;
        if (tree != null && !new InclusionProof(position, tree.size(), item.path()).proves(leaf, tree.root())) {
            fault = "not-in-tree";
        } else if (envelope != null && !envelope.stream().equals(stream)) {
            fault = "stream";
        } else if (before != null && position <= before.position()) {
            fault = "order";
        } else if (sequence != (before == null ? 0 : before.sequence() + 1)) {
            fault = "sequence";
        } else if (before != null
                && before.envelope() != null
                && envelope != null
                && envelope.recordedAt().isBefore(before.envelope().recordedAt())) {
            fault = "time";
        }
        return new Placed(position, sequence, envelope, fault);
    }
}
