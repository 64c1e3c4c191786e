package org.comity.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.log.ledger.Bundle;
import org.comity.log.ledger.BundleFiles;
import org.comity.log.store.StoredEvent;
import org.comity.log.transparency.SampleLog;
import org.comity.log.transparency.TransparencyLog;
import org.comity.log.transparency.Witnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody who has nothing but the file of a bundle. */
class BundleCheckTest {
    private static final int SIZE = 40;
    private static final String STREAM = new UUID(1, 3).toString();

    private final SampleLog log = new SampleLog(SIZE);
    private final TransparencyLog node = log.node(Witnesses.NONE);
    private final Path file = log.folder().resolve("bundle.zip");

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aBundleIsVerifiedWithoutTheLog() throws IOException {
        write(bundle());
        Path keys = keys(node.verifier().toString());
        Verdict verdict = verify("--key", keys.toString());
        assertThat(verdict.code()).as(verdict.text()).isZero();
        assertThat(verdict.text())
                .contains("VERIFIED: 6 events of " + STREAM + " stand in the first 40 events of log.example/test")
                .contains("signed by " + node.verifier());
    }

    @Test
    void aBundleMadeBeforeConvictsTheLogThatWasChangedSince() throws IOException {
        write(bundle());
        Path kept = log.folder().resolve("kept");
        Path keys = keys(node.verifier().toString());
        assertThat(verify("--key", keys.toString(), "--keep", kept.toString()).code())
                .isZero();
        log.tamper("delete from log.event where position >= 30");
        SampleLog.append(log.database().superuser(), 30, SIZE - 30, "another");
        log.database().asSuperuser("""
                alter table log.signature disable trigger append_only;
                alter table log.checkpoint disable trigger append_only;
                delete from log.signature; delete from log.checkpoint""");
        Path database = log.folder().resolve("database.properties");
        Files.writeString(
                database, """
                comity.database.url=jdbc:postgresql://localhost:%d/%s
                comity.database.user=comity_app
                comity.database.password=comity
                """.formatted(log.database().port(), log.database().name()));
        Verdict verdict = new Run(
                        "--database", database.toString(), "--key", keys.toString(), "--since", kept.toString())
                .verdict();
        assertThat(verdict.code()).as(verdict.text()).isEqualTo(1);
        assertThat(verdict.text()).contains("these are not the events that log.example/test signed");
        Verdict byBundle = new Run(
                        "--database", database.toString(), "--key", keys.toString(), "--since", file.toString())
                .verdict();
        assertThat(byBundle.code()).as(byBundle.text()).isEqualTo(1);
        assertThat(byBundle.text())
                .as("its events name the place")
                .contains("position 31: the event is not the one that was kept since then");
        Files.write(file, new byte[] {'P', 'K', 3, 4});
        assertThat(new Run("--database", database.toString(), "--key", keys.toString(), "--since", file.toString())
                        .verdict()
                        .code())
                .as("half a bundle is nothing that was kept")
                .isEqualTo(3);
    }

    private Bundle bundle() {
        String note = node.checkpoint().toString();
        List<Bundle.Item> items = log.log().storedEvents(STREAM, 0).stream()
                .map(StoredEvent::envelope)
                .map(envelope -> new Bundle.Item(
                        envelope.position(),
                        envelope.sequence(),
                        Base64.getEncoder().encodeToString(envelope.bytes()),
                        null,
                        node.inclusion(envelope.position(), SIZE).path()))
                .toList();
        return new Bundle(STREAM, items.size(), note, List.of(node.verifier().toString()), items, Map.of());
    }

    private void write(Bundle bundle) throws IOException {
        var zip = new ByteArrayOutputStream();
        BundleFiles.write(bundle, Map.of(), zip);
        Files.write(file, zip.toByteArray());
    }

    private Path keys(String key) throws IOException {
        return Files.writeString(log.folder().resolve("keys"), key + "\n");
    }

    private Verdict verify(String... more) {
        var typed = new ArrayList<>(List.of("--bundle", file.toString()));
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
