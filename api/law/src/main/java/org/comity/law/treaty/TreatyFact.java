package org.comity.law.treaty;

import java.time.LocalDate;
import java.util.Set;
import org.comity.api.GroundCode;
import org.comity.api.InstrumentId;
import org.comity.api.StateCode;
import org.comity.law.RequestKind;
import org.comity.law.Source;
import org.jspecify.annotations.Nullable;

/** One thing that is known of a treaty or of a State's part in it. The tables hold the first facts, events add to them. */
public sealed interface TreatyFact {
    InstrumentId instrument();

    Source source();

    /** How a State stands to a treaty. */
    enum Status {
        PARTY,
        SIGNATORY,
        /** It deposited its instrument, and the treaty is not in force. */
        RATIFIED_NOT_IN_FORCE,
        /** It is known not to take part. */
        NOT_PARTY
    }

    /** The treaty binds those who are its Parties from a day on. */
    record InForce(InstrumentId instrument, LocalDate from, Source source) implements TreatyFact {}

    /** Somebody looked on that day, and the treaty was not in force. */
    record NotInForce(InstrumentId instrument, LocalDate on, Source source) implements TreatyFact {}

    /**
     * How a State stands to a treaty.
     *
     * @param boundFrom the first day on which it is bound, if that is known
     * @param boundUntil the first day on which it is bound no more, if it left
     * @param asOf the day of the list from which the status was read
     */
    record Membership(
            InstrumentId instrument,
            StateCode state,
            Status status,
            @Nullable LocalDate ratified,
            @Nullable LocalDate boundFrom,
            @Nullable LocalDate boundUntil,
            LocalDate asOf,
            Source source)
            implements TreatyFact {

        /** True if there is a day on which this one and another one would both say how the State stands. */
        boolean overlaps(Membership other) {
            return instrument.equals(other.instrument)
                    && state.equals(other.state)
                    && (status == Status.PARTY) == (other.status == Status.PARTY)
                    && (boundUntil == null || other.boundFrom == null || other.boundFrom.isBefore(boundUntil))
                    && (other.boundUntil == null || boundFrom == null || boundFrom.isBefore(other.boundUntil));
        }
    }

    /** A State leaves a treaty: the first day on which it is bound no more. */
    record Denounced(InstrumentId instrument, StateCode state, LocalDate from, Source source) implements TreatyFact {}

    /** What a State made of its part in a treaty. */
    enum Choice {
        RESERVATION,
        DECLARATION,
        /** To which of its territories the treaty extends. */
        TERRITORY
    }

    /** What a choice does to requests. */
    enum Effect {
        /** The article does not apply to this State. */
        EXCLUDES,
        /** A ground for refusal exists that would not exist otherwise. */
        OPENS_GROUND,
        /** Requests take another way. */
        CHANNEL,
        /** People should know it. */
        INFORMS
    }

    /**
     * A reservation, a declaration or a territorial note.
     *
     * @param key its name among the facts
     * @param kinds the kinds of request that it matters for; empty for all
     * @param ground the ground that it opens
     * @param from the first day on which it holds; if it is not known, the choice counts as made with the State's joining
     */
    record StateChoice(
            String key,
            InstrumentId instrument,
            StateCode state,
            Choice choice,
            String article,
            Set<RequestKind> kinds,
            Effect effect,
            @Nullable GroundCode ground,
            String label,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Source source)
            implements TreatyFact {
        public StateChoice {
            kinds = Set.copyOf(kinds);
        }

        /** True if it holds on a day. */
        public boolean holdsOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
        }

        /** True if it matters for one of these kinds of request. */
        public boolean matters(Set<RequestKind> any) {
            return kinds.isEmpty() || any.stream().anyMatch(kinds::contains);
        }

        boolean overlaps(StateChoice other) {
            return instrument.equals(other.instrument)
                    && state.equals(other.state)
                    && choice == other.choice
                    && article.equals(other.article)
                    && (until == null || other.from == null || other.from.isBefore(until))
                    && (other.until == null || from == null || from.isBefore(other.until));
        }
    }
}
