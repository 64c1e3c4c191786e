package org.comity.command.preservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.api.preservation.PreservationStatus.EXPIRED;
import static org.comity.api.preservation.PreservationStatus.HELD_PENDING_MLA;
import static org.comity.api.preservation.PreservationStatus.PRESERVED;
import static org.comity.api.preservation.PreservationStatus.RELEASED;
import static org.comity.command.preservation.Samples.END;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.api.GroundCode;
import org.comity.api.Label;
import org.comity.api.MlaRequestId;
import org.comity.api.PreservationId;
import org.comity.api.Recorded;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.policy.PolicyEvent.PolicyRefused;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationEvent.EventCorrected;
import org.comity.command.request.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JointsTest {
    private static final Instant BEFORE = END.minus(Duration.ofDays(2));
    private static final Instant AFTER = END.plus(Duration.ofDays(7));
    private final JointsNode node = JointsNode.first();

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aReceiptHoldsEveryLinkedPreservationWhicheverSideStatesTheLink() {
        PreservationId one = node.preserved(END);
        PreservationId two = node.preserved(END);
        MlaRequestId request = MlaSamples.sent(node, one, two);
        PreservationId three = node.preserved(END, request);
        node.at(BEFORE).as("central-authority.cl", MlaSamples.receipt(request, BEFORE));
        node.pump();
        assertThat(List.of(one, two, three))
                .allSatisfy(id -> assertThat(node.life(id).status()).isEqualTo(HELD_PENDING_MLA));
    }

    @Test
    void theHoldBeginsAtTheMomentOfItsCauseAndNamesIt() {
        PreservationId id = node.preserved(END);
        MlaRequestId request = MlaSamples.sent(node, id);
        Recorded<?> cause = node.at(BEFORE)
                .as("central-authority.cl", MlaSamples.receipt(request, BEFORE.minusSeconds(60)))
                .getLast();
        node.at(AFTER).pump();
        var hold = node.log().entries(id.toString(), 0).getLast();
        assertThat(hold.recorded().fact().act().occurredAt()).isEqualTo(BEFORE);
        assertThat(hold.origin().causedBy()).isEqualTo(cause.fact().eventId());
    }

    @Test
    void aReceiptInTheLogBeatsAnExpiryThatIsDue() {
        PreservationId id = node.preserved(END);
        MlaRequestId request = MlaSamples.sent(node, id);
        node.at(AFTER).as("central-authority.cl", MlaSamples.receipt(request, BEFORE));
        assertThat(node.timetable().runDue(AFTER)).isZero();
        assertThat(node.life(id).status()).isEqualTo(HELD_PENDING_MLA);
        assertThat(node.life(id).now().term().expiry()).isNull();
    }

    @Test
    void aReceiptInTimeThatIsRecordedAfterTheExpiryMakesItVoid() {
        PreservationId id = node.preserved(END);
        MlaRequestId request = MlaSamples.sent(node, id);
        node.at(END).timetable().runDue(END);
        assertThat(node.life(id).status()).isEqualTo(EXPIRED);
        node.at(AFTER).as("central-authority.cl", MlaSamples.receipt(request, BEFORE));
        node.pump();
        assertThat(node.life(id).status()).isEqualTo(HELD_PENDING_MLA);
        assertThat(node.life(id).history().facts().getLast().event()).isInstanceOf(EventCorrected.class);
    }

    @Test
    void aReceiptCorrectedToBeforeTheExpiryMakesItVoid() {
        Instant expiry = Instant.parse("2026-03-20T16:00:00Z");
        PreservationId id = node.preserved(expiry);
        MlaRequestId request = MlaSamples.sent(node, id);
        node.at(expiry).timetable().runDue(expiry);
        Instant typed = Instant.parse("2026-03-24T09:00:00Z");
        UUID receipt = node.at(typed)
                .as("central-authority.cl", MlaSamples.receipt(request, typed))
                .getLast()
                .fact()
                .eventId();
        node.pump();
        assertThat(node.life(id).status()).isEqualTo(EXPIRED);
        node.at(Instant.parse("2026-03-27T09:00:00Z"))
                .correct(
                        "central-authority.cl",
                        "central-authority-2.cl",
                        MlaSamples.receivedInstead(request, receipt, "2026-03-18T09:00Z"));
        node.pump();
        assertThat(node.life(id).status()).isEqualTo(HELD_PENDING_MLA);
        assertThat(node.life(id).followUps().get(request).legalReceivedAt())
                .isEqualTo(Instant.parse("2026-03-18T09:00:00Z"));
    }

    @Test
    void aReceiptCorrectedToAfterTheEndLetsItExpire() {
        PreservationId id = node.preserved(END);
        MlaRequestId request = MlaSamples.sent(node, id);
        UUID receipt = node.at(AFTER)
                .as("central-authority.cl", MlaSamples.receipt(request, BEFORE))
                .getLast()
                .fact()
                .eventId();
        node.pump();
        assertThat(node.life(id).status()).isEqualTo(HELD_PENDING_MLA);
        node.correct(
                "central-authority.cl",
                "central-authority-2.cl",
                MlaSamples.receivedInstead(request, receipt, END.toString()));
        node.pump();
        assertThat(node.life(id).status()).isEqualTo(PRESERVED);
        assertThat(node.timetable().nextDue()).contains(END);
        node.timetable().runDue(AFTER);
        assertThat(node.life(id).status()).isEqualTo(EXPIRED);
    }

    @Test
    void aPreservationThatIsConfirmedAfterTheReceiptIsHeldAtOnce() {
        MlaRequestId request = MlaSamples.sent(node);
        PreservationId id = node.ordered(request);
        node.at(BEFORE).as("central-authority.cl", MlaSamples.receipt(request, BEFORE));
        node.pump();
        node.as("contact-point.cl", MlaSamples.to(id, Samples.confirm(END)));
        node.pump();
        assertThat(node.life(id).status()).isEqualTo(HELD_PENDING_MLA);
    }

    @Test
    void aRequestThatWasRefusedBeforeTheConfirmationHoldsNothing() {
        MlaRequestId request = MlaSamples.sent(node);
        PreservationId id = node.ordered(request);
        node.at(BEFORE).as("central-authority.cl", MlaSamples.receipt(request, BEFORE));
        node.as(
                "central-authority.cl",
                new MlaRequestCommand.Refuse(
                        request,
                        List.of(new GroundCode("ets185-dual-criminality")),
                        List.of(),
                        Samples.TEXT,
                        new Label("It could not have changed the decision"),
                        null));
        node.pump();
        node.as("contact-point.cl", MlaSamples.to(id, Samples.confirm(END)));
        node.pump();
        assertThat(node.life(id).status()).isEqualTo(PRESERVED);
    }

    @Test
    void theSecondReceiptOfACompletedRequestMovesNoHold() {
        PreservationId id = node.preserved(END);
        MlaRequestId request = MlaSamples.sent(node, id);
        node.at(BEFORE).as("central-authority.cl", MlaSamples.receipt(request, BEFORE));
        node.as("central-authority.cl", new MlaRequestCommand.ReturnIncomplete(request, List.of(), null, Samples.TEXT));
        node.as(
                "central-authority.pt",
                new MlaRequestCommand.Resubmit(
                        request, People.authority("central-authority.cl"), Samples.NETWORK, null));
        node.at(AFTER);
        UUID second = node.as("central-authority.cl", MlaSamples.receipt(request, AFTER))
                .getLast()
                .fact()
                .eventId();
        node.correct(
                "central-authority.cl",
                "central-authority-2.cl",
                MlaSamples.receivedInstead(
                        request, second, AFTER.minusSeconds(60).toString()));
        node.pump();
        assertThat(node.life(id).status()).isEqualTo(HELD_PENDING_MLA);
        assertThat(node.life(id).followUps().get(request).legalReceivedAt()).isEqualTo(BEFORE);
    }

    @Test
    void aWithdrawalBeforeTheEndArmsItAgainAndOneAfterItReleases() {
        PreservationId early = node.preserved(END);
        PreservationId late = node.preserved(END);
        MlaRequestId soonWithdrawn = MlaSamples.sent(node, early);
        MlaRequestId lateWithdrawn = MlaSamples.sent(node, late);
        node.at(BEFORE);
        node.as("central-authority.cl", MlaSamples.receipt(soonWithdrawn, BEFORE));
        node.as("central-authority.cl", MlaSamples.receipt(lateWithdrawn, BEFORE));
        node.as("central-authority.pt", MlaSamples.withdraw(soonWithdrawn));
        node.at(AFTER).as("central-authority.pt", MlaSamples.withdraw(lateWithdrawn));
        // Long after both: each is judged at the moment of its cause.
        node.pump();
        assertThat(node.life(early).status()).isEqualTo(PRESERVED);
        assertThat(node.life(late).status()).isEqualTo(RELEASED);
    }

    @Test
    void whoeverLearnsALittleLaterIsHeardOnceTheDataAreHeld() {
        PreservationId id = node.preserved(END);
        MlaRequestId late = MlaSamples.sent(node, id);
        MlaRequestId inTime = MlaSamples.sent(node, id);
        node.at(END).timetable().runDue(END);
        node.at(AFTER).as("central-authority.cl", MlaSamples.receipt(late, END.plusSeconds(60)));
        node.pump();
        assertThat(node.life(id).status()).isEqualTo(EXPIRED);
        node.as("central-authority.cl", MlaSamples.receipt(inTime, BEFORE));
        node.pump();
        assertThat(node.life(id).followUps()).containsOnlyKeys(inTime, late);
    }

    @Test
    void aRequestOfAnotherStateHoldsNothingOfOurs() {
        PreservationId id = node.preserved(END);
        var foreign = new MlaRequestId(UUID.randomUUID());
        node.as("prosecutor.de", MlaSamples.draft(foreign, "DE", "CL", id));
        node.as("central-authority.de", new MlaRequestCommand.Approve(foreign, null));
        node.as(
                "central-authority.de",
                new MlaRequestCommand.Transmit(foreign, People.authority("central-authority.cl"), Samples.NETWORK));
        node.at(BEFORE).as("central-authority.cl", MlaSamples.receipt(foreign, BEFORE));
        node.pump();
        assertThat(node.life(id).status()).isEqualTo(PRESERVED);
    }

    @Test
    void aRepeatAfterACrashFindsItsFirstEffect() {
        PreservationId id = node.preserved(END);
        MlaRequestId request = MlaSamples.sent(node, id);
        node.at(BEFORE).as("central-authority.cl", MlaSamples.receipt(request, BEFORE));
        node.as("central-authority.pt", MlaSamples.withdraw(request));
        node.pump();
        long end = node.log().end().position();
        try (JointsNode again = node.another()) {
            again.pump();
        }
        assertThat(node.log().end().position()).isEqualTo(end);
        assertThat(node.life(id).status()).isEqualTo(PRESERVED);
    }

    @Test
    void whatTheRulesRefuseIsRecordedForAPersonOnce() {
        PreservationId id = node.preserved(END);
        MlaRequestId request = MlaSamples.sent(node, id);
        node.at(END).timetable().runDue(END);
        node.at(AFTER).as("contact-point.pt", new PreservationCommand.Close(id, null, null, null));
        node.as("central-authority.cl", MlaSamples.receipt(request, BEFORE));
        node.pump();
        // The tables are rolled back with the token.
        node.forget();
        try (JointsNode again = node.another()) {
            again.pump();
        }
        List<PolicyRefused> refused = node.log().readAfter(-1, 1000).stream()
                .map(Recorded::event)
                .filter(PolicyRefused.class::isInstance)
                .map(PolicyRefused.class::cast)
                .toList();
        assertThat(refused).hasSize(1);
        assertThat(refused.getFirst().code().value()).isEqualTo("preservation.closed-after-expiry");
        assertThat(refused.getFirst().policy().value()).isEqualTo("WhenMlaIsReceivedThenHoldPreservation");
        assertThat(refused.getFirst().target()).isEqualTo(id.value());
    }

    @Test
    void whatIsKnownOfLinksAndReceiptsCanBeFilledAgain() {
        PreservationId id = node.ordered();
        MlaRequestId request = MlaSamples.sent(node, id);
        node.at(BEFORE).as("central-authority.cl", MlaSamples.receipt(request, BEFORE));
        node.pump();
        var known = node.followUps().receivedFor(id);
        assertThat(known).containsExactly(new FollowUps.Received(request, BEFORE));
        node.forget();
        assertThat(node.followUps().receivedFor(id)).isEmpty();
        try (JointsNode again = node.another()) {
            again.pump();
        }
        assertThat(node.followUps().receivedFor(id)).isEqualTo(known);
    }
}
