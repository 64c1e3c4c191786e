package org.comity.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.comity.log.ledger.Bundle;
import org.comity.log.ledger.Bundle.Item;
import org.comity.log.ledger.BundleFiles;
import org.comity.log.ledger.Checkpoint;
import org.comity.log.ledger.Envelope;
import org.comity.log.ledger.GrowingTree;
import org.comity.log.ledger.Hash;
import org.comity.log.ledger.SigningKey;
import org.comity.log.ledger.Tree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An audit bundle in the hands of an enemy who can write every file anew, the manifest too, but not sign as the log. */
class BundleTamperingTest {
    private static final String STREAM = "6b3c2b5e-1111-4111-8111-000000000001";
    private static final String OTHER = "6b3c2b5e-1111-4111-8111-000000000002";
    private static final SigningKey LOG = SigningKey.generate("log.example/test");
    private static final SigningKey WITNESS = SigningKey.generate("witness.example/w1");
    private static final int SIZE = 20;

    /** Every third event is of the request, so that it stands at the positions 0, 3, 6, 9, 12, 15, 18. */
    private static final List<Envelope> EVENTS =
            IntStream.range(0, SIZE).mapToObj(BundleTamperingTest::event).toList();

    private static final Tree TREE = new Tree(SIZE, (height, index) -> {
        var subtree = new GrowingTree();
        EVENTS.subList((int) index << height, (int) (index + 1) << height)
                .forEach(event -> subtree.append(event.leaf()));
        return subtree.root();
    });
    private static final Checkpoint CHECKPOINT = new Checkpoint("log.example/test", SIZE, TREE.root());
    private static final Bundle WHOLE = whole();

    @TempDir
    private Path folder;

    @BeforeEach
    void keys() throws IOException {
        Files.writeString(folder.resolve("log.vkey"), LOG.verifier() + "\n");
        Files.writeString(folder.resolve("witnesses"), WITNESS.cosigner() + "\n");
    }

    @Test
    void aWholeBundleIsVerifiedByTheKeyThatTheAuditorBrings() {
        Verdict verdict = verify(WHOLE, "--key", "log.vkey", "--witnesses", "witnesses");
        assertThat(verdict.code()).as(verdict.text()).isZero();
        assertThat(verdict.text())
                .contains("VERIFIED: 7 events of " + STREAM + " stand in the first 20 events of log.example/test")
                .contains("1 of them are withheld")
                .contains("signed by " + LOG.verifier(), "signed by " + WITNESS.cosigner());
    }

    @Test
    void aWholeBundleWithoutAKeyIsWholeAndProvesNothingYet() {
        Verdict verdict = verify(WHOLE);
        assertThat(verdict.code()).as(verdict.text()).isEqualTo(3);
        assertThat(verdict.text())
                .contains("WHOLE: 7 events", "the bundle names the key " + LOG.verifier())
                .contains("none of these keys is believed yet")
                .doesNotContain("VERIFIED");
    }

    @Test
    void aBundleThatAnEnemyMadeAndSignedWholeIsOnlyOfTheEnemysKey() {
        SigningKey enemy = SigningKey.generate("log.example/test");
        Bundle forged = with(
                WHOLE.count(),
                CHECKPOINT.signedBy(enemy).toString(),
                List.of(enemy.verifier().toString()),
                WHOLE.items(),
                WHOLE.law());
        assertThat(verify(forged).text()).contains(enemy.verifier().toString());
        Verdict verdict = verify(forged, "--key", "log.vkey");
        assertThat(verdict.code()).isEqualTo(1);
        assertThat(verdict.text())
                .contains("the checkpoint is not signed by a known key of its log")
                .contains("the bundle names the key " + enemy.verifier());
    }

