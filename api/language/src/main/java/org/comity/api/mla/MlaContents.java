package org.comity.api.mla;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.api.Code;
import org.comity.api.Document;
import org.comity.api.Form;
import org.comity.api.Identifier;
import org.comity.api.InOrder;
import org.comity.api.InstrumentId;
import org.comity.api.Label;
import org.comity.api.LineItemId;
import org.comity.api.Person;
import org.comity.api.Personal;
import org.comity.api.PreservationId;
import org.comity.api.RequestContents;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * What a request says.
 *
 * @param from requesting State
 * @param to requested State
 * @param bases instruments on which it rests, the first one leading
 * @param items line items with the category of measure or data asked for
 * @param offence name of the offence under the law of the requesting State
 * @param procedure that is to be followed, and why
 * @param period for which traffic is to be collected or communications are to be intercepted, and why that long
 */
public record MlaContents(
        StateCode from,
        StateCode to,
        List<InstrumentId> bases,
        Map<LineItemId, Code> items,
        List<PreservationId> linkedPreservations,
        List<Identifier> identifiers,
        List<Person> persons,
        List<Document> documents,
        @Nullable Label offence,
        @Form(Form.Kind.TEXT) @Nullable Personal facts,
        @Form(Form.Kind.TEXT) @Nullable Personal purpose,
        @Form(Form.Kind.TEXT) @Nullable Personal urgencyReason,
        boolean urgent,
        boolean emergency,
        boolean confidential,
        @Nullable LocalDate wantedBy,
        @Form(Form.Kind.TEXT) @Nullable Personal procedure,
        @Form(Form.Kind.TEXT) @Nullable Personal period)
        implements RequestContents {

    public MlaContents {
        bases = List.copyOf(bases);
        items = InOrder.copyOf(items);
        linkedPreservations = List.copyOf(linkedPreservations);
        identifiers = List.copyOf(identifiers);
        persons = List.copyOf(persons);
        documents = List.copyOf(documents);
    }

    /** These contents with what a change names; what it does not name stays. */
    public MlaContents amended(MlaRequestCommand.AmendDraft c) {
        return new MlaContents(
                from,
                or(c.to(), to),
                or(c.bases(), bases),
                or(c.items(), items),
                or(c.linkedPreservations(), linkedPreservations),
                or(c.identifiers(), identifiers),
                or(c.persons(), persons),
                or(c.documents(), documents),
                c.offence() != null ? c.offence() : offence,
                c.facts() != null ? c.facts() : facts,
                c.purpose() != null ? c.purpose() : purpose,
                c.urgencyReason() != null ? c.urgencyReason() : urgencyReason,
                or(c.urgent(), urgent),
                or(c.emergency(), emergency),
                or(c.confidential(), confidential),
                c.wantedBy() != null ? c.wantedBy() : wantedBy,
                c.procedure() != null ? c.procedure() : procedure,
                c.period() != null ? c.period() : period);
    }

    private static <T> T or(@Nullable T changed, T before) {
        return changed != null ? changed : before;
    }
}
