package org.comity.standalone.player;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.comity.log.names.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A running node, as any other program sees it. */
final class Server {
    private static final String PASSWORD = "practice";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);

    private final URI url;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Server(String url) {
        this.url = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    /** There is no use in going on. */
    static final class Away extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Away(String message) {
            super(message);
        }
    }

    /** What the node answered. */
    record Answer(int status, JsonNode body) {
        boolean isRefusal() {
            return status >= 400 && status < 500;
        }

        /** The answer in a few words. */
        String summary() {
            String code = body.path("code").asString("");
            String detail = body.path("detail").asString("");
            return status + (code.isEmpty() ? "" : " " + code) + (detail.isEmpty() ? "" : ": " + detail);
        }

        Answer orThrow(String what) {
            if (status >= 300) {
                throw new CannotPlay(what + " was answered " + summary());
            }
            return this;
        }
    }

    /** The world clock; nothing if there is no node, or one without a clock. */
    Optional<Instant> worldClock() {
        try {
            HttpResponse<byte[]> response =
                    send(request("/practice/clock", "administrator").GET().build());
            JsonNode now = json(response).path("now");
            return now.isString()
                    ? Optional.of(OffsetDateTime.parse(now.asString()).toInstant())
                    : Optional.empty();
        } catch (ConnectException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CannotPlay("what runs at " + url + " does not answer: " + e.getMessage());
        }
    }

    void walkTo(Instant moment) {
        ObjectNode body = Json.MAPPER.createObjectNode().put("now", moment.toString());
        patiently(() -> request("/practice/clock", "administrator")
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(text(body))
                        .build())
                .orThrow("the walk of the clock to " + moment);
    }

    /** Who somebody is for the node. */
    JsonNode me(String login) {
        Answer answer = get("/api/me", login);
        if (answer.status() == 401) {
            throw new CannotPlay("there is no login " + login);
        }
        return answer.orThrow("the question who " + login + " is").body();
    }

    Answer get(String path, String login) {
        return patiently(() -> request(path, login).GET().build());
    }

    /** Sends a command. The key makes it one command, however often it is sent because an answer was lost. */
    Answer post(String path, String login, String key, ObjectNode body) {
        return patiently(() -> request(path, login)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(text(body))
                .build());
    }

    private interface Maker {
        HttpRequest make();
    }

    /** A node that is away for a while is waited for: it may have been killed and started again. */
    private Answer patiently(Maker maker) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String why;
            try {
                HttpResponse<byte[]> response = send(maker.make());
                if (response.statusCode() != 503) {
                    return new Answer(response.statusCode(), json(response));
                }
                why = "it answers 503";
            } catch (IOException e) {
                why = String.valueOf(e.getMessage());
            }
            if (System.nanoTime() > deadline) {
                throw new Away("the node at " + url + " is away: " + why);
            }
            pause();
        }
    }

    private HttpRequest.Builder request(String path, String login) {
        String credentials = login + ":" + PASSWORD;
        return HttpRequest.newBuilder(url.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Away("interrupted");
        }
    }

    private static HttpRequest.BodyPublisher text(ObjectNode body) {
        return HttpRequest.BodyPublishers.ofString(Json.write(body));
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return response.body().length == 0 ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(response.body());
        } catch (JacksonException e) {
            return Json.MAPPER.valueToTree(Map.of("detail", "the answer is not JSON"));
        }
    }

    /** Waits before the next try, as whoever calls a node that is away must; nothing here knows when it is back. */
    static void pause() {
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new Away("interrupted");
        }
    }
}
