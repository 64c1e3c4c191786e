package org.comity.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.journey.Caller.Answer;

/** What people do in a running node, in the words of the field; each step is checked as it is done. */
final class House {
    private final Node node;

    House(Node node) {
        this.node = node;
    }

    Caller as(String login) {
        return Caller.of(node, login);
    }

    Instant now() {
        return Instant.parse(as("administrator").get("/practice/clock").text("now"));
    }

    void walkTo(String instant) {
        Answer answer = as("administrator").post("/practice/clock", Map.of("now", instant));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /** Sends a command that must be taken and answers with its answer. */
    Answer done(String login, String path, Map<String, ?> body) {
        Answer answer = as(login).post(path, body);
        assertThat(answer.status()).as("%s %s: %s", login, path, answer).isBetween(200, 202);
        return answer;
    }

    Answer refused(int status, String login, String path, Object body) {
        Answer answer = as(login).post(path, body);
        assertThat(answer.status()).as("%s %s: %s", login, path, answer).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
        return answer;
    }

    String draftMla(String login, String from, String to, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>();
        body.put("from", from);
        body.put("to", to);
        body.put("bases", List.of("ets-185"));
        body.put("items", Map.of("L1", "content"));
        body.putAll(more);
        return done(login, "/api/mla-requests", body).text("id");
    }

    String draftPreservation(String login, String from, String to, Map<String, ?> more) {
        Map<String, Object> body = preservationOf(from, to);
        body.putAll(more);
        return done(login, "/api/preservation-requests", body).text("id");
    }

    /** What the treaty asks of a preservation, and no more. */
    static Map<String, Object> preservationOf(String from, String to) {
        var body = new LinkedHashMap<String, Object>();
        body.put("from", from);
        body.put("to", to);
        body.put("bases", List.of("ets-185"));
        body.put("items", Map.of("L1", "traffic"));
        body.put("offence", "Computer fraud");
        body.put("facts", "Letters that imitate a bank.");
        body.put("necessity", "The provider deletes by routine.");
        body.put("intendedFollowUpBy", "2027-01-31");
        return body;
    }

    void mla(String id, String login, String command, Map<String, ?> body) {
        done(login, "/api/mla-requests/" + id + "/" + command, body);
    }

    void preservation(String id, String login, String command, Map<String, ?> body) {
        done(login, "/api/preservation-requests/" + id + "/" + command, body);
    }

    /** A request from PT to CL that the prosecutor drafted and the central authority sent. */
    String sentMla(Map<String, ?> more) {
        String id = draftMla("prosecutor.pt", "PT", "CL", more);
        mla(id, "central-authority.pt", "approve", Map.of());
        mla(
                id,
                "central-authority.pt",
                "transmit",
                Map.of("to", as("central-authority.cl").authority(), "channel", "secure-electronic"));
        return id;
    }

    /** Information that PT offers to CL, of which it says the nature alone. */
    String offered(Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>();
        body.put("from", "PT");
        body.put("to", "CL");
        body.put("bases", List.of("ets-185"));
        body.put("nature", "Accounts of a fraud.");
        body.put("conditions", List.of("Keep it confidential."));
        body.putAll(more);
        return done("central-authority.pt", "/api/spontaneous-information", body)
                .text("id");
    }

    /** What is sent after an offer: to whom, a document, and more of it. */
    Map<String, Object> material(String login, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>();
        body.put("to", as(login).authority());
        body.put("channel", "secure-electronic");
        body.put("documents", List.of(Map.of("title", "Log-in records", "digest", "sha-256:" + "ab".repeat(32))));
        body.putAll(more);
        return body;
    }

    void information(String id, String login, String command, Map<String, ?> body) {
        done(login, "/api/spontaneous-information/" + id + "/" + command, body);
    }

    /** A preservation from PT to CL that is held until the given instant. */
    String preserved(String expiresAt) {
        String id = draftPreservation("prosecutor.pt", "PT", "CL", Map.of());
        preservation(id, "contact-point.pt", "approve", Map.of());
        preservation(
                id,
                "contact-point.pt",
                "transmit",
                Map.of("to", as("contact-point.cl").authority(), "channel", "contact-point-24-7"));
        preservation(id, "contact-point.cl", "acknowledge-receipt", Map.of());
        preservation(id, "contact-point.cl", "order", Map.of());
        preservation(id, "contact-point.cl", "confirm-preservation", Map.of("expiresAt", expiresAt));
        return id;
    }

    String mlaStatus(String login, String id) {
        return as(login).get("/api/mla-requests/" + id).text("status");
    }

    String preservationStatus(String login, String id) {
        return as(login).get("/api/preservation-requests/" + id).text("status");
    }

    List<String> events(String login, String kind, String id) {
        return as(login)
                .get("/api/" + kind + "/" + id + "/history")
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("event").asString())
                .toList();
    }

    String eventId(String login, String kind, String id, String event) {
        return as(login)
                .get("/api/" + kind + "/" + id + "/history")
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("event").asString().equals(event))
                .map(item -> item.path("eventId").asString())
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
