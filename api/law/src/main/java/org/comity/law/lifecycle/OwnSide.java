package org.comity.law.lifecycle;

import java.util.Set;
import org.comity.api.Fact;
import org.comity.api.Office;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/** What a side does for itself and the other one does not see. */
public final class OwnSide {
    private static final Set<String> EVENTS = Set.of(
            "NoteAdded", "RequestAssigned", "PreservationAssigned", "AssignmentEnded", "Proposed", "ProposalDeclined");

    private OwnSide() {}

    /** True if a fact is for the eyes of somebody who acts for a State. */
    public static boolean shows(Fact<?> fact, @Nullable StateCode reader) {
        if (!EVENTS.contains(fact.event().getClass().getSimpleName())) {
            return true;
        }
        Office office = fact.act().actor().office();
        return office != null && office.state().equals(reader);
    }
}
