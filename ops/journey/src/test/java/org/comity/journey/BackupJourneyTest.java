package org.comity.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of a node by the commands of the README, and what comes back of it in another folder. */
class BackupJourneyTest {
    private static final Path README = Path.of("../../README.md");
    private static final String NAME = "Zebulon Quintanilha";

    @TempDir
    private Path folder;

    @Test
    void aRestoredFolderHasTheLogTheKeysAndTheProof() throws Exception {
        Node node = Node.fresh("--world-clock", "2026-03-02T09:00:00Z");
        Node restored = null;
        try {
            var house = new House(node);
            String id = house.sentMla(Map.of("persons", List.of(Map.of("ref", "P1", "role", "suspect", "name", NAME))));
            String path = "/api/mla-requests/" + id;
            String checkpoint = house.as("auditor").get("/log/checkpoint").body();
            node.stop();

            Files.createSymbolicLink(folder.resolve("data"), node.data());
            for (String command : Files.readAllLines(README).stream()
                    .filter(line -> line.startsWith("tar ") || line.startsWith("mkdir -m 700 restored"))
                    .toList()) {
                run(command);
            }

            restored = Node.over(folder.resolve("restored"));
            var again = new House(restored);
            assertThat(again.as("central-authority.pt").get(path).body()).contains(NAME);
            assertThat(again.as("auditor").get("/log/checkpoint").body().lines().limit(1))
                    .containsExactlyElementsOf(checkpoint.lines().limit(1).toList());
            assertThat(again.as("auditor")
                            .get("/log/checkpoint/"
                                    + checkpoint.lines().toList().get(1))
                            .body())
                    .as("what was signed before is signed still")
                    .isEqualTo(checkpoint);
            again.mla(
                    id,
                    "central-authority.cl",
                    "acknowledge-receipt",
                    Map.of("legalReceivedAt", again.now().toString()));
        } finally {
            if (restored != null) {
                restored.stop();
            }
            node.remove();
        }
    }

    private void run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-euc", command.replaceFirst("\\s+#.*", ""))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command + ": " + said).isZero();
    }
}
