package org.comity.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium of this machine, without a screen. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(onThePath())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));

    /** Opens a file without a network, as a person does who got it by post. */
    Page open(Path file) {
        Page page = browser.newContext(new Browser.NewContextOptions().setOffline(true))
                .newPage();
        page.navigate(file.toUri().toString());
        return page;
    }

    /** The sign-in page of a node, in a window of its own. */
    Page signIn(Node node, String language, int width) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(node.url())
                .setLocale(language)
                .setViewportSize(width, 900));
        context.setDefaultTimeout(20_000);
        Page page = context.newPage();
        page.navigate("/");
        return page;
    }

    /** The desk of somebody who has signed in. */
    Desk desk(Node node, String login) {
        return desk(node, login, "en", 1280);
    }

    Desk desk(Node node, String login, String language, int width) {
        return Desk.of(node, signIn(node, language, width), login);
    }

    private static Path onThePath() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the journeys in the browser need Chromium on the PATH"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
