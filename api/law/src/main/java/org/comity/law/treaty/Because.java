package org.comity.law.treaty;

import java.time.LocalDate;
import org.comity.api.Code;
import org.comity.api.InstrumentId;
import org.comity.api.Kebab;
import org.comity.api.Label;
import org.comity.api.StateCode;
import org.comity.api.treaty.TreatyAnswer;
import org.comity.law.Source;
import org.jspecify.annotations.Nullable;

/**
 * A fact that led to an answer, in a form that a page can say in any language.
 *
 * @param state whom it is about
 * @param day the day that it names
 * @param detail an article, a label or another instrument
 */
public record Because(
        What what,
        InstrumentId instrument,
        @Nullable StateCode state,
        @Nullable LocalDate day,
        @Nullable String detail,
        Source source) {

    /** What kind of fact it is: the key of its sentence. */
    public enum What {
        PROVISION,
        NO_PROVISION,
        IN_FORCE_FROM,
        NOT_IN_FORCE_ON,
        BOUND_FROM,
        BOUND_UNTIL,
        PARTY_ON,
        RATIFIED_ON,
        SIGNATORY_ON,
        RATIFIED_NOT_IN_FORCE_ON,
        NOT_PARTY_ON,
        NOT_ON_COMPLETE_LIST,
        NOT_ON_PARTIAL_LIST,
        LISTED_LATER_ONLY,
        NO_LIST,
        NOT_A_TREATY,
        LAW_OF_ANOTHER_STATE,
        GIVES_WAY_TO,
        EXCLUDED_BY,
        RESERVATION,
        DECLARATION,
        TERRITORY
    }

    /** The same in the form in which an act keeps it. */
    TreatyAnswer.Reason given() {
        return new TreatyAnswer.Reason(
                new Code(Kebab.of(what)),
                state,
                day,
                detail == null ? null : new Label(detail),
                new Code(Kebab.of(source.mark())),
                source.keys().isEmpty() ? null : new Label(source.keys()));
    }

    /** Such as {@code bound-from CL 2017-08-01 [sourced S18]}. */
    @Override
    public String toString() {
        var text = new StringBuilder(Kebab.of(what));
        for (Object part : new @Nullable Object[] {state, day, detail}) {
            if (part != null) {
                text.append(' ').append(part);
            }
        }
        return text.append(" [").append(source).append(']').toString();
    }
}
