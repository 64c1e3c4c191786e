package org.comity.log.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.comity.api.Refused;
import org.comity.log.ledger.Checkpoint;
import org.comity.log.ledger.Envelope;
import org.comity.log.ledger.GrowingTree;
import org.comity.log.ledger.Hash;
import org.comity.log.ledger.SignedNote;
import org.comity.log.ledger.SigningKey;
import org.comity.log.ledger.Tile;
import org.comity.log.ledger.TileAddress;
import org.comity.log.ledger.VerifierKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransparencyLogTest {
    private static final SigningKey WITNESS = SigningKey.generate("witness.example/w1");

    private final SampleLog log = new SampleLog(0);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void anEmptyLogHasACheckpoint() {
        assertThat(checkpoint(log.node(Witnesses.NONE).checkpoint()).root()).isEqualTo(Hash.OF_NOTHING);
    }

    @Test
    void signsTheRootOverAllEvents() {
        log.grow(700);
        TransparencyLog node = log.node(Witnesses.NONE);
        SignedNote note = node.checkpoint();
        assertThat(note.verifiedBy(List.of(node.verifier()))).containsExactly(node.verifier());
        assertThat(checkpoint(note)).isEqualTo(new Checkpoint(SampleLog.ORIGIN, 700, root(700)));
        assertThat(node.checkpoint()).as("asked again").isEqualTo(note);
        assertThat(node.checkpoint(700)).contains(note);
        assertThat(node.checkpoint(699)).isEmpty();
        assertThat(node.signedSizes(-1, 10)).containsExactly(700L);
    }

    @Test
    void keepsFullTilesAndServesEveryOther() {
        log.grow(16_600);
        TransparencyLog node = log.node(Witnesses.NONE);
        var expected = new ArrayList<Tile>();
        var tree = new GrowingTree(expected::add);
        IntStream.range(0, 16_600)
                .forEach(i -> tree.append(SampleLog.event(i, "event").leaf()));
        Tile notKeptYet = node.tile(new TileAddress(1, 0, 64)).orElseThrow();
        assertThat(notKeptYet.hashes())
                .isEqualTo(expected.stream().map(Tile::root).toList());
        assertThat(node.follow()).isEqualTo(expected.size());
        assertThat(node.follow()).as("nothing more to make").isZero();
        for (Tile tile : expected) {
            assertThat(node.tile(tile.address())).contains(tile);
        }
        assertThat(node.tile(notKeptYet.address())).contains(notKeptYet);
        assertThat(node.tree(16_600).root()).isEqualTo(tree.root());
        assertThat(node.signedSizes(-1, 10)).as("signed as it grew").containsExactly(16_600L);
        assertThat(node.tile(new TileAddress(0, 64, 216))).isPresent();
        for (TileAddress beyond : List.of(
                new TileAddress(0, 64, 217),
                new TileAddress(0, 65, 1),
                new TileAddress(1, 0, 65),
                new TileAddress(2, 0, 1),
                new TileAddress(8, 0, 1),
                new TileAddress(63, 0, 1),
                new TileAddress(0, Long.MAX_VALUE, 256))) {
            assertThat(node.tile(beyond)).as("%s", beyond).isEmpty();
        }
    }

    @Test
    void anyNumberOfNodesMakeTheSameTilesAndCheckpoints() throws Exception {
        log.grow(3_000);
        log.node(Witnesses.NONE);
        List<Callable<SignedNote>> nodes = IntStream.range(0, 4)
                .<Callable<SignedNote>>mapToObj(i -> () -> {
                    TransparencyLog node = log.node(Witnesses.NONE);
                    node.follow();
                    return node.checkpoint();
                })
                .toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (var answer : pool.invokeAll(nodes)) {
                assertThat(checkpoint(answer.get()).root()).isEqualTo(root(3_000));
            }
        }
        assertThat(log.node(Witnesses.NONE).follow()).isZero();
    }

    @Test
    void nodesThatSignWhileTheLogGrowsContradictNobody() throws Exception {
        log.grow(10);
        log.node(Witnesses.NONE);
        Callable<Void> grows = () -> {
            for (int i = 0; i < 150; i++) {
                log.grow(1);
            }
            return null;
        };
        Callable<Void> signs = () -> {
            TransparencyLog node = log.node(Witnesses.NONE);
            for (int i = 0; i < 60; i++) {
                node.checkpoint();
            }
            return null;
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(5)) {
            for (var done : pool.invokeAll(List.of(grows, signs, signs, signs, signs))) {
                done.get();
            }
        }
        assertThat(checkpoint(log.node(Witnesses.NONE).checkpoint()).root()).isEqualTo(root(160));
    }

    @Test
    void provesWhatItHoldsAndNothingBeyond() {
        log.grow(300);
        TransparencyLog node = log.node(Witnesses.NONE);
        assertThat(node.inclusion(7, 299).proves(node.leaf(7), root(299))).isTrue();
        assertThat(node.consistency(256, 300).proves(root(256), root(300))).isTrue();
        for (long size : new long[] {301, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> node.inclusion(0, size)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> node.consistency(0, size)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> node.inclusion(300, 300)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> node.inclusion(-1, 300)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bundlesHoldTheBytesOfWhichTheLeavesAreMade() {
        log.grow(300);
        TransparencyLog node = log.node(Witnesses.NONE);
        var events = ByteBuffer.wrap(node.events(new TileAddress(0, 1, 44)).orElseThrow());
        var entries = ByteBuffer.wrap(node.entries(new TileAddress(0, 1, 44)).orElseThrow());
        for (int position = 256; position < 300; position++) {
            byte[] event = new byte[events.getInt()];
            events.get(event);
            byte[] entry = new byte[Short.toUnsignedInt(entries.getShort())];
            entries.get(entry);
            assertThat(entry).isEqualTo(event);
            assertThat(Envelope.of(event)).isEqualTo(SampleLog.event(position, "event"));
        }
        assertThat(events.hasRemaining()).isFalse();
        assertThat(entries.hasRemaining()).isFalse();
        assertThat(node.events(new TileAddress(0, 1, 45))).isEmpty();
    }

    @Test
    void anEventThatIsTooLongForTheBundleOfTheSpecificationIsInOurs() {
        SampleLog.append(log.database().app(), 0, 1, "x".repeat(70_000));
        TransparencyLog node = log.node(Witnesses.NONE);
        assertThat(node.entries(new TileAddress(0, 0, 1))).isEmpty();
        assertThat(node.events(new TileAddress(0, 0, 1))).isPresent();
    }

    @Test
    void neverSignsTwoRootsForASize() {
        log.grow(10);
        TransparencyLog node = log.node(Witnesses.NONE);
        SignedNote before = node.checkpoint();
        log.tamper(
                "update log.event set leaf = sha256('another') where position = 3",
                "insert into log.event select 10, stream, sequence + 1, gen_random_uuid(), name, revision, recorded_at, metadata, payload, null, leaf from log.event where position = 9");
        assertThatThrownBy(node::checkpoint).isInstanceOf(LogContradicted.class).hasMessageContaining("first 10");
        log.tamper("delete from log.event where position >= 9");
        assertThatThrownBy(node::checkpoint)
                .isInstanceOf(LogContradicted.class)
                .hasMessageContaining("has 9 events, and 10 were signed");
        assertThat(node.lastCheckpoint()).contains(before);
    }

    @Test
    void knowsWithoutSigningThatItIsContradictedAndThatItIsNoMore() {
        log.grow(300);
        TransparencyLog node = log.node(Witnesses.NONE);
        node.checkpoint();
        String change = "update log.event set leaf = set_byte(leaf, 0, 255 - get_byte(leaf, 0)) where position = 280";
        log.tamper(change);
        assertThat(node.isContradicted()).as("not looked at yet").isFalse();
        assertThatThrownBy(node::confirm).isInstanceOf(LogContradicted.class);
        assertThat(node.isContradicted()).isTrue();
        log.tamper(change);
        assertThat(node.confirm()).isEqualTo(300);
        assertThat(node.isContradicted()).isFalse();
    }

    @Test
    void signsNoOtherHistoryWhereEveryTraceOfTheFirstWasTakenAwayBeneathIt() {
        log.grow(300);
        TransparencyLog node = log.node(Witnesses.NONE);
        node.checkpoint();
        log.tamper("delete from log.event where position >= 100");
        SampleLog.append(log.database().superuser(), 100, 200, "another");
        log.database().asSuperuser("""
                alter table log.signature disable trigger append_only;
                alter table log.checkpoint disable trigger append_only;
                delete from log.signature; delete from log.checkpoint""");
        assertThatThrownBy(node::checkpoint).isInstanceOf(LogContradicted.class);
        assertThat(log.node(Witnesses.NONE).checkpoint())
                .as("one that starts afterwards knows nothing of it: that is for those who kept a checkpoint")
                .isNotNull();
    }

    @Test
    void aRootThatTheApplicationsRolePutsInFirstStopsTheSigningAndIsTold() throws SQLException {
        log.grow(3);
        TransparencyLog node = log.node(Witnesses.NONE);
        try (var connection = log.database().app().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into log.checkpoint values (3, sha256('false'))");
        }
        assertThatThrownBy(node::checkpoint).isInstanceOf(LogContradicted.class);
        assertThat(node.isContradicted()).isTrue();
        assertThat(node.lastCheckpoint()).as("and no one signed it").isEmpty();
    }

    @Test
    void cannotChangeWhatWasSigned() {
        log.grow(3);
        log.node(Witnesses.NONE).checkpoint();
        for (String change : List.of(
                "update log.checkpoint set root = sha256('x')",
                "delete from log.signature",
                "truncate log.tile",
                "update log.identity set origin = 'other'")) {
            assertThatThrownBy(() -> log.database().asOwner(change)).hasStackTraceContaining("append-only");
        }
    }

    @Test
    void theKeyIsForItsOwnerOnlyAndStaysTheSame() throws Exception {
        VerifierKey first = log.node(Witnesses.NONE).verifier();
        assertThat(Files.getPosixFilePermissions(log.key())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(log.node(Witnesses.NONE).verifier()).isEqualTo(first);
        Files.setPosixFilePermissions(log.key(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> log.node(Witnesses.NONE)).hasMessageContaining("chmod 600");
    }

    @Test
    void aNewKeyIsIntroducedByItsPredecessor() {
        log.grow(5);
        TransparencyLog old = log.node(Witnesses.NONE);
        old.checkpoint();
        log.grow(1);
        var next = new LogKeys(log.folder().resolve("next.key"), log.key()).orCreate();
        TransparencyLog renewed = log.node(next, Witnesses.NONE);
        SignedNote first = renewed.checkpoint(6).orElseThrow();
        assertThat(first.verifiedBy(List.of(old.verifier(), renewed.verifier())))
                .hasSize(2);
        log.grow(1);
        assertThat(renewed.checkpoint().signatures()).hasSize(1);
        assertThat(log.node(new LogKeys(next.current(), null), Witnesses.NONE).verifier())
                .as("later the old key is not needed")
                .isEqualTo(renewed.verifier());
    }

    @Test
    void aKeyThatHasHadItsSuccessorIsRefused() {
        log.grow(5);
        log.node(Witnesses.NONE).checkpoint();
        var former = new LogKeys(log.key(), null);
        // at the very size that the former key has signed
        var next = new LogKeys(log.folder().resolve("next.key"), log.key()).orCreate();
        log.node(next, Witnesses.NONE);
        assertThatThrownBy(() -> log.node(former, Witnesses.NONE)).hasMessageContaining("a former one");
        var third = new LogKeys(log.folder().resolve("third.key"), log.key()).orCreate();
        assertThatThrownBy(() -> log.node(third, Witnesses.NONE))
                .as("nor does it introduce another one")
                .hasMessageContaining("former key");
        var after = new LogKeys(third.current(), next.current());
        assertThat(log.node(after, Witnesses.NONE).checkpoint().signatures()).hasSize(3);
        assertThatThrownBy(() -> log.node(former, Witnesses.NONE)).hasMessageContaining("a former one");
    }

    @Test
    void aKeyThatNobodyIntroducesIsRefused() {
        log.grow(5);
        log.node(Witnesses.NONE).checkpoint();
        var alone = new LogKeys(log.folder().resolve("next.key"), null).orCreate();
        assertThatThrownBy(() -> log.node(alone, Witnesses.NONE)).hasMessageContaining("former key");
        var stranger = new LogKeys(log.folder().resolve("stranger.key"), null).orCreate();
        var introduced = new LogKeys(alone.current(), stranger.current());
        assertThatThrownBy(() -> log.node(introduced, Witnesses.NONE)).hasMessageContaining("former key");
    }

    @Test
    void keepsTheCosignatureOfAKnownWitness() {
        log.grow(5);
        TransparencyLog node = log.node(new Witnesses(List.of(WITNESS.cosigner())));
        SignedNote checkpoint = node.checkpoint();
        SignedNote cosigned = node.cosigned(checkpoint.with(WITNESS.cosign(checkpoint.text(), 1_790_000_000)));
        assertThat(cosigned.verifiedBy(List.of(node.verifier(), WITNESS.cosigner())))
                .hasSize(2);
        assertThat(node.checkpoint()).isEqualTo(cosigned);
        log.grow(1);
        assertThat(node.checkpoint().signatures())
                .as("the witness has not seen this one")
                .hasSize(1);
        assertThat(node.checkpoint(5)).contains(cosigned);
    }

    @Test
    void saysWhyItKeepsNoOtherCosignature() {
        log.grow(5);
        TransparencyLog node = log.node(new Witnesses(List.of(WITNESS.cosigner())));
        SignedNote ours = node.checkpoint();
        var foreign = new Checkpoint(SampleLog.ORIGIN, 5, Hash.leaf(new byte[0]));
        var later = new Checkpoint(SampleLog.ORIGIN, 6, root(6));
        var elsewhere = new Checkpoint("elsewhere", 5, root(5));
        for (Checkpoint other : List.of(foreign, later, elsewhere)) {
            refused(
                    node,
                    new SignedNote(other.text(), List.of(WITNESS.cosign(other.text(), 1))),
                    "cosignature.not-our-checkpoint");
        }
        refused(node, ours, "cosignature.missing");
        SigningKey stranger = SigningKey.generate("witness.example/w1");
        refused(node, ours.with(stranger.cosign(ours.text(), 1)), "cosignature.unknown-witness");
        refused(node, new SignedNote(ours.text(), List.of(WITNESS.cosign(foreign.text(), 1))), "cosignature.wrong");
        node.cosigned(ours.with(WITNESS.cosign(ours.text(), 1)));
        refused(node, ours.with(WITNESS.cosign(ours.text(), 2)), "cosignature.known");
    }

    private static void refused(TransparencyLog node, SignedNote note, String code) {
        assertThatThrownBy(() -> node.cosigned(note))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static Hash root(int size) {
        var tree = new GrowingTree();
        IntStream.range(0, size)
                .forEach(i -> tree.append(SampleLog.event(i, "event").leaf()));
        return tree.root();
    }

    private static Checkpoint checkpoint(SignedNote note) {
        return Checkpoint.parse(note.text());
    }
}
