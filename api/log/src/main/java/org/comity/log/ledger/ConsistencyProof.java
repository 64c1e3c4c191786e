package org.comity.log.ledger;

import java.util.List;

/**
 * That the tree of a size is a prefix of a later one: nothing was changed, taken out or put in between (RFC 6962 section
 * 2.1.2). It may come from anybody: nothing in it is believed.
 *
 * @param path the roots of the subtrees of which the verifier makes both roots
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** True if it proves that the tree with the first root grew into the one with the second; false for whatever else it is. */
    public boolean proves(Hash earlier, Hash later) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && earlier.equals(later);
        }
        if (from == 0) {
            return path.isEmpty() && earlier.equals(Hash.OF_NOTHING);
        }
        boolean earlierIsOneSubtree = Long.bitCount(from) == 1;
        if (!earlierIsOneSubtree && path.isEmpty()) {
            return false;
        }
        int heights = Long.numberOfTrailingZeros(~(from - 1));
        long node = (from - 1) >> heights;
        long last = (to - 1) >> heights;
        Hash first = earlierIsOneSubtree ? earlier : path.getFirst();
        Hash reachedEarlier = first;
        Hash reachedLater = first;
        for (Hash piece : earlierIsOneSubtree ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                reachedEarlier = Hash.node(piece, reachedEarlier);
                reachedLater = Hash.node(piece, reachedLater);
                int edge = Long.numberOfTrailingZeros(node);
                node >>= edge;
                last >>= edge;
            } else {
                reachedLater = Hash.node(reachedLater, piece);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && reachedEarlier.equals(earlier) && reachedLater.equals(later);
    }
}
