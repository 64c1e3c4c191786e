package org.comity.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.query.register.People.ADMINISTRATOR;
import static org.comity.query.register.People.CENTRAL_CL;
import static org.comity.query.register.People.CENTRAL_JP;
import static org.comity.query.register.People.CENTRAL_PT;
import static org.comity.query.register.People.POINT_PT;
import static org.comity.query.register.People.by;
import static org.comity.query.register.Samples.COURIER;
import static org.comity.query.register.Samples.drafted;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.api.Actor;
import org.comity.api.Label;
import org.comity.api.MlaRequestId;
import org.comity.api.PreservationId;
import org.comity.api.Refused;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.view.SearchView;
import org.comity.query.projection.QueryNode;
import org.comity.query.register.Samples;
import org.comity.query.web.HtmlPages;
import org.comity.query.web.PageTester;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
    private final QueryNode node = new QueryNode().running();
    private final Search search = new Search(List.of(node.mlaRegister, node.preservationRegister));
    private final PageTester pages = new PageTester(
            new SearchPages(search), new Requests(), new AddressedByReference(List.of(node.mla, node.preservation)));
    private final MlaRequestId known = Samples.mla();
    private final MlaRequestId longer = Samples.mla();
    private final PreservationId preservation = Samples.preservation();

    @BeforeAll
    void histories() {
        acknowledged(known, "CL-55/2026");
        acknowledged(longer, "CL-55/2026-B");
        node.happened(drafted(node, preservation, false), by(POINT_PT, "2026-03-02T09:10:00Z"));
        node.caughtUp();
    }

    private void acknowledged(MlaRequestId id, String theirs) {
        node.happened(drafted(node, id, "Phishing"), by(CENTRAL_PT, "2026-03-20T09:00:00Z"));
        node.happened(
                new MlaRequestEvent.RequestTransmitted(id, CENTRAL_CL.office().id(), COURIER),
                by(CENTRAL_PT, "2026-03-23T09:30:00Z"));
        node.happened(
                new MlaRequestEvent.ReceiptAcknowledged(id, Instant.parse("2026-03-25T20:15:00Z"), new Label(theirs)),
                by(CENTRAL_CL, "2026-03-26T14:00:00Z"));
    }

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void whatFitsExactlyStandsAlone() {
        for (String text : List.of("CL-55/2026", "cl 55 2026", "CL552026", known.toString(), known.reference())) {
            assertThat(ids(text, CENTRAL_PT)).as(text).containsExactly(known.value());
        }
        assertThat(ids("cl-55", CENTRAL_PT)).containsExactlyInAnyOrder(known.value(), longer.value());
    }

    @Test
    void findsEveryKindOfRequest() {
        assertThat(ids(preservation.reference(), POINT_PT)).containsExactly(preservation.value());
        assertThat(search.find(preservation.reference(), POINT_PT)
                        .items()
                        .getFirst()
                        .family())
                .hasToString("preservation-requests");
    }

    @Test
    void forgivesATypingErrorAndSaysThatItTried() {
        SearchView found = search.find(mistyped(known), CENTRAL_PT);
        assertThat(found.items()).singleElement().satisfies(hit -> assertThat(hit.id())
                .isEqualTo(known.value()));
        assertThat(found.tried()).extracting(Object::toString).contains("spoken-form-corrected", "words");
    }

    @Test
    void whatMayNotBeKnownIsAnsweredLikeWhatIsNotThere() {
        SearchView nothing = search.find(Samples.mla().toString(), CENTRAL_JP);
        for (Actor stranger : List.of(CENTRAL_JP, ADMINISTRATOR)) {
            for (String text : List.of(known.toString(), known.reference(), mistyped(known), "CL-55/2026")) {
                assertThat(search.find(text, stranger).items()).as(text).isEmpty();
            }
        }
        assertThat(search.find(known.toString(), CENTRAL_JP))
                .usingRecursiveComparison()
                .ignoringFields("query")
                .isEqualTo(nothing);
        assertThat(ids(preservation.reference(), CENTRAL_CL)).as("not sent yet").isEmpty();
    }

    @Test
    void anyReferenceIsAnAddress() throws Exception {
        String canonical = "/mla-requests/" + known;
        for (String address : List.of("/r/" + known.reference(), "/r/" + mistyped(known), "/r/CL-55/2026")) {
            assertThat(pages.get(address, "en").getRedirectedUrl()).as(address).isEqualTo(canonical);
        }
        assertThat(pages.get("/mla-requests/CL-55/2026", "en").getRedirectedUrl())
                .isEqualTo("/r/CL-55/2026");
        for (String further : List.of("/acknowledge-receipt", "/report/acknowledge-receipt")) {
            assertThat(pages.get("/r/" + known.reference() + further, "en").getRedirectedUrl())
                    .isEqualTo(canonical + further);
            assertThat(pages.get("/r/CL-55/2026" + further, "en").getRedirectedUrl())
                    .isEqualTo(canonical + further);
        }
        assertThat(pages.get("/search?q=" + known.reference(), "en").getRedirectedUrl())
                .isEqualTo(canonical);
    }

    @Test
    void severalAreAListAndNoneSaysWhatWasTried() throws Exception {
        assertThat(pages.get("/search?q=cl-55", "en").getContentAsString())
                .contains(known.reference(), longer.reference());
        MockHttpServletResponse none = pages.get("/r/M-0000-0000-0000-4", "en");
        assertThat(none.getStatus()).isEqualTo(404);
        assertThat(none.getContentAsString()).contains("typing error").contains("ticket of a provider");
        assertThat(pages.get("/search", "en").getContentAsString()).contains("name=\"q\"");
    }

    /** Stands for the pages of a kind. */
    @HtmlPages
    static class Requests {
        @GetMapping("/mla-requests/**")
        String any() {
            throw Refused.unknown();
        }
    }

    private List<UUID> ids(String text, Actor reader) {
        return search.find(text, reader).items().stream()
                .map(SearchView.Hit::id)
                .toList();
    }

    /** With the last digit wrong. */
    private static String mistyped(MlaRequestId id) {
        String reference = id.reference();
        int at = reference.length() - 3;
        return reference.substring(0, at) + (reference.charAt(at) == '7' ? '8' : '7') + reference.substring(at + 1);
    }
}
