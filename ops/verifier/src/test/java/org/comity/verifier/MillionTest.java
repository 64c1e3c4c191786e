package org.comity.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.comity.log.transparency.SampleLog;
import org.comity.log.transparency.TransparencyLog;
import org.comity.log.transparency.Witnesses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * A large log: the time that each part takes and the memory that it holds. By hand or at night:
 * {@code mvn -pl ops/verifier -am verify -Dcomity.events=1000000}; without the property a small one shows that it works.
 */
class MillionTest {
    private static final int EVENTS = Integer.getInteger("comity.events", 20_000);

    @Test
    void nodeAndVerifierStayFlat(TestReporter reporter) throws IOException, SQLException {
        try (var log = new SampleLog(0)) {
            long began = System.nanoTime();
            log.copyIn(EVENTS);
            say(reporter, "written by COPY", began);
            TransparencyLog node = log.node(Witnesses.NONE);
            Files.writeString(log.folder().resolve("log.vkey"), node.verifier() + "\n");
            Files.writeString(log.folder().resolve("database.properties"), """
                    comity.database.url=jdbc:postgresql://localhost:%d/%s
                    comity.database.user=comity_app
                    comity.database.password=comity
                    """.formatted(
                            log.database().port(), log.database().name()));
            began = System.nanoTime();
            assertThat(node.follow()).isEqualTo(EVENTS / 256 + EVENTS / 65_536);
            long held = say(reporter, "tiles and checkpoint by the node", began);
            began = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                node.inclusion((long) EVENTS * i / 100, EVENTS);
            }
            say(reporter, "100 proofs by the node", began);
            began = System.nanoTime();
            node.checkpoint();
            say(reporter, "one more checkpoint by the node", began);
            began = System.nanoTime();
            var said = new ByteArrayOutputStream();
            int code = new Verify(new PrintStream(said, true, StandardCharsets.UTF_8))
                    .perform(List.of("--data", log.folder().toString()));
            long after = say(reporter, "verified", began);
            assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
            assertThat(after - held).as("bytes that verifying left behind").isLessThan(20_000_000);
        }
    }

    /** Tells the time of a part and answers the bytes that are held after it. */
    private static long say(TestReporter reporter, String part, long began) {
        long nanos = System.nanoTime() - began;
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long held = runtime.totalMemory() - runtime.freeMemory();
        reporter.publishEntry(
                part,
                "%.1f s for %,d events, %.1f microseconds each; %.1f MB held"
                        .formatted(nanos / 1e9, EVENTS, nanos / 1e3 / EVENTS, held / 1e6));
        return held;
    }
}
