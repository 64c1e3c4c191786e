package org.comity.law.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.api.Fact;
import org.comity.api.InOrder;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonRef;
import org.comity.api.PreservationId;
import org.comity.api.StateCode;
import org.comity.api.preservation.PreservationContents;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationScope;
import org.comity.api.preservation.PreservationStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the effective history of a preservation adds up to.
 *
 * @param contents what the request says; null before its first fact
 * @param requested State whose authority has, or is to have, the request in hand: it may be forwarded to another State
 * @param beganAt when its first fact happened
 * @param legalReceivedAt the last legal receipt of the request itself
 * @param scope whether all that was asked is held; null before the confirmation
 * @param term how long the data are preserved if nothing holds them
 * @param followUps the undecided requests for which the data are held
 * @param decided the requests for which they were held and that were decided; none of them holds the data again
 * @param erased persons whose key was destroyed
 */
public record PreservationCourse(
        @Nullable PreservationId id,
        Standing<PreservationStatus> standing,
        @Nullable PreservationContents contents,
        @Nullable StateCode requested,
        @Nullable Instant beganAt,
        Journey journey,
        @Nullable Instant legalReceivedAt,
        People people,
        Rounds rounds,
        @Nullable PreservationScope scope,
        Term term,
        Map<MlaRequestId, FollowUpHold> followUps,
        Set<MlaRequestId> decided,
        boolean selfApproved,
        boolean closedByRequested,
        @Nullable Seal seal,
        Holds holds,
        Set<PersonRef> erased,
        List<Assignment> assignments,
        Proposals proposals) {

    public static final PreservationCourse NONE = new PreservationCourse(
            null,
            new Standing<>(PreservationStatus.NONE, List.of()),
            null,
            null,
            null,
            Journey.NONE,
            null,
            People.NONE,
            Rounds.NONE,
            null,
            Term.NONE,
            Map.of(),
            Set.of(),
            false,
            false,
            null,
            Holds.NONE,
            Set.of(),
            List.of(),
            Proposals.NONE);

    public PreservationCourse {
        followUps = InOrder.copyOf(followUps);
        decided = Set.copyOf(decided);
        erased = Set.copyOf(erased);
        assignments = List.copyOf(assignments);
    }

    /** This course and one more fact. */
    public PreservationCourse after(Fact<PreservationEvent> fact) {
        return new PreservationFold(this).after(fact);
    }
}
