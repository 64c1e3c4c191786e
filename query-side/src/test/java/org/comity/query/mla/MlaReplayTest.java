package org.comity.query.mla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.query.register.People.CENTRAL_CL;
import static org.comity.query.register.People.CENTRAL_PT;
import static org.comity.query.register.People.PROSECUTOR_PT;
import static org.comity.query.register.People.by;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.CorrectionAction;
import org.comity.api.InstrumentId;
import org.comity.api.Label;
import org.comity.api.LineItemId;
import org.comity.api.MlaRequestId;
import org.comity.api.StateCode;
import org.comity.api.mla.LineItemOutcome;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaRequestView;
import org.comity.query.page.RequestPages;
import org.comity.query.page.Sheets;
import org.comity.query.projection.QueryNode;
import org.comity.query.register.Moment;
import org.comity.query.register.People;
import org.comity.query.web.BadParameter;
import org.comity.query.web.PageTester;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MlaReplayTest {
    private static final Instant TYPED = Instant.parse("2026-04-24T10:00:00Z");
    private static final Instant TRUE = Instant.parse("2026-04-18T10:00:00Z");

    private final QueryNode node = new QueryNode();
    private final Sheets sheets = new Sheets(node.disclosure, node.directory, office -> List.of(), node.time::get);
    private final PageTester pages = new PageTester(
            new MlaPages(node.mla, node.mlaRegister, new RequestPages.Tools(node.readings, sheets, node.time::get)));
    private final MlaRequestId request = new MlaRequestId(UUID.randomUUID());

    /** What the readers of both sides saw when an event had just been recorded, by its sequence. */
    private final Map<Actor, Map<Long, Map<String, Object>>> seen = new LinkedHashMap<>();

    @BeforeAll
    void history() {
        record(drafted(request), PROSECUTOR_PT, "2026-04-01T09:00:00Z");
        record(new MlaRequestEvent.RequestApproved(request, null, null), CENTRAL_PT, "2026-04-02T09:00:00Z");
        record(
                new MlaRequestEvent.RequestTransmitted(
                        request, People.office("central-authority.cl").id(), new Channel("courier")),
                CENTRAL_PT,
                "2026-04-02T10:00:00Z");
        record(
                new MlaRequestEvent.ReceiptAcknowledged(request, TYPED, new Label("CL-5521/2026")),
                CENTRAL_CL,
                "2026-04-24T11:00:00Z");
        UUID receipt = node.log.read(request.toString()).getLast().fact().eventId();
        record(
                new MlaRequestEvent.NoteAdded(request, node.sealed(request, null, "Ask the court.")),
                CENTRAL_CL,
                "2026-04-25T08:00:00Z");
        record(
                new MlaRequestEvent.EventCorrected(
                        request,
                        receipt,
                        CorrectionAction.REPLACE,
                        new Label("legalReceivedAt"),
                        TRUE.toString(),
                        node.sealed(request, null, "The stamp says the 18th."),
                        null),
                CENTRAL_CL,
                "2026-04-27T09:00:00Z");
        record(
                new MlaRequestEvent.RequestAccepted(request, List.of(), List.of(), null, null, null),
                CENTRAL_CL,
                "2026-05-04T09:00:00Z");
    }

    private MlaRequestEvent drafted(MlaRequestId id) {
        return new MlaRequestEvent.RequestDrafted(
                id,
                new MlaContents(
                        new StateCode("PT"),
                        new StateCode("CL"),
                        List.of(new InstrumentId("ets-185")),
                        Map.of(new LineItemId("L1"), new Code("traffic")),
                        List.of(),
                        List.of(),
                        List.of(),
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

    private void record(MlaRequestEvent event, Actor actor, String at) {
        Act act = by(actor, at);
        node.happened(event, act);
        node.time.set(act.receivedAt());
        long sequence = node.log.lastSequence(request.toString()).orElseThrow();
        for (Actor reader : List.of(CENTRAL_PT, CENTRAL_CL)) {
            boolean shown = sequence >= (reader == CENTRAL_CL ? 2 : 0)
                    && node.readings
                                    .history(node.mla, request, reader)
                                    .getLast()
                                    .sequence()
                            == sequence;
            if (shown) {
                seen.computeIfAbsent(reader, one -> new LinkedHashMap<>()).put(sequence, view(reader, Moment.NOW));
            }
        }
    }

    private Map<String, Object> view(Actor reader, Moment moment) {
        Map<String, Object> view =
                node.disclosure.about(request, reader).values(node.readings.find(node.mla, request, reader, moment));
        // Nothing can be done in the past.
        view.remove("openCommands");
        view.remove("reportable");
        return view;
    }

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void everyMomentIsShownAsItWasShownThen() {
        assertThat(seen.get(CENTRAL_PT)).containsOnlyKeys(0L, 1L, 2L, 3L, 5L, 6L);
        assertThat(seen.get(CENTRAL_CL)).containsOnlyKeys(2L, 3L, 4L, 5L, 6L);
        seen.forEach((reader, moments) -> moments.forEach((sequence, then) -> {
            assertThat(view(reader, Moment.of(sequence.toString(), null))).isEqualTo(then);
            String instant = node.log
                    .read(request.toString())
                    .get(sequence.intValue())
                    .fact()
                    .act()
                    .receivedAt()
                    .toString();
            assertThat(view(reader, Moment.of(instant, "then"))).isEqualTo(then);
        }));
    }

    @Test
    void showsWhatWasKnownThenAndWhatIsKnownSince() {
        assertThat(received("3", "then")).isEqualTo(TYPED);
        assertThat(received("3", "since")).isEqualTo(TRUE);
        assertThat(received("5", "then")).isEqualTo(TRUE);
        assertThat(received("6", null)).isEqualTo(TRUE);
    }

    private Instant received(String at, String known) {
        MlaRequestView view = node.readings.find(node.mla, request, CENTRAL_PT, Moment.of(at, known));
        return view.head().legalReceivedAt();
    }

    @Test
    void saysSinceWhenASideIsAwaitedWhateverElseHappens() {
        assertThat(since("1")).as("approving is still the same side's").isEqualTo("2026-04-01T09:00:00Z");
        for (String at : List.of("2", "3", "5", "6")) {
            assertThat(since(at)).as(at).isEqualTo("2026-04-02T10:00:00Z");
        }
    }

    private Instant since(String at) {
        return node.readings
                .find(node.mla, request, CENTRAL_PT, Moment.of(at, null))
                .head()
                .turnSince();
    }

    @Test
    void theSideThatIsAskedDoesNotSeeHowItWasWritten() {
        for (String before : List.of("0", "1", "2026-04-02T09:30:00Z")) {
            assertThatThrownBy(() -> node.readings.find(node.mla, request, CENTRAL_CL, Moment.of(before, null)))
                    .isInstanceOf(BadParameter.class);
        }
    }

    @Test
    void nobodyStopsAtAnEntryThatTheReaderDoesNotSee() {
        assertThatThrownBy(() -> node.readings.find(node.mla, request, CENTRAL_PT, Moment.of("4", null)))
                .as("a note of the other side")
                .isInstanceOf(BadParameter.class)
                .hasMessage("is the number of an entry of the history, or an instant from the first entry on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7", "99999999999999999999", "-1", "yesterday", "2026-03-31T09:00:00Z", "1800-01-01T00:00Z"})
    void aMomentThatIsNoneIsRefused(String at) {
        assertThatThrownBy(() -> node.readings.find(node.mla, request, CENTRAL_PT, Moment.of(at, null)))
                .isInstanceOf(BadParameter.class);
    }

    @Test
    void theAxisIsOneOfTwo() {
        assertThatThrownBy(() -> Moment.of("3", "later"))
                .isInstanceOf(BadParameter.class)
                .hasMessage("is then or since");
    }

    @Test
    void datesAreReckonedAsTheyWereThen() {
        assertThat(due("2")).isNotEmpty();
        assertThat(due("6")).doesNotContainAnyElementsOf(due("2"));
    }

    private List<Instant> due(String at) {
        return node.readings.find(node.mla, request, CENTRAL_PT, Moment.of(at, null)).head().deadlines().stream()
                .map(deadline -> deadline.at())
                .toList();
    }

    @Test
    void thePageSaysWhatAnEntryChangedAndWhatAllowedIt() throws Exception {
        String page = get("?at=3");

        assertThat(page)
                .contains("As it stood", "Stop 4 of 6", "Receipt acknowledged", "M08")
                .contains("<del><bdi>Transmitted</bdi></del>", "<ins><bdi>Receipt acknowledged</bdi></ins>")
                .contains("Reference of the requested authority", "CL-5521/2026")
                .contains("rel=\"prev\" href=\"/mla-requests/" + request + "?at=2\"", "?at=5\"")
                .doesNotContain("What you can do now", "/assign\"");
    }

    @Test
    void thePageExplainsACorrectionThatCameLater() throws Exception {
        assertThat(get("?at=3"))
                .contains("What was corrected since", "As known then", "As corrected since")
                .contains("<del><bdi>Apr 24, 2026", "<ins><bdi>Apr 18, 2026");
        assertThat(get("?at=3&known=since")).contains("Shown with every correction made since");
        assertThat(get("?at=6")).doesNotContain("What was corrected since");
    }

    @Test
    void anyTwoPointsAreCompared() throws Exception {
        assertThat(get("?at=6&from=0"))
                .contains("<del><bdi>Draft</bdi></del>", "<ins><bdi>Accepted</bdi></ins>", "CL-5521/2026");
    }

    @Test
    void ofItemsOnlyWhatChangedIsTold() throws Exception {
        var other = new MlaRequestId(UUID.randomUUID());
        node.happened(drafted(other), by(PROSECUTOR_PT, "2026-05-04T09:00:00Z"));
        node.happened(
                new MlaRequestEvent.LineItemConcluded(
                        other, Map.of(new LineItemId("L1"), LineItemOutcome.EXECUTED), List.of(), null, null, null),
                by(CENTRAL_CL, "2026-05-05T09:00:00Z"));

        assertThat(pages.get("/mla-requests/" + other + "?at=1", "en", PageTester.as(CENTRAL_PT))
                        .getContentAsString())
                .contains("Line items · L1", "<del><bdi>Outcome: Open</bdi></del>")
                .doesNotContain("<del><bdi>Traffic", "Measure or data: Traffic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "zh", "en", "fr", "ru", "es"})
    void thePageIsWholeInEveryLanguage(String language) throws Exception {
        assertThat(pages.get("/mla-requests/" + request + "?at=3", language, PageTester.as(CENTRAL_PT))
                        .getContentAsString())
                .contains("<html lang=\"" + language + "\"")
                .doesNotContain("??");
    }

    private String get(String query) throws Exception {
        return pages.get("/mla-requests/" + request + query, "en", PageTester.as(CENTRAL_PT))
                .getContentAsString();
    }
}
