package org.comity.command.request;

import org.comity.api.Act;
import org.comity.api.RequestCommand;
import org.comity.api.RequestContents;
import org.comity.law.lifecycle.Course;
import org.comity.law.lifecycle.Handling;

/** What of all that is asked stands already; it is done, and nothing is recorded. */
final class RepeatRules {
    private RepeatRules() {}

    static boolean changesNothing(Course<?> now, RequestCommand command, Act act) {
        return switch (command) {
            case RequestCommand.Close c -> now.closedByRequested() && !isByRequestingSide(now, act);
            case RequestCommand.ErasePersonalData c -> now.erased().contains(c.person());
            case RequestCommand.Assign c ->
                now.assignments().stream().anyMatch(one -> one.isAsked(c, Handling.sideOf(act)));
            default -> false;
        };
    }

    private static boolean isByRequestingSide(Course<?> now, Act act) {
        RequestContents contents = now.contents();
        return contents != null && contents.from().equals(Handling.sideOf(act));
    }
}
