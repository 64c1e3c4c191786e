package org.comity.command.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.comity.api.Code;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonId;
import org.comity.api.PreservationId;
import org.comity.api.Recorded;
import org.comity.api.StateCode;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationCommand.Extend;
import org.comity.api.preservation.PreservationCommand.LinkFollowUp;
import org.comity.api.preservation.PreservationCommand.RequestExtension;
import org.comity.api.preservation.PreservationStatus;
import org.comity.api.reminder.ReminderEvent.Reminded;
import org.comity.command.preservation.JointsNode;
import org.comity.command.request.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemindersTest {
    private static final Instant CONFIRMED = Instant.parse("2026-01-12T12:00:00Z");
    private static final Instant END = Instant.parse("2026-03-13T12:00:00Z");
    private static final Instant LATER = END.plus(Duration.ofDays(60));

    private final JointsNode node = JointsNode.first().at(CONFIRMED);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void anExpiryRemindsFourteenSevenThreeAndOneDaysBeforeAndThenHappens() {
        PreservationId id = node.preserved(END);
        node.walk(LATER);
        assertThat(reminded(node))
                .extracting(recorded -> recorded.fact().act().occurredAt())
                .containsExactly(
                        Instant.parse("2026-02-27T12:00:00Z"),
                        Instant.parse("2026-03-06T12:00:00Z"),
                        Instant.parse("2026-03-10T12:00:00Z"),
                        Instant.parse("2026-03-12T12:00:00Z"));
        assertThat(reminded(node)).allSatisfy(recorded -> {
            Reminded event = (Reminded) recorded.event();
            assertThat(event.request()).isEqualTo(id.value());
            assertThat(event.state()).isEqualTo(new StateCode("PT"));
            assertThat(event.office()).isEqualTo(People.authority("contact-point.pt"));
        });
        assertThat(reminded(node))
                .extracting(recorded -> ((Reminded) recorded.event()).to().value())
                .containsExactly("assigned", "assigned", "office", "supervisor");
        assertThat(node.life(id).status()).isEqualTo(PreservationStatus.EXPIRED);
    }

    @Test
    void theyStopWhenAFollowUpRequestHoldsTheData() {
        PreservationId id = node.preserved(END);
        node.walk(END.minus(Duration.ofDays(10)));
        node.as("system", new LinkFollowUp(id, new MlaRequestId(new UUID(4, 1)), END.minus(Duration.ofDays(10))));
        node.walk(LATER);
        assertThat(reminded(node)).hasSize(1);
        assertThat(node.life(id).status()).isEqualTo(PreservationStatus.HELD_PENDING_MLA);
    }

    @Test
    void anExtensionBeginsTheLadderAnew() {
        PreservationId id = node.preserved(END);
        node.walk(END.minus(Duration.ofDays(5)));
        node.as("contact-point.pt", new RequestExtension(id, null, null));
        node.as("contact-point.cl", new Extend(id, LATER, null));
        node.walk(LATER);
        assertThat(reminded(node))
                .extracting(recorded -> ((Reminded) recorded.event()).step().value())
                .containsExactly("expiry-14", "expiry-7", "expiry-14", "expiry-7", "expiry-3", "expiry-1");
    }

    @Test
    void aMomentThatHadPassedBeforeThereWasATermRemindsNobody() {
        node.at(END.minus(Duration.ofDays(2))).preserved(END);
        node.walk(END);
        assertThat(reminded(node))
                .extracting(recorded -> ((Reminded) recorded.event()).step().value())
                .containsExactly("expiry-1");
    }

    @Test
    void aRequestThatNobodyAcknowledgesRemindsWhoSentIt() {
        PreservationId unheard = node.sent();
        node.walk(CONFIRMED.plus(Duration.ofDays(9)));
        assertThat(reminded(node)).singleElement().satisfies(recorded -> {
            assertThat(((Reminded) recorded.event()).deadline()).isEqualTo(new Code("acknowledgment"));
            assertThat(recorded.fact().act().occurredAt()).isEqualTo(CONFIRMED.plus(Duration.ofDays(7)));
        });
        node.as("contact-point.cl", new PreservationCommand.AcknowledgeReceipt(unheard, null, null));
        node.walk(CONFIRMED.plus(Duration.ofDays(20)));
        assertThat(reminded(node)).hasSize(1);
    }

    @Test
    void thePersonAssignedIsNamedAndOfWhatIsSealedItsReadersAlone() {
        PreservationId id = node.preserved(END);
        PersonId colleague = new PersonId(UUID.randomUUID());
        node.as("contact-point.pt", new PreservationCommand.Assign(id, colleague, null, null, null, null));
        node.walk(END.minus(Duration.ofDays(14)));
        assertThat(((Reminded) reminded(node).getLast().event()).people()).containsExactly(colleague);

        PersonId reader = new PersonId(UUID.randomUUID());
        node.as("contact-point.pt", new PreservationCommand.Seal(id, null, List.of(reader), null, null));
        node.walk(END.minus(Duration.ofDays(7)));
        Reminded sealed = (Reminded) reminded(node).getLast().event();
        assertThat(sealed.sealed()).isTrue();
        assertThat(sealed.people()).contains(reader).doesNotContain(colleague);
    }

    @Test
    void twoNodesAndARestartRemindOnce() {
        node.preserved(END);
        try (JointsNode other = node.another()) {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> other.walk(END)),
                            CompletableFuture.runAsync(() -> node.walk(END)))
                    .join();
        }
        try (JointsNode again = node.another()) {
            again.walk(LATER);
        }
        assertThat(reminded(node)).hasSize(4);
    }

    static List<Recorded<?>> reminded(JointsNode node) {
        var all = new ArrayList<Recorded<?>>();
        long position = -1;
        while (position < node.log().end().position()) {
            var page = node.log().readAfter(position, 1000);
            page.stream().filter(one -> one.event() instanceof Reminded).forEach(all::add);
            position = page.getLast().position();
        }
        return all;
    }
}
