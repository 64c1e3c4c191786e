package org.comity.law.grounds;

import java.util.Set;
import org.comity.api.GroundCode;
import org.comity.api.InstrumentId;
import org.comity.law.RequestKind;
import org.comity.law.Source;
import org.comity.law.Table.Row;

/**
 * One row of {@code refusal-grounds.csv}.
 *
 * @param appliesTo kinds of request
 * @param label the ground in words
 * @param opening what a State must have done for the ground to be open to it
 * @param reasonsOwed whether the text asks for reasons
 */
public record Ground(
        GroundCode code,
        InstrumentId instrument,
        String article,
        Category category,
        Set<RequestKind> appliesTo,
        String label,
        boolean forbidden,
        Opening opening,
        Consultation consultation,
        boolean reasonsOwed,
        Source source) {

    /** Sorts of grounds. */
    public enum Category {
        REFUSAL,
        REFUSAL_OR_CONDITION,
        ENFORCEMENT_REFUSAL,
        POSTPONEMENT,
        SUSPENSION,
        CONDITION,
        DECLARED_CONDITION,
        ALTERNATIVE,
        WITHHOLDING,
        WARNING,
        RETURN,
        /** A notice that the help could not be given: an outcome of a line item, never a refusal. */
        IMPOSSIBLE,
        RESERVATION,
        OBJECTION,
        INSTRUCTION_NOT_TO_DISCLOSE,
        NO_NOTIFICATION,
        ADDRESSEE_CLARIFICATION,
        /** An excuse that the treaty forbids. */
        PROHIBITED_GROUND
    }

    /** What a State must have done for a ground to be open to it. */
    public enum Opening {
        NOTHING,
        RESERVATION,
        DECLARATION
    }

    /** Whether the two sides speak before the step. In the order of strength, the weakest first. */
    public enum Consultation {
        NOT_OWED,
        /** Left to judgment: the step says which consultation there was, or why none. Source: ETS 185 art. 27(6). */
        WHERE_APPROPRIATE,
        /** A duty before the step. Source: UNTOC art. 18(26); EIO art. 11(4). */
        OWED
    }

    public Ground {
        appliesTo = Set.copyOf(appliesTo);
    }

    static Ground of(Row row) {
        Category category = row.word("category", Category.class);
        return new Ground(
                row.as("code", GroundCode::new),
                row.as("instrument_id", InstrumentId::new),
                row.article(),
                category,
                Set.copyOf(row.words("applies_to", RequestKind.class)),
                row.get("label"),
                row.get("strength").equals("forbidden") || category == Category.PROHIBITED_GROUND,
                row.get("opened_by").isEmpty() ? Opening.NOTHING : row.word("opened_by", Opening.class),
                switch (row.get("must_consult_first")) {
                    case "yes" -> Consultation.OWED;
                    case "where-appropriate" -> Consultation.WHERE_APPROPRIATE;
                    case "no", "n/a" -> Consultation.NOT_OWED;
                    default -> throw row.wrong("must_consult_first", "yes, where-appropriate, no or n/a");
                },
                switch (row.get("reasons_required")) {
                    case "yes" -> true;
                    case "no", "n/a" -> false;
                    default -> throw row.wrong("reasons_required", "yes, no or n/a");
                },
                row.source());
    }

    /** The instrument and its article, as refusals quote it. */
    public String citation() {
        return instrument + " " + article;
    }
}
