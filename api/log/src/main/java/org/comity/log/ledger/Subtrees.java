package org.comity.log.ledger;

/** Knows the roots of the complete subtrees of a tree: all that roots and proofs are made of. */
@FunctionalInterface
public interface Subtrees {
    /**
     * The root over the 2^height leaves that begin at {@code index * 2^height}.
     *
     * @param height of the subtree; 0 is a single leaf
     * @param index among the subtrees of this height, from the left
     */
    Hash root(int height, long index);
}