    @Test
    void aWitnessAloneDoesNotStandForTheLog() {
        Verdict verdict = verify(WHOLE, "--witnesses", "witnesses");
        assertThat(verdict.code()).isEqualTo(3);
        assertThat(verdict.text()).contains("there is no key of the log to believe");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void aTamperedBundleFailsAtItsPlace(String what, UnaryOperator<Bundle> tampering, String finding) {
        for (String[] keys : List.of(new String[0], new String[] {"--key", "log.vkey"})) {
            Verdict verdict = verify(tampering.apply(WHOLE), keys);
            assertThat(verdict.code()).as(verdict.text()).isEqualTo(1);
            assertThat(verdict.text().lines().findFirst())
                    .hasValueSatisfying(first -> assertThat(first).startsWith("FAILED " + finding));
            assertThat(verdict.text()).contains("FAILED: ").doesNotContain("VERIFIED", "WHOLE");
        }
    }

    static Stream<Arguments> tamperings() {
        String notInTree = ": the event is not in the tree";
        return Stream.of(
                one("a byte of a payload", items -> set(items, 2, flipped(items.get(2), -3)), "position 6" + notInTree),
                one("a byte of metadata", items -> set(items, 3, flipped(items.get(3), -29)), "position 9" + notInTree),
                one("a later time", items -> set(items, 1, later(1)), "position 3" + notInTree),
                one("the first moment of all", items -> set(items, 1, first(1)), "position 3" + notInTree),
                one("another format", items -> set(items, 4, flipped(items.get(4), 0)), "position 12: the bytes"),
                one(
                        "a shorter proof",
                        items -> set(items, 2, proven(2, path(2).subList(1, path(2).size()))),
                        "position 6" + notInTree),
                one("a swapped proof", items -> set(items, 2, proven(2, path(2).reversed())), "position 6" + notInTree),
                one("no proof", items -> set(items, 2, proven(2, List.of())), "position 6" + notInTree),
                one("the proof of a neighbor", items -> set(items, 2, proven(2, path(3))), "position 6" + notInTree),
                one(
                        "two events swapped",
                        items -> set(set(items, 2, placed(3, 6)), 3, placed(2, 9)),
                        "position 6: the bytes are not those of an event with its proof"),
                one(
                        "the first one deleted",
                        items -> items.subList(1, 7),
                        "position 3: an event of the request is missing"),
                one(
                        "one deleted in the middle",
                        items -> without(items, 3),
                        "position 12: an event of the request is missing"),
                one("the last one deleted", items -> items.subList(0, 6), "the bundle does not hold as many events"),
                one(
                        "an event of another request",
                        items -> set(items, 0, item(1)),
                        "position 1: the event belongs to another"),
                one(
                        "a changed leaf of a withheld event",
                        items -> set(
                                items,
                                5,
                                new Item(
                                        15,
                                        5,
                                        null,
                                        EVENTS.get(14).leaf(),
                                        items.get(5).path())),
                        "position 15" + notInTree),
                one(
                        "a withheld event in another place",
                        items -> set(
                                items,
                                5,
                                new Item(
                                        16,
                                        5,
                                        null,
                                        EVENTS.get(15).leaf(),
                                        items.get(5).path())),
                        "position 16" + notInTree),
                note(
                        "another size",
                        note -> note.replace("\n20\n", "\n21\n"),
                        "a signature under the checkpoint is not of the key"),
                note(
                        "another signature",
                        note -> CHECKPOINT.text() + "\n" + note.lines().toList().getLast() + "\n",
                        "the checkpoint is not signed"),
                note("no checkpoint", note -> "nothing", "the checkpoint, or a key, does not have the form of one"),
                Arguments.of(
                        "a changed table of law",
                        change(it -> with(
                                it.count(),
                                it.checkpoint(),
                                it.keys(),
                                it.items(),
                                Map.of(
                                        it.law().keySet().iterator().next(),
                                        new TreeMap<>(Map.of("deadlines.csv", "rule,days\nR1,90\n"))))),
                        "the tables of law are not those of the digest"),
                Arguments.of(
                        "another number of events",
                        change(it -> with(8, it.checkpoint(), it.keys(), it.items(), it.law())),
                        "the bundle does not hold as many events"));
    }

    @Test
    void aFileChangedUnderItsManifestIsNamed() throws IOException {
        Map<String, byte[]> files = unzip(zip(WHOLE));
        byte[] envelope = files.get("events/000000000006.envelope");
        envelope[envelope.length - 2] ^= 1;
        assertThat(verify(zip(files), "--key", "log.vkey"))
                .isEqualTo(new Verdict(
                        1,
                        "FAILED the file events/000000000006.envelope is not the one that the manifest names"
                                + System.lineSeparator()));
        files.remove("events/000000000006.envelope");
        assertThat(verify(zip(files)).text()).contains("the file events/000000000006.envelope is missing");
        files.put("more\nVERIFIED: 7 events \u001b[2J", new byte[0]);
        assertThat(verify(zip(files)).text().lines())
                .as("no name of a file passes for a verdict")
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).startsWith("FAILED ").doesNotContain("\u001b"));
    }

    @Test
    void aFileAmongTheEventsThatIsNoneIsNamed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        BundleFiles.write(WHOLE, Map.of("events/x", new byte[] {1}), bytes);
        assertThat(verify(bytes.toByteArray()).text()).startsWith("FAILED the file events/x");
    }

    @Test
    void whatIsNoBundleFailsAndWhatIsNotThereCannotBeJudged() throws IOException {
        for (byte[] bytes :
                List.of(new byte[0], "no ZIP".getBytes(StandardCharsets.UTF_8), cut(zip(WHOLE)), zip(Map.of()))) {
            Verdict verdict = verify(bytes);
            assertThat(verdict.code()).as(verdict.text()).isEqualTo(1);
            assertThat(verdict.text()).startsWith("FAILED ");
        }
        assertThat(run("--bundle", folder.resolve("missing").toString()).code()).isEqualTo(3);
        assertThat(run("--bundle", "x", "--key", "/nowhere").code()).isEqualTo(3);
    }

    @Test
    void whatMeansNothingForABundleIsNotUnderstood() {
        for (String option : List.of("--url", "--data", "--since", "--database")) {
            Verdict verdict = run("--bundle", "x", option, "y");
            assertThat(verdict.code()).as(option).isEqualTo(2);
            assertThat(verdict.text()).contains("a bundle is verified without " + option);
        }
    }

    private static Arguments one(String what, UnaryOperator<List<Item>> items, String finding) {
        return Arguments.of(
                what,
                change(it -> with(it.count(), it.checkpoint(), it.keys(), items.apply(it.items()), it.law())),
                finding);
    }

    private static Arguments note(String what, UnaryOperator<String> note, String finding) {
        return Arguments.of(
                what,
                change(it -> with(it.count(), note.apply(it.checkpoint()), it.keys(), it.items(), it.law())),
                finding);
    }

    private static UnaryOperator<Bundle> change(UnaryOperator<Bundle> change) {
        return change;
    }

    private static Bundle whole() {
        var items = new ArrayList<Item>();
        for (int sequence = 0; sequence < 7; sequence++) {
            items.add(item(sequence * 3));
        }
        items.set(5, new Item(15, 5, null, EVENTS.get(15).leaf(), items.get(5).path()));
        var tables = new TreeMap<>(Map.of("deadlines.csv", "rule,days\nR1,30\n"));
        String note = CHECKPOINT
                .signedBy(LOG)
                .with(WITNESS.cosign(CHECKPOINT.text(), 1_790_000_000))
                .toString();
        return with(
                7,
                note,
                List.of(LOG.verifier().toString(), WITNESS.cosigner().toString()),
                items,
                Map.of(BundleFiles.digestOf(tables), tables));
    }

    private static Bundle with(
            long count,
            String note,
            List<String> keys,
            List<Item> items,
            Map<String, ? extends SortedMap<String, String>> law) {
        return new Bundle(STREAM, count, note, keys, items, new TreeMap<>(law));
    }

    private static Envelope event(int position) {
        boolean ours = position % 3 == 0;
        return new Envelope(
                position,
                ours ? STREAM : OTHER,
                ours ? position / 3 : position - 1 - position / 3,
                new UUID(1, position),
                "mla.NoteMade",
                "1",
                Instant.parse("2026-05-01T16:00:00Z").plusSeconds(position),
                "{\"person\":\"é\"}",
                "{\"text\":\"note " + position + "\"}");
    }

    private static Item item(int position) {
        return item(EVENTS.get(position), TREE.inclusion(position).path());
    }

    private static Item item(Envelope envelope, List<Hash> path) {
        return new Item(
                envelope.position(),
                envelope.sequence(),
                Base64.getEncoder().encodeToString(envelope.bytes()),
                null,
                path);
    }

    private static List<Hash> path(int sequence) {
        return TREE.inclusion(sequence * 3L).path();
    }

    private static Item proven(int sequence, List<Hash> path) {
        return item(EVENTS.get(sequence * 3), path);
    }

    /** The bytes of an event under the name of another position. */
    private static Item placed(int sequence, int position) {
        Item of = item(sequence * 3);
        return new Item(position, -1, of.envelope(), null, of.path());
    }

    private static Item later(int sequence) {
        Envelope of = EVENTS.get(sequence * 3);
        return item(
                new Envelope(
                        of.position(),
                        of.stream(),
                        of.sequence(),
                        of.eventId(),
                        of.name(),
                        of.revision(),
                        of.recordedAt().plusNanos(1_000),
                        of.metadata(),
                        of.payload()),
                path(sequence));
    }

    /** Recorded at the least moment that the field can say, which is no moment that anybody can write. */
    private static Item first(int sequence) {
        Envelope of = EVENTS.get(sequence * 3);
        byte[] bytes = of.bytes();
        int at = bytes.length - 16 - Envelope.utf8(of.metadata()).length - Envelope.utf8(of.payload()).length;
        ByteBuffer.wrap(bytes).putLong(at, Long.MIN_VALUE);
        return new Item(of.position(), -1, Base64.getEncoder().encodeToString(bytes), null, path(sequence));
    }

    private static Item flipped(Item item, int at) {
        byte[] bytes = Base64.getDecoder().decode(item.envelope());
        bytes[at < 0 ? bytes.length + at : at] ^= 1;
        return new Item(item.position(), -1, Base64.getEncoder().encodeToString(bytes), null, item.path());
    }

    private static List<Item> set(List<Item> items, int at, Item item) {
        var changed = new ArrayList<>(items);
        changed.set(at, item);
        return changed;
    }

    private static List<Item> without(List<Item> items, int at) {
        var changed = new ArrayList<>(items);
        changed.remove(at);
        return Collections.unmodifiableList(changed);
    }

    private static byte[] cut(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static byte[] zip(Bundle bundle) {
        var bytes = new ByteArrayOutputStream();
        BundleFiles.write(bundle, Map.of("audit.html", new byte[] {1}), bytes);
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private Verdict verify(Bundle bundle, String... more) {
        try {
            return verify(zip(bundle), more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Verdict verify(byte[] zip, String... more) throws IOException {
        Path file = folder.resolve("bundle.zip");
        Files.write(file, zip);
        var typed = new ArrayList<>(List.of("--bundle", file.toString()));
        for (String word : more) {
            typed.add(word.startsWith("--") ? word : folder.resolve(word).toString());
        }
        return run(typed.toArray(String[]::new));
    }

    private static Verdict run(String... typed) {
        var bytes = new ByteArrayOutputStream();
        int code = new Verify(new PrintStream(bytes, true, StandardCharsets.UTF_8)).perform(List.of(typed));
        return new Verdict(code, bytes.toString(StandardCharsets.UTF_8));
    }

    private record Verdict(int code, String text) {}
}
