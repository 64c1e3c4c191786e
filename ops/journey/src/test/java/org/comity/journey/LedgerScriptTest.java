package org.comity.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.log.ledger.ConsistencyProof;
import org.comity.log.ledger.Hash;
import org.comity.log.ledger.InclusionProof;
import org.comity.log.ledger.SignedNote;
import org.comity.log.ledger.Tree;
import org.comity.log.ledger.Unreadable;
import org.comity.log.ledger.VerifierKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of the bundle page beside the classes of the log: the same vectors hold, the same enemies are refused. */
class LedgerScriptTest {
    private static final List<Hash> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(hex -> Hash.leaf(HexFormat.of().parseHex(hex)))
            .toList();
    private static final String LOG_KEY = "comity.example/log+e69bf8ba+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
    private static final String WITNESS_KEY =
            "witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X";
    private static final String NOTE = """
            comity.example/log
            7
            3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTIw=

            \u2014 comity.example/log 5pv4uuej5E8cpuEtYDAsDny2eXwRmphLRozirhGSIjaRhLbw/Zi0V3SzYOO027xqaZVSOVzkL1bgq0/uV/8mahxZjwU=
            \u2014 witness.example/w1 IDJKvgAAAABqsTuAovewAdTn9TGUA1mY6Xb6gcsBTZAkXH+f/B082K6TcMaSNYDazbvYWxS4f+zJAlBkyXumbUY3NyelWNpfKqwFBg==
            """;

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void open() throws IOException {
        chromium = new Chromium();
        Path file = folder.resolve("script.html");
        Files.writeString(file, "<!DOCTYPE html><meta charset=utf-8><title>-</title><script>" + script() + "</script>");
        page = chromium.open(file);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private static String script() throws IOException {
        try (var in = LedgerScriptTest.class.getResourceAsStream("/bundle/ledger.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theLeafOfAnEnvelopeIsThatOfTheFormatPage() {
        String envelope = "0100000008000000000000000700000024"
                + HexFormat.of().formatHex("6b3c2b5e-1111-4111-8111-000000000001".getBytes(StandardCharsets.US_ASCII))
                + "00000008000000000000000300000010"
                + "0102030405060708090a0b0c0d0e0f100000000c6d6c612e4e6f74654d61646500000001"
                + "3100000008000650c3ac5162400000000f7b22706572736f6e223a22c3a9227d"
                + "000000167b2274657874223a22e8a18ce58aa820f09f968b227d";
        var read = (Map<?, ?>) page.evaluate("""
                async (hex) => {
                  const bytes = Uint8Array.from(hex.match(/../g), (two) => parseInt(two, 16));
                  return { ...Ledger.envelope(bytes), leaf: Ledger.hex(await Ledger.leaf(bytes)) };
                }""", envelope);
        assertThat(read.get("leaf")).isEqualTo("69f6b817848ca3a3e532a55e576fc0bbd2f6fd2aeb2c1438fd62feb90022d2fd");
        assertThat(read.get("name")).isEqualTo("mla.NoteMade");
        assertThat(read.get("payload")).isEqualTo("{\"text\":\"行动 🖋\"}");
        assertThat(read.get("eventId")).isEqualTo("01020304-0506-0708-090a-0b0c0d0e0f10");
    }

    @Test
    void theRootsAreThoseOfTheFormatPage() {
        for (int n = 0; n <= LEAVES.size(); n++) {
            Object root = page.evaluate(
                    "async (leaves) => Ledger.hex(await Ledger.root(leaves.map(Ledger.hashOf)))",
                    LEAVES.subList(0, n).stream().map(Hash::base64).toList());
            assertThat(root).as("size " + n).isEqualTo(tree(n).root().hex());
        }
        assertThat(tree(8).root().hex()).isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void everyTrueProofIsAcceptedByBoth() {
        for (int size = 1; size <= LEAVES.size(); size++) {
            for (int at = 0; at < size; at++) {
                var proof = tree(size).inclusion(at);
                assertThat(proof.proves(LEAVES.get(at), tree(size).root())).isTrue();
                assertThat(includes(
                                LEAVES.get(at),
                                at,
                                size,
                                proof.path(),
                                tree(size).root()))
                        .isTrue();
            }
            for (int from = 0; from <= size; from++) {
                var proof = tree(size).consistency(from);
                assertThat(proof.proves(tree(from).root(), tree(size).root())).isTrue();
                assertThat(extendsTo(
                                from,
                                size,
                                proof.path(),
                                tree(from).root(),
                                tree(size).root()))
                        .isTrue();
            }
        }
    }

    @Test
    void everyHostileProofIsRefusedByBoth() {
        for (int size = 2; size <= LEAVES.size(); size++) {
            for (int at = 0; at < size; at++) {
                Hash leaf = LEAVES.get(at);
                Hash root = tree(size).root();
                List<Hash> path = tree(size).inclusion(at).path();
                for (List<Hash> hostile : changed(path)) {
                    refused(leaf, at, size, hostile, root);
                }
                for (long other : List.of(-1L, at + 1L, (long) size, 1L << 52, Long.MAX_VALUE)) {
                    refused(leaf, other, size, path, root);
                }
                for (long other : List.of(-1L, 0L, (long) at, 1L << 52, Long.MAX_VALUE)) {
                    refused(leaf, at, other, path, root);
                }
                refused(Hash.leaf(new byte[] {42}), at, size, path, root);
                refused(leaf, at, size, path, tree(size - 1).root());
            }
            for (int from = 1; from < size; from++) {
                List<Hash> path = tree(size).consistency(from).path();
                for (List<Hash> hostile : changed(path)) {
                    refusedGrowth(
                            from, size, hostile, tree(from).root(), tree(size).root());
                }
                refusedGrowth(-1, size, path, tree(from).root(), tree(size).root());
                refusedGrowth(from, -1, path, tree(from).root(), tree(size).root());
                refusedGrowth(
                        from, 1L << 52, path, tree(from).root(), tree(size).root());
                refusedGrowth(
                        from, size, path, tree(from - 1).root(), tree(size).root());
            }
        }
    }

    @Test
    void aCheckpointWithItsCosignatureIsVerifiedByBoth() {
        assertThat(SignedNote.parse(NOTE).verifiedBy(keys())).hasSize(2);
        assertThat(signers(NOTE)).isEqualTo("comity.example/log witness.example/w1@1790000000");
    }

    @Test
    void everyHostileNoteIsRefusedByBoth() {
        for (String hostile : List.of(
                NOTE.replace("\n7\n", "\n8\n"),
                NOTE.replace("3bib5AOA", "3bib5AOB"),
                NOTE.replace("5pv4uuej", "5pv4uuek"),
                NOTE.replace("IDJKvgAAAABqsTuA", "IDJKvgAAAABqsTuB"),
                NOTE.replace("\u2014 comity", "- comity"),
                NOTE.replace("\n\n", "\n"),
                NOTE.strip(),
                "")) {
            assertThat(hostile).isNotEqualTo(NOTE);
            assertThat(refusesInJava(hostile)).as(hostile).isTrue();
            assertThat(signers(hostile)).as(hostile).startsWith("refused");
        }
    }

    private static boolean refusesInJava(String note) {
        try {
            SignedNote.parse(note).verifiedBy(keys());
            return false;
        } catch (Unreadable e) {
            return true;
        }
    }

    private static List<VerifierKey> keys() {
        return List.of(VerifierKey.parse(LOG_KEY), VerifierKey.parse(WITNESS_KEY));
    }

    private static String signers(String note) {
        return (String) page.evaluate("""
                async ([text, ...keys]) => {
                  try {
                    const known = [];
                    for (const key of keys) known.push(await Ledger.key(key));
                    const found = await Ledger.signers(Ledger.note(text), known);
                    return found.map((by) => by.key.name + (by.time === undefined ? "" : `@${by.time}`)).join(" ");
                  } catch (e) {
                    return e instanceof Ledger.Refusal ? `refused: ${e.code}` : `threw: ${e}`;
                  }
                }""", List.of(note, LOG_KEY, WITNESS_KEY));
    }

    /** The same table of enemies for script and classes: too short, too long, swapped, of another tree, nothing. */
    private static List<List<Hash>> changed(List<Hash> path) {
        var all = new ArrayList<List<Hash>>();
        Hash strange = Hash.leaf(new byte[] {42});
        for (int i = 0; i < path.size(); i++) {
            var other = new ArrayList<>(path);
            other.set(i, strange);
            all.add(other);
            var fewer = new ArrayList<>(path);
            fewer.remove(i);
            all.add(fewer);
            var twice = new ArrayList<>(path);
            twice.add(i, path.get(i));
            all.add(twice);
        }
        var longer = new ArrayList<>(path);
        longer.add(strange);
        all.add(longer);
        if (path.size() > 1) {
            var swapped = new ArrayList<>(path);
            Collections.swap(swapped, 0, path.size() - 1);
            all.add(swapped);
        }
        all.add(Collections.nCopies(70, strange));
        all.removeIf(path::equals);
        return all;
    }

    private static void refused(Hash leaf, long at, long size, List<Hash> path, Hash root) {
        assertThat(new InclusionProof(at, size, path).proves(leaf, root)).isFalse();
        assertThat(includes(leaf, at, size, path, root)).isFalse();
    }

    private static void refusedGrowth(long from, long to, List<Hash> path, Hash earlier, Hash later) {
        assertThat(new ConsistencyProof(from, to, path).proves(earlier, later)).isFalse();
        assertThat(extendsTo(from, to, path, earlier, later)).isFalse();
    }

    private static boolean includes(Hash leaf, long at, long size, List<Hash> path, Hash root) {
        return (boolean) page.evaluate(
                "([leaf, at, size, root, ...path]) => Ledger.includes(Ledger.hashOf(leaf), Number(at), Number(size),"
                        + " path.map(Ledger.hashOf), Ledger.hashOf(root))",
                arguments(List.of(leaf.base64(), Long.toString(at), Long.toString(size), root.base64()), path));
    }

    private static boolean extendsTo(long from, long to, List<Hash> path, Hash earlier, Hash later) {
        return (boolean) page.evaluate(
                "([from, to, earlier, later, ...path]) => Ledger.extendsTo(Number(from), Number(to),"
                        + " path.map(Ledger.hashOf), Ledger.hashOf(earlier), Ledger.hashOf(later))",
                arguments(List.of(Long.toString(from), Long.toString(to), earlier.base64(), later.base64()), path));
    }

    private static List<String> arguments(List<String> first, List<Hash> path) {
        return Stream.concat(first.stream(), path.stream().map(Hash::base64)).toList();
    }

    private static Tree tree(int size) {
        return new Tree(
                size,
                (height, index) -> root(IntStream.range((int) (index << height), (int) ((index + 1) << height))
                        .mapToObj(LEAVES::get)
                        .toList()));
    }

    private static Hash root(List<Hash> leaves) {
        int half = leaves.size() / 2;
        return leaves.size() == 1
                ? leaves.getFirst()
                : Hash.node(root(leaves.subList(0, half)), root(leaves.subList(half, leaves.size())));
    }
}
