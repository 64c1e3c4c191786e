package org.comity.law.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.api.Act;
import org.comity.api.Fact;
import org.comity.api.Office;
import org.comity.api.PersonRef;
import org.comity.api.RequestContents;
import org.comity.api.RequestEvent;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * How a request is handled, whatever its kind: where it went, in whose hands it is, who may know of it, what protects it.
 *
 * @param beganAt when its first fact happened
 * @param legalReceivedAt the last legal receipt; terms and linked requests hang on it
 * @param closedByRequested true while the receiving side has closed its file
 * @param erased persons whose key was destroyed
 * @param restrictions persons of whom what is known is withheld
 */
public record Handling(
        @Nullable Instant beganAt,
        Journey journey,
        @Nullable Instant legalReceivedAt,
        People people,
        boolean closedByRequested,
        @Nullable Seal seal,
        Holds holds,
        Set<PersonRef> erased,
        Map<PersonRef, Restriction> restrictions,
        List<Assignment> assignments,
        Proposals proposals) {
    public static final Handling NONE = new Handling(
            null,
            Journey.NONE,
            null,
            People.NONE,
            false,
            null,
            Holds.NONE,
            Set.of(),
            Map.of(),
            List.of(),
            Proposals.NONE);

    public Handling {
        erased = Set.copyOf(erased);
        restrictions = Map.copyOf(restrictions);
        assignments = List.copyOf(assignments);
    }

    /**
     * This handling and one more fact.
     *
     * @param contents what the request says, this fact included
     */
    Handling after(Fact<? extends RequestEvent> fact, @Nullable RequestContents contents) {
        return new HandlingFold(this).after(fact, contents);
    }

    /** The State on whose side an act is. */
    public static @Nullable StateCode sideOf(Act act) {
        Office office = act.office();
        return office == null ? null : office.state();
    }
}
