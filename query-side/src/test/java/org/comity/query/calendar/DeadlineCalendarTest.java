package org.comity.query.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.query.register.People.AUDITOR;
import static org.comity.query.register.People.CENTRAL_JP;
import static org.comity.query.register.People.CENTRAL_PT;
import static org.comity.query.register.People.POINT_CL;
import static org.comity.query.register.People.POINT_PT;
import static org.comity.query.register.People.SUPERVISOR_PT;
import static org.comity.query.register.People.by;
import static org.comity.query.register.Samples.COURIER;
import static org.comity.query.register.Samples.drafted;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Code;
import org.comity.api.Label;
import org.comity.api.Login;
import org.comity.api.MlaRequestId;
import org.comity.api.PreservationId;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.view.CalendarEntryView;
import org.comity.api.view.TaskView;
import org.comity.query.projection.QueryNode;
import org.comity.query.projection.Rebuild;
import org.comity.query.web.PageTester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class DeadlineCalendarTest {
    private static final Instant END = Instant.parse("2026-05-01T16:00:00Z");

    private final QueryNode node = new QueryNode().running();
    private final PreservationId id = new PreservationId(UUID.randomUUID());

    @AfterEach
    void close() {
        RequestContextHolder.resetRequestAttributes();
        node.close();
    }

    @Test
    void bothSidesSeeTheEndOfAPreservationAndWhoseActItIs() {
        preserved();
        assertThat(find(POINT_PT)).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(new Code("expiry"));
            assertThat(entry.at()).isEqualTo(END);
            assertThat(entry.ours()).isTrue();
            assertThat(entry.rule()).isEqualTo("ets185-pres-minimum");
        });
        assertThat(find(POINT_CL)).singleElement().satisfies(entry -> assertThat(entry.ours())
                .isFalse());
        assertThat(find(AUDITOR)).hasSize(1);
        assertThat(find(CENTRAL_JP)).isEmpty();
    }

    @Test
    void aDraftStandsInNoCalendarOfTheOtherSideAndASealedOneInThatOfItsReadersAlone() {
        preserved();
        node.happened(
                new PreservationEvent.PreservationSealed(id, null, List.of(POINT_PT.person()), null, null),
                by(POINT_PT, "2026-03-03T10:00:00Z"));
        node.caughtUp();
        assertThat(find(POINT_PT)).hasSize(1);
        assertThat(find(CENTRAL_PT)).isEmpty();
        assertThat(find(POINT_CL)).isEmpty();
        assertThat(find(AUDITOR)).isEmpty();
    }

    @Test
    void isNarrowedByKindPartnerOfficePersonAndTurn() {
        preserved();
        assertThat(find(CENTRAL_PT, "state", "us", "expiry", "CL")).hasSize(1);
        assertThat(find(CENTRAL_PT, "state", "them", null, null)).isEmpty();
        assertThat(find(CENTRAL_PT, null, null, "answer", null)).isEmpty();
        assertThat(find(CENTRAL_PT, null, null, null, "JP")).isEmpty();
        assertThat(find(POINT_PT, "office", null, null, null)).hasSize(1);
        assertThat(find(SUPERVISOR_PT, "mine", null, null, null)).isEmpty();
        assertThat(find(POINT_PT, "mine", null, null, null))
                .as("who drafted it")
                .hasSize(1);
    }

    @Test
    void isEmptyAgainWhenAHoldReplacesTheEndAndTheSameWhenItIsRebuilt() {
        preserved();
        List<String> before = node.rows(node.calendar);
        assertThat(node.rebuild.run(DeadlineCalendar.NAME, told -> {}).stage()).isEqualTo(Rebuild.Stage.DONE);
        assertThat(node.rows(node.calendar)).isEqualTo(before).hasSize(2);

        node.happened(
                new PreservationEvent.FollowUpRequestLinked(
                        id, new MlaRequestId(UUID.randomUUID()), Instant.parse("2026-03-25T20:15:00Z")),
                Act.bySystem(Instant.parse("2026-03-26T14:00:00Z")));
        node.caughtUp();
        assertThat(find(POINT_PT)).isEmpty();
    }

    @Test
    void theFeedIsACalendarWithReferencesAndKindsAndNothingElse() {
        preserved();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        var resource = new CalendarResource(node.calendar, node.reached, texts);
        byte[] feed =
                resource.feed(null, null, null, null, "fr", login(POINT_PT)).getBody();

        VEvent event = Biweekly.parse(new String(feed, StandardCharsets.UTF_8))
                .first()
                .getEvents()
                .getFirst();
        assertThat(event.getSummary().getValue()).isEqualTo(id.reference() + " · Fin de la conservation");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(END);
        assertThat(event.getUrl().getValue()).isEqualTo("http://localhost/preservation-requests/" + id);
        assertThat(event.getDescription()).isNull();
        assertThat(event.getAttendees()).isEmpty();
        assertThat(resource.feed(null, null, null, null, "fr", login(POINT_PT)).getBody())
                .as("what did not change reads the same")
                .isEqualTo(feed);
    }

    @Test
    void thePageGroupsByDayInEveryLanguage() throws Exception {
        preserved();
        var pages = new PageTester(new CalendarPages(node.calendar, node.tasks, () -> QueryNode.NOW));
        assertThat(pages.get("/calendar", "en", PageTester.as(POINT_PT)).getContentAsString())
                .contains(id.reference(), "Overdue", "End of the preservation", "iCalendar");
        for (String language : List.of("ar", "zh", "fr", "ru", "es")) {
            assertThat(pages.get("/calendar?kind=expiry&turn=&whose=state&state=", language, PageTester.as(POINT_PT))
                            .getContentAsString())
                    .contains(id.reference())
                    .doesNotContain("??");
        }
    }

    @Test
    void whatLapsedIsShownToTheOfficeAndItsSupervisorUntilSomebodyActs() {
        preserved();
        node.happened(new PreservationEvent.PreservationExpired(id, END), Act.bySystem(END));
        node.caughtUp();
        assertThat(lapsed(POINT_PT)).isTrue();
        assertThat(lapsed(CENTRAL_PT)).isTrue();
        assertThat(lapsed(SUPERVISOR_PT)).isTrue();
        assertThat(lapsed(POINT_CL)).isFalse();

        node.happened(
                new PreservationEvent.NoteAdded(id, node.sealed(id, null, "a new request was sent")),
                by(CENTRAL_PT, "2026-05-02T10:00:00Z"));
        node.caughtUp();
        assertThat(lapsed(POINT_PT)).isFalse();
        assertThat(lapsed(SUPERVISOR_PT)).isFalse();
    }

    @Test
    void whatIsOverdueIsTheSupervisorsWhenTheLadderSaysSo() {
        sent();
        node.time.set(Instant.parse("2026-03-09T10:06:00Z"));
        assertThat(kinds(CENTRAL_PT)).as("seven days unacknowledged").contains("falls-due");
        assertThat(kinds(SUPERVISOR_PT)).doesNotContain("escalated");
        node.time.set(Instant.parse("2026-03-09T10:06:00Z").plus(Duration.ofDays(7)));
        assertThat(kinds(SUPERVISOR_PT)).contains("escalated");
        assertThat(kinds(CENTRAL_PT)).doesNotContain("escalated");
    }

    private boolean lapsed(Actor reader) {
        return kinds(reader).contains("lapsed");
    }

    private List<String> kinds(Actor reader) {
        return node.tasks.find(reader).stream()
                .map(TaskView::kind)
                .map(Code::value)
                .toList();
    }

    private List<CalendarEntryView> find(Actor reader) {
        return find(reader, null, null, null, null);
    }

    private List<CalendarEntryView> find(Actor reader, String whose, String turn, String kind, String state) {
        return node.calendar.find(Searches.of(whose, turn, kind, state, null), reader);
    }

    private static Login login(Actor actor) {
        return PageTester.as(actor);
    }

    private void sent() {
        node.happened(drafted(node, id, false), by(POINT_PT, "2026-03-02T09:10:00Z"));
        node.happened(
                new PreservationEvent.PreservationApproved(id, null, false, null),
                by(CENTRAL_PT, "2026-03-02T10:00:00Z"));
        node.caughtUp();
        assertThat(find(POINT_CL)).isEmpty();
        node.happened(
                new PreservationEvent.PreservationTransmitted(
                        id, POINT_CL.office().id(), COURIER, null),
                by(POINT_PT, "2026-03-02T10:05:00Z"));
        node.caughtUp();
    }

    private void preserved() {
        sent();
        node.happened(
                new PreservationEvent.PreservationReceiptAcknowledged(id, null, new Label("CL-5521")),
                by(POINT_CL, "2026-03-02T12:40:00Z"));
        node.happened(
                new PreservationEvent.PreservationOrdered(id, null, null, null, true),
                by(POINT_CL, "2026-03-02T15:00:00Z"));
        node.happened(
                new PreservationEvent.PreservationConfirmed(
                        id, null, List.of(), null, END, new Code("ets185-pres-minimum"), null),
                by(POINT_CL, "2026-03-02T16:00:00Z"));
        node.caughtUp();
    }
}
