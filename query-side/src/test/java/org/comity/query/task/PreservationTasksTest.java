package org.comity.query.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.query.register.People.CENTRAL_PT;
import static org.comity.query.register.People.POINT_CL;
import static org.comity.query.register.People.POINT_PT;
import static org.comity.query.register.People.by;
import static org.comity.query.register.Samples.COURIER;
import static org.comity.query.register.Samples.drafted;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.CorrectionAction;
import org.comity.api.MlaRequestId;
import org.comity.api.preservation.PreservationEvent;
import org.comity.query.projection.QueryNode;
import org.comity.query.register.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PreservationTasksTest {
    private final Tasks tasks = new Tasks();
    private final QueryNode node = tasks.node;
    private final MlaRequestId mla = tasks.mla;

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void warnsTheRequestingSideBeforeAPreservationEnds() {
        tasks.heldFor();
        var alone = Samples.preservation();
        node.happened(drafted(node, alone, false), by(POINT_PT, "2026-03-02T09:10:00Z"));
        node.happened(
                new PreservationEvent.PreservationApproved(alone, null, false, null),
                by(CENTRAL_PT, "2026-03-02T10:00:00Z"));
        node.happened(
                new PreservationEvent.PreservationTransmitted(
                        alone, POINT_CL.office().id(), COURIER, null),
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
        assertThat(tasks.kinds(POINT_PT)).as("the other one is held").containsExactly("ends-soon");
        node.time.set(Instant.parse("2026-05-27T15:59:59Z"));
        assertThat(tasks.kinds(POINT_PT)).isEmpty();
    }

    @Test
    void alarmsBothSidesWhenAnExpiryProvesVoid() {
        tasks.heldFor();
        var late = Samples.preservation();
        node.happened(drafted(node, late, false), by(POINT_PT, "2026-03-02T09:10:00Z"));
        node.happened(
                new PreservationEvent.PreservationTransmitted(
                        late, POINT_CL.office().id(), COURIER, null),
                by(POINT_PT, "2026-03-02T10:05:00Z"));
        node.happened(
                new PreservationEvent.PreservationReceiptAcknowledged(late, null, null),
                by(POINT_CL, "2026-03-02T12:40:00Z"));
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
                        late, expiry, CorrectionAction.VOID, null, null, null, null, mla, Tasks.RECEIVED),
                Act.bySystem(Instant.parse("2026-05-02T16:00:00Z")));
        node.caughtUp();
        assertThat(tasks.kinds(POINT_PT)).containsExactly("void-expiry");
        assertThat(tasks.kinds(POINT_CL)).containsExactly("void-expiry");

        node.happened(
                new PreservationEvent.NoteAdded(late, node.sealed(late, null, "told the provider")),
                by(POINT_CL, "2026-05-03T13:00:00Z"));
        node.caughtUp();
        assertThat(tasks.kinds(POINT_CL)).isEmpty();
        assertThat(tasks.kinds(POINT_PT)).containsExactly("void-expiry");
    }
}
