package org.comity.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A real node in a process of its own, as a ministry would run it; it can be killed and started again. */
final class Node implements AutoCloseable {
    private static final String MAIN = "org.comity.standalone.Comity";

    private final Path data;
    private final List<String> options;
    final int port;
    private Process process;

    private Node(Path data, int port, List<String> options) {
        this.data = data;
        this.port = port;
        this.options = options;
    }

    /** A node of its own over an empty data folder. */
    static Node fresh(String... options) {
        try {
            return over(Files.createTempDirectory("comity-journey-"), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Node over(Path data, String... options) {
        var node = new Node(data, freePort(), Arrays.asList(options));
        node.start();
        node.awaitDirectory();
        return node;
    }

    /** The invented directory is entered at the first start; who asks a moment later may not find the last offices in it. */
    private void awaitDirectory() {
        await("the directory of the node on port " + port)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    List<String> last = Caller.of(this, "auditor")
                            .get("/api/authorities?state=ZW")
                            .json()
                            .path("items")
                            .findValuesAsString("status");
                    return !last.isEmpty() && last.stream().allMatch("connected"::equals);
                });
    }

    /** A second node over the database of the first, with the same keys. */
    Node second() {
        try {
            Path own = Files.createTempDirectory("comity-journey-second-");
            String joins = data.resolve("database.properties").toString();
            var node = new Node(own, freePort(), List.of("--database", joins));
            node.start();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        launch();
        awaitReady();
    }

    /** Starts the process without waiting for it. */
    void launch() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.addAll(
                List.of(MAIN, "run", "--data", data.toString(), "--port", String.valueOf(port), "--no-scenarios"));
        command.addAll(options);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        await("node on port " + port + ", see " + log())
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .failFast("the node ended, see " + log() + "\n" + tail(), () -> !process.isAlive())
                .until(this::isReady);
    }

    boolean isReady() {
        try {
            return Caller.anonymous(this).get("/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Ends the process as a power cut would; its PostgreSQL goes on until the next start takes care of it. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks the process to end. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    String url() {
        return "http://localhost:" + port;
    }

    Path data() {
        return data;
    }

    Path log() {
        return data.resolveSibling(data.getFileName() + "-" + port + ".log");
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return "no log";
        }
    }

    /** Where the embedded server can be reached by its superuser; tests look under the hood with it. */
    Properties postgres() {
        var properties = new Properties();
        try (var in = Files.newInputStream(data.resolve("postgres.properties"))) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Ends the node and removes what it stored. */
    void remove() {
        stop();
        try (var files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
            Files.deleteIfExists(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
