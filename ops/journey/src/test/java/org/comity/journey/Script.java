package org.comity.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.comity.journey.Caller.Answer;

/**
 * A history that a stubborn caller carries through: each command has an idempotency key, and after a lost answer the same
 * command is sent again with the same key until it is answered.
 */
final class Script {
    private final Supplier<Node> nodes;
    private final Map<String, String> authorities;
    final List<String> expected = new ArrayList<>();
    String mla = "";
    String preservation = "";
    int repeats;

    Script(Supplier<Node> nodes, Map<String, String> authorities) {
        this.nodes = nodes;
        this.authorities = authorities;
    }

    /** The offices that the scripts name, asked once. */
    static Map<String, String> offices(Node node) {
        var ids = new LinkedHashMap<String, String>();
        for (String login : List.of("central-authority.cl", "contact-point.cl")) {
            ids.put(login, Caller.of(node, login).authority());
        }
        return ids;
    }

    void play(Instant expiresAt) {
        preservation = send("prosecutor.pt", "/api/preservation-requests", House.preservationOf("PT", "CL"));
        String p = "/api/preservation-requests/" + preservation + "/";
        send("contact-point.pt", p + "approve", Map.of());
        send("contact-point.pt", p + "transmit", to("contact-point.cl"));
        send("contact-point.cl", p + "acknowledge-receipt", Map.of());
        send("contact-point.cl", p + "order", Map.of());
        send("contact-point.cl", p + "confirm-preservation", Map.of("expiresAt", expiresAt.toString()));
        mla = send(
                "prosecutor.pt",
                "/api/mla-requests",
                Map.of(
                        "from", "PT",
                        "to", "CL",
                        "bases", List.of("ets-185"),
                        "items", Map.of("L1", "content"),
                        "linkedPreservations", List.of(preservation)));
        String m = "/api/mla-requests/" + mla + "/";
        send("central-authority.pt", m + "approve", Map.of());
        send("central-authority.pt", m + "transmit", to("central-authority.cl"));
        send("central-authority.cl", m + "acknowledge-receipt", Map.of("legalReceivedAt", now()));
        send("central-authority.cl", m + "accept", Map.of());
        send("executing-authority.cl", m + "start-execution", Map.of("order", "88/2026"));
        send("executing-authority.cl", m + "conclude-line-item", Map.of("items", Map.of("L1", "executed")));
        send("executing-authority.cl", m + "complete-execution", Map.of());
    }

    static final List<String> MLA_EVENTS = List.of(
            "RequestDrafted",
            "RequestApproved",
            "RequestTransmitted",
            "ReceiptAcknowledged",
            "RequestAccepted",
            "ExecutionStarted",
            "LineItemConcluded",
            "ExecutionCompleted");
    static final List<String> PRESERVATION_EVENTS = List.of(
            "PreservationDrafted",
            "PreservationApproved",
            "PreservationTransmitted",
            "PreservationReceiptAcknowledged",
            "PreservationOrdered",
            "PreservationConfirmed",
            "FollowUpRequestLinked");

    /** The world clock of a node that answers. */
    private String now() {
        return answered(() -> Caller.of(nodes.get(), "administrator").get("/practice/clock"))
                .text("now");
    }

    private Map<String, Object> to(String login) {
        return Map.of("to", authorities.getOrDefault(login, ""), "channel", "secure-electronic");
    }

    /** The id in the answer; a lost answer is asked for again with the same key. */
    private String send(String login, String path, Map<String, ?> body) {
        String key = UUID.randomUUID().toString();
        Answer answer = answered(() -> Caller.of(nodes.get(), login).post(path, body, "Idempotency-Key", key));
        assertThat(answer.status()).as("%s %s: %s", login, path, answer).isBetween(200, 201);
        return answer.text("id");
    }

    /** The first answer that a call gets from a node that is there, however often it has to be made. */
    private Answer answered(Callable<Answer> call) {
        return await().atMost(Duration.ofSeconds(120))
                .until(
                        () -> {
                            try {
                                Answer answer = call.call();
                                if (answer.status() != 503) {
                                    return Optional.of(answer);
                                }
                            } catch (UncheckedIOException lost) {
                                // counted below like an answer that says "not now"
                            }
                            repeats++;
                            return Optional.<Answer>empty();
                        },
                        Optional::isPresent)
                .orElseThrow();
    }
}
