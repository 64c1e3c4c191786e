package org.comity.law.lifecycle;

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

    private static boolean isOwn(Event event) {
        return event instanceof Noted
                || event instanceof Assigned
                || event instanceof Unassigned
                || event instanceof Proposed
                || event instanceof ProposalDeclined
                || event instanceof Answered;
    }
}
