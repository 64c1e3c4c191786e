package org.comity.log.ledger;

import java.util.List;

/**
 * That a leaf stands at a position of the tree of a size (RFC 6962 section 2.1.1). It may come from anybody: nothing in it is
 * believed.
 *
 * @param path the roots of the subtrees beside the way from the leaf to the root, the leaf's neighbor first
 */
public record InclusionProof(long position, long size, List<Hash> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /** True if it proves that the leaf stands at the position in the tree with this root; false for whatever else it is. */
    public boolean proves(Hash leaf, Hash root) {
        if (position < 0 || position >= size) {
            return false;
        }
        long node = position;
        long last = size - 1;
        Hash reached = leaf;
        for (Hash beside : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                reached = Hash.node(beside, reached);
                // on the right edge a node without a neighbor stands for itself on the next height
                int heights = Long.numberOfTrailingZeros(node);
                node >>= heights;
                last >>= heights;
            } else {
                reached = Hash.node(reached, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && reached.equals(root);
    }
}
