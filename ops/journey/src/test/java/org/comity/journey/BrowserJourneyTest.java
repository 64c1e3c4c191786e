package org.comity.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People at their desks: real Chromium, real pages, six languages, a telephone, a keyboard. */
class BrowserJourneyTest {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private static Node node;
    private static House house;
    private static Playwright playwright;
    private static Browser browser;
    private BrowserContext context;

    @BeforeAll
    static void start() {
        node = Node.fresh("--world-clock", "2026-03-02T09:00:00Z");
        house = new House(node);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void end() {
        playwright.close();
        node.remove();
    }

    @AfterEach
    void leave() {
        if (context != null) {
            context.close();
        }
    }

    private static Path chromium() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("install Chromium: apt-get install chromium"));
    }

    private Page open(String login, String language, int width) {
        if (context != null) {
            context.close();
        }
        context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(node.url())
                .setLocale(language)
                .setViewportSize(width, 900));
        context.setDefaultTimeout(20_000);
        Page page = context.newPage();
        page.navigate("/");
        page.fill("#username", login);
        page.fill("#password", "practice");
        page.press("#password", "Enter");
        page.waitForURL(Pattern.compile(".*/(\\?.*)?$"));
        return page;
    }

    @Test
    void aRequestIsWrittenSignedOffAndSentByPeopleWhoNeverSawTheInterface() {
        Page prosecutor = open("prosecutor.pt", "en", 1280);
        prosecutor.navigate("/mla-requests/new");
        prosecutor.locator("[data-field=from] select").selectOption("PT");
        prosecutor.locator("[data-field=to] select").selectOption("CL");
        row(prosecutor, "bases").locator("select").selectOption("ets-185");
        Locator item = row(prosecutor, "items");
        item.locator("input").fill("L1");
        item.locator("select").selectOption("content");
        prosecutor.locator("[data-field=facts] textarea").fill("A mailbox was used for the transfer.");
        prosecutor.locator("form.command button[type=submit]").click();
        prosecutor.waitForURL(Pattern.compile(".*/mla-requests/[0-9a-f-]{36}.*"));
        String path =
                prosecutor.url().replaceFirst("\\?.*", "").substring(node.url().length());
        assertThat(prosecutor.locator("main")).containsText("A mailbox was used for the transfer.");

        Page central = open("central-authority.pt", "en", 1280);
        central.navigate(path + "/approve");
        central.locator("form.command button[type=submit]").click();
        central.waitForURL(Pattern.compile(".*" + path + "(\\?.*)?$"));
        central.navigate(path + "/transmit");
        central.locator("[data-field=to] [data-state]").selectOption("CL");
        Locator office = central.locator("[data-field=to] [data-authority]");
        assertThat(office.locator("option").nth(1)).isAttached();
        office.selectOption(house.as("central-authority.cl").authority());
        Locator channel = central.locator("[data-field=channel]").first();
        if (channel.locator("select").count() > 0) {
            channel.locator("select").selectOption("secure-electronic");
        } else {
            channel.locator("input").fill("secure-electronic");
        }
        central.locator("form.command > .buttons button[type=submit]").click();
        central.waitForURL(Pattern.compile(".*" + path + "(\\?.*)?$"));

        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(house.mlaStatus("central-authority.cl", id)).isEqualTo("transmitted");
        Page receiver = open("central-authority.cl", "es", 1280);
        receiver.navigate(path);
        assertThat(receiver.locator("main")).containsText("A mailbox was used for the transfer.");
    }

    @Test
    void aMistakeIsShownBesideItsFieldAndNothingTypedIsLost() {
        Page page = open("prosecutor.pt", "en", 1280);
        page.navigate("/mla-requests/new");
        page.locator("[data-field=from] select").selectOption("PT");
        page.locator("[data-field=to] select").selectOption("PT");
        row(page, "bases").locator("select").selectOption("ets-185");
        Locator item = row(page, "items");
        item.locator("input").fill("L1");
        item.locator("select").selectOption("content");
        page.locator("[data-field=facts] textarea").fill("Typed with care.");
        page.locator("form.command button[type=submit]").click();
        assertThat(page.locator(".fault:visible, [data-problem]:visible").first())
                .isVisible();
        assertThat(page.locator("[data-field=facts] textarea")).hasValue("Typed with care.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ru", "zh", "ar"})
    void boardRequestAndFormAreAccessibleInEachLanguage(String language) {
        String id = house.sentMla(Map.of());
        Page page = open("central-authority.pt", language, 1280);
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
        Page page = open("central-authority.pt", language, 390);
        for (String path : List.of("/", "/mla-requests", "/mla-requests/" + id, "/mla-requests/new")) {
            page.navigate(path);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(0);
        }
    }

    @Test
    void theKeyboardAloneLeadsFromTheSignInToTheBoard() {
        context = browser.newContext(
                new Browser.NewContextOptions().setBaseURL(node.url()).setLocale("en"));
        Page page = context.newPage();
        page.navigate("/");
        page.keyboard().type("prosecutor.pt");
        page.keyboard().press("Tab");
        page.keyboard().type("practice");
        page.keyboard().press("Enter");
        assertThat(page.locator("main h1").first()).isVisible();
        page.keyboard().press("Tab");
        assertThat((String) page.evaluate("document.activeElement.tagName")).isEqualTo("A");
    }

    /** The first line of a list, made by its button if it is not there yet. */
    private static Locator row(Page page, String field) {
        Locator list = page.locator("fieldset[data-field=" + field + "]");
        Locator row = list.locator("[data-row]");
        if (row.count() == 0) {
            list.locator("[data-add]").click();
        }
        return row.first();
    }
}
