package org.comity.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.law.directory.AuthorityLife;
import org.comity.law.lifecycle.LifeRow;
import org.comity.law.lifecycle.LifeTable;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.law.lifecycle.Role;
import org.comity.law.lifecycle.SpontaneousLife;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody needs a mouse or the interface for programs: every command of every table, for each who has the role. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryCommandJourneyTest {
    private static final Map<Role, String> WHO = Map.ofEntries(
            Map.entry(Role.ISA, "prosecutor.pt"),
            Map.entry(Role.RCA, "central-authority.pt"),
            Map.entry(Role.QCA, "central-authority.cl"),
            Map.entry(Role.RCP, "contact-point.pt"),
            Map.entry(Role.QCP, "contact-point.cl"),
            Map.entry(Role.EXA, "executing-authority.cl"),
            Map.entry(Role.SND, "central-authority.pt"),
            Map.entry(Role.RCV, "central-authority.cl"),
            Map.entry(Role.SUP, "supervisor.pt"),
            Map.entry(Role.DPO, "data-protection-officer.pt"),
            Map.entry(Role.ADM, "administrator"));

    /** More presses of a key than any page needs. */
    private static final int MOST = 600;

    private final Node node = Node.fresh("--world-clock", "2026-03-02T09:00:00Z");
    private final House house = new House(node);
    private final Chromium chromium = new Chromium();
    private final Map<String, Page> desks = new HashMap<>();
    private final Map<String, String> pages = new HashMap<>();

    /** A table of law and where its pages are. */
    record Kind(String path, LifeTable<?> table) {
        @Override
        public String toString() {
            return path;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("/mla-requests", MlaRequestLife.TABLE),
                new Kind("/preservation-requests", PreservationLife.TABLE),
                new Kind("/spontaneous-information", SpontaneousLife.TABLE),
                new Kind("/authorities", AuthorityLife.TABLE));
    }

    @BeforeAll
    void somethingOfEachKind() {
        pages.put("/mla-requests", house.sentMla(Map.of()));
        pages.put("/preservation-requests", house.preserved("2026-05-31T09:00:00Z"));
        pages.put(
                "/spontaneous-information",
                house.done(
                                "central-authority.pt",
                                "/api/spontaneous-information",
                                Map.of(
                                        "from",
                                        "PT",
                                        "to",
                                        "CL",
                                        "bases",
                                        List.of("ets-185"),
                                        "nature",
                                        "Accounts of a fraud.",
                                        "conditions",
                                        List.of("Keep it confidential."),
                                        "urgent",
                                        false))
                        .text("id"));
        pages.put("/authorities", house.as("central-authority.pt").authority());
    }

    @AfterAll
    void end() {
        chromium.close();
        node.remove();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isReachedByKeyboardAndSaysItsRuleAndSourceWhenItIsClosed(Kind kind) {
        assertThat(kind.table().commands()).isNotEmpty();
        String sheet = kind.path() + "/" + pages.get(kind.path());
        for (var entry : commandsByLogin(kind.table()).entrySet()) {
            Page page = at(entry.getKey());
            page.navigate(sheet);
            Set<String> reached = reachedByKeyboard(page);
            for (String command : entry.getValue()) {
                assertThat(reached)
                        .as("%s, at the desk of %s", command, entry.getKey())
                        .contains(sheet + "/" + command);
                Locator closed = page.locator(
                        ".why li",
                        new Page.LocatorOptions().setHas(page.locator("a[href='" + sheet + "/" + command + "']")));
                if (closed.count() > 0) {
                    assertThat(closed.locator("[lang=en]").allInnerTexts())
                            .as("rule and source of %s at the desk of %s", command, entry.getKey())
                            .hasSize(2)
                            .allSatisfy(said -> assertThat(said).isNotBlank());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void hasAFormThatTheKeyboardCanRecord(Kind kind) {
        String sheet = kind.path() + "/" + pages.get(kind.path());
        var seen = new HashSet<String>();
        commandsByLogin(kind.table()).forEach((login, commands) -> commands.stream()
                .filter(seen::add)
                .forEach(command -> opens(at(login), sheet + "/" + command)));
        assertThat(seen).containsAll(kind.table().commands());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatBeginsALifeIsInTheMenuOfThoseWhoMayBeginIt(Kind kind) {
        for (LifeRow<?> row : kind.table().rows()) {
            if (row.creates() && !row.bySystem()) {
                String login = row.entitlements().stream()
                        .map(by -> WHO.get(by.role()))
                        .findFirst()
                        .orElseThrow();
                Page page = at(login);
                page.navigate(kind.path());
                String form = kind.path() + (row.command().equals("record-incoming") ? "/incoming" : "/new");
                assertThat(reachedByKeyboard(page))
                        .as("%s, at the desk of %s", row.command(), login)
                        .contains(form);
                opens(page, form);
            }
        }
    }

    private static void opens(Page page, String form) {
        Response answer = page.navigate(form);
        assertThat(answer.status()).as(form).isEqualTo(200);
        Locator button = page.locator("form.command > .buttons button[type=submit]");
        button.focus();
        assertThat((Boolean) button.evaluate("one => one === document.activeElement"))
                .as(form)
                .isTrue();
    }

    private Page at(String login) {
        return desks.computeIfAbsent(login, who -> chromium.desk(node, who).page);
    }

    /** Every command of the table once the request is there, by a login for each role that the table names. */
    private static Map<String, Set<String>> commandsByLogin(LifeTable<?> table) {
        var commands = new LinkedHashMap<String, Set<String>>();
        for (String command : table.commands()) {
            table.rowsOf(command).stream()
                    .flatMap(row -> row.entitlements().stream())
                    .map(by -> by.role())
                    .filter(role -> role != Role.SYS)
                    .forEach(role -> commands.computeIfAbsent(WHO.get(role), login -> new LinkedHashSet<>())
                            .add(command));
        }
        return commands;
    }

    /** Where the links lead that somebody meets who goes through the page with Tab and opens what is folded with Enter. */
    private static Set<String> reachedByKeyboard(Page page) {
        var links = new HashSet<String>();
        for (int i = 0; i < MOST; i++) {
            page.keyboard().press("Tab");
            var met = String.valueOf(page.evaluate("""
                    () => {
                      const one = document.activeElement;
                      if (one === window.last) return '';  // a date has several stops
                      window.last = one;
                      if (one === document.body || one.dataset.met) return 'end';
                      one.dataset.met = 'yes';
                      if (one.matches('summary') && !one.parentElement.open) return 'folded';
                      return one.matches('a') ? one.getAttribute('href') : '';
                    }
                    """));
            if (met.equals("end")) {
                return links;
            }
            if (met.equals("folded")) {
                page.keyboard().press("Enter");
            } else {
                links.add(met);
            }
        }
        throw new AssertionError("the keyboard does not come to the end of " + page.url());
    }
}
