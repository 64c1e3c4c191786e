package org.comity.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person who uses the JSON surface over HTTP, with nothing in between. */
final class Caller {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final String url;
    private final @Nullable String login;

    private Caller(String url, @Nullable String login) {
        this.url = url;
        this.login = login;
    }

    static Caller of(Node node, String login) {
        return new Caller(node.url(), login);
    }

    static Caller anonymous(Node node) {
        return new Caller(node.url(), null);
    }

    /** An answer with its body as text; {@link #json()} where it is JSON. */
    record Answer(int status, String body, java.net.http.HttpHeaders headers) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String text(String field) {
            return json().path(field).asString("");
        }

        Optional<String> header(String name) {
            return headers.firstValue(name);
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Object body, String... headers) {
        return postText(path, body instanceof String text ? text : JSON.writeValueAsString(body), headers);
    }

    Answer postText(String path, String body, String... headers) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** The person's own id and office. */
    JsonNode me() {
        return get("/api/me").json();
    }

    String authority() {
        return me().path("authority").path("id").asString();
    }

    String person() {
        return me().path("person").asString();
    }

    private HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json, */*;q=0.5");
        if (login != null) {
            String pair = login + ":practice";
            builder.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return builder;
    }

    /** A file, as it is. */
    byte[] bytes(String path) {
        HttpResponse<byte[]> answer = send(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body(), answer.headers());
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> nothing() {
        return Map.of();
    }
}
