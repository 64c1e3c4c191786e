package org.comity.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A ministry whose partner writes letters, in real Chromium: nobody there knows the interface for programs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MinistryAloneJourneyTest {
    private static final List<String> CHILE = List.of(
            "central-authority.cl",
            "contact-point.cl",
            "executing-authority.cl",
            "executing-authority-b.cl",
            "prosecutor.cl");
    private static final Pattern DIGEST = Pattern.compile("sha-256:[0-9a-f]{64}");

    private final Node node = Node.fresh("--world-clock", "2026-03-02T09:00:00Z");
    private final House house = new House(node);
    private final Chromium chromium = new Chromium();

    @BeforeAll
    void chileWritesLetters() {
        for (String login : CHILE) {
            house.done(
                    "administrator",
                    "/api/authorities/" + house.as(login).authority() + "/disconnect-authority",
                    Map.of("from", "2026-03-01", "why", "Writes letters."));
        }
    }

    @AfterAll
    void end() {
        chromium.close();
        node.remove();
    }

    @Test
    void takesInALetterAnswersItByLetterAndClosesIt() {
        String today = nextDay();
        Desk first = chromium.desk(node, "central-authority.pt");
        first.at("/mla-requests/incoming")
                .choose("from", "CL")
                .type("theirReference", "CL-55/2026")
                .digest("letter", Desk.LETTER);
        first.row("bases", 0).locator("select").selectOption("ets-185");
        first.item(0, "L1", "subscriber").item(1, "L2", "content").record().arrives(".*/acknowledge-receipt$");
        String path = first.path().replace("/acknowledge-receipt", "");
        first.type("legalReceivedAt", today + "T08:30").recorded();

        first.at(path + "/assign")
                .chooseCalled("person", "central-authority-2.pt")
                .recorded();

        Desk second = chromium.desk(node, "central-authority-2.pt");
        second.at("/tasks");
        assertThat(second.page.locator("#mine")).containsText("You were given this request");
        second.at(path + "/request-information");
        second.row("questions", 0).locator("textarea, input").first().fill("Which account?");
        second.recorded();
        today = nextDay();
        follow(second, path, "h-reports", "Provide the information");
        second.tick("rounds", "1").reported(chile("central-authority.cl"), today + "T08:00");
        second.recorded();

        follow(second, path, "h-actions", "Accept for execution");
        second.recorded();
        Desk executing = chromium.desk(node, "executing-authority.pt");
        follow(executing, path, "h-actions", "Start execution");
        executing.type("order", "88/2026").recorded();
        follow(executing, path, "h-actions", "Conclude items");
        outcome(executing, 0, "L1", "executed");
        outcome(executing, 1, "L2", "refused");
        executing.row("grounds", 0).locator("select").selectOption("ets185-dual-criminality");
        executing
                .type("reason", "Not an offense here.")
                .type("consultation", "It could not have changed the decision")
                .recorded();
        follow(executing, path, "h-actions", "Declare partial execution");
        executing.recorded();
        follow(second, path, "h-actions", "Hand over evidence");
        second.type("transfer", "X-1").tick("items", "L1");
        second.field("manifest").locator("[data-manifest]").setInputFiles(Desk.LETTER);
        assertThat(second.row("manifest", 0).locator("[data-field=digests] [data-row] input[type=text]"))
                .hasValue(DIGEST);
        second.recorded();
        today = nextDay();
        follow(second, path, "h-reports", "Confirm receipt of evidence");
        second.choose("transfer", "X-1").reported(chile("central-authority.cl"), today + "T08:00");
        second.recorded();

        second.at(path + "/assign").chooseCalled("person", "central-authority.pt");
        assertThat(second.page.locator("[data-hands-over]")).isChecked();
        second.recorded();
        assertThat(second.page.locator("[aria-labelledby=h-assignments] li")).hasCount(1);
        first.at(path + "/close").choose("outcome", "partly-executed").recorded();

        onlyTheirsAreReported(first, path, "Information provided", "Receipt of evidence confirmed");
        second.at("/search?q=cl55/2026").arrives(".*" + path + "$");
    }

    @Test
    void sendsALetterOfItsOwnAndReportsWhatTheAnswersSay() {
        Desk prosecutor = chromium.desk(node, "prosecutor.pt");
        prosecutor.at("/mla-requests/new").choose("to", "CL");
        prosecutor.row("bases", 0).locator("select").selectOption("ets-185");
        prosecutor
                .item(0, "L1", "content")
                .type("offence", "Fraud")
                .type("facts", "A mailbox was used for the transfer.")
                .record()
                .arrives(".*/mla-requests/[0-9a-f-]{36}\\?done=draft");
        String path = prosecutor.path();

        Desk central = chromium.desk(node, "central-authority.pt");
        central.at("/tasks");
        assertThat(central.page.locator("main a[href^='" + path + "']").first()).isVisible();
        follow(central, path, "h-actions", "Approve");
        central.recorded();
        follow(central, path, "h-actions", "Transmit");
        central.office("to", "CL", chile("central-authority.cl"))
                .choose("channel", "courier")
                .recorded();

        String today = nextDay();
        follow(central, path, "h-reports", "Acknowledge receipt");
        central.type("legalReceivedAt", today + "T07:00")
                .reported(chile("central-authority.cl"), today + "T07:30")
                .recorded();
        follow(central, path, "h-reports", "Accept for execution");
        central.reported(chile("central-authority.cl"), today + "T08:00").recorded();
        follow(central, path, "h-reports", "Start execution");
        central.type("order", "RUC 11")
                .reported(chile("executing-authority.cl"), today + "T08:10")
                .recorded();
        follow(central, path, "h-reports", "Conclude items");
        outcome(central, 0, "L1", "executed");
        central.reported(chile("executing-authority.cl"), today + "T08:20").recorded();
        follow(central, path, "h-reports", "Declare execution complete");
        central.reported(chile("executing-authority.cl"), today + "T08:30").recorded();
        follow(central, path, "h-reports", "Hand over evidence");
        central.type("transfer", "CL-1").tick("items", "L1");
        central.field("manifest").locator("[data-manifest]").setInputFiles(Desk.LETTER);
        assertThat(central.row("manifest", 0).locator("[data-field=digests] [data-row] input[type=text]"))
                .hasValue(DIGEST);
        central.reported(chile("central-authority.cl"), today + "T08:40").recorded();
        follow(central, path, "h-actions", "Confirm receipt of evidence");
        central.choose("transfer", "CL-1").recorded();
        follow(central, path, "h-actions", "Close the file");
        central.choose("outcome", "fully-executed").recorded();

        onlyTheirsAreReported(
                central,
                path,
                "Receipt acknowledged",
                "Request accepted",
                "Execution started",
                "Items concluded",
                "Execution completed",
                "Evidence handed over");
    }

    /** The clock walks to the next morning. */
    private String nextDay() {
        LocalDate day = LocalDate.ofInstant(house.now(), UTC).plusDays(1);
        house.walkTo(day + "T09:00:00Z");
        return day.toString();
    }

    private String chile(String login) {
        return house.as(login).authority();
    }

    /** From the sheet to a form, as the sheet offers it. */
    private static void follow(Desk desk, String path, String section, String step) {
        desk.at(path);
        desk.page
                .locator(
                        "[aria-labelledby=" + section + "] a",
                        new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + step + "\\s*$")))
                .click();
        assertThat(desk.page.locator("form.command")).isVisible();
    }

    private static void outcome(Desk desk, int line, String item, String outcome) {
        Locator row = desk.row("items", line);
        row.locator("select").first().selectOption(item);
        row.locator("select").last().selectOption(outcome);
    }

    /** What the page says of each event: reported, with the letter that shows it, or witnessed, with neither. */
    private static void onlyTheirsAreReported(Desk desk, String path, String... theirs) {
        desk.at(path);
        Locator reported = desk.page.locator(".line-of-time > li.reported");
        assertThat(reported.locator("h3 > span").allTextContents().reversed())
                .extracting(String::strip)
                .containsExactly(theirs);
        assertThat(reported.allTextContents())
                .allSatisfy(said ->
                        assertThat(said).contains("Reported", "of Chile").containsPattern(DIGEST));
        assertThat(desk.page.locator(".line-of-time > li:not(.reported) .by").allTextContents())
                .isNotEmpty()
                .noneMatch(said -> said.contains("Reported"));
    }
}
