package org.comity.query.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.query.register.People.CENTRAL_CL;
import static org.comity.query.register.People.CENTRAL_JP;
import static org.comity.query.register.People.CENTRAL_PT;
import static org.comity.query.register.People.by;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.InstrumentId;
import org.comity.api.SpontaneousId;
import org.comity.api.StateCode;
import org.comity.api.spontaneous.SpontaneousContents;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.api.spontaneous.SpontaneousMaterial;
import org.comity.api.view.TaskView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InformationTasksTest {
    private final Tasks tasks = new Tasks();
    private final SpontaneousId id = new SpontaneousId(UUID.randomUUID());

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void anOfferUnderConditionsWaitsForTheReceiverToAnswerThem() {
        offered("Keep it confidential.");

        TaskView task = tasks.node.tasks.find(CENTRAL_CL).getFirst();
        assertThat(task.kind()).isEqualTo(new Code("next-step"));
        assertThat(task.family()).isEqualTo(new Code("spontaneous-information"));
        assertThat(task.command()).isEqualTo(new Code("accept-conditions"));
        assertThat(task.request()).isEqualTo(id.value());
        assertThat(task.reference()).isEqualTo(id.reference());
        assertThat(task.since()).isEqualTo(Instant.parse("2026-03-20T09:00:00Z"));
        assertThat(task.source()).startsWith("I02");
        assertThat(tasks.node.tasks.find(CENTRAL_PT)).isEmpty();
        assertThat(tasks.node.tasks.find(CENTRAL_JP)).isEmpty();
    }

    @Test
    void withoutConditionsOrOnceTheyAreAnsweredItIsTheSendersTurn() {
        offered();
        assertThat(tasks.steps(CENTRAL_PT)).containsExactly("transmit");
        assertThat(tasks.steps(CENTRAL_CL)).isEmpty();
    }

    @Test
    void declinedConditionsLeaveItToTheSender() {
        offered("Keep it confidential.");
        happened(new SpontaneousEvent.ConditionsDeclined(id, tasks.node.sealed(id, null, "No.")), false);
        assertThat(tasks.steps(CENTRAL_PT)).containsExactly("transmit");
        assertThat(tasks.steps(CENTRAL_CL)).isEmpty();
    }

    @Test
    void whatWasSentWaitsForItsReceiptAndThenForTheEndOfTheFile() {
        offered();
        happened(
                new SpontaneousEvent.InformationTransmitted(
                        id,
                        CENTRAL_CL.office().id(),
                        Channel.CONTACT_POINT_24_7,
                        new SpontaneousMaterial(null, List.of(), List.of(), List.of(), List.of())),
                true);
        assertThat(tasks.steps(CENTRAL_CL)).containsExactly("acknowledge-receipt");
        assertThat(tasks.steps(CENTRAL_PT)).isEmpty();

        happened(new SpontaneousEvent.ReceiptAcknowledged(id, null, null), false);
        assertThat(tasks.steps(CENTRAL_CL)).containsExactly("close");

        happened(new SpontaneousEvent.Closed(id, null, null, null), false);
        assertThat(tasks.node.tasks.find(CENTRAL_CL)).isEmpty();
        assertThat(tasks.node.tasks.find(CENTRAL_PT)).isEmpty();
    }

    @Test
    void aSealedOneIsThereForItsReadersAlone() {
        offered("Keep it confidential.");
        happened(
                new SpontaneousEvent.InformationSealed(
                        id, null, List.of(Tasks.second().person()), null, null),
                true);
        assertThat(tasks.node.tasks.find(CENTRAL_CL)).isEmpty();
        assertThat(tasks.kinds(Tasks.second())).containsExactly("confirm-seal");
    }

    private void offered(String... conditions) {
        happened(
                new SpontaneousEvent.InformationOffered(
                        id,
                        new SpontaneousContents(
                                new StateCode("PT"),
                                new StateCode("CL"),
                                List.of(new InstrumentId("ets-185")),
                                null,
                                tasks.node.sealed(id, null, "Accounts of a fraud."),
                                Stream.of(conditions)
                                        .map(text -> tasks.node.sealed(id, null, text))
                                        .toList(),
                                false)),
                true);
    }

    private void happened(SpontaneousEvent event, boolean bySender) {
        tasks.node.time.set(Instant.parse("2026-03-26T09:00:00Z"));
        tasks.node.happened(event, by(bySender ? CENTRAL_PT : CENTRAL_CL, "2026-03-20T09:00:00Z"));
        tasks.node.caughtUp();
    }
}
