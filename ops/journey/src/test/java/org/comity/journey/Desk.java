package org.comity.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Desks of people at a node: each has a window of Chromium and is signed in. */
final class Desk implements AutoCloseable {
    private final Node node;
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Chromium.onThePath())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));

    Desk(Node node) {
        this.node = node;
    }

    /** The desk of somebody who has signed in. */
    Page of(String login) {
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

    /** An input of the form that is open, by the name of its field. */
    static Locator field(Page page, String name) {
        return page.locator("form.command [data-root] [data-field=" + name + "]")
                .first();
    }

    /** A line of a list in the form that is open, made by its button if it is not there yet. */
    static Locator row(Page page, String field, int line) {
        Locator list =
                page.locator("[data-root] fieldset[data-field=" + field + "]").first();
        while (list.locator("[data-row]").count() <= line) {
            list.locator("[data-add]").last().click();
        }
        return list.locator("[data-row]").nth(line);
    }

    /** Records what the form says. */
    static void record(Page page) {
        page.locator("form.command > .buttons button[type=submit]").click();
    }

    /** Waits for a page, or says what the form complains about. */
    static void arrives(Page page, String url) {
        try {
            page.waitForURL(Pattern.compile(url));
        } catch (TimeoutError e) {
            throw new AssertionError(
                    page.url() + ": "
                            + page.locator(".notice-bad:visible, .fault:visible, .notice-stopped:visible")
                                    .allInnerTexts(),
                    e);
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
