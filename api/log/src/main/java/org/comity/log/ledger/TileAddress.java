package org.comity.log.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which tile of the tree: 256 hashes side by side, or fewer on the right edge, as C2SP {@code tlog-tiles} cuts them. A hash on
 * level L stands for 256^L leaves.
 *
 * @param level 0 holds leaves
 * @param index among the tiles of its level, from the left
 * @param width how many hashes it holds; 256 if it is full
 */
public record TileAddress(int level, long index, int width) {
    /** How many hashes a full tile holds. */
    public static final int FULL = 256;

    /** Each level takes eight heights of the tree. */
    public static final int HEIGHT = 8;

    private static final int HIGHEST = 63;
    /** The levels that a tree of at most 2^63 - 1 leaves can have. */
    private static final int LEVELS = Long.SIZE / HEIGHT;

    private static final Pattern NUMBER = Pattern.compile("(?:x[0-9]{3}/)*[0-9]{3}");
    private static final Pattern PARTIAL = Pattern.compile("(.*)\\.p/([1-9][0-9]{0,2})");

    public TileAddress {
        if (level < 0 || level > HIGHEST || index < 0 || width < 1 || width > FULL) {
            throw new Unreadable("a tile has a level from 0 to 63, an index from 0 and a width from 1 to 256");
        }
    }

    /**
     * The tile with this index in the tree of a size: as wide as the tree makes it.
     *
     * @throws Unreadable if the tree does not have it
     */
    public static TileAddress in(long size, int level, long index) {
        if (level < 0 || level > HIGHEST || index < 0) {
            throw new Unreadable("a tile has a level from 0 to 63 and an index from 0");
        }
        long hashes = level < LEVELS ? size >> (HEIGHT * level) : 0;
        long full = hashes / FULL;
        if (index < full) {
            return new TileAddress(level, index, FULL);
        }
        int width = (int) (hashes % FULL);
        if (index > full || width == 0) {
            throw new Unreadable("the tree of size " + size + " has no tile " + level + "/" + index);
        }
        return new TileAddress(level, index, width);
    }

    /**
     * The tile of which a path speaks, such as {@code 0/x001/067} or {@code 1/000.p/17}.
     *
     * @throws Unreadable if the path does not say it in the one way that there is
     */
    public static TileAddress parse(String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            throw new Unreadable("the path of a tile is its level, a slash and its index");
        }
        long level = Texts.number(path.substring(0, slash));
        return parse((int) Math.min(level, FULL), path.substring(slash + 1));
    }

    /** The tile on a level of which the rest of a path speaks. */
    public static TileAddress parse(int level, String path) {
        String number = path;
        int width = FULL;
        var partial = PARTIAL.matcher(path);
        if (partial.matches()) {
            number = partial.group(1);
            width = (int) Texts.number(partial.group(2));
            if (width == FULL) {
                throw new Unreadable("a full tile is not called partial");
            }
        }
        if (!NUMBER.matcher(number).matches()) {
            throw new Unreadable(
                    "the index of a tile is written in groups of three digits, all but the last after an x");
        }
        String digits = number.replace("/", "").replace("x", "");
        String plain = digits.replaceFirst("^0+(?=[0-9])", "");
        var address = new TileAddress(level, Texts.number(plain), width);
        if (!address.number().equals(number)) {
            throw new Unreadable("the index of a tile has no needless zeros");
        }
        return address;
    }

    /** Every tile whose hashes make up the root of the tree of a size: the partial ones and the full ones on its edge. */
    public static List<TileAddress> edge(long size) {
        var edge = new ArrayList<TileAddress>();
        for (int level = 0; level < LEVELS && size >> (HEIGHT * level) > 0; level++) {
            long hashes = size >> (HEIGHT * level);
            if (hashes % FULL > 0) {
                edge.add(in(size, level, hashes / FULL));
            }
        }
        return List.copyOf(edge);
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** The path under {@code tile/}. */
    public String path() {
        return level + "/" + suffix();
    }

    /** The path under {@code tile/<level>/}, or under {@code tile/entries/} for a bundle of the entries of a tile of leaves. */
    public String suffix() {
        return isFull() ? number() : number() + ".p/" + width;
    }

    private String number() {
        String digits = Long.toString(index);
        String padded = "0".repeat((3 - digits.length() % 3) % 3) + digits;
        var path = new StringBuilder();
        for (int i = 0; i < padded.length(); i += 3) {
            path.append(i + 3 < padded.length() ? "x" : "").append(padded, i, i + 3);
            path.append(i + 3 < padded.length() ? "/" : "");
        }
        return path.toString();
    }

    @Override
    public String toString() {
        return path();
    }
}
