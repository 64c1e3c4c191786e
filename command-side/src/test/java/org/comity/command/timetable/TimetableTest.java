package org.comity.command.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonId;
import org.comity.api.PreservationId;
import org.comity.api.Refused;
import org.comity.api.preservation.PreservationCommand.Extend;
import org.comity.api.preservation.PreservationCommand.LinkFollowUp;
import org.comity.api.preservation.PreservationCommand.RequestExtension;
import org.comity.api.preservation.PreservationCommand.Seal;
import org.comity.api.preservation.PreservationStatus;
import org.comity.command.preservation.JointsNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TimetableTest {
    private static final Instant END = Instant.parse("2026-05-01T16:00:00Z");
    private static final Instant LATER = END.plus(Duration.ofDays(30));
    private static final MlaRequestId M1 = new MlaRequestId(new UUID(4, 1));
    private final JointsNode node = JointsNode.first();

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void nothingIsDueBeforeSomethingIsPreserved() {
        node.ordered();
        assertThat(node.timetable().nextDue()).isEmpty();
        assertThat(node.timetable().runDue(LATER)).isZero();
    }

    @Test
    void aPreservationExpiresAtItsEndAndNotBefore() {
        PreservationId id = node.preserved(END);
        assertThat(node.timetable().nextDue()).contains(END);
        assertThat(node.timetable().runDue(END.minusMillis(1))).isZero();
        assertThat(node.at(END).timetable().runDue(END)).isEqualTo(1);
        assertThat(node.life(id).status()).isEqualTo(PreservationStatus.EXPIRED);
        assertThat(node.timetable().nextDue()).isEmpty();
        assertThat(node.timetable().runDue(END)).isZero();
    }

    @Test
    void whoSleptThroughTheEndLetsItHappenAtItsMoment() {
        PreservationId id = node.preserved(END);
        try (JointsNode awake = node.another()) {
            awake.at(LATER).timetable().runDue(LATER);
        }
        var expiry = node.life(id).history().facts().getLast();
        assertThat(node.life(id).status()).isEqualTo(PreservationStatus.EXPIRED);
        assertThat(expiry.act().occurredAt()).isEqualTo(END);
    }

    @Test
    void anEndBetweenTwoMicrosecondsIsDueAfterIt() {
        Instant odd = END.plusNanos(1);
        PreservationId id = node.preserved(odd);
        Instant due = node.timetable().nextDue().orElseThrow();
        assertThat(due).isAfter(odd);
        node.timetable().runDue(due);
        assertThat(node.life(id).status()).isEqualTo(PreservationStatus.EXPIRED);
    }

    @Test
    void anExtensionMovesTheMomentAndAHoldRemovesIt() {
        PreservationId id = node.preserved(END);
        node.as("contact-point.pt", new RequestExtension(id, null, null));
        node.as("contact-point.cl", new Extend(id, LATER, null));
        assertThat(node.timetable().nextDue()).contains(LATER);
        node.as("system", new LinkFollowUp(id, M1, END));
        assertThat(node.timetable().nextDue()).isEmpty();
    }

    @Test
    void whatIsDueHappensInTheOrderOfTheMoments() {
        PreservationId later = node.preserved(LATER);
        PreservationId sooner = node.preserved(END);
        assertThat(node.at(LATER).timetable().runDue(LATER)).isEqualTo(2);
        var last = node.log().readAfter(node.log().end().position() - 2, 2);
        assertThat(last.getFirst().stream()).isEqualTo(sooner.toString());
        assertThat(last.getLast().stream()).isEqualTo(later.toString());
    }

    @Test
    void twoNodesLetItHappenOnce() {
        PreservationId id = node.preserved(END);
        try (JointsNode other = node.another()) {
            int happened = CompletableFuture.supplyAsync(
                            () -> other.at(END).timetable().runDue(END))
                    .thenCombine(
                            CompletableFuture.supplyAsync(
                                    () -> node.at(END).timetable().runDue(END)),
                            Integer::sum)
                    .join();
            assertThat(happened).isEqualTo(1);
        }
        assertThat(node.life(id).status()).isEqualTo(PreservationStatus.EXPIRED);
    }

    @Test
    void theOutlookTellsWhatIsToComeAndWhatIsLateButNothingSealed() {
        PreservationId sealed = node.preserved(END);
        node.preserved(LATER);
        node.as("contact-point.pt", new Seal(sealed, null, List.of(new PersonId(UUID.randomUUID())), null, null));
        node.timetable().nextDue();
        assertThat(node.timetable().outlook(END)).isEqualTo(new Timetable.Outlook(1, 0, LATER));
        assertThat(node.timetable().outlook(LATER)).isEqualTo(new Timetable.Outlook(0, 1, LATER));
    }

    @Test
    void oneThatFailsDoesNotHoldUpTheOthers() {
        PreservationId id = node.preserved(END);
        node.timetable().nextDue();
        JdbcClient.create(node.app())
                .sql("insert into command.timetable values (:moment, :subject, 'expire', false)")
                .param("moment", END.minusSeconds(1).atOffset(java.time.ZoneOffset.UTC))
                .param("subject", UUID.randomUUID())
                .update();
        assertThatThrownBy(() -> node.timetable().runDue(END)).isInstanceOf(Refused.class);
        assertThat(node.life(id).status()).isEqualTo(PreservationStatus.EXPIRED);
    }

    @Test
    void theWorkerWakesByItself() {
        PreservationId id = node.preserved(END);
        node.at(END);
        var worker = new TimetableWorker(
                node.app(), new Clockwork(List.of(node.timetable())), node.clock(), InstantSource.system());
        worker.start();
        try {
            await().untilAsserted(() -> assertThat(node.life(id).status()).isEqualTo(PreservationStatus.EXPIRED));
            assertThat(worker.failure()).isEmpty();
        } finally {
            worker.stop();
        }
    }
}
