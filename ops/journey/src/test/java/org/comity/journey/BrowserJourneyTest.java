package org.comity.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** People at their desks: real Chromium, real pages, six languages, a telephone, a keyboard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserJourneyTest {
    private final Node node = Node.fresh("--world-clock", "2026-03-02T09:00:00Z");
    private final House house = new House(node);
    private final Chromium chromium = new Chromium();

    @AfterAll
    void end() {
        chromium.close();
        node.remove();
    }

    @Test
    void aRequestIsWrittenSignedOffAndSentByPeopleWhoNeverSawTheInterface() {
        String facts = "A mailbox was used for the transfer.";
        String path;
        try (Desk prosecutor = chromium.desk(node, "prosecutor.pt")) {
            written(prosecutor, "CL")
                    .type("facts", facts)
                    .record()
                    .arrives(".*/mla-requests/[0-9a-f-]{36}\\?done=draft");
            path = prosecutor.path();
            assertThat(prosecutor.page.locator("main")).containsText(facts);
        }
        try (Desk central = chromium.desk(node, "central-authority.pt")) {
            central.at(path + "/approve").recorded();
            central.at(path + "/transmit")
                    .office("to", "CL", house.as("central-authority.cl").authority())
                    .choose("channel", "secure-electronic")
                    .recorded();
        }
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(house.mlaStatus("central-authority.cl", id)).isEqualTo("transmitted");
        try (Desk receiver = chromium.desk(node, "central-authority.cl", "es", 1280)) {
            assertThat(receiver.at(path).page.locator("main")).containsText(facts);
        }
    }

    @Test
    void whoAddsAChannelToAnEntryOfTheDirectoryKeepsTheOthers() {
        String id = house.as("central-authority.pt").authority();
        try (Desk supervisor = chromium.desk(node, "supervisor.pt")) {
            supervisor.at("/authorities/" + id + "/amend-authority");
            Locator added = supervisor.row("details/channels", 2);
            added.locator("[data-field=channel] select").selectOption("telephone");
            added.locator("[data-field=address] input").fill("+351 21 322 0000");
            supervisor
                    .type("validFrom", "2026-03-02")
                    .type("reason", "A line for the night")
                    .type("source", "Note of the ministry")
                    .recorded();
        }
        JsonNode entry = house.as("prosecutor.cl").get("/api/authorities/" + id).json();
        assertThat(entry.path("channels").findValuesAsString("channel"))
                .containsExactly("secure-electronic", "e-mail", "telephone");
        assertThat(entry.path("names").size()).as("names stay").isGreaterThan(1);
        assertThat(entry.path("hours").isObject()).as("hours stay").isTrue();
    }

    @Test
    void aMistakeIsShownBesideItsFieldAndNothingTypedIsLost() {
        try (Desk desk = chromium.desk(node, "prosecutor.pt")) {
            written(desk, "PT").type("facts", "Typed with care.").record();
            assertThat(desk.page
                            .locator(".fault:visible, [data-problem]:visible")
                            .first())
                    .isVisible();
            assertThat(desk.field("facts").locator("textarea")).hasValue("Typed with care.");
        }
    }

    /** A request for the contents of a mailbox, as far as it must be written. */
    private static Desk written(Desk desk, String to) {
        desk.at("/mla-requests/new").choose("from", "PT").choose("to", to);
        desk.row("bases", 0).locator("select").selectOption("ets-185");
        return desk.item(0, "L1", "content");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ru", "zh", "ar"})
    void boardRequestAndFormAreAccessibleInEachLanguage(String language) {
        String id = house.sentMla(Map.of());
        try (Desk desk = chromium.desk(node, "central-authority.pt", language, 1280)) {
            accessible(desk.page, language, id);
        }
    }

    private static void accessible(Page page, String language, String id) {
        assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
        assertThat(page.locator("html").getAttribute("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
        for (String path : List.of("/", "/mla-requests", "/mla-requests/" + id, "/mla-requests/" + id + "/withdraw")) {
            page.navigate(path);
            assertThat(page.locator("main h1").first()).isVisible();
            var violations = new ArrayList<String>();
            new AxeBuilder(page)
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                    .analyze()
                    .getViolations()
                    .forEach(v -> violations.add(v.getId() + " " + v.getHelp() + " "
                            + v.getNodes().getFirst().getHtml()));
            assertThat(violations).as(path).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void nothingRunsOverTheEdgeOfATelephone(String language) {
        String id = house.sentMla(Map.of());
        try (Desk desk = chromium.desk(node, "central-authority.pt", language, 390)) {
            for (String path : List.of("/", "/mla-requests", "/mla-requests/" + id, "/mla-requests/new")) {
                assertThat((Integer)
                                desk.at(path).page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(0);
            }
        }
    }

    @Test
    void theKeyboardAloneLeadsFromTheSignInToTheBoard() {
        Page page = chromium.signIn(node, "en", 1280);
        page.keyboard().type("prosecutor.pt");
        page.keyboard().press("Tab");
        page.keyboard().type("practice");
        page.keyboard().press("Enter");
        assertThat(page.locator("main h1").first()).isVisible();
        page.keyboard().press("Tab");
        assertThat((String) page.evaluate("document.activeElement.tagName")).isEqualTo("A");
    }
}
