package org.comity.log.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A tile with its hashes. */
public record Tile(TileAddress address, List<Hash> hashes) {
    public Tile {
        hashes = List.copyOf(hashes);
        if (hashes.size() != address.width()) {
            throw new Unreadable("the tile " + address + " has " + address.width() + " hashes, not " + hashes.size());
        }
    }

    /**
     * The tile that these bytes are.
     *
     * @throws Unreadable if they are not 32 for each of its hashes
     */
    public static Tile of(TileAddress address, byte[] bytes) {
        if (bytes.length != address.width() * Hash.LENGTH) {
            throw new Unreadable(
                    "the tile " + address + " has " + address.width() * Hash.LENGTH + " bytes, not " + bytes.length);
        }
        var in = ByteBuffer.wrap(bytes);
        var hashes = new ArrayList<Hash>(address.width());
        byte[] hash = new byte[Hash.LENGTH];
        while (in.hasRemaining()) {
            in.get(hash);
            hashes.add(Hash.of(hash));
        }
        return new Tile(address, hashes);
    }

    /** The root over the hashes of a full tile: one hash of the tile above. */
    public Hash root() {
        return Hash.root(hashes);
    }

    /** The hashes one after the other. */
    public byte[] bytes() {
        var out = ByteBuffer.allocate(hashes.size() * Hash.LENGTH);
        hashes.forEach(hash -> hash.writeTo(out));
        return out.array();
    }
}
