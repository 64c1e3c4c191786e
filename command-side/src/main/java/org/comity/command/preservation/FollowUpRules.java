package org.comity.command.preservation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.CorrectionAction;
import org.comity.api.MlaRequestId;
import org.comity.api.PreservationId;
import org.comity.api.Refused;
import org.comity.api.preservation.PreservationCommand.Expire;
import org.comity.api.preservation.PreservationCommand.LinkFollowUp;
import org.comity.api.preservation.PreservationCommand.RejudgeFollowUp;
import org.comity.api.preservation.PreservationCommand.WithdrawFollowUp;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationEvent.EventCorrected;
import org.comity.api.preservation.PreservationEvent.FollowUpRequestLinked;
import org.comity.api.preservation.PreservationEvent.FollowUpWithdrawn;
import org.comity.api.preservation.PreservationEvent.PreservationExpired;
import org.comity.api.preservation.PreservationStatus;
import org.comity.law.lifecycle.FollowUpHold;
import org.comity.law.lifecycle.PreservationCourse;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.law.lifecycle.Term;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a preservation when its term ends, and when a follow-up request is received, corrected, withdrawn or
 * decided. What happens by itself and changes nothing gives no event, so that it may be said any number of times and in any
 * order. Source: ETS 185 art. 29(7); UNCC art. 42(8).
 */
record FollowUpRules(PreservationLife life) {

    List<PreservationEvent> decide(LinkFollowUp c) {
        return received(c.request(), c.legalReceivedAt());
    }

    private List<PreservationEvent> received(MlaRequestId request, Instant legalReceivedAt) {
        if (life.followUps().containsKey(request) || life.now().decided().contains(request)) {
            return List.of();
        }
        Term term = life.now().term();
        boolean inTime = term.covers(legalReceivedAt);
        return switch (life.status()) {
            case PRESERVED -> inTime ? List.of(new FollowUpRequestLinked(id(), request, legalReceivedAt)) : List.of();
            // While the data are held anyhow, they are held for whoever else asks for them.
            case HELD_PENDING_MLA -> List.of(new FollowUpRequestLinked(id(), request, legalReceivedAt));
            case EXPIRED -> inTime ? List.of(leaveOut(term.expiry(), request, legalReceivedAt)) : List.of();
            case CLOSED -> {
                if (inTime && term.expiry() != null) {
                    throw Refused.conflict(
                                    "preservation.closed-after-expiry",
                                    "The preservation expired although the follow-up request was legally received in time, "
                                            + "and its file is closed.")
                            .from("P32; ets-185 29(7)");
                }
                yield List.of();
            }
            case NONE,
                    DRAFT,
                    APPROVED,
                    TRANSMITTED,
                    MISDIRECTED,
                    ACKNOWLEDGED,
                    RETURNED_INCOMPLETE,
                    INFORMATION_REQUESTED,
                    RISK_WARNED,
                    ORDERED,
                    NOT_PRESERVED,
                    REFUSED,
                    RELEASED,
                    WITHDRAWN -> List.of();
        };
    }

    List<PreservationEvent> decide(RejudgeFollowUp c) {
        FollowUpHold hold = life.followUps().get(c.request());
        if (hold == null) {
            return c.legalReceivedAt() == null ? List.of() : received(c.request(), c.legalReceivedAt());
        }
        boolean stands = c.legalReceivedAt() != null && life.now().term().covers(c.legalReceivedAt());
        return stands ? List.of() : List.of(leaveOut(hold.event(), c.request(), c.legalReceivedAt()));
    }

    /** A system's correction: what it leaves out, because of which request and which legal receipt. */
    private EventCorrected leaveOut(@Nullable UUID event, MlaRequestId request, @Nullable Instant legalReceivedAt) {
        if (event == null) {
            throw new IllegalStateException("an expired preservation has the event of its expiry");
        }
        return new EventCorrected(id(), event, CorrectionAction.VOID, null, null, null, null, request, legalReceivedAt);
    }

    List<PreservationEvent> decide(WithdrawFollowUp c) {
        return life.followUps().containsKey(c.request())
                ? List.of(new FollowUpWithdrawn(c.id(), c.request()))
                : List.of();
    }

    /** Nothing, if the end was moved, a hold began or the term was ended already: the timetable asks again and again. */
    List<PreservationEvent> decide(Expire c, Act act) {
        Instant end = life.expiresAt();
        return end == null || act.judgedAt().isBefore(end) ? List.of() : List.of(new PreservationExpired(c.id(), end));
    }

    /** What was recorded as a hold must have begun one. */
    static void link(PreservationLife life, FollowUpRequestLinked e) {
        boolean held = life.status() == PreservationStatus.HELD_PENDING_MLA;
        boolean inTime = life.status() == PreservationStatus.PRESERVED
                && life.now().term().covers(e.legalReceivedAt());
        if (!held && !inTime) {
            throw Refused.conflict(
                            "preservation.not-in-time",
                            "A hold begins with a legal receipt before the end of the term.")
                    .from("P23; ets-185 29(7)");
        }
    }

    static void held(PreservationCourse now, MlaRequestId request, String source) {
        if (!now.followUps().containsKey(request)) {
            throw Refused.unacceptable(
                            "preservation.not-held-for-request",
                            "request",
                            "The data are not held for the request " + request.reference() + ".")
                    .from(source);
        }
    }

    static void expiry(Term term, Act act) {
        if (term.covers(act.judgedAt())) {
            throw Refused.conflict("preservation.end-lies-ahead", "The end of the term lies ahead.")
                    .from("P26; ets-185 29(7)");
        }
    }

    private PreservationId id() {
        var id = life.now().id();
        if (id == null) {
            throw new IllegalStateException("a preservation that began has an id");
        }
        return id;
    }
}
