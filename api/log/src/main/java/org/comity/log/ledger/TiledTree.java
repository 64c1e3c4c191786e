package org.comity.log.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The subtrees of a tree that is kept in tiles. It remembers the tiles that it has asked for, and one root or proof needs a
 * few of them on each level: make a new one for each question.
 */
public final class TiledTree implements Subtrees {
    private final long size;
    private final Function<TileAddress, Tile> source;
    private final Map<TileAddress, Tile> tiles = new HashMap<>();

    private TiledTree(long size, Function<TileAddress, Tile> source) {
        this.size = size;
        this.source = source;
    }

    /** The tree of a size whose tiles come from a source, which is asked for none that the tree does not have. */
    public static Tree of(long size, Function<TileAddress, Tile> source) {
        return new Tree(size, new TiledTree(size, source));
    }

    @Override
    public Hash root(int height, long index) {
        int level = height / TileAddress.HEIGHT;
        int above = height % TileAddress.HEIGHT;
        long first = index << above;
        TileAddress address = TileAddress.in(size, level, first / TileAddress.FULL);
        List<Hash> hashes = tiles.computeIfAbsent(address, source).hashes();
        int from = (int) (first % TileAddress.FULL);
        return Hash.root(hashes.subList(from, from + (1 << above)));
    }
}
