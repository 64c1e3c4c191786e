package org.comity.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A ministry whose partner writes letters, in real Chromium: nobody there knows the interface for programs. */
class MinistryAloneJourneyTest {
    private static final List<String> CHILE = List.of(
            "central-authority.cl",
            "contact-point.cl",
            "executing-authority.cl",
            "executing-authority-b.cl",
            "prosecutor.cl");
    private static final FilePayload LETTER =
            new FilePayload("letter.pdf", "application/pdf", "Oficio 55/2026".getBytes(UTF_8));

    private static Node node;
    private static House house;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() {
        node = Node.fresh("--world-clock", "2026-03-02T09:00:00Z");
        house = new House(node);
        for (String login : CHILE) {
            house.done(
                    "administrator",
                    "/api/authorities/" + house.as(login).authority() + "/disconnect-authority",
                    Map.of("from", "2026-03-01", "why", "Writes letters."));
        }
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Stream.of("/usr/bin/chromium", "/usr/bin/google-chrome")
                                .map(Path::of)
                                .filter(Files::isExecutable)
                                .findFirst()
                                .orElseThrow())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void end() {
        playwright.close();
        node.remove();
    }

    @Test
    void takesInALetterAnswersItByLetterAndClosesIt() {
        Page first = open("central-authority.pt");
        first.navigate("/mla-requests/incoming");
        field(first, "from").locator("select").selectOption("CL");
        field(first, "theirReference").locator("input").fill("CL-55/2026");
        field(first, "letter").locator("input[type=file]").setInputFiles(LETTER);
        assertThat(field(first, "letter").locator("input[type=text]"))
                .hasValue(Pattern.compile("sha-256:[0-9a-f]{64}"));
        row(first, "bases", 0).locator("select").selectOption("ets-185");
        item(first, 0, "L1", "subscriber");
        item(first, 1, "L2", "content");
        record(first);
        arrives(first, ".*/acknowledge-receipt$");
        String path = first.url().substring(node.url().length()).replace("/acknowledge-receipt", "");
        String id = path.substring(path.lastIndexOf('/') + 1);
        field(first, "legalReceivedAt").locator("input").fill("2026-03-02T08:30");
        record(first);
        done(first, path);

        fill(first, path + "/assign", page -> field(page, "person")
                .locator("select")
                .selectOption(new SelectOption().setLabel("central-authority-2.pt")));

        Page second = open("central-authority-2.pt");
        second.navigate("/tasks");
        assertThat(second.locator("#mine")).containsText("You were given this request");
        fill(second, path + "/request-information", page -> row(page, "questions", 0)
                .locator("textarea, input")
                .first()
                .fill("Which account?"));
        house.walkTo("2026-03-03T09:00:00Z");
        second.navigate(path);
        second.locator("[aria-labelledby=h-reports] a", new Page.LocatorOptions().setHasText("Provide the information"))
                .click();
        field(second, "rounds").locator("input").first().check();
        reported(second, "2026-03-03");
        done(second, path);
        assertThat(second.locator(".line-of-time")).containsText("Reported");

        mla(id, "accept", Map.of("scope", List.of(), "conditions", List.of()), "central-authority-2.pt");
        mla(id, "start-execution", Map.of("order", "88/2026"), "executing-authority.pt");
        mla(
                id,
                "conclude-line-item",
                Map.of(
                        "items",
                        Map.of("L1", "executed", "L2", "refused"),
                        "grounds",
                        List.of("ets185-dual-criminality")),
                "executing-authority.pt");
        mla(id, "declare-partial-execution", Map.of("open", List.of()), "executing-authority.pt");
        mla(
                id,
                "transmit-evidence",
                Map.of(
                        "transfer", "X-1",
                        "items", List.of("L1"),
                        "conditions", List.of(),
                        "manifest",
                                List.of(Map.of(
                                        "file", "0001", "size", 8, "digests", List.of("sha-256:" + "ab".repeat(32))))),
                "central-authority-2.pt");
        house.walkTo("2026-03-04T09:00:00Z");
        second.navigate(path + "/report/confirm-evidence-receipt");
        field(second, "transfer").locator("select").selectOption("X-1");
        reported(second, "2026-03-04");
        done(second, path);

        fill(second, path + "/assign", page -> {
            field(page, "person").locator("select").selectOption(new SelectOption().setLabel("central-authority.pt"));
            assertThat(page.locator("[data-hands-over]")).isChecked();
        });
        assertThat(second.locator("[aria-labelledby=h-assignments] li")).hasCount(1);
        fill(first, path + "/close", page -> field(page, "outcome")
                .locator("select")
                .selectOption("partly-executed"));

        for (var entry : house.as("central-authority.pt")
                .get("/api" + path + "/history")
                .json()
                .path("items")) {
            boolean theirs = List.of("AdditionalInformationProvided", "EvidenceReceiptConfirmed")
                    .contains(entry.path("event").asString());
            assertThat(entry.path("act").path("onBehalfOf").path("state").asString(""))
                    .as(entry.toString())
                    .isEqualTo(theirs ? "CL" : "");
            if (theirs) {
                assertThat(entry.path("act").path("proof").path("digest").asString())
                        .startsWith("sha-256:");
            }
        }
        second.navigate("/search?q=cl55/2026");
        second.waitForURL(Pattern.compile(".*" + path + "$"));
    }

