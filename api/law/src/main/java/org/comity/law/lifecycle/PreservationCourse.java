package org.comity.law.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.api.Act;
import org.comity.api.Fact;
import org.comity.api.InOrder;
import org.comity.api.MlaRequestId;
import org.comity.api.Office;
import org.comity.api.PreservationId;
import org.comity.api.RequestContents;
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
 * @param scope whether all that was asked is held; null before the confirmation
 * @param term how long the data are preserved if nothing holds them
 * @param followUps the undecided requests for which the data are held
 * @param decided the requests for which they were held and that were decided; none of them holds the data again
 */
public record PreservationCourse(
        @Nullable PreservationId id,
        Standing<PreservationStatus> standing,
        @Nullable PreservationContents contents,
        Handling handling,
        @Nullable StateCode requested,
        Rounds rounds,
        @Nullable PreservationScope scope,
        Term term,
        Map<MlaRequestId, FollowUpHold> followUps,
        Set<MlaRequestId> decided,
        boolean selfApproved)
        implements Course<PreservationStatus> {

    public static final PreservationCourse NONE = new PreservationCourse(
            null,
            new Standing<>(PreservationStatus.NONE, List.of()),
            null,
            Handling.NONE,
            null,
            Rounds.NONE,
            null,
            Term.NONE,
            Map.of(),
            Set.of(),
            false);

    public PreservationCourse {
        followUps = InOrder.copyOf(followUps);
        decided = Set.copyOf(decided);
    }

    /** This course and one more fact. */
    public PreservationCourse after(Fact<PreservationEvent> fact) {
        return new PreservationFold(this).after(fact);
    }

    @Override
    public Set<Flag> flags(Instant at) {
        Set<Flag> flags = Course.super.flags(at);
        Course.flag(flags, Flag.SELF_APPROVED, selfApproved);
        return flags;
    }

    /** An office that the request was forwarded to is of the requested side, whatever its State. */
    @Override
    public StateCode receiving(Act act, RequestContents says) {
        Office office = act.office();
        if (office != null && office.id().equals(journey().addressee())) {
            return office.state();
        }
        return requested != null ? requested : says.to();
    }

    @Override
    public boolean reaches(Office office) {
        return office.state().equals(requested) || Course.super.reaches(office);
    }

    /** Where the provider is shows late, so it may be passed on to any State but the one that asks. */
    @Override
    public boolean mayGoTo(StateCode state, RequestContents says, boolean passedOn) {
        return passedOn ? !state.equals(says.from()) : state.equals(says.to()) || state.equals(requested);
    }
}
