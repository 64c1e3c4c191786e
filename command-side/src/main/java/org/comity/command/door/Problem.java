package org.comity.command.door;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.api.Refused;
import org.comity.command.door.form.FieldError;
import org.comity.log.names.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Why something was not done, as RFC 9457 has it, with a stable code, the rule and its source.
 *
 * @param errors fields that are wrong
 * @param details further facts that help to mend it, under their names
 * @param retryAfter when it is worth trying again, if only time can help
 */
public record Problem(
        HttpStatusCode status,
        String title,
        String code,
        String sentence,
        @Nullable String source,
        List<FieldError> errors,
        Map<String, Object> details,
        @Nullable Duration retryAfter) {

    static Problem of(Refused refused) {
        return new Problem(
                status(refused.kind()),
                title(refused.kind()),
                refused.code(),
                refused.sentence(),
                refused.source(),
                refused.fields().stream()
                        .map(field -> new FieldError(field, refused.sentence(), refused.source()))
                        .toList(),
                refused.details(),
                null);
    }

    static Problem of(List<FieldError> errors) {
        String sentence = errors.size() == 1
                ? errors.getFirst().rule()
                : "The form of the request is wrong in " + errors.size() + " places.";
        return new Problem(
                HttpStatus.BAD_REQUEST, "The form is wrong", "form.wrong", sentence, null, errors, Map.of(), null);
    }

    /** A problem that is told by a sentence alone. */
    public static Problem of(HttpStatusCode status, String title, String code, String sentence) {
        return new Problem(status, title, code, sentence, null, List.of(), Map.of(), null);
    }

    /** Also for what is there and not for the eyes of who asks. */
    public static Problem noSuchPath() {
        return of(HttpStatus.NOT_FOUND, "There is no such path", "path.unknown", "There is nothing at this path.");
    }

    private static HttpStatus status(Refused.Kind kind) {
        return switch (kind) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNACCEPTABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static String title(Refused.Kind kind) {
        return switch (kind) {
            case UNKNOWN -> "There is no such thing";
            case FORBIDDEN -> "This is not for you to do";
            case CONFLICT -> "This cannot be done now";
            case UNACCEPTABLE -> "What is said cannot stand";
        };
    }

    /** The body, its members always in the same order. */
    byte[] body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:comity:problem:" + code);
        body.put("title", title);
        body.put("status", status.value());
        body.put("detail", sentence);
        body.put("code", code);
        if (source != null) {
            body.put("source", source);
        }
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        details.keySet().stream().sorted().forEach(name -> body.putIfAbsent(name, details.get(name)));
        return Json.write(body).getBytes(StandardCharsets.UTF_8);
    }

    HttpHeaders headers() {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        return headers;
    }

    /** The answer of a handler of Spring MVC. */
    public ResponseEntity<byte[]> answer() {
        return ResponseEntity.status(status).headers(headers()).body(body());
    }

    /** Writes the answer where no handler of Spring MVC has come into play. */
    public void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        byte[] body = body();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
