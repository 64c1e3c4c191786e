package org.comity.log.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TreeTest {
    private static final int ALL = 300;
    private static final int LARGEST = 100_000;
    private static final List<Hash> LEAVES = IntStream.range(0, LARGEST)
            .mapToObj(i -> Hash.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
            .toList();
    private static final NaiveTree NAIVE =
            new NaiveTree(LEAVES.stream().map(Hash::hex).toList());
    private static final Map<TileAddress, Tile> TILES = tiles();

    /** The inputs and roots that the tests of the first implementations of RFC 6962 share. */
    @Test
    void hasTheRootsThatOtherImplementationsHave() {
        List<String> entries = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        List<String> roots = List.of(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        var tree = new GrowingTree();
        assertThat(tree.root().hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < entries.size(); i++) {
            tree.append(Hash.leaf(HexFormat.of().parseHex(entries.get(i))));
            assertThat(tree.root().hex()).isEqualTo(roots.get(i));
        }
    }

    @Test
    void hasTheRootsOfTheDefinitionForAllSmallSizes() {
        var growing = new GrowingTree();
        for (int size = 0; size <= ALL; size++) {
            String root = NAIVE.root(0, size);
            assertThat(growing.root().hex()).as("size %d", size).isEqualTo(root);
            assertThat(tree(size).root().hex()).as("size %d", size).isEqualTo(root);
            growing.append(LEAVES.get(size));
        }
    }

    @Test
    void provesEachPositionOfAllSmallSizesAsTheDefinitionDoes() {
        for (int size = 1; size <= ALL; size++) {
            Tree tree = tree(size);
            Hash root = tree.root();
            for (int position = 0; position < size; position++) {
                InclusionProof proof = tree.inclusion(position);
                assertThat(hex(proof.path())).as("%d of %d", position, size).isEqualTo(NAIVE.path(position, 0, size));
                assertThat(proof.proves(LEAVES.get(position), root)).isTrue();
                assertThat(proof.proves(LEAVES.get(position + 1), root)).isFalse();
            }
        }
    }

    @Test
    void provesTheConsistencyOfAllSmallSizesAsTheDefinitionDoes() {
        List<Hash> roots = IntStream.rangeClosed(0, ALL)
                .mapToObj(size -> tree(size).root())
                .toList();
        for (int to = 0; to <= ALL; to++) {
            for (int from = 0; from <= to; from++) {
                ConsistencyProof proof = tree(to).consistency(from);
                assertThat(hex(proof.path())).as("%d to %d", from, to).isEqualTo(NAIVE.proof(from, to));
                assertThat(proof.proves(roots.get(from), roots.get(to))).isTrue();
                assertThat(proof.proves(LEAVES.getFirst(), roots.get(to)))
                        .as("%d to %d from another root", from, to)
                        .isEqualTo(from == 1 && to >= 1);
                assertThat(proof.proves(roots.get(from), LEAVES.get(ALL)))
                        .as("only the tree without leaves is the beginning of every tree")
                        .isEqualTo(from == 0 && to > 0);
            }
        }
    }

    @Property(tries = 60)
    void provesWhatTheDefinitionProvesForLargeSizes(
            @ForAll @IntRange(min = 1, max = LARGEST) int size, @ForAll @LongRange(min = 0) long choice) {
        Tree tree = tree(size);
        Hash root = tree.root();
        assertThat(root.hex()).isEqualTo(NAIVE.root(0, size));
        int position = (int) (choice % size);
        InclusionProof inclusion = tree.inclusion(position);
        assertThat(hex(inclusion.path())).isEqualTo(NAIVE.path(position, 0, size));
        assertThat(inclusion.proves(LEAVES.get(position), root)).isTrue();
        int from = (int) (choice % (size + 1));
        ConsistencyProof consistency = tree.consistency(from);
        assertThat(hex(consistency.path())).isEqualTo(NAIVE.proof(from, size));
        assertThat(consistency.proves(tree(from).root(), root)).isTrue();
    }

    @Test
    void hasNoProofOfWhatItDoesNotHold() {
        for (long position : new long[] {-1, 5, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> tree(5).inclusion(position)).isInstanceOf(IllegalArgumentException.class);
        }
        for (long from : new long[] {-1, 6, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> tree(5).consistency(from)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    static Tree tree(long size) {
        return TiledTree.of(
                size,
                address -> address.isFull()
                        ? TILES.get(address)
                        : new Tile(address, partial(address.level(), address.index(), address.width())));
    }

    static Hash leaf(int position) {
        return LEAVES.get(position);
    }

    private static List<Hash> partial(int level, long index, int width) {
        int from = (int) (index * TileAddress.FULL);
        return level == 0
                ? LEAVES.subList(from, from + width)
                : IntStream.range(from, from + width)
                        .mapToObj(i -> Hash.root(TILES.get(new TileAddress(level - 1, i, TileAddress.FULL))
                                .hashes()))
                        .toList();
    }

    private static Map<TileAddress, Tile> tiles() {
        var tiles = new HashMap<TileAddress, Tile>();
        var tree = new GrowingTree(tile -> tiles.put(tile.address(), tile));
        LEAVES.forEach(tree::append);
        return tiles;
    }

    private static List<String> hex(List<Hash> hashes) {
        return hashes.stream().map(Hash::hex).toList();
    }
}
