package org.comity.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.comity.log.ledger.Envelope;
import org.comity.log.ledger.SigningKey;
import org.comity.log.transparency.LogKeys;
import org.comity.log.transparency.SampleLog;
import org.comity.log.transparency.TransparencyLog;
import org.comity.log.transparency.Witnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A superuser of the database who switches the trigger off, and the auditor who comes afterwards. */
class TamperingTest {
    private static final int SIZE = 600;
    private static final SigningKey WITNESS = SigningKey.generate("witness.example/w1");

    private final SampleLog log = new SampleLog(500);
    private final Path kept = log.folder().resolve("kept-checkpoint");

    @BeforeEach
    void signed() throws IOException {
        TransparencyLog node = log.node(new Witnesses(List.of(WITNESS.cosigner())));
        node.follow();
        log.grow(SIZE - 500);
        var checkpoint = node.checkpoint();
        node.cosigned(checkpoint.with(WITNESS.cosign(checkpoint.text(), 1_790_000_000)));
        Files.writeString(kept, checkpoint.toString());
        Files.writeString(log.folder().resolve("log.vkey"), node.verifier() + "\n");
        Files.writeString(log.folder().resolve("witnesses"), WITNESS.cosigner() + "\n");
        settings(log);
    }

    private static void settings(SampleLog log) throws IOException {
        Files.writeString(log.folder().resolve("database.properties"), """
                comity.database.url=jdbc:postgresql://localhost:%d/%s
                comity.database.user=comity_app
                comity.database.password=comity
                """.formatted(
                        log.database().port(), log.database().name()));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void anUntouchedLogIsVerified() {
        Verdict verdict = verify("--since", kept.toString());
        assertThat(verdict.code()).as(verdict.text()).isZero();
        assertThat(verdict.text())
                .contains("VERIFIED: 600 events; 600 of them confirmed by 3 checkpoints and 1 cosignatures");
    }

    @Test
    void anEventThatCameAfterTheLastCheckpointIsVerifiedAndSaidNotToBeSigned() {
        log.grow(2);
        Verdict verdict = verify();
        assertThat(verdict.code()).isZero();
        assertThat(verdict.text()).contains("the last 2 events are not signed yet");
    }

    @Test
    void aLogOfWhichOnlyAnOldCheckpointIsLeftIsNoYes() {
        log.grow(600);
        log.database().asSuperuser("""
                alter table log.signature disable trigger append_only;
                alter table log.checkpoint disable trigger append_only;
                delete from log.signature where size > 500; delete from log.checkpoint where size > 500""");
        log.tamper("delete from log.event where position = 900");
        SampleLog.append(log.database().superuser(), 900, 1, "another");
        Verdict verdict = verify();
        assertThat(verdict.code()).as(verdict.text()).isEqualTo(3);
        assertThat(verdict.text()).contains("500 of them confirmed", "nothing can be said", "--since");
    }

    @Test
    void aKeyOfACommandThatIsPlanted() {
        log.tamper("update log.event set command_key = sha256('planted') where position = 7");
        besides(7);
    }

    @Test
    void aKeyOfACommandThatIsTakenAway() {
        log.tamper("update log.event set command_key = null where position = 8");
        besides(8);
    }

    /** No leaf holds it, so no checkpoint convicts it: what the event says of itself does. */
    private void besides(long position) {
        Verdict verdict = verify();
        assertThat(verdict.code()).as(verdict.text()).isEqualTo(1);
        assertThat(verdict.text())
                .contains("position " + position + ": the key of its command is not the one that it names itself");
    }

    @Test
    void aChangedByteOfAPayload() {
        log.tamper("update log.event set payload = replace(payload, 'event 300', 'event 3oo') where position = 300");
        convicted("position 300: event and leaf do not belong together");
    }

    @Test
    void aChangedByteOfMetadata() {
        log.tamper("update log.event set metadata = replace(metadata, 'é', 'è') where position = 599");
        convicted("position 599: event and leaf do not belong together");
    }

    @Test
    void aChangedTime() {
        log.tamper("update log.event set recorded_at = recorded_at + interval '1 microsecond' where position = 0");
        convicted("position 0: event and leaf do not belong together");
    }

    @Test
    void anEarlierTime() {
        log.tamper("update log.event set recorded_at = recorded_at - interval '1 hour' where position = 10");
        convicted("position 10: it was recorded before the event that stands before it");
    }

    @Test
    void twoSwappedEvents() {
        log.tamper(
                "update log.event set position = 100000 where position = 20",
                "update log.event set position = 20 where position = 21",
                "update log.event set position = 21 where position = 100000");
        convicted("position 20: event and leaf", "position 21: event and leaf");
    }

    @Test
    void theLastEventDeleted() {
        log.tamper("delete from log.event where position = 599");
        convicted("position 599: missing");
    }

    @Test
    void anEventInTheMiddleDeleted() {
        log.tamper("delete from log.event where position = 123");
        convicted("position 123: missing", "has sequence 18 in its stream, where 17 is due");
    }

    @Test
    void anEventInTheMiddleDeletedAndTheOthersMovedUp() {
        log.tamper("delete from log.event where position = 123");
        for (int position = 124; position < SIZE; position++) {
            var moved = SampleLog.event(position, "event");
            var anew = new Envelope(
                    position - 1L,
                    moved.stream(),
                    moved.sequence(),
                    moved.eventId(),
                    moved.name(),
                    moved.revision(),
                    moved.recordedAt(),
                    moved.metadata(),
                    moved.payload());
            log.tamper("update log.event set position = %d, leaf = '\\x%s' where position = %d"
                    .formatted(position - 1, anew.leaf().hex(), position));
            if (position == 140) {
                break;
            }
        }
        convicted("position 123: the event is not the one of which tile 0/000 was made", "position 140: missing");
    }

    @Test
    void aSuffixCutAndGrownAgainToTheSameSize() {
        log.tamper("delete from log.event where position >= 520");
        SampleLog.append(log.database().superuser(), 520, SIZE - 520, "another");
        convicted("positions 500 to 599: these are not the events that log.example/test signed");
    }

    @Test
    void aSuffixBeforeTheLastTileCutAndGrownAgain() {
        log.tamper("delete from log.event where position >= 250");
        SampleLog.append(log.database().superuser(), 250, SIZE - 250, "another");
        convicted("position 250: the event is not the one of which tile 0/000 was made");
    }

    @Test
    void anEventAndItsLeafReplacedTogether() {
        log.tamper("delete from log.event where position = 77");
        SampleLog.append(log.database().superuser(), 77, 1, "another");
        convicted("position 77: the event is not the one of which tile 0/000 was made");
    }

    @Test
    void aLeafChangedAlone() {
        log.tamper("update log.event set leaf = sha256('another') where position = 555");
        Verdict verdict = verify();
        assertThat(verdict.code()).isEqualTo(1);
        assertThat(verdict.text()).contains("position 555: event and leaf do not belong together");
    }

    @Test
    void aPayloadTakenAway() {
        log.tamper(
                "alter table log.event alter payload drop not null",
                "update log.event set payload = null where position = 300");
        convicted("position 300: a part of it is not there");
    }

    @Test
    void aLineThatIsNoSignatureDoesNotEndTheVerification() {
        log.database().asSuperuser("""
                alter table log.signature disable trigger append_only;
                update log.signature set line = 'x' where size = 500""");
        log.tamper("update log.event set payload = replace(payload, 'event 300', 'event 3oo') where position = 300");
        convicted("position 300: event and leaf do not belong together", "checkpoint of 500 events: it is not signed");
    }

    @Test
    void aTileChangedAlone() {
        log.database().asSuperuser("""
                alter table log.tile disable trigger append_only;
                update log.tile set hashes = overlay(hashes placing sha256('another') from 65 for 32)""");
        Verdict verdict = verify();
        assertThat(verdict.code()).isEqualTo(1);
        assertThat(verdict.text()).contains("position 2: the event is not the one of which tile 0/000 was made");
    }

    @Test
    void whoAlsoErasesEveryTraceIsConvictedByAKeptCheckpoint() {
        log.tamper("delete from log.event where position >= 100");
        SampleLog.append(log.database().superuser(), 100, SIZE - 100, "another");
        log.database().asSuperuser("""
                alter table log.tile disable trigger append_only;
                alter table log.signature disable trigger append_only;
                alter table log.checkpoint disable trigger append_only;
                delete from log.tile; delete from log.signature; delete from log.checkpoint""");
        Verdict alone = verify();
        assertThat(alone.code()).as("nobody has kept anything").isEqualTo(3);
        assertThat(alone.text())
                .contains("WHOLE: 600 events agree with one another", "no checkpoint confirms any of them")
                .doesNotContain("VERIFIED", "0 of them confirmed");
        convicted("positions 0 to 599: these are not the events that log.example/test signed");
    }

    @Test
    void aLogThatWasNeverSignedIsNoYes() throws IOException {
        try (var fresh = new SampleLog(3)) {
            fresh.node(Witnesses.NONE);
            Verdict verdict = verify(fresh);
            assertThat(verdict.code()).as(verdict.text()).isEqualTo(3);
            assertThat(verdict.text()).contains("Either none was signed yet").doesNotContain("VERIFIED");
        }
    }

    @Test
    void anEventBehindTheLastFullTileThatWasReplacedWithItsLeafIsARangeAndNamedByWhatAnAuditorKept() {
        Path own = log.folder().resolve("own-checkpoint");
        assertThat(verify("--keep", own.toString()).code()).isZero();
        assertThat(own.resolveSibling("own-checkpoint.tile")).hasSize(88 * 32);
        log.tamper("delete from log.event where position = 555");
        SampleLog.append(log.database().superuser(), 555, 1, "another");
        assertThat(verify().text())
                .contains("positions 500 to 599: these are not the events that log.example/test signed")
                .doesNotContain("position 555");
        Verdict verdict = verify("--since", own.toString());
        assertThat(verdict.code()).isEqualTo(1);
        assertThat(verdict.text()).contains("position 555: the event is not the one that was kept since then");
    }

    @Test
    void whatLiesBesideAKeptCheckpointConvictsNobodyByItself() throws IOException {
        Path own = log.folder().resolve("own-checkpoint");
        verify("--keep", own.toString());
        Files.write(own.resolveSibling("own-checkpoint.tile"), new byte[88 * 32]);
        assertThat(verify("--since", own.toString()).code()).isZero();
        Files.write(own.resolveSibling("own-checkpoint.tile"), new byte[5]);
        assertThat(verify("--since", own.toString()).code()).isEqualTo(3);
    }

    @Test
    void aForgedSignature() {
        log.database().asSuperuser("""
                alter table log.signature disable trigger append_only;
                update log.signature a set line = b.line from log.signature b
                where a.size = 500 and b.size = 600 and b.name = a.name""");
        Verdict verdict = verify();
        assertThat(verdict.code()).isEqualTo(1);
        assertThat(verdict.text()).contains("the signature of log.example/test is not of its key");
    }

    @Test
    void aKeyThatNobodyIntroducedConvictsAndOneThatItsPredecessorIntroducedDoesNot() throws IOException {
        log.grow(1);
        TransparencyLog renewed =
                log.node(new LogKeys(log.folder().resolve("next.key"), log.key()).orCreate(), Witnesses.NONE);
        log.grow(1);
        renewed.checkpoint();
        assertThat(verify().text()).contains("it is not signed by a known key of the log");
        String former = Files.readString(log.folder().resolve("log.vkey"));
        Files.writeString(log.folder().resolve("log.vkey"), former + renewed.verifier() + "\n");
        assertThat(verify().code()).isZero();
        Files.writeString(
                log.folder().resolve("log.vkey"),
                former + SigningKey.generate("log.example/test").verifier() + "\n");
        assertThat(verify().code()).isEqualTo(1);
    }

    @Test
    void saysThatNothingCanBeSaidWhereNothingCan() {
        assertThat(new Run("--data", "/nowhere").verdict().code()).isEqualTo(3);
        assertThat(new Run("--sincee", "x").verdict().code()).isEqualTo(2);
        assertThat(new Run("--data").verdict().code()).isEqualTo(2);
        assertThat(new Run("--url", "http://localhost:1", "--key", log.folder() + "/log.vkey")
                        .verdict()
                        .code())
                .isEqualTo(2);
    }

    private void convicted(String... findings) {
        Verdict verdict = verify("--since", kept.toString());
        assertThat(verdict.code()).as(verdict.text()).isEqualTo(1);
        assertThat(verdict.text()).contains(findings);
        assertThat(verdict.text()).as("the kept checkpoint convicts").contains("signed");
    }

    private static Verdict verify(SampleLog other) throws IOException {
        Files.writeString(
                other.folder().resolve("log.vkey"), other.node(Witnesses.NONE).verifier() + "\n");
        settings(other);
        return new Run("--data", other.folder().toString()).verdict();
    }

    private Verdict verify(String... more) {
        var typed = new ArrayList<>(List.of(
                "--data",
                log.folder().toString(),
                "--witnesses",
                log.folder().resolve("witnesses").toString()));
        typed.addAll(List.of(more));
        return new Run(typed.toArray(String[]::new)).verdict();
    }

    private record Verdict(int code, String text) {}

    private record Run(String... typed) {
        Verdict verdict() {
            var bytes = new ByteArrayOutputStream();
            int code = new Verify(new PrintStream(bytes, true, StandardCharsets.UTF_8)).perform(List.of(typed));
            return new Verdict(code, bytes.toString(StandardCharsets.UTF_8));
        }
    }
}
