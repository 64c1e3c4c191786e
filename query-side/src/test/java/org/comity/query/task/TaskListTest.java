package org.comity.query.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.query.register.People.AUDITOR;
import static org.comity.query.register.People.CENTRAL_CL;
import static org.comity.query.register.People.CENTRAL_PT;
import static org.comity.query.register.People.COURT_CL;
import static org.comity.query.register.People.POINT_CL;
import static org.comity.query.register.People.POINT_PT;
import static org.comity.query.register.People.PROSECUTOR_PT;
import static org.comity.query.register.People.SUPERVISOR_PT;
import static org.comity.query.register.People.by;
import static org.comity.query.register.Samples.COURIER;
import static org.comity.query.register.Samples.drafted;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.Code;
import org.comity.api.Label;
import org.comity.api.MlaRequestId;
import org.comity.api.PreservationId;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.policy.PolicyEvent.PolicyRefused;
import org.comity.api.policy.PolicyId;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.view.TaskView;
import org.comity.query.projection.QueryNode;
import org.comity.query.projection.Rebuild;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskListTest {
    private final Tasks tasks = new Tasks();
    private final QueryNode node = tasks.node;
    private final MlaRequestId mla = tasks.mla;
    private final PreservationId preservation = tasks.preservation;

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void asksTheRequestedSideToDecideTheFollowUpOnceTheRequestIsRefused() {
        tasks.heldFor();
        assertThat(tasks.kinds(CENTRAL_CL)).isEmpty();

        tasks.refuse();

        TaskView task = tasks.find(CENTRAL_CL).getFirst();
        assertThat(task.kind()).isEqualTo(new Code("decide-follow-up"));
        assertThat(task.request()).isEqualTo(preservation.value());
        assertThat(task.about()).isEqualTo(mla.value());
        assertThat(task.command()).isEqualTo(new Code("decide-follow-up"));
        assertThat(tasks.kinds(POINT_CL))
                .as("the table gives it to the central authority")
                .isEmpty();
        assertThat(tasks.kinds(CENTRAL_PT)).isEmpty();
        assertThat(tasks.kinds(AUDITOR)).isEmpty();
    }

    @Test
    void isQuietAgainOnceTheFollowUpIsDecided() {
        tasks.heldFor();
        tasks.refuse();

        node.happened(
                new PreservationEvent.FollowUpDecided(preservation, mla, new Code("refused")),
                by(CENTRAL_CL, "2026-04-10T09:00:00Z"));
        node.caughtUp();

        assertThat(tasks.kinds(CENTRAL_CL)).isEmpty();
    }

    @Test
    void keepsTheTaskOfASealedRequestFromWhoIsNoReader() {
        tasks.heldFor();
        tasks.refuse();

        node.happened(
                new MlaRequestEvent.RequestSealed(mla, null, List.of(PROSECUTOR_PT.person()), null, null),
                by(CENTRAL_PT, "2026-04-10T09:00:00Z"));
        node.caughtUp();

        assertThat(tasks.kinds(CENTRAL_CL)).isEmpty();
    }

    @Test
    void countsOpenTasksByKindButNotThoseOfSealedRequests() {
        tasks.heldFor();
        assertThat(node.tasks.open()).doesNotContainKey("decide-follow-up");
        tasks.refuse();
        assertThat(node.tasks.open()).containsEntry("decide-follow-up", 1L);

        node.happened(
                new MlaRequestEvent.RequestSealed(mla, null, List.of(PROSECUTOR_PT.person()), null, null),
                by(CENTRAL_PT, "2026-04-10T09:00:00Z"));
        node.caughtUp();

        assertThat(node.tasks.open()).doesNotContainKey("decide-follow-up");
    }

    @Test
    void asksAnotherPersonOfTheSameStateToConfirmAProposal() {
        node.happened(drafted(node, mla, "Fraud"), by(CENTRAL_PT, "2026-03-20T09:00:00Z"));
        var proposal = UUID.randomUUID();
        node.happened(
                new MlaRequestEvent.Proposed(
                        mla, proposal, new Code("unseal"), "{}", Instant.parse("2026-06-08T09:00:00Z")),
                by(CENTRAL_PT, "2026-06-01T09:00:00Z"));
        node.caughtUp();

        assertThat(tasks.kinds(PROSECUTOR_PT)).containsExactly("second-person");
        assertThat(tasks.kinds(CENTRAL_PT))
                .as("the first person is not the second")
                .isEmpty();

        node.time.set(Instant.parse("2026-06-08T09:00:00Z"));
        assertThat(tasks.kinds(PROSECUTOR_PT)).as("lapsed").isEmpty();
    }

    @Test
    void asksTheSupervisorToReviewASelfApproval() {
        node.happened(drafted(node, preservation, true), by(POINT_PT, "2026-03-16T09:30:00Z"));
        node.happened(
                new PreservationEvent.PreservationApproved(preservation, null, true, null),
                by(POINT_PT, "2026-03-16T09:40:00Z"));
        node.caughtUp();
        assertThat(tasks.kinds(SUPERVISOR_PT)).containsExactly("review-self-approval");
        assertThat(tasks.kinds(CENTRAL_PT)).isEmpty();

        node.happened(
                new PreservationEvent.NoteAdded(preservation, node.sealed(preservation, null, "seen")),
                by(SUPERVISOR_PT, "2026-03-16T12:00:00Z"));
        node.caughtUp();
        assertThat(tasks.kinds(SUPERVISOR_PT)).isEmpty();
    }

    @Test
    void showsTheRequestedSideWhatAPolicyCouldNotDo() {
        tasks.heldFor();
        node.happened(
                new PolicyRefused(
                        new PolicyId(UUID.randomUUID()),
                        new Label("when-mla-is-received-then-hold-preservation"),
                        UUID.randomUUID(),
                        preservation.value(),
                        new Label("preservation.not-allowed-in-status"),
                        new Label("The status is expired.")),
                Act.bySystem(Tasks.RECEIVED));
        node.caughtUp();

        assertThat(tasks.kinds(POINT_CL)).containsExactly("policy-refused");
        assertThat(tasks.kinds(CENTRAL_PT)).isEmpty();
    }

    @Test
    void isTheSameWhenItIsRebuilt() {
        tasks.heldFor();
        tasks.refuse();
        asksAnother();
        List<String> before = node.rows(node.tasks);

        assertThat(node.rebuild.run(TaskList.NAME, told -> {}).stage()).isEqualTo(Rebuild.Stage.DONE);

        assertThat(node.rows(node.tasks)).isEqualTo(before).hasSizeGreaterThan(2);
    }

    @Test
    void givesTheNextStepToThoseToWhomTheTableOpensIt() {
        node.happened(drafted(node, mla, "Fraud"), by(CENTRAL_PT, "2026-03-20T09:00:00Z"));
        node.caughtUp();
        assertThat(tasks.steps(CENTRAL_PT)).as("not the drafter").isEmpty();
        assertThat(tasks.steps(Tasks.second())).containsExactly("approve");
        assertThat(tasks.steps(PROSECUTOR_PT)).as("M04: RCA").isEmpty();

        node.happened(new MlaRequestEvent.RequestApproved(mla, null, null), by(Tasks.second(), "2026-03-23T09:00:00Z"));
        node.happened(
                new MlaRequestEvent.RequestTransmitted(mla, CENTRAL_CL.office().id(), COURIER),
                by(CENTRAL_PT, "2026-03-23T09:30:00Z"));
        node.caughtUp();
        assertThat(tasks.steps(CENTRAL_CL)).containsExactly("acknowledge-receipt");
        assertThat(tasks.steps(COURT_CL)).as("it was not sent to this office").isEmpty();
        TaskView task = node.tasks.find(CENTRAL_CL).getFirst();
        assertThat(task.since()).isEqualTo(Instant.parse("2026-03-23T09:30:00Z"));
        assertThat(task.source()).startsWith("M08");

        node.happened(
                new MlaRequestEvent.ReceiptAcknowledged(mla, Tasks.RECEIVED, null),
                by(CENTRAL_CL, "2026-03-26T14:00:00Z"));
        node.happened(
                new MlaRequestEvent.AdditionalInformationRequested(
                        mla,
                        1,
                        List.of(node.sealed(mla, null, "who?")),
                        List.of(),
                        LocalDate.parse("2026-04-10"),
                        true),
                by(CENTRAL_CL, "2026-03-27T14:00:00Z"));
        node.caughtUp();
        assertThat(tasks.steps(CENTRAL_CL)).isEmpty();
        assertThat(node.tasks.find(CENTRAL_PT).getFirst().dueAt()).isEqualTo(Instant.parse("2026-04-11T00:00:00Z"));
    }

    private void asksAnother() {
        node.happened(
                new MlaRequestEvent.Proposed(
                        mla, UUID.randomUUID(), new Code("unseal"), "{}", Instant.parse("2026-06-08T09:00:00Z")),
                by(CENTRAL_PT, "2026-06-01T09:00:00Z"));
        node.caughtUp();
    }
}
