package org.comity.law.lifecycle;

import java.util.List;
import org.comity.api.Event;
import org.comity.api.Fact;
import org.comity.api.Office;
import org.comity.api.RequestEvent.Answered;
import org.comity.api.RequestEvent.Assigned;
import org.comity.api.RequestEvent.Noted;
import org.comity.api.RequestEvent.ProposalDeclined;
import org.comity.api.RequestEvent.Proposed;
import org.comity.api.RequestEvent.Unassigned;
import org.comity.api.StateCode;
import org.comity.api.spontaneous.SpontaneousEvent.LinkedToRequest;
import org.jspecify.annotations.Nullable;

/** What a side does for itself and the other one does not see. */
public final class OwnSide {
    private OwnSide() {}

    /** True if a fact is for the eyes of somebody who acts for a State. */
    public static boolean shows(Fact<?> fact, @Nullable StateCode reader) {
        if (!isOwn(fact.event())) {
            return true;
        }
        Office office = fact.act().actor().office();
        return office != null && office.state().equals(reader);
    }

    /**
     * The version as somebody who acts for a State knows it: what the other side did for itself since makes no new one. The
     * numbers between stay as they are, for a proof counts every event; that there are some, a later event tells.
     *
     * @param history from its beginning
     */
    public static long version(List<? extends Fact<?>> history, @Nullable StateCode reader) {
        return history.reversed().stream()
                .filter(fact -> shows(fact, reader))
                .mapToLong(Fact::sequence)
                .findFirst()
                .orElse(-1);
    }

    /** A link names a request that may be a draft; once both may know of it, the lists of links show it to both. */
    private static boolean isOwn(Event event) {
        return event instanceof Noted
                || event instanceof Assigned
                || event instanceof Unassigned
                || event instanceof Proposed
                || event instanceof ProposalDeclined
                || event instanceof Answered
                || event instanceof LinkedToRequest;
    }
}