    private static void mla(String id, String command, Map<String, ?> body, String login) {
        house.mla(id, login, command, body);
    }

    private static Page open(String login) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(node.url())
                .setLocale("en")
                .setViewportSize(1280, 900));
        context.setDefaultTimeout(20_000);
        Page page = context.newPage();
        page.navigate("/");
        page.fill("#username", login);
        page.fill("#password", "practice");
        page.press("#password", "Enter");
        page.waitForURL(Pattern.compile(".*/(\\?.*)?$"));
        return page;
    }

    private static void fill(Page page, String form, Consumer<Page> filled) {
        page.navigate(form);
        filled.accept(page);
        record(page);
        done(page, form.substring(0, form.lastIndexOf('/')));
    }

    private static void record(Page page) {
        page.locator("form.command button[type=submit]").click();
    }

    private static void done(Page page, String path) {
        arrives(page, ".*" + path + "\\?done=.*");
    }

    /** Or says what the page complains about. */
    private static void arrives(Page page, String url) {
        try {
            page.waitForURL(Pattern.compile(url));
        } catch (TimeoutError e) {
            throw new AssertionError(
                    page.url() + ": "
                            + page.locator(".notice-bad:visible, .fault:visible")
                                    .allInnerTexts(),
                    e);
        }
    }

    /** The other side did it, and a letter shows it. */
    private static void reported(Page page, String day) {
        Locator act = page.locator(".reported");
        act.locator("[data-field=onBehalfOf] select")
                .selectOption(house.as("central-authority.cl").authority());
        act.locator("[data-field=occurredAt] input").fill(day + "T08:00");
        act.locator("[data-field=digest] input[type=file]").setInputFiles(LETTER);
        assertThat(act.locator("[data-field=digest] input[type=text]")).hasValue(Pattern.compile("sha-256:.*"));
        act.locator("[data-field=kind] select").selectOption("letter");
        record(page);
    }

    private static Locator field(Page page, String name) {
        return page.locator("form.command [data-root] [data-field=" + name + "]")
                .first();
    }

    private static void item(Page page, int line, String id, String category) {
        Locator row = row(page, "items", line);
        row.locator("input").fill(id);
        row.locator("select").selectOption(category);
    }

    private static Locator row(Page page, String field, int line) {
        Locator list =
                page.locator("[data-root] fieldset[data-field=" + field + "]").first();
        while (list.locator("[data-row]").count() <= line) {
            list.locator("[data-add]").click();
        }
        return list.locator("[data-row]").nth(line);
    }
}
