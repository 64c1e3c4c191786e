package org.comity.law.treaty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.comity.api.StateCode;
import org.comity.law.Source;
import org.comity.law.treaty.Because.What;
import org.comity.law.treaty.Treaty.Listing;
import org.comity.law.treaty.TreatyFact.Denounced;
import org.comity.law.treaty.TreatyFact.Membership;
import org.jspecify.annotations.Nullable;

/** Whether a treaty that is in force binds a State on a day, by what is known of the State. */
record Participation(TreatyFacts facts, Treaty treaty, LocalDate inForce, LocalDate day) {

    Standing of(StateCode state, List<Because> because) {
        var known = facts.memberships(treaty.id(), state);
        if (known.isEmpty()) {
            return unlisted(state, because);
        }
        Standing best = Standing.NOT_BOUND;
        var reasons = new ArrayList<Because>();
        for (Membership membership : known) {
            var why = new ArrayList<Because>();
            Standing standing = of(membership, why);
            // one fact that binds on this day outweighs what other facts say of other days
            if (standing.compareTo(best) < 0) {
                best = standing;
                reasons.clear();
            }
            if (standing == best) {
                reasons.addAll(why);
            }
        }
        because.addAll(reasons);
        return best;
    }

    private Standing of(Membership is, List<Because> because) {
        return switch (is.status()) {
            case PARTY -> party(is, because);
            case RATIFIED_NOT_IN_FORCE -> ratified(is, because);
            case SIGNATORY -> {
                because.add(because(What.SIGNATORY_ON, is, is.asOf(), is.source()));
                yield Standing.NOT_BOUND;
            }
            case NOT_PARTY -> {
                because.add(because(What.NOT_PARTY_ON, is, is.asOf(), is.source()));
                yield Standing.NOT_BOUND;
            }
        };
    }

    private Standing party(Membership is, List<Because> because) {
        Because left = left(is);
        if (left != null) {
            because.add(left);
            return Standing.NOT_BOUND;
        }
        if (is.boundFrom() != null) {
            because.add(because(What.BOUND_FROM, is, is.boundFrom(), is.source()));
            return day.isBefore(is.boundFrom()) ? Standing.NOT_BOUND : Standing.BOUND;
        }
        if (is.ratified() != null) {
            because.add(because(What.RATIFIED_ON, is, is.ratified(), is.source()));
            if (day.isBefore(is.ratified())) {
                return Standing.NOT_BOUND;
            }
        }
        because.add(because(What.PARTY_ON, is, is.asOf(), is.source()));
        return day.isBefore(is.asOf()) ? Standing.BOUND_SINCE_UNKNOWN : Standing.BOUND;
    }

    /** Who had ratified when the treaty entered into force is bound from that day; whoever came later, from a day not recorded. */
    private Standing ratified(Membership is, List<Because> because) {
        Because left = left(is);
        if (left != null) {
            because.add(left);
            return Standing.NOT_BOUND;
        }
        LocalDate ratified = is.ratified() != null ? is.ratified() : is.asOf();
        because.add(because(
                is.ratified() != null ? What.RATIFIED_ON : What.RATIFIED_NOT_IN_FORCE_ON, is, ratified, is.source()));
        if (!ratified.isAfter(inForce)) {
            return Standing.BOUND;
        }
        return day.isBefore(ratified) ? Standing.NOT_BOUND : Standing.BOUND_SINCE_UNKNOWN;
    }

    private @Nullable Because left(Membership is) {
        LocalDate until = is.boundUntil();
        Source source = is.source();
        LocalDate since = is.boundFrom() != null ? is.boundFrom() : LocalDate.MIN;
        for (Denounced denounced : facts.denunciations(treaty.id(), is.state())) {
            if (denounced.from().isAfter(since)
                    && (until == null || denounced.from().isBefore(until))) {
                until = denounced.from();
                source = denounced.source();
            }
        }
        return until == null || day.isBefore(until) ? null : because(What.BOUND_UNTIL, is, until, source);
    }

    private Standing unlisted(StateCode state, List<Because> because) {
        LocalDate listedOn = treaty.listedOn();
        boolean complete = treaty.list() == Listing.COMPLETE && listedOn != null && !day.isBefore(listedOn);
        What what =
                switch (treaty.list()) {
                    case COMPLETE -> complete ? What.NOT_ON_COMPLETE_LIST : What.LISTED_LATER_ONLY;
                    case PARTIAL -> What.NOT_ON_PARTIAL_LIST;
                    case NONE -> What.NO_LIST;
                };
        because.add(new Because(what, treaty.id(), state, listedOn, null, treaty.source()));
        return complete ? Standing.NOT_BOUND : Standing.NOT_RECORDED;
    }

    private static Because because(What what, Membership is, LocalDate day, Source source) {
        return new Because(what, is.instrument(), is.state(), day, null, source);
    }
}
