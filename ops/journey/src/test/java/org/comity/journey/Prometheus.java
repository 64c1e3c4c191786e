package org.comity.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** A real Prometheus with the configuration and the rules of the house, that scrapes a node each second. */
final class Prometheus implements AutoCloseable {
    private final Process process;
    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();

    private Prometheus(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static boolean isThere() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "prometheus"))
                .anyMatch(Files::isExecutable);
    }

    static Prometheus watching(Node node, Path dashboards) throws IOException {
        Path folder = Files.createDirectories(node.data().resolve("prometheus"));
        Files.writeString(
                folder.resolve("prometheus.yml"),
                Files.readString(dashboards.resolve("prometheus.yml"))
                        .replace("localhost:8080", "localhost:" + node.port)
                        .replace("15s", "1s"));
        Files.copy(dashboards.resolve("alerts.yml"), folder.resolve("alerts.yml"));
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Process process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + folder.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var prometheus = new Prometheus(process, "http://127.0.0.1:" + port);
        await("Prometheus").atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            return !prometheus.ask("count(comity_requests)").isEmpty();
        });
        return prometheus;
    }

    /** What a query gives now. */
    JsonNode ask(String query) throws Exception {
        return get("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .path("data")
                .path("result");
    }

    List<String> ruleHealth() throws Exception {
        return get("/api/v1/rules")
                .path("data")
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .map(rule -> rule.path("health").asString())
                .toList();
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
        JsonNode json = Caller.JSON.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.body());
        }
        return json;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        http.close();
    }
}
