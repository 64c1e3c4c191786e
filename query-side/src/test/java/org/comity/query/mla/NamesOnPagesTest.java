package org.comity.query.mla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.query.register.People.ADMINISTRATOR;
import static org.comity.query.register.People.CENTRAL_CL;
import static org.comity.query.register.People.CENTRAL_PT;
import static org.comity.query.register.People.PROSECUTOR_PT;
import static org.comity.query.register.People.by;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.comity.api.Actor;
import org.comity.api.Label;
import org.comity.api.MlaRequestId;
import org.comity.api.Office;
import org.comity.api.PersonId;
import org.comity.api.directory.AuthorityDetails;
import org.comity.api.directory.AuthorityEvent.AuthorityRegistered;
import org.comity.api.directory.LanguageTag;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.query.page.RequestPages;
import org.comity.query.page.Sheets;
import org.comity.query.projection.QueryNode;
import org.comity.query.register.Colleagues.Colleague;
import org.comity.query.register.People;
import org.comity.query.register.Samples;
import org.comity.query.web.PageTester;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who is called by name on a page, and to whom. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamesOnPagesTest {
    private static final PersonId SECOND = People.person("central-authority-2.pt");
    private static final PersonId THIRD = People.person("central-authority-3.pt");

    private final QueryNode node = new QueryNode().running();
    private final Sheets sheets =
            new Sheets(node.disclosure, node.directory, NamesOnPagesTest::colleagues, () -> QueryNode.NOW);
    private final PageTester pages = new PageTester(new MlaPages(
            node.mla, node.mlaRegister, new RequestPages.Tools(node.readings, sheets, () -> QueryNode.NOW)));
    private final MlaRequestId request = Samples.mla();

    private static List<Colleague> colleagues(Office office) {
        return office.equals(CENTRAL_PT.office())
                ? List.of(
                        new Colleague(CENTRAL_PT.person(), "Ana Silva"),
                        new Colleague(SECOND, "Rui Costa"),
                        new Colleague(THIRD, "Eva Reis"))
                : List.of();
    }

    @BeforeAll
    void history() {
        node.happened(
                new AuthorityRegistered(
                        CENTRAL_PT.office().id(),
                        CENTRAL_PT.office().kind(),
                        CENTRAL_PT.office().state(),
                        new Label("Procuradoria"),
                        LocalDate.parse("2026-01-01"),
                        new AuthorityDetails(
                                Map.of(new LanguageTag("ar"), new Label("النيابة العامة")),
                                null,
                                null,
                                null,
                                null,
                                null),
                        null,
                        true),
                by(ADMINISTRATOR, "2026-03-01T09:00:00Z"));
        node.happened(Samples.drafted(node, request, "Fraud"), by(PROSECUTOR_PT, "2026-03-20T09:00:00Z"));
        node.happened(new MlaRequestEvent.RequestApproved(request, null, null), by(CENTRAL_PT, "2026-03-23T09:00:00Z"));
        node.happened(
                new MlaRequestEvent.RequestTransmitted(
                        request, CENTRAL_CL.office().id(), Samples.COURIER),
                by(CENTRAL_PT, "2026-03-23T09:30:00Z"));
        node.happened(
                new MlaRequestEvent.RequestAssigned(request, SECOND, null, List.of(), null, null, null),
                by(CENTRAL_PT, "2026-03-24T09:30:00Z"));
        node.caughtUp();
    }

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void aHistoryNamesColleaguesToTheirOwnOfficeAndGivesAllOthersAPseudonym() throws Exception {
        assertThat(get("", "en", CENTRAL_PT)).contains("Ana Silva", "Rui Costa");
        for (Actor other : List.of(PROSECUTOR_PT, CENTRAL_CL)) {
            assertThat(get("", "en", other))
                    .doesNotContain("Ana Silva", "Rui Costa")
                    .contains(CENTRAL_PT.person().toString().substring(0, 8));
        }
    }

    @Test
    void endingAnAssignmentOffersTheAssignmentsThatThereAre() throws Exception {
        Pattern person = Pattern.compile("data-field=\"person\".*?</select>", Pattern.DOTALL);
        assertThat(person.matcher(get("/assign", "en", CENTRAL_PT)).results().map(one -> one.group()))
                .singleElement()
                .asString()
                .contains("Rui Costa", "Eva Reis");
        assertThat(person.matcher(get("/unassign", "en", CENTRAL_PT)).results().map(one -> one.group()))
                .singleElement()
                .asString()
                .contains("value=\"" + SECOND + "\"", "Rui Costa")
                .doesNotContain("Eva Reis", "Ana Silva");
    }

    @Test
    void anOfficeIsCalledAsTheDirectoryCallsItInTheReadersLanguage() throws Exception {
        assertThat(get("", "ar", CENTRAL_CL)).contains("النيابة العامة").doesNotContain("Procuradoria");
        assertThat(get("", "ru", CENTRAL_CL)).contains("Procuradoria");
    }

    private String get(String path, String language, Actor reader) throws Exception {
        return pages.get("/mla-requests/" + request + path, language, PageTester.as(reader))
                .getContentAsString();
    }
}
