package org.comity.query.register;

import java.util.List;
import org.comity.api.view.DeadlineView;
import org.comity.api.view.Turn;
import org.comity.law.deadline.Agenda;

/**
 * What comes next in the life of a request.
 *
 * @param turn whose act is awaited
 * @param agenda everything of it that has a date
 */
public record Outlook(Turn turn, Agenda agenda) {
    /** What falls due, the nearest first. */
    public List<DeadlineView> deadlines() {
        return agenda.dues().stream()
                .map(due -> new DeadlineView(
                        due.kind(), due.at(), due.day(), due.rule(), due.turn(), due.event(), due.sequence()))
                .toList();
    }
}
