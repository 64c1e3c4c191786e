package org.comity.journey;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.comity.journey.Caller.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What was typed wrongly is corrected by two persons, and what followed from it by itself is corrected by itself. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CorrectionJourneyTest {
    private static Node node;
    private static House house;

    @BeforeAll
    static void start() {
        node = Node.fresh("--world-clock", "2026-02-19T09:00:00Z");
        house = new House(node);
    }

    @AfterAll
    static void end() {
        node.remove();
    }

    @Test
    @Order(1)
    void aReceiptTypedAsTheTwentyFourthAndCorrectedToTheEighteenthUndoesTheExpiryOfTheTwentieth() {
        String held = house.preserved("2026-04-20T09:00Z");
        String mla = house.sentMla(Map.of("linkedPreservations", List.of(held)));

        house.walkTo("2026-04-24T10:00:00Z");
        assertThat(house.preservationStatus("contact-point.pt", held)).isEqualTo("expired");
        house.mla(mla, "central-authority.cl", "acknowledge-receipt", Map.of("legalReceivedAt", "2026-04-24T08:00Z"));
        assertThat(house.preservationStatus("contact-point.pt", held)).isEqualTo("expired");

        house.walkTo("2026-04-27T10:00:00Z");
        String receipt = house.eventId("central-authority.cl", "mla-requests", mla, "ReceiptAcknowledged");
        Answer proposed = house.done(
                "central-authority.cl",
                "/api/mla-requests/" + mla + "/correct-event",
                Map.of(
                        "event", receipt,
                        "action", "replace",
                        "field", "legalReceivedAt",
                        "value", "2026-04-18T08:00:00Z",
                        "reason", "The stamp on the letter says the 18th."));
        assertThat(proposed.status()).isEqualTo(202);
        assertThat(house.preservationStatus("contact-point.pt", held)).isEqualTo("expired");
        house.refused(
                403,
                "central-authority.cl",
                "/api/mla-requests/" + mla + "/confirm",
                Map.of("proposal", proposed.text("proposal")));

        house.mla(mla, "central-authority-2.cl", "confirm", Map.of("proposal", proposed.text("proposal")));

        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(house.preservationStatus("contact-point.pt", held))
                .isEqualTo("held-pending-mla"));
        assertThat(house.events("contact-point.pt", "preservation-requests", held))
                .endsWith("PreservationExpired", "EventCorrected");
        assertThat(house.as("central-authority.pt")
                        .get("/api/mla-requests/" + mla)
                        .json()
                        .path("legalReceivedAt")
                        .asString())
                .contains("2026-04-18T08:00:00Z");
    }

    @Test
    @Order(2)
    void aCorrectionThatContradictsLaterActsIsRefusedWithTheirList() {
        String mla = house.sentMla(Map.of());
        house.mla(
                mla,
                "central-authority.cl",
                "acknowledge-receipt",
                Map.of("legalReceivedAt", house.now().toString()));
        house.mla(mla, "central-authority.cl", "accept", Map.of());
        house.mla(mla, "executing-authority.cl", "start-execution", Map.of("order", "88/2026"));
        int version = house.as("central-authority.cl")
                .get("/api/mla-requests/" + mla)
                .json()
                .path("version")
                .asInt();

        Answer refused = house.refused(
                409,
                "central-authority.cl",
                "/api/mla-requests/" + mla + "/correct-event",
                Map.of(
                        "event", house.eventId("central-authority.cl", "mla-requests", mla, "RequestAccepted"),
                        "action", "void",
                        "reason", "Accepted by mistake."));

        assertThat(refused.text("code")).isEqualTo("mla.correction-contradicts");
        assertThat(refused.json().path("laterActs").toString()).contains("ExecutionStarted");
        assertThat(house.as("central-authority.cl")
                        .get("/api/mla-requests/" + mla)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(version);
    }
}
