package org.comity.log.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A tree that grows leaf by leaf and remembers its right edge only: on each level the hashes of the tile that is not full yet.
 * So its memory stays flat however many leaves it has seen.
 */
public final class GrowingTree {
    private final Consumer<Tile> full;
    private final List<List<Hash>> edge = new ArrayList<>();
    private long size;

    /** A tree without leaves that is asked for its roots only. */
    public GrowingTree() {
        this(tile -> {});
    }

    /**
     * A tree without leaves.
     *
     * @param full is told each tile as soon as it is full, a lower level before a higher one
     */
    public GrowingTree(Consumer<Tile> full) {
        this.full = full;
    }

    public long size() {
        return size;
    }

    public void append(Hash leaf) {
        size++;
        Hash hash = leaf;
        for (int level = 0; ; level++) {
            if (level == edge.size()) {
                edge.add(new ArrayList<>(TileAddress.FULL));
            }
            List<Hash> hashes = edge.get(level);
            hashes.add(hash);
            if (hashes.size() < TileAddress.FULL) {
                return;
            }
            long index = (size >> (TileAddress.HEIGHT * (level + 1))) - 1;
            full.accept(new Tile(new TileAddress(level, index, TileAddress.FULL), hashes));
            hash = Hash.root(hashes);
            hashes.clear();
        }
    }

    /** The tile of leaves that is not full yet; none if the last one is. */
    public Optional<Tile> edge() {
        int width = (int) (size % TileAddress.FULL);
        return width == 0
                ? Optional.empty()
                : Optional.of(new Tile(new TileAddress(0, size / TileAddress.FULL, width), edge.getFirst()));
    }

    /** The root over all leaves so far. */
    public Hash root() {
        return TiledTree.of(size, address -> new Tile(address, edge.get(address.level())))
                .root();
    }
}
