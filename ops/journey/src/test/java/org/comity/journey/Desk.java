package org.comity.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;

/** A person at a desk: a window of Chromium, somebody who has signed in, and what people do with forms. */
final class Desk implements AutoCloseable {
    static final FilePayload LETTER =
            new FilePayload("letter.pdf", "application/pdf", "Oficio 55/2026".getBytes(UTF_8));

    private static final Pattern DIGEST = Pattern.compile("sha-256:[0-9a-f]{64}");

    private final Node node;
    final Page page;

    private Desk(Node node, Page page) {
        this.node = node;
        this.page = page;
    }

    static Desk of(Node node, Page page, String login) {
        page.fill("#username", login);
        page.fill("#password", "practice");
        page.press("#password", "Enter");
        page.waitForURL(Pattern.compile(".*/(\\?.*)?$"));
        return new Desk(node, page);
    }

    /** Opens a page of the node. */
    Desk at(String path) {
        page.navigate(path);
        return this;
    }

    /** Where the person is, as a path of the node. */
    String path() {
        return page.url().replaceFirst("\\?.*", "").substring(node.url().length());
    }

    /** An input of the form that is open, by the name of its field; what is nested by names with a slash between. */
    Locator field(String name) {
        String nested = name.replace("/", "] [data-field=");
        return page.locator("form.command :is([data-root], [data-act]) [data-field=" + nested + "]")
                .first();
    }

    Desk type(String field, String text) {
        field(field).locator("textarea, input").first().fill(text);
        return this;
    }

    Desk choose(String field, String value) {
        field(field).locator("select").first().selectOption(value);
        return this;
    }

    /** Chooses by what the person reads. */
    Desk chooseCalled(String field, String label) {
        field(field).locator("select").first().selectOption(new SelectOption().setLabel(label));
        return this;
    }

    Desk tick(String field, String value) {
        field(field).locator("input[value='" + value + "']").check();
        return this;
    }

    /** Chooses an office of the directory: first its State, then the office. */
    Desk office(String field, String state, String id) {
        Locator office = field(field);
        office.locator("[data-state]").selectOption(state);
        assertThat(office.locator("[data-authority] option[value='" + id + "']"))
                .isAttached();
        office.locator("[data-authority]").selectOption(id);
        return this;
    }

    /** A line of a list, made by its button if it is not there yet. */
    Locator row(String field, int line) {
        Locator list = field(field);
        while (list.locator("[data-row]").count() <= line) {
            list.locator("[data-add]").last().click();
        }
        return list.locator("[data-row]").nth(line);
    }

    /** A line item in the list of items. */
    Desk item(int line, String id, String category) {
        Locator row = row("items", line);
        row.locator("input").fill(id);
        row.locator("select").selectOption(category);
        return this;
    }

    /** Shows the form a file of which it takes the digest. */
    Desk digest(String field, FilePayload file) {
        field(field).locator("input[type=file]").setInputFiles(file);
        assertThat(field(field).locator("input[type=text]")).hasValue(DIGEST);
        return this;
    }

    /** Says in the form that the other side did it, and that a letter shows it. */
    Desk reported(String office, String at) {
        choose("onBehalfOf", office).type("occurredAt", at);
        return digest("proof/digest", LETTER).choose("proof/kind", "letter");
    }

    /** Presses the button of the form. */
    Desk record() {
        page.locator("form.command > .buttons button[type=submit]").click();
        return this;
    }

    /** Records what the form says and comes back to the sheet that it is about. */
    void recorded() {
        String form = path();
        record().arrives(".*" + form.replaceFirst("/(report/)?[a-z-]+$", "") + "\\?(done|proposed)=.*");
    }

    /** Waits for a page, or says what the form complains about. */
    Desk arrives(String url) {
        try {
            page.waitForURL(Pattern.compile(url));
        } catch (TimeoutError e) {
            throw new AssertionError(
                    page.url() + ": "
                            + page.locator(".notice-bad:visible, .fault:visible, .notice-stopped:visible")
                                    .allInnerTexts(),
                    e);
        }
        return this;
    }

    @Override
    public void close() {
        page.context().close();
    }
}
