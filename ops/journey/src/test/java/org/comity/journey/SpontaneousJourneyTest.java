package org.comity.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Information that nobody asked for, by the interface for programs: its nature first, its content under conditions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpontaneousJourneyTest {
    private static final String API = "/api/spontaneous-information";
    private static final String SENDER = "central-authority.pt";
    private static final String RECEIVER = "central-authority.cl";
    private static final String CONTENT = "Armindo Saltao";

    private final Node node = Node.fresh("--world-clock", "2026-03-02T09:00:00Z");
    private final House house = new House(node);

    @AfterAll
    void end() {
        node.remove();
    }

    @Test
    void isOfferedAcceptedSentReceivedLinkedAndClosed() {
        String id = house.offered(Map.of("offence", "Computer fraud"));
        var offer = house.as(RECEIVER).get(API + "/" + id).json();
        assertThat(offer.path("status").asString()).isEqualTo("offered");
        assertThat(offer.path("contents").path("nature").asString()).isEqualTo("Accounts of a fraud.");
        assertThat(offer.path("material").isMissingNode()
                        || offer.path("material").isNull())
                .as("no content yet")
                .isTrue();
        assertThat(offer.path("waitingOn").asString()).isEqualTo("us");
        house.refused(403, SENDER, API + "/" + id + "/accept-conditions", Map.of());
        house.refused(409, RECEIVER, API + "/" + id + "/acknowledge-receipt", Map.of());
        assertThat(house.as("central-authority.jp").get(API + "/" + id).status())
                .isEqualTo(404);

        house.information(id, RECEIVER, "accept-conditions", Map.of());
        house.information(id, SENDER, "transmit", sent());
        var received = house.as(RECEIVER).get(API + "/" + id).json();
        assertThat(received.path("material")
                        .path("persons")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo(CONTENT);
        assertThat(received.path("conditions")
                        .valueStream()
                        .map(one -> one.path("state").asString())
                        .toList())
                .as("the accepted one binds")
                .contains("binding");

        house.information(id, RECEIVER, "acknowledge-receipt", Map.of("ownReference", "CL-9/2026"));
        house.information(id, RECEIVER, "notify-exculpatory-disclosure", Map.of("notice", "It clears the accused."));
        String request = house.draftMla(RECEIVER, "CL", "PT", Map.of());
        house.information(id, RECEIVER, "link-to-request", Map.of("request", request));
        assertThat(house.as(RECEIVER)
                        .get("/api/mla-requests/" + request)
                        .json()
                        .path("links")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(id);
        house.information(id, RECEIVER, "close", Map.of());
        assertThat(house.as(SENDER).get(API + "/" + id).text("status")).isEqualTo("closed");
        assertThat(house.events(SENDER, "spontaneous-information", id))
                .containsExactly(
                        "InformationOffered",
                        "ConditionsAccepted",
                        "InformationTransmitted",
                        "ReceiptAcknowledged",
                        "ExculpatoryDisclosureNotified",
                        "Closed");
        assertThat(house.as(SENDER).get(API + "/" + id + "/history").body())
                .as("a draft of the other side")
                .doesNotContain(request);
        assertThat(house.events(RECEIVER, "spontaneous-information", id)).contains("LinkedToRequest");
        assertThat(house.as(SENDER)
                        .get(API + "?status=closed")
                        .json()
                        .path("items")
                        .valueStream())
                .anyMatch(one -> one.path("id").asString().equals(id));
        assertThat(house.as(RECEIVER).get("/api/search?q=CL-9/2026").body()).contains(id);
    }

    @Test
    void declinedConditionsLeaveItToTheSenderToSendAllTheSame() {
        String id = house.offered(Map.of());
        house.refused(400, RECEIVER, API + "/" + id + "/decline-conditions", Map.of());
        house.information(id, RECEIVER, "decline-conditions", Map.of("reason", "Our courts are open."));
        assertThat(house.as(SENDER).get(API + "/" + id).json().path("waitingOn").asString())
                .isEqualTo("us");
        house.information(id, SENDER, "transmit", sent());
        assertThat(house.as(RECEIVER).get(API + "/" + id).text("status")).isEqualTo("transmitted");
    }

    @Test
    void comesByLetterOnlyFromWhoIsNotConnected() {
        Map<String, Object> letter = Map.of(
                "from", "CL",
                "to", "PT",
                "bases", List.of("ets-185"),
                "nature", "Accounts of a fraud.",
                "sender", house.as("contact-point.cl").authority(),
                "theirReference", "CL-77/2026",
                "letter", "sha-256:" + "4f".repeat(32));
        house.refused(422, SENDER, API + "/incoming", letter);

        house.done(
                "administrator",
                "/api/authorities/" + house.as("contact-point.cl").authority() + "/disconnect-authority",
                Map.of("from", "2026-03-01", "why", "Writes letters."));
        String id = house.done(SENDER, API + "/incoming", letter).text("id");
        assertThat(house.as(SENDER).get(API + "/" + id).text("status")).isEqualTo("transmitted");
        assertThat(house.as(SENDER).get("/api/search?q=cl77/2026").body()).contains(id);
        assertThat(house.as(SENDER).get(API + "/" + id + "/history").body()).contains("sha-256:4f");
    }

    private Map<String, Object> sent() {
        return house.material(
                RECEIVER, Map.of("persons", List.of(Map.of("ref", "P1", "role", "suspect", "name", CONTENT))));
    }
}
