package org.comity.query.mla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.query.register.People.CENTRAL_CL;
import static org.comity.query.register.People.CENTRAL_JP;
import static org.comity.query.register.People.CENTRAL_PT;
import static org.comity.query.register.People.PROSECUTOR_PT;
import static org.comity.query.register.People.by;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.CorrectionAction;
import org.comity.api.Digest;
import org.comity.api.Identifier;
import org.comity.api.InstrumentId;
import org.comity.api.Label;
import org.comity.api.LineItemId;
import org.comity.api.Mandate;
import org.comity.api.MlaRequestId;
import org.comity.api.Person;
import org.comity.api.PersonRef;
import org.comity.api.Proof;
import org.comity.api.StateCode;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.law.lifecycle.MlaRequestLife;
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
class MlaPagesTest {
    private static final String SUSPECT = "Armindo \u202bSaltão\u202c";
    private static final String QUESTION = "Which <b>account</b> is meant?";

    private static final Actor PROTECTION_PT = new Actor(
            People.person("data-protection-officer.pt"),
            Mandate.DATA_PROTECTION_OFFICER,
            People.office("central-authority.pt"));

    private final QueryNode node = new QueryNode().running();
    private final Sheets sheets = new Sheets(node.disclosure, node.directory, office -> List.of(), () -> QueryNode.NOW);
    private final PageTester pages = new PageTester(new MlaPages(
            node.mla, node.mlaRegister, new RequestPages.Tools(node.readings, sheets, () -> QueryNode.NOW)));
    private final MlaRequestId request = new MlaRequestId(UUID.randomUUID());

    @BeforeAll
    void history() {
        node.happened(drafted(request), by(PROSECUTOR_PT, "2026-03-20T09:00:00Z"));
        node.happened(new MlaRequestEvent.RequestApproved(request, null, null), by(CENTRAL_PT, "2026-03-23T09:00:00Z"));
        node.happened(
                new MlaRequestEvent.RequestTransmitted(
                        request, People.office("central-authority.cl").id(), new Channel("courier")),
                by(CENTRAL_PT, "2026-03-23T09:30:00Z"));
        node.happened(
                new MlaRequestEvent.ReceiptAcknowledged(
                        request, Instant.parse("2026-03-25T20:15:00Z"), new Label("CL-5521/2026")),
                reportedBy(CENTRAL_PT));
        node.happened(
                new MlaRequestEvent.AdditionalInformationRequested(
                        request,
                        1,
                        List.of(node.sealed(request, null, QUESTION)),
                        List.of(new LineItemId("L1")),
                        LocalDate.parse("2026-06-10"),
                        true),
                by(CENTRAL_CL, "2026-03-27T14:00:00Z"));
        node.caughtUp();
    }

    @Test
    void theFormThatAmendsADraftBeginsWithWhatItSaysAndTheVersionThatWasSeen() throws Exception {
        var draft = new MlaRequestId(UUID.randomUUID());
        node.happened(drafted(draft), by(PROSECUTOR_PT, "2026-03-20T09:00:00Z"));

        String form = pages.get("/mla-requests/" + draft + "/amend-draft", "en", PageTester.as(PROSECUTOR_PT))
                .getContentAsString();

        assertThat(form)
                .contains("data-version=\"0\"", "data-says=\"{", "&quot;bases&quot;:[&quot;ets-185&quot;]", "Armindo");
        assertThat(pages.get("/mla-requests/" + draft + "/note", "en", PageTester.as(PROSECUTOR_PT))
                        .getContentAsString())
                .contains("data-command=\"note\"")
                .doesNotContain("data-says");
    }

