package org.comity.command.preservation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.CorrectionAction;
import org.comity.api.InstrumentId;
import org.comity.api.Label;
import org.comity.api.LineItemId;
import org.comity.api.MlaRequestId;
import org.comity.api.PreservationId;
import org.comity.api.StateCode;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationCommand.ConfirmPreservation;
import org.comity.command.request.People;

/** Requests for assistance that follow preservations up, and commands of other preservations than the sample's. */
final class MlaSamples {
    private static final Channel COURIER = new Channel("courier");

    private MlaSamples() {}

    static MlaRequestCommand.Draft draft(MlaRequestId id, String from, String to, PreservationId... linked) {
        return new MlaRequestCommand.Draft(
                id,
                new StateCode(from),
                new StateCode(to),
                List.of(new InstrumentId("ets-185")),
                Map.of(new LineItemId("L1"), new Code("content")),
                List.of(linked),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                false,
                false,
                false,
                null,
                null,
                null);
    }

    /** A request of Portugal to Chile that was sent. */
    static MlaRequestId sent(JointsNode node, PreservationId... linked) {
        var id = new MlaRequestId(UUID.randomUUID());
        node.as("prosecutor.pt", draft(id, "PT", "CL", linked));
        node.as("central-authority.pt", new MlaRequestCommand.Approve(id, null));
        node.as(
                "central-authority.pt",
                new MlaRequestCommand.Transmit(id, People.authority("central-authority.cl"), COURIER));
        return id;
    }

    static MlaRequestCommand.AcknowledgeReceipt receipt(MlaRequestId id, Instant at) {
        return new MlaRequestCommand.AcknowledgeReceipt(id, at, null);
    }

    static MlaRequestCommand.CorrectEvent receivedInstead(MlaRequestId id, UUID event, String value) {
        return new MlaRequestCommand.CorrectEvent(
                id, event, CorrectionAction.REPLACE, new Label("legalReceivedAt"), value, Samples.TEXT, null);
    }

    static MlaRequestCommand.Withdraw withdraw(MlaRequestId id) {
        return new MlaRequestCommand.Withdraw(id, true, List.of(), null, null);
    }

    /** The sample's command for another preservation. */
    static PreservationCommand to(PreservationId id, PreservationCommand.Draft c) {
        return new PreservationCommand.Draft(
                id,
                c.from(),
                c.to(),
                c.bases(),
                c.items(),
                c.identifiers(),
                c.persons(),
                c.documents(),
                c.offence(),
                c.facts(),
                null,
                null,
                c.urgent(),
                c.emergency(),
                c.confidential(),
                null,
                null,
                c.linkedRequests(),
                c.intendedFollowUpBy(),
                c.necessity(),
                null);
    }

    static PreservationCommand to(PreservationId id, ConfirmPreservation c) {
        return new ConfirmPreservation(id, null, List.of(), null, c.expiresAt(), null, null, null);
    }
}
