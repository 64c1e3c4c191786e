package org.comity.law.treaty;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.comity.api.InstrumentId;
import org.comity.api.StateCode;
import org.comity.law.RequestKind;
import org.comity.law.Source;
import org.jspecify.annotations.Nullable;

/**
 * An instrument on which a request may rest.
 *
 * @param nature what sort of instrument it is; only treaties and acts of the Union bind States
 * @param list how much is known of who its Parties are
 * @param listedOn the day of that list
 * @param nationalOf the State whose law it is
 * @param precedence 1 for what comes first between two States that both are bound by it, 4 for what comes last
 * @param givesWayBy the article by which its procedure applies only where no other treaty on assistance binds the two
 */
public record Treaty(
        InstrumentId id,
        String shortName,
        String fullName,
        Nature nature,
        Listing list,
        @Nullable LocalDate listedOn,
        @Nullable StateCode nationalOf,
        int precedence,
        @Nullable String givesWayBy,
        List<Provision> provisions,
        Source source) {
    public Treaty {
        provisions = List.copyOf(provisions);
    }

    /** Sorts of instruments. */
    public enum Nature {
        TREATY,
        UNION_ACT,
        SCHEME,
        NETWORK,
        NATIONAL_LAW,
        COURTESY,
        /** The default rules of this software: never a legal basis. */
        HOUSE;

        boolean binds() {
            return this == TREATY || this == UNION_ACT;
        }
    }

    /** How much of a list of Parties there is. */
    public enum Listing {
        /** Who is not on it was no Party on its day. */
        COMPLETE,
        /** Parties are known to be missing from it. */
        PARTIAL,
        NONE
    }

    /** An article that creates a kind of request, and the channel by which it goes. */
    public record Provision(String article, RequestKind kind, String channel, String note, Source source) {}

    /** The provisions that serve a kind of request. */
    public List<Provision> provisionsFor(Set<RequestKind> kinds) {
        return provisions.stream()
                .filter(provision -> kinds.contains(provision.kind()))
                .toList();
    }
}
