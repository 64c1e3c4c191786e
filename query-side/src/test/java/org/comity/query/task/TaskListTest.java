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
import org.comity.api.Actor;
import org.comity.api.Code;
import org.comity.api.CorrectionAction;
import org.comity.api.GroundCode;
import org.comity.api.Label;
import org.comity.api.Mandate;
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

        TaskView task = find(CENTRAL_CL).getFirst();
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
    void countsOpenTasksByKindButNotThoseOfSealedRequests() {
        heldFor();
        assertThat(node.tasks.open()).doesNotContainKey("decide-follow-up");
        refuse();
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

        TaskView task = find(PROSECUTOR_PT).getFirst();
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

        assertThat(node.rows(node.tasks)).isEqualTo(before).hasSizeGreaterThan(2);
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
        return find(reader).stream().map(task -> task.kind().value()).toList();
    }

    /** Without what only follows from the status. */
    private List<TaskView> find(Actor reader) {
        return node.tasks.find(reader).stream()
                .filter(task -> !task.kind().value().equals("next-step"))
                .toList();
    }

    private List<String> steps(Actor reader) {
        return node.tasks.find(reader).stream()
                .filter(task -> task.kind().value().equals("next-step"))
                .map(task -> String.valueOf(task.command()))
                .toList();
    }

    @Test
    void givesTheNextStepToThoseToWhomTheTableOpensIt() {
        node.happened(drafted(node, mla, "Fraud"), by(CENTRAL_PT, "2026-03-20T09:00:00Z"));
        node.caughtUp();
        assertThat(steps(CENTRAL_PT)).as("not the drafter").isEmpty();
        assertThat(steps(second())).containsExactly("approve");
        assertThat(steps(PROSECUTOR_PT)).as("M04: RCA").isEmpty();

        node.happened(new MlaRequestEvent.RequestApproved(mla, null), by(second(), "2026-03-23T09:00:00Z"));
        node.happened(
                new MlaRequestEvent.RequestTransmitted(mla, CENTRAL_CL.office().id(), COURIER),
                by(CENTRAL_PT, "2026-03-23T09:30:00Z"));
        node.caughtUp();
        assertThat(steps(CENTRAL_CL)).containsExactly("acknowledge-receipt");
        assertThat(steps(COURT_CL)).as("it was not sent to this office").isEmpty();
        TaskView task = node.tasks.find(CENTRAL_CL).getFirst();
        assertThat(task.since()).isEqualTo(Instant.parse("2026-03-23T09:30:00Z"));
        assertThat(task.source()).startsWith("M08");

        node.happened(
                new MlaRequestEvent.ReceiptAcknowledged(mla, RECEIVED, null), by(CENTRAL_CL, "2026-03-26T14:00:00Z"));
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
        assertThat(steps(CENTRAL_CL)).isEmpty();
        assertThat(node.tasks.find(CENTRAL_PT).getFirst().dueAt()).isEqualTo(Instant.parse("2026-04-11T00:00:00Z"));
    }

    @Test
    void goesToWhoeverIsAssignedOnThatDayAndElseToTheOffice() {
        approved();
        assertThat(whose(CENTRAL_PT)).containsExactly("office");
        assertThat(whose(second())).containsExactly("office");

        assign(second(), LocalDate.parse("2026-06-02"), LocalDate.parse("2026-06-10"));
        node.time.set(Instant.parse("2026-06-01T23:59:59Z"));
        assertThat(whose(second())).as("not yet").containsExactly("office");
        node.time.set(Instant.parse("2026-06-02T00:00:00Z"));
        assertThat(whose(second())).contains("mine");
        assertThat(whose(CENTRAL_PT)).containsExactly("colleague");
        assertThat(node.tasks.waiting(CENTRAL_PT)).isZero();
        node.time.set(Instant.parse("2026-06-10T23:59:59Z"));
        assertThat(whose(CENTRAL_PT)).containsExactly("colleague");
        node.time.set(Instant.parse("2026-06-11T00:00:00Z"));
        assertThat(whose(CENTRAL_PT)).as("the cover is over").containsExactly("office");
        assertThat(node.tasks.waiting(second())).isEqualTo(1);
    }

    @Test
    void tellsWhoWasGivenARequestUntilTheyActOnIt() {
        approved();
        assign(second(), null, null);
        assertThat(kinds(second())).containsExactly("assigned");
        assertThat(kinds(CENTRAL_PT)).isEmpty();

        node.happened(
                new MlaRequestEvent.NoteAdded(mla, node.sealed(mla, null, "seen")),
                by(second(), "2026-06-01T13:00:00Z"));
        node.caughtUp();
        assertThat(kinds(second())).isEmpty();
        assertThat(whose(second())).as("the next step stays theirs").containsExactly("mine");
    }

    @Test
    void tellsTheSupervisorOfASealThatNobodyConfirmed() {
        node.happened(drafted(node, mla, "Fraud"), by(CENTRAL_PT, "2026-05-20T09:00:00Z"));
        node.happened(
                new MlaRequestEvent.RequestSealed(mla, null, List.of(SUPERVISOR_PT.person()), null, null),
                by(CENTRAL_PT, "2026-05-25T12:00:00Z"));
        node.caughtUp();
        node.time.set(Instant.parse("2026-06-01T11:59:59Z"));
        assertThat(kinds(SUPERVISOR_PT)).containsExactly("confirm-seal");
        node.time.set(Instant.parse("2026-06-01T12:00:00Z"));
        assertThat(kinds(SUPERVISOR_PT)).contains("seal-not-confirmed");
    }

    @Test
    void warnsTheRequestingSideBeforeAPreservationEnds() {
        heldFor();
        var alone = Samples.preservation();
        node.happened(drafted(node, alone, false), by(POINT_PT, "2026-03-02T09:10:00Z"));
        node.happened(
                new PreservationEvent.PreservationApproved(alone, null, false), by(CENTRAL_PT, "2026-03-02T10:00:00Z"));
        node.happened(
                new PreservationEvent.PreservationTransmitted(
                        alone, POINT_CL.office().id(), COURIER),
                by(POINT_PT, "2026-03-02T10:05:00Z"));
        node.happened(
                new PreservationEvent.PreservationReceiptAcknowledged(alone, null, null),
                by(POINT_CL, "2026-03-02T12:40:00Z"));
        node.happened(
                new PreservationEvent.PreservationOrdered(alone, null, null, null, true),
                by(POINT_CL, "2026-03-02T15:00:00Z"));
        node.happened(
                new PreservationEvent.PreservationConfirmed(
                        alone, null, List.of(), null, Instant.parse("2026-06-10T16:00:00Z"), null, null),
                by(POINT_CL, "2026-03-02T16:00:00Z"));
        node.caughtUp();
        assertThat(kinds(POINT_PT)).as("the other one is held").containsExactly("ends-soon");
        node.time.set(Instant.parse("2026-05-27T15:59:59Z"));
        assertThat(kinds(POINT_PT)).isEmpty();
    }

    @Test
    void alarmsBothSidesWhenAnExpiryProvesVoid() {
        heldFor();
        var late = Samples.preservation();
        node.happened(drafted(node, late, false), by(POINT_PT, "2026-03-02T09:10:00Z"));
        node.happened(
                new PreservationEvent.PreservationTransmitted(
                        late, POINT_CL.office().id(), COURIER),
                by(POINT_PT, "2026-03-02T10:05:00Z"));
        node.happened(
                new PreservationEvent.PreservationConfirmed(
                        late, null, List.of(), null, Instant.parse("2026-05-01T16:00:00Z"), null, null),
                by(POINT_CL, "2026-03-02T16:00:00Z"));
        node.happened(
                new PreservationEvent.PreservationExpired(late, Instant.parse("2026-05-01T16:00:00Z")),
                Act.bySystem(Instant.parse("2026-05-01T16:00:00Z")));
        UUID expiry = node.log.read(late.toString()).getLast().fact().eventId();
        node.happened(
                new PreservationEvent.EventCorrected(
                        late, expiry, CorrectionAction.VOID, null, null, null, null, mla, RECEIVED),
                Act.bySystem(Instant.parse("2026-05-02T16:00:00Z")));
        node.caughtUp();
        assertThat(kinds(POINT_PT)).containsExactly("void-expiry");
        assertThat(kinds(POINT_CL)).containsExactly("void-expiry");

        node.happened(
                new PreservationEvent.NoteAdded(late, node.sealed(late, null, "told the provider")),
                by(POINT_CL, "2026-05-03T13:00:00Z"));
        node.caughtUp();
        assertThat(kinds(POINT_CL)).isEmpty();
        assertThat(kinds(POINT_PT)).containsExactly("void-expiry");
    }

    private void approved() {
        node.happened(drafted(node, mla, "Fraud"), by(PROSECUTOR_PT, "2026-05-20T09:00:00Z"));
        node.happened(new MlaRequestEvent.RequestApproved(mla, null), by(CENTRAL_PT, "2026-05-23T09:00:00Z"));
        node.caughtUp();
    }

    private void assign(Actor who, LocalDate from, LocalDate until) {
        node.happened(
                new MlaRequestEvent.RequestAssigned(mla, who.person(), null, List.of(), from, until, null),
                by(CENTRAL_PT, "2026-06-01T09:00:00Z"));
        node.caughtUp();
    }

    private List<String> whose(Actor reader) {
        return node.tasks.find(reader).stream()
                .filter(task -> task.kind().value().equals("next-step"))
                .map(task -> task.whose().value())
                .toList();
    }

    /** The other officer of the central authority of Portugal. */
    private static Actor second() {
        return new Actor(People.person("central-authority-2.pt"), Mandate.OFFICER, CENTRAL_PT.office());
    }
}
