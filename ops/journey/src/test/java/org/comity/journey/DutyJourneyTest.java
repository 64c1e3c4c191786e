package org.comity.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Duties that block, overlap or lapse: formal confirmation, several follow-ups, sealing. */
class DutyJourneyTest {
    private static Node node;
    private static House house;

    @BeforeAll
    static void start() {
        node = Node.fresh("--world-clock", "2026-07-11T02:00:00Z");
        house = new House(node);
    }

    @AfterAll
    static void end() {
        node.remove();
    }

    private static final List<Map<String, Object>> MANIFEST =
            List.of(Map.of("file", "0001", "size", 10, "digests", List.of("sha-256:" + "ab".repeat(32))));

    private static String emergencyExecuted() {
        String id = house.draftMla(
                "contact-point.ca", "CA", "NL", Map.of("emergency", true, "items", Map.of("L1", "traffic")));
        house.mla(id, "central-authority.ca", "approve", Map.of());
        house.mla(
                id,
                "contact-point.ca",
                "transmit",
                Map.of("to", house.as("contact-point.nl").authority(), "channel", "contact-point-24-7"));
        house.mla(
                id,
                "contact-point.nl",
                "acknowledge-receipt",
                Map.of("legalReceivedAt", house.now().toString()));
        house.mla(id, "executing-authority.nl", "accept", Map.of("formalConfirmationWithin", "PT48H"));
        house.mla(id, "executing-authority.nl", "start-execution", Map.of("order", "NL-1"));
        house.mla(id, "executing-authority.nl", "conclude-line-item", Map.of("items", Map.of("L1", "executed")));
        house.mla(id, "executing-authority.nl", "complete-execution", Map.of());
        house.mla(
                id,
                "contact-point.nl",
                "transmit-evidence",
                Map.of("transfer", "X-1", "items", List.of("L1"), "manifest", MANIFEST));
        house.mla(id, "contact-point.ca", "confirm-evidence-receipt", Map.of("transfer", "X-1"));
        return id;
    }

    private static String flags(String id) {
        return house.as("central-authority.ca")
                .get("/api/mla-requests/" + id)
                .json()
                .path("flags")
                .toString();
    }

    @Test
    void sc02ClosingIsRefusedWhileTheFormalConfirmationIsDueAndAllowedAfterIt() {
        String id = emergencyExecuted();
        assertThat(flags(id)).contains("confirmationDue").doesNotContain("confirmationOverdue");
        var refused = house.refused(
                409, "central-authority.ca", "/api/mla-requests/" + id + "/close", Map.of("outcome", "fully-executed"));
        assertThat(refused.text("code")).isEqualTo("mla.confirmation-due");

        house.walkTo(house.now().plusSeconds(49 * 3600).toString());
        assertThat(flags(id)).contains("confirmationOverdue");
        assertThat(house.mlaStatus("central-authority.ca", id)).isEqualTo("receipt-confirmed");

        house.mla(
                id,
                "central-authority.ca",
                "submit-formal-confirmation",
                Map.of("document", Map.of("title", "Formal request", "digest", "sha-256:" + "cd".repeat(32))));
        assertThat(flags(id)).doesNotContain("confirmation");
        house.mla(id, "central-authority.ca", "close", Map.of("outcome", "fully-executed"));
        assertThat(house.mlaStatus("central-authority.ca", id)).isEqualTo("closed");
    }

    @Test
    void aPreservationHeldForTwoRequestsStaysUntilTheLastIsDecided() {
        String held = house.preserved(house.now().plusSeconds(60L * 86400).toString());
        String first = house.sentMla(Map.of("linkedPreservations", List.of(held)));
        String second = house.sentMla(Map.of("linkedPreservations", List.of(held)));
        for (String id : List.of(first, second)) {
            house.mla(
                    id,
                    "central-authority.cl",
                    "acknowledge-receipt",
                    Map.of("legalReceivedAt", house.now().toString()));
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> house.events("contact-point.pt", "preservation-requests", held).stream()
                                .filter("FollowUpRequestLinked"::equals)
                                .count()
                        == 2);
        house.preservation(
                held, "central-authority.cl", "decide-follow-up", Map.of("request", first, "outcome", "disclosed"));
        assertThat(house.preservationStatus("contact-point.pt", held)).isEqualTo("held-pending-mla");
        house.preservation(
                held, "central-authority.cl", "decide-follow-up", Map.of("request", second, "outcome", "refused"));
        assertThat(house.preservationStatus("contact-point.pt", held)).isEqualTo("released");
    }

    @Test
    void refusalReleasesNothingByItselfAndOpensATaskForTheRequestedSide() {
        String held = house.preserved(house.now().plusSeconds(60L * 86400).toString());
        String id = house.sentMla(Map.of("linkedPreservations", List.of(held)));
        house.mla(
                id,
                "central-authority.cl",
                "acknowledge-receipt",
                Map.of("legalReceivedAt", house.now().toString()));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> house.preservationStatus("contact-point.pt", held).equals("held-pending-mla"));
        house.mla(
                id,
                "central-authority.cl",
                "refuse",
                Map.of(
                        "grounds",
                        List.of("ets185-essential-interests"),
                        "reason",
                        "Essential interests.",
                        "consultation",
                        "It could not have changed the decision"));
        assertThat(house.preservationStatus("contact-point.pt", held)).isEqualTo("held-pending-mla");
        await().atMost(Duration.ofSeconds(10)).until(() -> house.as("central-authority.cl")
                .get("/api/tasks")
                .body()
                .contains(held));
        assertThat(house.as("central-authority.jp").get("/api/tasks").body()).doesNotContain(held);
        house.preservation(
                held, "central-authority.cl", "decide-follow-up", Map.of("request", id, "outcome", "refused"));
        await().atMost(Duration.ofSeconds(10)).until(() -> !house.as("central-authority.cl")
                .get("/api/tasks")
                .body()
                .contains(held));
    }

    @Test
    void aSealedRequestDoesNotExistForAnybodyWhoIsNotNamed() {
        String id = house.draftMla("prosecutor.fr", "FR", "AU", Map.of());
        assertThat(house.mlaStatus("central-authority-2.fr", id)).isEqualTo("draft");
        house.mla(
                id,
                "prosecutor.fr",
                "seal",
                Map.of(
                        "readers",
                        List.of(
                                house.as("prosecutor.fr").person(),
                                house.as("central-authority.fr").person()),
                        "review",
                        "2026-12-01"));
        var hidden = house.as("central-authority-2.fr").get("/api/mla-requests/" + id);
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(house.as("auditor").get("/api/mla-requests/" + id).status()).isEqualTo(404);
        house.refused(404, "central-authority-2.fr", "/api/mla-requests/" + id + "/approve", Map.of());
        assertThat(house.mlaStatus("central-authority.fr", id)).isEqualTo("draft");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !house.as("central-authority-2.fr")
                                .get("/api/mla-requests?size=200")
                                .body()
                                .contains(id)
                        && house.as("central-authority.fr")
                                .get("/api/mla-requests?size=200")
                                .body()
                                .contains(id));
    }
}
