package org.comity.api.preservation;

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
import org.comity.api.MlaRequestId;
import org.comity.api.Person;
import org.comity.api.Personal;
import org.comity.api.PreservationId;
import org.comity.api.RequestContents;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * What a preservation request says.
 *
 * @param from requesting State
 * @param to requested State
 * @param items categories of data to be preserved, by line item
 * @param provider who holds the data, if known
 * @param originatedFrom the preservation from whose traffic path this one follows
 * @param renews the expired preservation of the same data
 * @param linkedRequests MLA requests for which the data are wanted
 * @param necessity why the data must be preserved; why at once stands in the urgency reason
 * @param offenceKind whether the convention itself describes the offence, as the requesting State says
 */
public record PreservationContents(
        StateCode from,
        StateCode to,
        List<InstrumentId> bases,
        Map<LineItemId, Code> items,
        List<Identifier> identifiers,
        List<Person> persons,
        List<Document> documents,
        @Nullable Label offence,
        @Form(Form.Kind.TEXT) @Nullable Personal facts,
        @Nullable Label provider,
        @Form(Form.Kind.TEXT) @Nullable Personal urgencyReason,
        boolean urgent,
        boolean emergency,
        boolean confidential,
        @Nullable PreservationId originatedFrom,
        @Nullable PreservationId renews,
        List<MlaRequestId> linkedRequests,
        @Nullable LocalDate intendedFollowUpBy,
        @Form(Form.Kind.TEXT) @Nullable Personal necessity,
        @Nullable OffenceKind offenceKind)
        implements RequestContents {
    public PreservationContents {
        bases = List.copyOf(bases);
        items = InOrder.copyOf(items);
        identifiers = List.copyOf(identifiers);
        persons = List.copyOf(persons);
        documents = List.copyOf(documents);
        linkedRequests = List.copyOf(linkedRequests);
    }
}
