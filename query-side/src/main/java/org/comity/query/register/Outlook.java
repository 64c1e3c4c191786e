package org.comity.query.register;

import java.util.List;
import org.comity.api.view.DeadlineView;
import org.comity.api.view.Turn;

/**
 * What comes next in the life of a request.
 *
 * @param turn whose act is awaited
 * @param deadlines what falls due, the nearest first
 */
public record Outlook(Turn turn, List<DeadlineView> deadlines) {
    public Outlook {
        deadlines = List.copyOf(deadlines);
    }
}
