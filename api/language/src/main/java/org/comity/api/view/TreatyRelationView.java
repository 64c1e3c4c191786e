package org.comity.api.view;

import java.time.LocalDate;
import java.util.List;
import org.comity.api.Code;
import org.comity.api.InstrumentId;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * How instruments stand between two States on a day.
 *
 * @param measures that are asked for
 * @param on the day; it may lie ahead
 */
public record TreatyRelationView(
        StateCode from, StateCode to, List<Code> measures, LocalDate on, List<TreatyRelationView.Basis> bases) {
    public TreatyRelationView {
        measures = List.copyOf(measures);
        bases = List.copyOf(bases);
    }

    /**
     * How one instrument stands.
     *
     * @param standing bound, bound-since-unknown, not-bound, not-recorded, not-a-treaty, no-such-measure
     * @param warns true if an act that relies on it is warned, and keeps the answer
     * @param refuses true if no request may rest on it
     * @param mark how well the weakest fact is founded
     * @param verified false if somebody only remembers that fact
     */
    public record Basis(
            InstrumentId instrument,
            String name,
            Code standing,
            boolean warns,
            boolean refuses,
            Code mark,
            boolean verified,
            List<TreatyRelationView.Fact> facts) {
        public Basis {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A fact that led there.
     *
     * @param fact what kind of fact, such as party-on
     * @param detail an article, the words of a reservation, or another instrument
     */
    public record Fact(
            Code fact,
            @Nullable StateCode state,
            @Nullable LocalDate day,
            @Nullable String detail,
            SourceView source) {}
}
