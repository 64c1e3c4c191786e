package org.comity.query.register;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.Identifier;
import org.comity.api.InstrumentId;
import org.comity.api.Label;
import org.comity.api.LineItemId;
import org.comity.api.MlaRequestId;
import org.comity.api.Person;
import org.comity.api.PersonRef;
import org.comity.api.PreservationId;
import org.comity.api.StateCode;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.preservation.PreservationContents;
import org.comity.api.preservation.PreservationEvent;
import org.comity.query.projection.QueryNode;

/** Requests from Portugal to Chile, with a person in them whose name must not be found anywhere. */
public final class Samples {
    public static final String NAME = "Armindo Saltão";
    public static final String MAIL = "suspect@example.org";
    public static final Channel COURIER = new Channel("courier");

    private Samples() {}

    public static MlaRequestId mla() {
        return new MlaRequestId(UUID.randomUUID());
    }

    public static PreservationId preservation() {
        return new PreservationId(UUID.randomUUID());
    }

    public static MlaRequestEvent.RequestDrafted drafted(
            QueryNode node, MlaRequestId id, String offence, PreservationId... linked) {
        return new MlaRequestEvent.RequestDrafted(
                id,
                new MlaContents(
                        new StateCode("PT"),
                        new StateCode("CL"),
                        List.of(new InstrumentId("ets-185")),
                        Map.of(new LineItemId("L1"), new Code("subscriber-data")),
                        List.of(linked),
                        List.of(new Identifier(
                                null,
                                null,
                                null,
                                node.sealed(id, "P7", MAIL),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                new PersonRef("P7"))),
                        List.of(new Person(
                                new PersonRef("P7"), new Code("suspect"), node.sealed(id, "P7", NAME), null)),
                        List.of(),
                        new Label(offence),
                        node.sealed(id, null, "Facts about " + NAME),
                        null,
                        null,
                        false,
                        false,
                        false,
                        null,
                        null,
                        null));
    }

    public static PreservationEvent.PreservationDrafted drafted(QueryNode node, PreservationId id, boolean urgent) {
        return new PreservationEvent.PreservationDrafted(
                id,
                new PreservationContents(
                        new StateCode("PT"),
                        new StateCode("CL"),
                        List.of(new InstrumentId("ets-185")),
                        Map.of(new LineItemId("L1"), new Code("traffic-data")),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Label("Phishing"),
                        node.sealed(id, null, "Facts about " + NAME),
                        new Label("Proveedor Andino"),
                        null,
                        urgent,
                        false,
                        false,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null));
    }
}
