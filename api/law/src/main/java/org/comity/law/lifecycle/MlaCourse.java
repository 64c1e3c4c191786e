package org.comity.law.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.comity.api.Fact;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonRef;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the effective history of a request adds up to.
 *
 * @param contents what the request says; null before its first fact
 * @param draftVersion how often the draft was changed
 * @param beganAt when its first fact happened
 * @param legalReceivedAt the last legal receipt; terms and linked preservations hang on it
 * @param review when a postponement is looked at again
 * @param conditionsProposed true while proposed conditions wait for an answer
 * @param remedies how many remedies are pending
 * @param erased persons whose key was destroyed
 */
public record MlaCourse(
        @Nullable MlaRequestId id,
        Standing<MlaStatus> standing,
        @Nullable MlaContents contents,
        int draftVersion,
        @Nullable Instant beganAt,
        Journey journey,
        @Nullable Instant legalReceivedAt,
        People people,
        LineItems items,
        Transfers transfers,
        Rounds rounds,
        Confirmation confirmation,
        @Nullable LocalDate review,
        boolean conditionsProposed,
        boolean conditionsInForce,
        int remedies,
        boolean closedByRequested,
        @Nullable Seal seal,
        Holds holds,
        Set<PersonRef> erased,
        List<Assignment> assignments,
        Proposals proposals) {

    public static final MlaCourse NONE = new MlaCourse(
            null,
            new Standing<>(MlaStatus.NONE, List.of()),
            null,
            0,
            null,
            Journey.NONE,
            null,
            People.NONE,
            LineItems.NONE,
            Transfers.NONE,
            Rounds.NONE,
            Confirmation.NONE,
            null,
            false,
            false,
            0,
            false,
            null,
            Holds.NONE,
            Set.of(),
            List.of(),
            Proposals.NONE);

    public MlaCourse {
        erased = Set.copyOf(erased);
        assignments = List.copyOf(assignments);
    }

    /** This course and one more fact. */
    public MlaCourse after(Fact<MlaRequestEvent> fact) {
        return new MlaFold(this).after(fact);
    }
}
