package org.comity.law.treaty;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.api.InstrumentId;
import org.comity.api.StateCode;
import org.comity.law.Tables;
import org.comity.law.treaty.TreatyFact.Denounced;
import org.comity.law.treaty.TreatyFact.InForce;
import org.comity.law.treaty.TreatyFact.Membership;
import org.comity.law.treaty.TreatyFact.NotInForce;
import org.comity.law.treaty.TreatyFact.StateChoice;
import org.comity.law.treaty.TreatyFact.Status;

/** Everything that is known of treaties: the instruments, and dated facts about them and their Parties. Immutable. */
public final class TreatyFacts {
    private final Map<InstrumentId, Treaty> treaties;
    private final Map<InstrumentId, List<TreatyFact>> facts;

    private TreatyFacts(Map<InstrumentId, Treaty> treaties, Map<InstrumentId, List<TreatyFact>> facts) {
        this.treaties = treaties;
        this.facts = facts;
    }

    /** What the tables of this release say; read when first asked for. */
    public static TreatyFacts ofThisRelease() {
        return OfThisRelease.FACTS;
    }

    /** What a set of tables says. */
    public static TreatyFacts of(Tables tables) {
        return new TreatyReader(tables::table).read();
    }

    static TreatyFacts of(List<Treaty> treaties, List<TreatyFact> facts) {
        var byId = new LinkedHashMap<InstrumentId, Treaty>();
        treaties.stream()
                .sorted(Comparator.comparing(Treaty::precedence)
                        .thenComparing(treaty -> treaty.id().value()))
                .forEach(treaty -> byId.put(treaty.id(), treaty));
        return new TreatyFacts(byId, facts.stream().collect(groupingBy(TreatyFact::instrument)));
    }

    /**
     * These facts and further ones, such as a ratification that an event recorded.
     *
     * @throws IllegalArgumentException if one is of an unknown instrument, or says of the same days what another one says
     */
    public TreatyFacts and(List<? extends TreatyFact> more) {
        var all = new LinkedHashMap<InstrumentId, List<TreatyFact>>();
        facts.forEach((instrument, known) -> all.put(instrument, new ArrayList<>(known)));
        for (TreatyFact fact : more) {
            if (!treaties.containsKey(fact.instrument())) {
                throw new IllegalArgumentException("there is no instrument " + fact.instrument());
            }
            var known = all.computeIfAbsent(fact.instrument(), i -> new ArrayList<>());
            if (known.stream().anyMatch(other -> contradict(other, fact))) {
                throw new IllegalArgumentException("overlaps a fact that is recorded: " + fact);
            }
            known.add(fact);
        }
        return new TreatyFacts(treaties, all);
    }

    static boolean contradict(TreatyFact one, TreatyFact other) {
        if (one instanceof Membership a && other instanceof Membership b) {
            return a.overlaps(b) && a.status() == b.status();
        }
        return one instanceof StateChoice a && other instanceof StateChoice b && a.overlaps(b);
    }

    /** Every instrument, what comes first between two States first. */
    public List<Treaty> treaties() {
        return List.copyOf(treaties.values());
    }

    /** An instrument. */
    public Optional<Treaty> treaty(InstrumentId id) {
        return Optional.ofNullable(treaties.get(id));
    }

    /** What is known of an instrument, in the order in which it was recorded. */
    public List<TreatyFact> about(InstrumentId instrument) {
        return List.copyOf(facts.getOrDefault(instrument, List.of()));
    }

    Optional<InForce> inForce(InstrumentId instrument) {
        return of(instrument, InForce.class).stream().min(Comparator.comparing(InForce::from));
    }

    Optional<NotInForce> notInForce(InstrumentId instrument) {
        return of(instrument, NotInForce.class).stream().max(Comparator.comparing(NotInForce::on));
    }

    List<Membership> memberships(InstrumentId instrument, StateCode state) {
        return of(instrument, Membership.class).stream()
                .filter(membership -> membership.state().equals(state))
                .toList();
    }

    List<Denounced> denunciations(InstrumentId instrument, StateCode state) {
        return of(instrument, Denounced.class).stream()
                .filter(denounced -> denounced.state().equals(state))
                .toList();
    }

    /** The reservations, declarations and territorial notes of a State to an instrument. */
    public List<StateChoice> choices(InstrumentId instrument, StateCode state) {
        return of(instrument, StateChoice.class).stream()
                .filter(choice -> choice.state().equals(state))
                .toList();
    }

    /** The States of an instrument with a status, for a list. */
    public List<Membership> members(InstrumentId instrument, Status status) {
        return of(instrument, Membership.class).stream()
                .filter(membership -> membership.status() == status)
                .toList();
    }

    private <F extends TreatyFact> List<F> of(InstrumentId instrument, Class<F> type) {
        return facts.getOrDefault(instrument, List.of()).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static final class OfThisRelease {
        static final TreatyFacts FACTS = of(Tables.current());
    }
}
