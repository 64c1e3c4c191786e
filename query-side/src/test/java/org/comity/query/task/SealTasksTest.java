package org.comity.query.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.comity.query.register.People.CENTRAL_CL;
import static org.comity.query.register.People.CENTRAL_PT;
import static org.comity.query.register.People.POINT_PT;
import static org.comity.query.register.People.PROSECUTOR_PT;
import static org.comity.query.register.People.SUPERVISOR_PT;
import static org.comity.query.register.People.by;
import static org.comity.query.register.Samples.drafted;

import java.time.Instant;
import java.util.List;
import org.comity.api.Code;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonId;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.view.TaskView;
import org.comity.query.projection.QueryNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SealTasksTest {
    private final Tasks tasks = new Tasks();
    private final QueryNode node = tasks.node;
    private final MlaRequestId mla = tasks.mla;

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void asksAnotherReaderOfTheSideToConfirmASealWithinSevenDays() {
        sealed(PROSECUTOR_PT.person(), CENTRAL_CL.person());
        node.time.set(Instant.parse("2026-05-26T09:00:00Z"));

        TaskView task = tasks.find(PROSECUTOR_PT).getFirst();
        assertThat(task.kind()).isEqualTo(new Code("confirm-seal"));
        assertThat(task.command()).isEqualTo(new Code("confirm-seal"));
        assertThat(task.dueAt()).isEqualTo(Instant.parse("2026-06-01T12:00:00Z"));
        assertThat(task.source()).startsWith("M44c");
        assertThat(tasks.kinds(CENTRAL_PT)).as("who sealed").isEmpty();
        assertThat(tasks.kinds(CENTRAL_CL)).as("a reader of the other side").isEmpty();
        assertThat(tasks.kinds(POINT_PT)).as("no reader").isEmpty();

        node.happened(new MlaRequestEvent.SealConfirmed(mla), by(PROSECUTOR_PT, "2026-05-26T10:00:00Z"));
        node.caughtUp();
        assertThat(tasks.kinds(PROSECUTOR_PT)).isEmpty();
        node.time.set(Instant.parse("2026-06-02T12:00:00Z"));
        assertThat(tasks.kinds(CENTRAL_PT)).isEmpty();
    }

    @Test
    void aReaderWhoseOfficeMayNotSealIsNotAskedToConfirm() {
        sealed(POINT_PT.person());
        assertThat(tasks.kinds(POINT_PT)).as("M44c: RCA, QCA, ISA").isEmpty();
    }

    @Test
    void tellsTheSupervisorAmongTheReadersAndWhoeverSealedThatNobodyConfirmed() {
        sealed(SUPERVISOR_PT.person());
        node.time.set(Instant.parse("2026-06-01T11:59:59Z"));
        assertThat(tasks.kinds(SUPERVISOR_PT)).containsExactly("confirm-seal");
        assertThat(tasks.kinds(CENTRAL_PT)).isEmpty();

        node.time.set(Instant.parse("2026-06-01T12:00:00Z"));
        assertThat(tasks.kinds(SUPERVISOR_PT)).containsExactlyInAnyOrder("confirm-seal", "seal-not-confirmed");
        assertThat(tasks.find(CENTRAL_PT))
                .as("can name another reader")
                .extracting(TaskView::kind, TaskView::command)
                .containsExactly(tuple(new Code("seal-not-confirmed"), new Code("seal")));
    }

    @Test
    void theSupervisorWhoIsNoReaderLearnsNothing() {
        sealed(PROSECUTOR_PT.person());
        node.time.set(Instant.parse("2026-06-01T12:00:00Z"));
        assertThat(node.tasks.find(SUPERVISOR_PT)).isEmpty();
    }

    private void sealed(PersonId... readers) {
        node.happened(drafted(node, mla, "Fraud"), by(CENTRAL_PT, "2026-05-20T09:00:00Z"));
        node.happened(
                new MlaRequestEvent.RequestSealed(mla, null, List.of(readers), null, null),
                by(CENTRAL_PT, "2026-05-25T12:00:00Z"));
        node.caughtUp();
    }
}