    private MlaRequestEvent.RequestDrafted drafted(MlaRequestId id) {
        var person = new PersonRef("P1");
        return new MlaRequestEvent.RequestDrafted(
                id,
                new MlaContents(
                        new StateCode("PT"),
                        new StateCode("CL"),
                        List.of(new InstrumentId("ets-185")),
                        Map.of(new LineItemId("L1"), new Code("traffic")),
                        List.of(),
                        List.of(new Identifier(
                                null,
                                node.sealed(id, "P1", "192.0.2.7"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                443,
                                null,
                                person)),
                        List.of(new Person(person, new Code("suspect"), node.sealed(id, "P1", SUSPECT), null)),
                        List.of(),
                        new Label("Phishing with a kit"),
                        node.sealed(id, null, "A kit was sold."),
                        null,
                        null,
                        true,
                        false,
                        false,
                        null,
                        null,
                        null));
    }

    private static Act reportedBy(Actor reporter) {
        return new Act(
                reporter,
                null,
                People.office("central-authority.cl"),
                new Proof(new Digest("sha-256:" + "ab".repeat(32)), new Code("letter"), null),
                null,
                null,
                Instant.parse("2026-03-26T14:00:00Z"),
                Instant.parse("2026-03-26T15:00:00Z"));
    }

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void theListShowsWhoseTurnItIs() throws Exception {
        String page = get("/mla-requests", "en", CENTRAL_PT);

        assertThat(page)
                .contains(request.reference(), "Portugal", "Chile", "Information requested", "Phishing with a kit")
                .contains(">Us<");
    }

    @Test
    void theListCanBeNarrowed() throws Exception {
        assertThat(get("/mla-requests?status=closed&text=&state=", "en", CENTRAL_PT))
                .contains("No request fits.")
                .doesNotContain(request.reference());
        assertThat(get("/mla-requests?text=phish&waiting-on=us&due-before=2026-07-01", "en", CENTRAL_PT))
                .contains(request.reference());
    }

    @Test
    void aFilterThatIsNoneIsSaidToBeNone() throws Exception {
        assertThat(pages.get("/mla-requests?status=nonsense", "en", PageTester.as(CENTRAL_PT))
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void theSheetTellsStandingItemsRoundsAndHistory() throws Exception {
        String page = get("/mla-requests/" + request, "en", CENTRAL_PT);

        assertThat(page)
                .contains(request.reference(), "Information requested", "Waiting on us", "Urgent", "Clock paused")
                .contains("Traffic data", "Jun 10, 2026", "CL-5521/2026", "Mar 25, 2026")
                .contains("Budapest Convention", "192.0.2.7", "443", "A kit was sold.")
                .contains("Request drafted", "Receipt acknowledged", "Reported", "sha-256:abab")
                .contains("/mla-requests/" + request + "/provide-information");
    }

    @Test
    void whatPeopleWroteIsEscapedAndItsDirectionKeptToItself() throws Exception {
        String page = get("/mla-requests/" + request, "en", CENTRAL_PT);

        assertThat(page).contains("Which &lt;b&gt;account&lt;/b&gt; is meant?").doesNotContain(QUESTION);
        assertThat(page).contains("<bdi>" + SUSPECT + "</bdi>");
    }

    @Test
    void whatIsNotOpenSaysWhyAndWhereThatIsWritten() throws Exception {
        assertThat(get("/mla-requests/" + request, "en", CENTRAL_PT))
                .contains("Not open to you now, and why")
                .contains("The status is information-requested");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "zh", "en", "fr", "ru", "es"})
    void theSheetIsWholeInEveryLanguage(String language) throws Exception {
        assertThat(get("/mla-requests/" + request, language, CENTRAL_PT))
                .contains("<html lang=\"" + language + "\"")
                .doesNotContain("??");
    }

    @Test
    void aStrangerReadsWhatIsReadOfARequestThatIsNotThere() throws Exception {
        String unknown = get("/mla-requests/" + new UUID(1, 1), "en", CENTRAL_JP);
        String hidden = get("/mla-requests/" + request, "en", CENTRAL_JP);

        assertThat(hidden.replace(request.toString(), "ID"))
                .isEqualTo(unknown.replace(new UUID(1, 1).toString(), "ID"))
                .contains("There is no such page or request.");
        assertThat(get("/mla-requests/" + request + "/accept", "en", CENTRAL_JP))
                .contains("There is no such page");
    }

    static Stream<String> commands() {
        return MlaRequestLife.TABLE.commands().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandThatTheReaderMayKnowOfHasAForm(String command) throws Exception {
        int forms = 0;
        for (Actor reader :
                List.of(CENTRAL_PT, CENTRAL_CL, PROSECUTOR_PT, People.COURT_CL, People.SUPERVISOR_PT, PROTECTION_PT)) {
            var answer = pages.get("/mla-requests/" + request + "/" + command, "en", PageTester.as(reader));
            assertThat(answer.getStatus()).isIn(200, 404);
            if (answer.getStatus() == 200) {
                forms++;
                assertThat(answer.getContentAsString())
                        .contains("data-action=\"/api/mla-requests/" + request + "/" + command + "\"")
                        .contains("data-version=\"4\"")
                        .doesNotContain("??");
            }
        }
        assertThat(forms).as(command).isPositive();
    }

    @Test
    void theFormOffersWhatTheRequestHas() throws Exception {
        assertThat(get("/mla-requests/" + request + "/provide-information", "en", CENTRAL_PT))
                .contains("1 · Which &lt;b&gt;account&lt;/b&gt; is meant?");
        assertThat(get("/mla-requests/" + request + "/refuse", "en", CENTRAL_CL))
                .contains("ets185-political-offence", "L1 · Traffic data · Open")
                .doesNotContain("ets185-fiscal-only", "value=\"untoc");
    }

    @Test
    void theLawOfARequestShowsEachStatementWithItsSourceAndMark() throws Exception {
        assertThat(get("/mla-requests/" + request, "en", CENTRAL_PT))
                .contains("Binds both States", "/mla-requests/" + request + "/law");
        assertThat(get("/mla-requests/" + request + "/law", "en", CENTRAL_CL))
                .contains("Party on the day of the list", "Follows from a sourced fact", "Read in the source")
                .contains("ets-185 27(4)(a)", "Consultation where appropriate", "Reasons are owed")
                .doesNotContain("NOT allowed", "untoc", "??");
        assertThat(pages.get("/mla-requests/" + request + "/law", "en", PageTester.as(People.CENTRAL_JP))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void whoApprovesIsShownWhatIsNotRecordedAndWhatIsMissing() throws Exception {
        var other = new MlaRequestId(UUID.randomUUID());
        var says = drafted(other).contents();
        node.happened(
                new MlaRequestEvent.RequestDrafted(
                        other,
                        new MlaContents(
                                says.from(),
                                new StateCode("CN"),
                                List.of(new InstrumentId("untoc-2000"), new InstrumentId("cets-224")),
                                says.items(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                null,
                                null,
                                null,
                                null,
                                false,
                                false,
                                false,
                                null,
                                null,
                                null)),
                by(PROSECUTOR_PT, "2026-03-20T09:00:00Z"));
        assertThat(get("/mla-requests/" + other + "/approve", "en", CENTRAL_PT))
                .contains("Not recorded", "You may go on; the answer is recorded with your act.")
                .contains("This is recorded not to bind the two States.")
                .contains("2 of 6 required items are there", "untoc-2000 18(15)(b)")
                .doesNotContain("??");
        assertThat(get("/mla-requests/" + other, "ar", CENTRAL_PT)).doesNotContain("??");
    }

    @Test
    void aNewRequestIsDraftedByTheReadersOwnState() throws Exception {
        assertThat(get("/mla-requests/new", "en", CENTRAL_PT))
                .contains("data-action=\"/api/mla-requests\"")
                .contains("<option value=\"PT\" selected=\"selected\">Portugal</option>");
        assertThat(get("/mla-requests/incoming", "en", CENTRAL_PT))
                .contains("data-action=\"/api/mla-requests/incoming\"");
    }

    @Test
    void whatWasJustRecordedIsConfirmed() throws Exception {
        assertThat(get("/mla-requests/" + request + "?done=transmit", "en", CENTRAL_PT))
                .contains("Recorded: Transmit");
        assertThat(get("/mla-requests/" + request + "?done=<script>", "en", CENTRAL_PT))
                .doesNotContain("Recorded:");
    }

    @Test
    void aCorrectionNamesTheEntryThatItVoids() throws Exception {
        var other = new MlaRequestId(UUID.randomUUID());
        node.happened(drafted(other), by(PROSECUTOR_PT, "2026-03-20T09:00:00Z"));
        node.happened(
                new MlaRequestEvent.NoteAdded(other, node.sealed(other, null, "Ask the court.")),
                by(CENTRAL_PT, "2026-03-21T08:00:00Z"));
        UUID note = node.log.read(other.toString()).getLast().fact().eventId();
        node.happened(
                new MlaRequestEvent.EventCorrected(other, note, CorrectionAction.VOID, null, null, null, null),
                by(CENTRAL_PT, "2026-03-21T09:00:00Z"));

        assertThat(get("/mla-requests/" + other, "en", CENTRAL_PT))
                .contains("Void the entry", "<bdi>Entry 1</bdi>", ">Void</span>");
    }

    @Test
    void whatChangedSinceAVersionIsTold() throws Exception {
        assertThat(get("/mla-requests/" + request + "/changes?since=3", "en", CENTRAL_PT))
                .contains("data-changed=\"4\"", "Further information requested")
                .doesNotContain("Receipt acknowledged");
    }

    private String get(String path, String language, Actor reader) throws Exception {
        return pages.get(path, language, PageTester.as(reader)).getContentAsString();
    }
}
