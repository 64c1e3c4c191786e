package org.comity.log.ledger;

import java.util.ArrayList;

/**
 * The tree over the first {@code size} leaves: its root and its proofs, as RFC 6962 sections 2.1 to 2.1.2 define them. A proof
 * asks for at most two subtrees on each height, so its cost grows with the logarithm of the size.
 */
public record Tree(long size, Subtrees subtrees) {
    public Tree {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no negative size");
        }
    }

    public Hash root() {
        return size == 0 ? Hash.OF_NOTHING : root(0, size);
    }

    /**
     * The proof that a leaf stands at a position.
     *
     * @throws IllegalArgumentException if the tree has no such position
     */
    public InclusionProof inclusion(long position) {
        if (position < 0 || position >= size) {
            throw new IllegalArgumentException("the tree of size " + size + " has no position " + position);
        }
        var path = new ArrayList<Hash>();
        long begin = 0;
        long end = size;
        while (end - begin > 1) {
            long middle = begin + left(end - begin);
            if (position < middle) {
                path.add(root(middle, end));
                end = middle;
            } else {
                path.add(root(begin, middle));
                begin = middle;
            }
        }
        return new InclusionProof(position, size, path.reversed());
    }

    /**
     * The proof that the tree of an earlier size is a prefix of this one.
     *
     * @throws IllegalArgumentException if the earlier size is negative or larger than this one
     */
    public ConsistencyProof consistency(long from) {
        if (from < 0 || from > size) {
            throw new IllegalArgumentException("no tree of size " + from + " comes before that of size " + size);
        }
        var path = new ArrayList<Hash>();
        if (from > 0 && from < size) {
            long begin = 0;
            long end = size;
            while (end != from) {
                long middle = begin + left(end - begin);
                if (from <= middle) {
                    path.add(root(middle, end));
                    end = middle;
                } else {
                    path.add(root(begin, middle));
                    begin = middle;
                }
            }
            // the verifier knows the root of the earlier tree; it needs the last piece only where that is not all of it
            if (begin > 0) {
                path.add(root(begin, end));
            }
        }
        return new ConsistencyProof(from, size, path.reversed());
    }

    /** The root over the leaves from begin to end, where begin is a multiple of the greatest power of two that fits. */
    private Hash root(long begin, long end) {
        long count = end - begin;
        if (Long.bitCount(count) == 1) {
            int height = Long.numberOfTrailingZeros(count);
            return subtrees.root(height, begin >> height);
        }
        long middle = begin + left(count);
        return Hash.node(root(begin, middle), root(middle, end));
    }

    /** How many of the leaves stand in the left half: the greatest power of two below their number. */
    private static long left(long count) {
        return Long.highestOneBit(count - 1);
    }
}
