package org.comity.log.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Proofs made by an enemy: no change of a true proof proves anything, and nothing throws. */
class HostileProofTest {
    private static final int LARGEST = 3_000;
    private static final Hash STRANGE = Hash.leaf(new byte[] {42});

    @Property(tries = 300)
    void aChangedInclusionProofProvesNothing(
            @ForAll @IntRange(min = 2, max = LARGEST) int size,
            @ForAll @LongRange(min = 0) long choice,
            @ForAll("changes") Change change) {
        int position = (int) (choice % size);
        InclusionProof proof = TreeTest.tree(size).inclusion(position);
        List<Hash> path = change.of(proof.path(), choice);
        if (!path.equals(proof.path())) {
            assertThat(new InclusionProof(position, size, path)
                            .proves(TreeTest.leaf(position), TreeTest.tree(size).root()))
                    .isFalse();
        }
    }

    @Property(tries = 300)
    void aChangedConsistencyProofProvesNothing(
            @ForAll @IntRange(min = 2, max = LARGEST) int size,
            @ForAll @LongRange(min = 0) long choice,
            @ForAll("changes") Change change) {
        int from = 1 + (int) (choice % (size - 1));
        ConsistencyProof proof = TreeTest.tree(size).consistency(from);
        List<Hash> path = change.of(proof.path(), choice);
        if (!path.equals(proof.path())) {
            assertThat(new ConsistencyProof(from, size, path)
                            .proves(
                                    TreeTest.tree(from).root(),
                                    TreeTest.tree(size).root()))
                    .isFalse();
        }
    }

    @Property(tries = 300)
    void aProofForOneLeafIsNoneForAnotherPlaceOrSize(
            @ForAll @IntRange(min = 2, max = LARGEST) int size,
            @ForAll @LongRange(min = 0) long choice,
            @ForAll("numbers") long elsewhere,
            @ForAll("numbers") long otherSize) {
        int position = (int) (choice % size);
        List<Hash> path = TreeTest.tree(size).inclusion(position).path();
        Hash leaf = TreeTest.leaf(position);
        Hash root = TreeTest.tree(size).root();
        assertThat(new InclusionProof(elsewhere, size, path).proves(leaf, root)).isEqualTo(elsewhere == position);
        // a size that gives the path the same shape says nothing else about the leaf, so only the others must be
        // refused
        if (otherSize <= position || Long.numberOfLeadingZeros(otherSize - 1) < Long.numberOfLeadingZeros(size - 1)) {
            assertThat(new InclusionProof(position, otherSize, path).proves(leaf, root))
                    .isFalse();
        }
    }

    @Property(tries = 500)
    void whateverComesIsAnsweredAndNeverThrown(
            @ForAll("numbers") long from,
            @ForAll("numbers") long to,
            @ForAll @IntRange(min = 0, max = 200) int length) {
        List<Hash> path = Collections.nCopies(length, STRANGE);
        assertThat(new InclusionProof(from, to, path).proves(TreeTest.leaf(0), TreeTest.leaf(1)))
                .isFalse();
        assertThat(new ConsistencyProof(from, to, path).proves(TreeTest.leaf(0), TreeTest.leaf(1)))
                .isFalse();
    }

    @Property(tries = 200)
    void theHashesOfAnotherTreeProveNothingHere(
            @ForAll @IntRange(min = 2, max = LARGEST) int size, @ForAll @LongRange(min = 0) long choice) {
        var other = new GrowingTree();
        for (int i = 0; i < size; i++) {
            other.append(i == choice % size ? STRANGE : TreeTest.leaf(i));
        }
        int position = (int) (choice % size);
        Tree here = TreeTest.tree(size);
        assertThat(here.inclusion(position).proves(STRANGE, here.root())).isFalse();
        assertThat(here.inclusion(position).proves(STRANGE, other.root())).isTrue();
        assertThat(here.inclusion(position).proves(TreeTest.leaf(position), other.root()))
                .isFalse();
        assertThat(here.consistency(size).proves(here.root(), other.root())).isFalse();
        int from = 1 + position % (size - 1);
        assertThat(here.consistency(from).proves(TreeTest.tree(from).root(), other.root()))
                .isFalse();
    }

    @Provide
    Arbitrary<Change> changes() {
        return Arbitraries.of(Change.values());
    }

    @Provide
    Arbitrary<Long> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.longs(),
                Arbitraries.longs().between(-3, LARGEST + 3),
                Arbitraries.of(
                        0L, -1L, 1L, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - 1, 1L << 62, (1L << 62) + 1));
    }

    enum Change {
        SHORTER_AT_THE_FRONT {
            @Override
            List<Hash> of(List<Hash> path, long choice) {
                return path.isEmpty() ? path : path.subList(1, path.size());
            }
        },
        SHORTER_AT_THE_END {
            @Override
            List<Hash> of(List<Hash> path, long choice) {
                return path.isEmpty() ? path : path.subList(0, path.size() - 1);
            }
        },
        LONGER {
            @Override
            List<Hash> of(List<Hash> path, long choice) {
                var longer = new ArrayList<>(path);
                longer.add((int) (choice % (path.size() + 1)), STRANGE);
                return longer;
            }
        },
        SWAPPED {
            @Override
            List<Hash> of(List<Hash> path, long choice) {
                var swapped = new ArrayList<>(path);
                if (path.size() > 1) {
                    int at = (int) (choice % (path.size() - 1));
                    Collections.swap(swapped, at, at + 1);
                }
                return swapped;
            }
        },
        REPLACED {
            @Override
            List<Hash> of(List<Hash> path, long choice) {
                var replaced = new ArrayList<>(path);
                if (!path.isEmpty()) {
                    replaced.set((int) (choice % path.size()), STRANGE);
                }
                return replaced;
            }
        },
        EMPTY {
            @Override
            List<Hash> of(List<Hash> path, long choice) {
                return List.of();
            }
        };

        abstract List<Hash> of(List<Hash> path, long choice);
    }
}
