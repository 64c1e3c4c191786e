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
import java.util.List;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Code;
import org.comity.api.GroundCode;
import org.comity.api.Label;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonId;
import org.comity.api.PreservationId;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.policy.PolicyEvent.PolicyRefused;
import org.comity.api.policy.PolicyId;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.view.TaskView;
import org.comity.query.projection.QueryNode;
import org.comity.query.projection.Rebuild;
import org.comity.query.register.People;
import org.comity.query.register.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskListTest {
    private static final Instant RECEIVED = Instant.parse("2026-03-25T20:15:00Z");

    private final QueryNode node = new QueryNode().running();
    private final MlaRequestId mla = Samples.mla();
    private final PreservationId preservation = Samples.preservation();

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void asksTheRequestedSideToDecideTheFollowUpOnceTheRequestIsRefused() {
        heldFor();
        assertThat(kinds(CENTRAL_CL)).isEmpty();

        refuse();

        TaskView task = node.tasks.find(CENTRAL_CL).getFirst();
        assertThat(task.kind()).isEqualTo(new Code("decide-follow-up"));
        assertThat(task.request()).isEqualTo(preservation.value());
        assertThat(task.about()).isEqualTo(mla.value());
        assertThat(task.command()).isEqualTo(new Code("decide-follow-up"));
        assertThat(kinds(POINT_CL))
                .as("the table gives it to the central authority")
                .isEmpty();
        assertThat(kinds(CENTRAL_PT)).isEmpty();
        assertThat(kinds(AUDITOR)).isEmpty();
    }

    @Test
    void isQuietAgainOnceTheFollowUpIsDecided() {
        heldFor();
        refuse();

        node.happened(
                new PreservationEvent.FollowUpDecided(preservation, mla, new Code("refused")),
                by(CENTRAL_CL, "2026-04-10T09:00:00Z"));
        node.caughtUp();

        assertThat(kinds(CENTRAL_CL)).isEmpty();
    }

    @Test
    void keepsTheTaskOfASealedRequestFromWhoIsNoReader() {
        heldFor();
        refuse();

        node.happened(
                new MlaRequestEvent.RequestSealed(mla, null, List.of(PROSECUTOR_PT.person()), null, null),
                by(CENTRAL_PT, "2026-04-10T09:00:00Z"));
        node.caughtUp();

        assertThat(kinds(CENTRAL_CL)).isEmpty();
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

        assertThat(kinds(PROSECUTOR_PT)).containsExactly("second-person");
        assertThat(kinds(CENTRAL_PT)).as("the first person is not the second").isEmpty();

        node.time.set(Instant.parse("2026-06-08T09:00:00Z"));
        assertThat(kinds(PROSECUTOR_PT)).as("lapsed").isEmpty();
    }

    @Test
    void asksTheSupervisorToReviewASelfApproval() {
        node.happened(drafted(node, preservation, true), by(POINT_PT, "2026-03-16T09:30:00Z"));
        node.happened(
                new PreservationEvent.PreservationApproved(preservation, null, true),
                by(POINT_PT, "2026-03-16T09:40:00Z"));
        node.caughtUp();
        assertThat(kinds(SUPERVISOR_PT)).containsExactly("review-self-approval");
        assertThat(kinds(CENTRAL_PT)).isEmpty();

        node.happened(
                new PreservationEvent.NoteAdded(preservation, node.sealed(preservation, null, "seen")),
                by(SUPERVISOR_PT, "2026-03-16T12:00:00Z"));
        node.caughtUp();
        assertThat(kinds(SUPERVISOR_PT)).isEmpty();
    }

    @Test
    void asksAReaderToConfirmASealWithinSevenDays() {
        PersonId second = People.officer("prosecutor.pt").person();
        node.happened(drafted(node, mla, "Fraud"), by(CENTRAL_PT, "2026-03-20T09:00:00Z"));
        node.happened(
                new MlaRequestEvent.RequestSealed(mla, null, List.of(second), null, null),
                by(CENTRAL_PT, "2026-03-20T10:00:00Z"));
        node.caughtUp();

        TaskView task = node.tasks.find(PROSECUTOR_PT).getFirst();
        assertThat(task.kind()).isEqualTo(new Code("confirm-seal"));
        assertThat(task.dueAt()).isEqualTo(Instant.parse("2026-03-27T10:00:00Z"));
        assertThat(kinds(POINT_PT)).as("no reader").isEmpty();

        node.happened(
                new MlaRequestEvent.RequestSealed(mla, null, List.of(second), null, null),
                by(PROSECUTOR_PT, "2026-03-21T10:00:00Z"));
        node.caughtUp();
        assertThat(kinds(PROSECUTOR_PT)).isEmpty();
    }

    @Test
    void showsTheRequestedSideWhatAPolicyCouldNotDo() {
        heldFor();
        node.happened(
                new PolicyRefused(
                        new PolicyId(UUID.randomUUID()),
                        new Label("when-mla-is-received-then-hold-preservation"),
                        UUID.randomUUID(),
                        preservation.value(),
                        new Label("preservation.not-allowed-in-status"),
                        new Label("The status is expired.")),
                Act.bySystem(RECEIVED));
        node.caughtUp();

        assertThat(kinds(POINT_CL)).containsExactly("policy-refused");
        assertThat(kinds(CENTRAL_PT)).isEmpty();
    }

    @Test
    void isTheSameWhenItIsRebuilt() {
        heldFor();
        refuse();
        asksAnother();
        List<String> before = node.rows(node.tasks);

        assertThat(node.rebuild.run(TaskList.NAME, told -> {}).stage()).isEqualTo(Rebuild.Stage.DONE);

        assertThat(node.rows(node.tasks)).isEqualTo(before).hasSize(2);
    }

    private void asksAnother() {
        node.happened(
                new MlaRequestEvent.Proposed(
                        mla, UUID.randomUUID(), new Code("unseal"), "{}", Instant.parse("2026-06-08T09:00:00Z")),
                by(CENTRAL_PT, "2026-06-01T09:00:00Z"));
        node.caughtUp();
    }

    private void heldFor() {
        node.happened(drafted(node, preservation, false), by(POINT_PT, "2026-03-02T09:10:00Z"));
        node.happened(
                new PreservationEvent.PreservationApproved(preservation, null, false),
                by(CENTRAL_PT, "2026-03-02T10:00:00Z"));
        node.happened(
                new PreservationEvent.PreservationTransmitted(
                        preservation, POINT_CL.office().id(), COURIER),
                by(POINT_PT, "2026-03-02T10:05:00Z"));
        node.happened(
                new PreservationEvent.PreservationReceiptAcknowledged(preservation, null, null),
                by(POINT_CL, "2026-03-02T12:40:00Z"));
        node.happened(
                new PreservationEvent.PreservationOrdered(preservation, null, null, null, true),
                by(POINT_CL, "2026-03-02T15:00:00Z"));
        node.happened(
                new PreservationEvent.PreservationConfirmed(
                        preservation, null, List.of(), null, Instant.parse("2026-05-01T16:00:00Z"), null, null),
                by(POINT_CL, "2026-03-02T16:00:00Z"));
        node.happened(drafted(node, mla, "Phishing", preservation), by(PROSECUTOR_PT, "2026-03-20T09:00:00Z"));
        node.happened(new MlaRequestEvent.RequestApproved(mla, null), by(CENTRAL_PT, "2026-03-23T09:00:00Z"));
        node.happened(
                new MlaRequestEvent.RequestTransmitted(mla, CENTRAL_CL.office().id(), COURIER),
                by(CENTRAL_PT, "2026-03-23T09:30:00Z"));
        node.happened(
                new MlaRequestEvent.ReceiptAcknowledged(mla, RECEIVED, null), by(CENTRAL_CL, "2026-03-26T14:00:00Z"));
        node.happened(new PreservationEvent.FollowUpRequestLinked(preservation, mla, RECEIVED), Act.bySystem(RECEIVED));
        node.caughtUp();
    }

    private void refuse() {
        node.happened(
                new MlaRequestEvent.RequestRefused(
                        mla,
                        List.of(new GroundCode("ets185-dual-criminality")),
                        List.of(),
                        node.sealed(mla, null, "reasons"),
                        null,
                        null),
                by(COURT_CL, "2026-04-09T09:00:00Z"));
        node.caughtUp();
    }

    private List<String> kinds(Actor reader) {
        return node.tasks.find(reader).stream().map(task -> task.kind().value()).toList();
    }
}
