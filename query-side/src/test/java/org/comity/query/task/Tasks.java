package org.comity.query.task;

import static org.comity.query.register.People.CENTRAL_CL;
import static org.comity.query.register.People.CENTRAL_PT;
import static org.comity.query.register.People.COURT_CL;
import static org.comity.query.register.People.POINT_CL;
import static org.comity.query.register.People.POINT_PT;
import static org.comity.query.register.People.PROSECUTOR_PT;
import static org.comity.query.register.People.by;
import static org.comity.query.register.Samples.COURIER;
import static org.comity.query.register.Samples.drafted;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.GroundCode;
import org.comity.api.Mandate;
import org.comity.api.MlaRequestId;
import org.comity.api.PreservationId;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.view.TaskView;
import org.comity.query.projection.QueryNode;
import org.comity.query.register.People;
import org.comity.query.register.Samples;

/** A request and a preservation on a node of its own, and what its people find in their lists of tasks. */
final class Tasks implements AutoCloseable {
    static final Instant RECEIVED = Instant.parse("2026-03-25T20:15:00Z");

    final QueryNode node = new QueryNode().running();
    final MlaRequestId mla = Samples.mla();
    final PreservationId preservation = Samples.preservation();

    void heldFor() {
        node.happened(drafted(node, preservation, false), by(POINT_PT, "2026-03-02T09:10:00Z"));
        node.happened(
                new PreservationEvent.PreservationApproved(preservation, null, false, null),
                by(CENTRAL_PT, "2026-03-02T10:00:00Z"));
        node.happened(
                new PreservationEvent.PreservationTransmitted(
                        preservation, POINT_CL.office().id(), COURIER, null),
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
        node.happened(new MlaRequestEvent.RequestApproved(mla, null, null), by(CENTRAL_PT, "2026-03-23T09:00:00Z"));
        node.happened(
                new MlaRequestEvent.RequestTransmitted(mla, CENTRAL_CL.office().id(), COURIER),
                by(CENTRAL_PT, "2026-03-23T09:30:00Z"));
        node.happened(
                new MlaRequestEvent.ReceiptAcknowledged(mla, RECEIVED, null), by(CENTRAL_CL, "2026-03-26T14:00:00Z"));
        node.happened(new PreservationEvent.FollowUpRequestLinked(preservation, mla, RECEIVED), Act.bySystem(RECEIVED));
        node.caughtUp();
    }

    void refuse() {
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

    List<String> kinds(Actor reader) {
        return find(reader).stream().map(task -> task.kind().value()).toList();
    }

    /** Without what only follows from the status. */
    List<TaskView> find(Actor reader) {
        return node.tasks.find(reader).stream()
                .filter(task -> !task.kind().value().equals("next-step"))
                .toList();
    }

    List<String> steps(Actor reader) {
        return node.tasks.find(reader).stream()
                .filter(task -> task.kind().value().equals("next-step"))
                .map(task -> String.valueOf(task.command()))
                .toList();
    }

    void approved() {
        node.happened(drafted(node, mla, "Fraud"), by(PROSECUTOR_PT, "2026-05-20T09:00:00Z"));
        node.happened(new MlaRequestEvent.RequestApproved(mla, null, null), by(CENTRAL_PT, "2026-05-23T09:00:00Z"));
        node.caughtUp();
    }

    void assign(Actor who, LocalDate from, LocalDate until) {
        node.happened(
                new MlaRequestEvent.RequestAssigned(mla, who.person(), null, List.of(), from, until, null),
                by(CENTRAL_PT, "2026-06-01T09:00:00Z"));
        node.caughtUp();
    }

    List<String> whose(Actor reader) {
        return node.tasks.find(reader).stream()
                .filter(task -> task.kind().value().equals("next-step"))
                .map(task -> task.whose().value())
                .toList();
    }

    /** The other officer of the central authority of Portugal. */
    static Actor second() {
        return new Actor(People.person("central-authority-2.pt"), Mandate.OFFICER, CENTRAL_PT.office());
    }

    @Override
    public void close() {
        node.close();
    }
}
