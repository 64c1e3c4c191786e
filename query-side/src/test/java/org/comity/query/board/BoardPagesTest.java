package org.comity.query.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.query.register.People.AUDITOR;
import static org.comity.query.register.People.CENTRAL_CL;
import static org.comity.query.register.People.CENTRAL_PT;
import static org.comity.query.register.People.POINT_PT;
import static org.comity.query.register.People.by;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.InstrumentId;
import org.comity.api.LineItemId;
import org.comity.api.PreservationId;
import org.comity.api.StateCode;
import org.comity.api.preservation.PreservationContents;
import org.comity.api.preservation.PreservationEvent;
import org.comity.query.projection.QueryNode;
import org.comity.query.register.People;
import org.comity.query.web.PageTester;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardPagesTest {
    private final QueryNode node = new QueryNode().running();
    private final PageTester pages = new PageTester(
            new BoardPages(List.of(node.mlaRegister, node.preservationRegister), node.tasks, () -> QueryNode.NOW),
            node.mla,
            node.preservation);
    private final PreservationId held = new PreservationId(UUID.randomUUID());

    @BeforeAll
    void history() {
        node.happened(
                new PreservationEvent.PreservationDrafted(held, contents()), by(POINT_PT, "2026-05-01T09:00:00Z"));
        node.happened(
                new PreservationEvent.PreservationApproved(held, null, false, null),
                by(CENTRAL_PT, "2026-05-01T10:00:00Z"));
        node.happened(
                new PreservationEvent.PreservationTransmitted(
                        held, People.office("contact-point.cl").id(), Channel.CONTACT_POINT_24_7, null),
                by(POINT_PT, "2026-05-01T10:05:00Z"));
        node.happened(
                new PreservationEvent.PreservationReceiptAcknowledged(held, null, null),
                by(People.POINT_CL, "2026-05-01T12:00:00Z"));
        node.happened(
                new PreservationEvent.PreservationOrdered(held, null, null, null, true),
                by(People.POINT_CL, "2026-05-01T13:00:00Z"));
        node.happened(
                new PreservationEvent.PreservationConfirmed(
                        held, null, List.of(), null, Instant.parse("2026-06-10T12:00:00Z"), null, null),
                by(People.POINT_CL, "2026-05-01T14:00:00Z"));
        node.caughtUp();
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
                null,
                null,
                null,
                null,
                false,
                false,
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
    void whatLapsesSoonIsOnTheBoard() throws Exception {
        assertThat(pages.get("/", "en", PageTester.as(CENTRAL_PT)).getContentAsString())
                .contains(held.reference(), "End of the preservation", "Days left: 9", "Data preserved");
    }

    @Test
    void whatTheReaderApprovedIsTheirs() throws Exception {
        String mine = pages.get("/", "en", PageTester.as(CENTRAL_PT)).getContentAsString();
        String others = pages.get("/", "en", PageTester.as(CENTRAL_CL)).getContentAsString();

        assertThat(mine).doesNotContain("You have drafted, approved or been assigned nothing yet.");
        assertThat(others).contains("You have drafted, approved or been assigned nothing yet.");
    }

    @Test
    void anEmptyPartTellsWhatToDo() throws Exception {
        assertThat(pages.get("/", "en", PageTester.as(People.CENTRAL_JP)).getContentAsString())
                .contains("Nothing waits on us.", "Write a request to ask for help.", "Nothing falls due")
                .doesNotContain(held.reference());
    }

    @Test
    void whoHasNoOfficeIsToldSo() throws Exception {
        assertThat(pages.get("/", "en", PageTester.as(AUDITOR)).getContentAsString())
                .contains("You act for no office")
                .doesNotContain("/mla-requests/new");
    }

    @Test
    void theBoardIsWrittenFromTheRightInArabic() throws Exception {
        assertThat(pages.get("/", "ar", PageTester.as(CENTRAL_PT)).getContentAsString())
                .contains("dir=\"rtl\"", "لوحة العمل", "البيانات محفوظة")
                .doesNotContain("??");
    }
}
