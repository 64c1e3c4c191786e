package org.comity.journey;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ordinary case, SC-01, by a ministry whose partner does not use Comity: it reports what the other side did. */
class AloneJourneyTest {
    private static final List<String> CHILE = List.of(
            "central-authority.cl",
            "contact-point.cl",
            "executing-authority.cl",
            "executing-authority-b.cl",
            "prosecutor.cl");
    private static final Map<String, Object> LETTER =
            Map.of("digest", "sha-256:" + "4f".repeat(32), "kind", "letter", "receivedAt", "2026-03-02T08:00:00Z");

    private static Node node;
    private static House house;

    @BeforeAll
    static void start() {
        node = Node.fresh("--world-clock", "2026-03-02T09:00:00Z");
        house = new House(node);
    }

    @AfterAll
    static void end() {
        node.remove();
    }

    @Test
    void portugalAloneReachesTheSameStatusesWithEveryChileanStepReported() {
        for (String login : CHILE) {
            house.done(
                    "administrator",
                    "/api/authorities/" + house.as(login).authority() + "/disconnect-authority",
                    Map.of("from", "2026-03-01", "why", "Writes letters."));
        }
        String p = house.draftPreservation("prosecutor.pt", "PT", "CL", Map.of());
        String preservation = "/api/preservation-requests/" + p + "/";
        house.preservation(p, "contact-point.pt", "approve", Map.of());
        house.preservation(p, "contact-point.pt", "transmit", to("contact-point.cl", "contact-point-24-7"));
        reported(
                "contact-point.pt",
                "contact-point.cl",
                "2026-03-02T12:40:00Z",
                preservation + "acknowledge-receipt",
                Map.of());
        reported("contact-point.pt", "contact-point.cl", "2026-03-02T15:00:00Z", preservation + "order", Map.of());
        reported(
                "contact-point.pt",
                "contact-point.cl",
                "2026-03-02T16:00:00Z",
                preservation + "confirm-preservation",
                Map.of("expiresAt", "2026-05-01T16:00Z"));
        assertThat(house.preservationStatus("contact-point.pt", p)).isEqualTo("preserved");

        house.walkTo("2026-03-20T09:00:00Z");
        String m = house.draftMla(
                "prosecutor.pt",
                "PT",
                "CL",
                Map.of(
                        "items", Map.of("L1", "subscriber", "L2", "traffic", "L3", "content"),
                        "linkedPreservations", List.of(p)));
        String mla = "/api/mla-requests/" + m + "/";
        house.walkTo("2026-03-23T09:00:00Z");
        house.mla(m, "central-authority.pt", "approve", Map.of());
        house.mla(m, "central-authority.pt", "transmit", to("central-authority.cl", "courier"));
        reported(
                "central-authority.pt",
                "central-authority.cl",
                "2026-03-26T14:00:00Z",
                mla + "acknowledge-receipt",
                Map.of("legalReceivedAt", "2026-03-25T20:15Z"));
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(house.preservationStatus("contact-point.pt", p))
                .isEqualTo("held-pending-mla"));
        reported("central-authority.pt", "central-authority.cl", "2026-04-15T10:00:00Z", mla + "accept", Map.of());
        reported(
                "central-authority.pt",
                "executing-authority.cl",
                "2026-04-22T10:00:00Z",
                mla + "start-execution",
                Map.of("order", "88/2026"));
        reported(
                "central-authority.pt",
                "executing-authority.cl",
                "2026-05-18T10:00:00Z",
                mla + "conclude-line-item",
                Map.of("items", Map.of("L1", "executed", "L2", "executed", "L3", "executed")));
        reported(
                "central-authority.pt",
                "executing-authority.cl",
                "2026-05-18T10:05:00Z",
                mla + "complete-execution",
                Map.of());
        assertThat(house.mlaStatus("prosecutor.pt", m)).isEqualTo("executed");
        reported(
                "central-authority.pt",
                "central-authority.cl",
                "2026-05-20T10:00:00Z",
                preservation + "decide-follow-up",
                Map.of("request", m, "outcome", "disclosed"));
        assertThat(house.preservationStatus("contact-point.pt", p)).isEqualTo("released");
        reported(
                "central-authority.pt",
                "central-authority.cl",
                "2026-05-21T10:00:00Z",
                mla + "transmit-evidence",
                Map.of(
                        "transfer", "X-1",
                        "items", List.of("L1", "L2", "L3"),
                        "manifest",
                                List.of(Map.of(
                                        "file",
                                        "0001",
                                        "size",
                                        1024,
                                        "digests",
                                        List.of("sha-256:" + "ab".repeat(32))))));
        house.mla(m, "central-authority.pt", "confirm-evidence-receipt", Map.of("transfer", "X-1"));
        house.mla(m, "central-authority.pt", "close", Map.of("outcome", "fully-executed"));
        assertThat(house.mlaStatus("prosecutor.pt", m)).isEqualTo("closed");
        house.preservation(p, "contact-point.pt", "close", Map.of());
        assertThat(house.preservationStatus("contact-point.pt", p)).isEqualTo("closed");

        var history =
                house.as("central-authority.pt").get(mla + "history").json().path("items");
        StreamSupport.stream(history.spliterator(), false)
                .filter(item -> List.of(
                                "ReceiptAcknowledged",
                                "RequestAccepted",
                                "ExecutionStarted",
                                "LineItemConcluded",
                                "ExecutionCompleted",
                                "EvidenceTransmitted")
                        .contains(item.path("event").asString()))
                .forEach(item -> {
                    assertThat(item.path("act").path("onBehalfOf").path("state").asString())
                            .as(item.toString())
                            .isEqualTo("CL");
                    assertThat(item.path("act").path("proof").path("digest").asString())
                            .startsWith("sha-256:4f");
                });
    }

    @Test
    void anActOfAConnectedAuthorityCannotBeReported() {
        String m = house.draftMla("prosecutor.pt", "PT", "JP", Map.of());
        house.mla(m, "central-authority.pt", "approve", Map.of());
        house.mla(m, "central-authority.pt", "transmit", to("central-authority.jp", "courier"));
        var refused = house.refused(
                422,
                "central-authority.pt",
                "/api/mla-requests/" + m + "/acknowledge-receipt",
                report(
                        "central-authority.jp",
                        house.now().toString(),
                        Map.of("legalReceivedAt", house.now().toString())));
        assertThat(refused.body()).contains("onBehalfOf");
    }

    private static Map<String, Object> to(String login, String channel) {
        return Map.of("to", house.as(login).authority(), "channel", channel);
    }

    /** The clock walks to the day of the act, and our officer types it in from the partner's letter. */
    private static void reported(String reporter, String actor, String at, String path, Map<String, ?> body) {
        house.walkTo(at);
        house.done(reporter, path, report(actor, at, body));
    }

    private static Map<String, Object> report(String actor, String at, Map<String, ?> body) {
        var all = new LinkedHashMap<String, Object>(body);
        all.put("act", Map.of("onBehalfOf", house.as(actor).authority(), "occurredAt", at, "proof", LETTER));
        return all;
    }
}
