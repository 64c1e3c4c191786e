package org.comity.query.preservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.query.register.People.CENTRAL_CL;
import static org.comity.query.register.People.CENTRAL_PT;
import static org.comity.query.register.People.COURT_CL;
import static org.comity.query.register.People.POINT_CL;
import static org.comity.query.register.People.POINT_PT;
import static org.comity.query.register.People.SUPERVISOR_PT;
import static org.comity.query.register.People.by;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.api.Actor;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.InstrumentId;
import org.comity.api.Label;
import org.comity.api.LineItemId;
import org.comity.api.Mandate;
import org.comity.api.PreservationId;
import org.comity.api.StateCode;
import org.comity.api.preservation.PathProvider;
import org.comity.api.preservation.PreservationContents;
import org.comity.api.preservation.PreservationEvent;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.query.page.RequestPages;
import org.comity.query.page.Sheets;
import org.comity.query.projection.QueryNode;
import org.comity.query.register.People;
import org.comity.query.web.PageTester;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreservationPagesTest {
    private static final Actor PROTECTION_PT = new Actor(
            People.person("data-protection-officer.pt"),
            Mandate.DATA_PROTECTION_OFFICER,
            People.office("central-authority.pt"));

    private final QueryNode node = new QueryNode().running();
    private final Sheets sheets = new Sheets(node.disclosure, node.directory, office -> List.of(), () -> QueryNode.NOW);
    private final PageTester pages = new PageTester(new PreservationPages(
            node.preservation,
            node.preservationRegister,
            new RequestPages.Tools(node.readings, sheets, () -> QueryNode.NOW)));
    private final PreservationId request = new PreservationId(UUID.randomUUID());
    private final PreservationId atLength = new PreservationId(UUID.randomUUID());

    @BeforeAll
    void histories() {
        history(request, Instant.parse("2026-06-10T12:00:00Z"));
        history(atLength, Instant.parse("2026-06-30T14:00:00Z"));
        node.caughtUp();
    }

    private void history(PreservationId request, Instant end) {
        node.happened(
                new PreservationEvent.PreservationDrafted(request, contents()), by(POINT_PT, "2026-05-01T09:00:00Z"));
        node.happened(
                new PreservationEvent.PreservationApproved(request, null, false, null),
                by(CENTRAL_PT, "2026-05-01T10:00:00Z"));
        node.happened(
                new PreservationEvent.PreservationTransmitted(
                        request, People.office("contact-point.cl").id(), Channel.CONTACT_POINT_24_7, null),
                by(POINT_PT, "2026-05-01T10:05:00Z"));
        node.happened(
                new PreservationEvent.PreservationReceiptAcknowledged(request, null, new Label("CL-5521")),
                by(POINT_CL, "2026-05-01T12:00:00Z"));
        node.happened(
                new PreservationEvent.PreservationOrdered(request, new Label("88/2026"), null, null, true),
                by(POINT_CL, "2026-05-01T13:00:00Z"));
        node.happened(
                new PreservationEvent.PreservationConfirmed(request, null, List.of(), null, end, null, null),
                by(POINT_CL, "2026-05-01T14:00:00Z"));
        node.happened(
                new PreservationEvent.TrafficPathDisclosed(
                        request,
                        List.of(new PathProvider(new Label("relay provider"), new StateCode("JP"))),
                        List.of()),
                by(POINT_CL, "2026-05-02T14:00:00Z"));
    }

    private static PreservationContents contents() {
        return new PreservationContents(
                new StateCode("PT"),
                new StateCode("CL"),
                List.of(new InstrumentId("ets-185")),
                Map.of(new LineItemId("L1"), new Code("traffic")),
                List.of(),
                List.of(),
                List.of(),
                new Label("Illegal access"),
                null,
                new Label("hosting provider"),
                null,
                false,
                true,
                false,
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void theSheetTellsUntilWhenTheDataArePreserved() throws Exception {
        assertThat(get("/preservation-requests/" + request, CENTRAL_PT))
                .contains("Preserved until", "Jun 10, 2026", "Data preserved", "relay provider", "Japan")
                .contains("Emergency: risk to life or safety", "88/2026", "24/7 contact point");
    }

    @Test
    void theSheetSaysWhyEachDateIsThatOneAndWhatIsNotVerified() throws Exception {
        assertThat(get("/preservation-requests/" + request, CENTRAL_PT))
                .contains("Why these dates", "Counted from: Preservation confirmed", "ets-185 29(7)")
                .contains("which the rule does not allow. By the rule it ends Jun 30, 2026")
                .contains("Read in the source", "href=\"#entry-5\"")
                .contains("The text does not say how days are counted")
                .doesNotContain("<time datetime=\"2026-06-30", "Warning before the end");
        assertThat(get("/preservation-requests/" + atLength, CENTRAL_PT))
                .as("house rules from memory are marked")
                .contains("Warning before the end", "Not verified", "From memory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "zh", "fr", "ru", "es"})
    void everyLanguageSaysWhyADateIsThatOne(String language) throws Exception {
        assertThat(pages.get("/preservation-requests/" + request, language, PageTester.as(CENTRAL_PT))
                        .getContentAsString())
                .contains("ets-185 29(7)")
                .doesNotContain("??", "Counted from");
    }

    @Test
    void theListShowsWhatLapses() throws Exception {
        assertThat(get("/preservation-requests", CENTRAL_PT))
                .contains(request.reference(), "Illegal access", "End of the preservation", "Days left: 9");
    }

    @Test
    void aNewRequestHasAForm() throws Exception {
        assertThat(get("/preservation-requests/new", POINT_PT)).contains("data-action=\"/api/preservation-requests\"");
        assertThat(get("/preservation-requests/incoming", POINT_PT))
                .contains("data-action=\"/api/preservation-requests/incoming\"");
    }

    static Stream<String> commands() {
        return PreservationLife.TABLE.commands().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandThatAReaderMayKnowOfHasAForm(String command) throws Exception {
        int forms = 0;
        for (Actor reader :
                List.of(POINT_PT, POINT_CL, CENTRAL_PT, CENTRAL_CL, COURT_CL, SUPERVISOR_PT, PROTECTION_PT)) {
            var answer = pages.get("/preservation-requests/" + request + "/" + command, "en", PageTester.as(reader));
            assertThat(answer.getStatus()).isIn(200, 404);
            if (answer.getStatus() == 200) {
                forms++;
                assertThat(answer.getContentAsString())
                        .contains("/api/preservation-requests/" + request + "/" + command)
                        .doesNotContain("??");
            }
        }
        assertThat(forms).as(command).isPositive();
    }

    private String get(String path, Actor reader) throws Exception {
        return pages.get(path, "en", PageTester.as(reader)).getContentAsString();
    }
}
