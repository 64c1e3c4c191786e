package org.comity.standalone;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.comity.standalone.player.CannotPlay;
import org.comity.standalone.player.ScenarioFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands that a person types. */
public final class Comity {
    private static final String USAGE = """
            comity run   [--data DIR] [--port N] [--address IP] [--world-clock INSTANT] [--database FILE] [--log FORMAT] [--no-scenarios]
            comity play  [FILE] [--only SCENARIO] [--url http://localhost:8080]
            comity rebuild [--data DIR] [--database FILE]
            comity rotate-log-key [--data DIR]
            """;

    private static final Logger LOG = LoggerFactory.getLogger(Comity.class);

    private final PrintStream out;

    Comity(PrintStream out) {
        this.out = out;
    }

    /** Ends with 0 if all went well, 1 if something differs or fails, 2 if the command cannot be understood. */
    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int code = new Comity(out).perform(Arrays.asList(args));
        System.exit(code);
    }

    int perform(List<String> typed) {
        try {
            String command = typed.isEmpty() ? "help" : typed.getFirst();
            List<String> rest = typed.isEmpty() ? List.of() : typed.subList(1, typed.size());
            return switch (command) {
                case "run" -> run(rest);
                case "rotate-log-key" -> new RotateLogKeyCommand(out).perform(rest, System.getenv());
                case "rebuild" -> new RebuildCommand(out).perform(rest, System.getenv());
                case "play" -> new PlayCommand(out).perform(rest);
                case "help", "--help" -> {
                    out.print(USAGE);
                    yield 0;
                }
                default -> throw new IllegalArgumentException("there is no command " + command);
            };
        } catch (IllegalArgumentException e) {
            out.println("comity: " + e.getMessage());
            out.print(USAGE);
            return 2;
        } catch (CannotPlay | IllegalStateException e) {
            out.println("comity: " + e.getMessage());
            return 1;
        }
    }

    private int run(List<String> typed) {
        Settings settings = Settings.of(
                Arguments.parse(
                        typed, Set.of("data", "port", "address", "world-clock", "database", "log", "no-scenarios")),
                System.getenv());
        if (settings.scenarios()) {
            settings = settings.withWorldClock(ScenarioFile.ofTheHouse().begin());
        }
        long began = System.nanoTime();
        Standalone node = Standalone.start(settings);
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            node.close();
            ended.countDown();
        }));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (settings.logFormat().equals(Settings.TEXT)) {
            out.printf(
                    "Comity serves at %s (started in %.1f s); stop it with Ctrl-C%n",
                    node.url(), took.toMillis() / 1000.0);
        } else {
            LOG.info("serves at {}, started in {} ms", node.url(), took.toMillis());
        }
        try {
            ended.await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
