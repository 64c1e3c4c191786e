package org.comity.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Two people amend one draft at the same time: nothing that either wrote is lost silently. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInOneDraftJourneyTest {
    private static final String ONE = "central-authority.pt";
    private static final String OTHER = "central-authority-2.pt";

    private final Node node = Node.fresh("--world-clock", "2026-03-02T09:00:00Z");
    private final House house = new House(node);
    private final Chromium chromium = new Chromium();
    private final Desk one = chromium.desk(node, ONE);
    private final Desk other = chromium.desk(node, OTHER);

    @AfterAll
    void end() {
        chromium.close();
        node.remove();
    }

    @Test
    void theSecondSeesWhatChangedAndKeepsWhatWasTyped() {
        String id = draft();
        String form = "/mla-requests/" + id + "/amend-draft";
        one.at(form);
        other.at(form);
        assertThat(other.field("facts").locator("textarea")).hasValue("A mailbox was used.");
        assertThat(other.field("offence").locator("input")).hasValue("Fraud");
        assertThat(other.field("items").locator("[data-row] input")).hasValue("L1");
        assertThat(other.field("identifiers").locator("[data-field=ipv4] input"))
                .hasValue("203.0.113.7");

        one.type("offence", "Computer fraud").recorded();

        other.type("facts", "Two mailboxes were used.").record();
        Locator conflict = other.page.locator("[data-conflict]");
        assertThat(conflict).isVisible();
        assertThat(conflict).containsText("Computer fraud");
        assertThat(other.field("facts").locator("textarea")).hasValue("Two mailboxes were used.");
        assertThat(contents(id).path("facts").asString()).isEqualTo("A mailbox was used.");

        other.recorded();
        assertThat(contents(id).path("offence").asString()).isEqualTo("Computer fraud");
        assertThat(contents(id).path("facts").asString()).isEqualTo("Two mailboxes were used.");
    }

    @Test
    void whoTypedInTheSameFieldSeesWhatTheColleagueWroteBeforeReplacingIt() {
        String id = draft();
        String form = "/mla-requests/" + id + "/amend-draft";
        one.at(form);
        other.at(form);
        one.type("facts", "Two mailboxes in Lisbon were used.").recorded();
        other.type("facts", "Two mailboxes in Porto were used.").record();
        assertThat(other.page.locator("[data-conflict]")).containsText("Two mailboxes in Lisbon were used.");
        other.type("facts", "Two mailboxes in Lisbon and Porto were used.").recorded();
        assertThat(contents(id).path("facts").asString()).isEqualTo("Two mailboxes in Lisbon and Porto were used.");
    }

    @Test
    void whatWasNotTouchedIsNotSentAndALineCanBeTakenOut() {
        String id = draft();
        one.at("/mla-requests/" + id + "/amend-draft");
        one.field("identifiers").locator("[data-remove]").first().click();
        one.item(1, "L2", "subscriber").recorded();
        assertThat(contents(id).path("identifiers")).isEmpty();
        assertThat(contents(id).path("items").propertyNames()).containsExactly("L1", "L2");
        assertThat(contents(id).path("facts").asString()).isEqualTo("A mailbox was used.");
    }

    private String draft() {
        return house.draftMla(
                ONE,
                "PT",
                "CL",
                Map.of(
                        "offence", "Fraud",
                        "facts", "A mailbox was used.",
                        "identifiers",
                                List.of(Map.of(
                                        "ipv4", "203.0.113.7", "port", 50123, "at", "2026-01-05T14:02:00+01:00"))));
    }

    private JsonNode contents(String id) {
        return house.as(ONE).get("/api/mla-requests/" + id).json().path("contents");
    }
}
