package org.comity.law.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.comity.api.Fact;
import org.comity.api.MlaRequestId;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the effective history of a request for assistance adds up to.
 *
 * @param contents what the request says; null before its first fact
 * @param draftVersion how often the draft was changed
 * @param firstReceivedAt the first legal receipt by the authority that has the request in hand. It began the hold of linked
 *     preservations: a return as incomplete decides nothing, but a receiver who proves not competent never received it.
 *     Source: ETS 185 art. 29(7)
 * @param review when a postponement is looked at again
 * @param conditionsProposed true while proposed conditions wait for an answer
 * @param remedies how many remedies are pending
 */
public record MlaCourse(
        @Nullable MlaRequestId id,
        Standing<MlaStatus> standing,
        @Nullable MlaContents contents,
        Handling handling,
        int draftVersion,
        @Nullable Instant firstReceivedAt,
        LineItems items,
        Transfers transfers,
        Rounds rounds,
        Confirmation confirmation,
        @Nullable LocalDate review,
        boolean conditionsProposed,
        boolean conditionsInForce,
        int remedies)
        implements Course<MlaStatus> {

    public static final MlaCourse NONE = new MlaCourse(
            null,
            new Standing<>(MlaStatus.NONE, List.of()),
            null,
            Handling.NONE,
            0,
            null,
            LineItems.NONE,
            Transfers.NONE,
            Rounds.NONE,
            Confirmation.NONE,
            null,
            false,
            false,
            0);

    /** This course and one more fact. */
    public MlaCourse after(Fact<MlaRequestEvent> fact) {
        return new MlaFold(this).after(fact);
    }

    @Override
    public Set<Flag> flags(Instant at) {
        Set<Flag> flags = Course.super.flags(at);
        Course.flag(flags, Flag.REMEDY_PENDING, remedies > 0);
        Course.flag(flags, Flag.EVIDENCE_DISPUTED, transfers.disputed());
        Course.flag(flags, Flag.CONFIRMATION_DUE, confirmation.isDue());
        Course.flag(flags, Flag.CONFIRMATION_OVERDUE, confirmation.isOverdue(at));
        Course.flag(flags, Flag.CONDITIONS_IN_FORCE, conditionsInForce);
        Course.flag(flags, Flag.CLOCK_PAUSED, status() == MlaStatus.INFORMATION_REQUESTED && rounds.pauseClock());
        return flags;
    }
}
