package org.comity.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.comity.law.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LawAtStartTest {
    @TempDir
    Path folder;

    @Test
    void aMistakeInATableStopsTheStartWithFileLineAndColumn() throws IOException, InterruptedException {
        Path law = Files.createDirectories(folder.resolve("changed/law"));
        Files.writeString(
                law.resolve("parties.csv"),
                Tables.current().text("parties.csv").replaceFirst("2004-07-01", "2004-07-32"));

        Process started = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        law.getParent() + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                        Comity.class.getName(),
                        "run",
                        "--no-scenarios",
                        "--data",
                        folder.resolve("data").toString())
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(started.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(started.exitValue()).isOne();
            assertThat(said).containsPattern("comity: parties\\.csv line \\d+, column bound_from: \"2004-07-32\"");
            assertThat(folder.resolve("data")).doesNotExist();
        } finally {
            started.destroyForcibly();
        }
    }
}
