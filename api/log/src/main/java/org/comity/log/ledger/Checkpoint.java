package org.comity.log.ledger;

import java.util.Arrays;
import java.util.List;

/**
 * What a log says of itself by its signature (C2SP {@code tlog-checkpoint}): that many leaves, with that root. Two checkpoints
 * of one log that no consistency proof ties together convict it.
 *
 * @param origin the name of the log
 * @param size how many leaves
 * @param root over them
 * @param extensions further lines, of which this log writes none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    private static final int LINES = 3;

    /** @throws Unreadable if there can be no such checkpoint */
    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (!isLine(origin) || !extensions.stream().allMatch(Checkpoint::isLine)) {
            throw new Unreadable("the lines of a checkpoint are not empty");
        }
        if (size < 0) {
            throw new Unreadable("the size of a log is not negative");
        }
        if (size == 0 && !root.equals(Hash.OF_NOTHING)) {
            throw new Unreadable("the root of a log without leaves is the hash of nothing");
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /**
     * The checkpoint that the text of a note is.
     *
     * @throws Unreadable if it is none
     */
    public static Checkpoint parse(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        if (lines.size() <= LINES || !lines.getLast().isEmpty()) {
            throw new Unreadable("a checkpoint has a line each for origin, size and root");
        }
        return new Checkpoint(
                lines.get(0),
                Texts.number(lines.get(1)),
                Hash.ofBase64(lines.get(2)),
                lines.subList(LINES, lines.size() - 1));
    }

    private static boolean isLine(String line) {
        return !line.isEmpty() && line.indexOf('\n') < 0;
    }

    /** The text that is signed. */
    public String text() {
        var text = new StringBuilder(origin + "\n" + size + "\n" + root.base64() + "\n");
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** The note of this checkpoint under the signatures of these keys. */
    public SignedNote signedBy(SigningKey... keys) {
        return new SignedNote(
                text(), Arrays.stream(keys).map(key -> key.sign(text())).toList());
    }
}
