package org.comity.query.board;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.query.page.Row;
import org.comity.query.task.TaskPages;

/**
 * What its reader has to look at.
 *
 * @param us what waits on the reader's side
 * @param them what waits on the other side
 * @param mine what the reader drafted, approved or is assigned to
 * @param due what falls due soon, the nearest first
 * @param tasks the first of what waits for the reader or for anybody of the office
 * @param waiting how many there are
 */
public record Board(Part us, Part them, Part mine, Part due, List<TaskPages.Line> tasks, int waiting) {
    public Board {
        tasks = List.copyOf(tasks);
    }

    /**
     * A part of the board.
     *
     * @param count how many there are, with a plus if there are more than were counted
     * @param counts the same for each kind of request, by its name
     * @param query parameters of the list that shows all of them
     */
    public record Part(List<Row> rows, String count, Map<String, String> counts, String query) {
        public Part {
            rows = List.copyOf(rows);
            counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        }
    }
}
