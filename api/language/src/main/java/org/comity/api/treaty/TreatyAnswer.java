package org.comity.api.treaty;

import java.time.LocalDate;
import java.util.List;
import org.comity.api.Code;
import org.comity.api.InstrumentId;
import org.comity.api.Label;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * How the legal bases of a request stood between its States, as it was answered to an act that relied on it.
 *
 * @param on the day that was asked about
 * @param bases in the order of the request
 */
public record TreatyAnswer(LocalDate on, List<TreatyAnswer.Basis> bases) {

    /**
     * How one instrument stood.
     *
     * @param standing bound, bound-since-unknown, not-bound, not-recorded, not-a-treaty, no-such-measure
     * @param mark how well the weakest fact is founded, such as sourced or memory
     */
    public record Basis(InstrumentId instrument, Code standing, Code mark, List<TreatyAnswer.Reason> facts) {
        public Basis {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A fact that led there.
     *
     * @param fact what kind of fact, such as party-on
     * @param detail an article, or what else the fact names
     * @param source keys of the list of sources, joined by semicolons; absent if there is none
     */
    public record Reason(
            Code fact,
            @Nullable StateCode state,
            @Nullable LocalDate day,
            @Nullable Label detail,
            Code mark,
            @Nullable Label source) {}

    public TreatyAnswer {
        bases = List.copyOf(bases);
    }
}
