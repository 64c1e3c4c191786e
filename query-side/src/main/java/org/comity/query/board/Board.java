package org.comity.query.board;

import java.time.Instant;
import java.util.List;
import org.comity.api.view.TaskView;
import org.comity.query.page.Row;

/**
 * What its reader has to look at.
 *
 * @param us what waits on the reader's side
 * @param them what waits on the other side
 * @param mine what the reader drafted, approved or is assigned to
 * @param due what falls due soon, the nearest first
 */
public record Board(Part us, Part them, Part mine, Part due, List<Task> tasks) {
    public Board {
        tasks = List.copyOf(tasks);
    }

    /**
     * A part of the board.
     *
     * @param count how many there are, with a plus if there are more than were counted
     * @param query parameters of the list that shows all of them
     */
    public record Part(List<Row> rows, String count, String query) {
        public Part {
            rows = List.copyOf(rows);
        }
    }

    /** Something that waits for a decision, with the page on which it is made. */
    public record Task(String kind, String reference, Instant since, String href) {
        static Task of(TaskView task) {
            String page = "/" + task.family() + "/" + task.request();
            String form = task.command() == null ? page : page + "/" + task.command();
            String about = task.about() == null ? "" : "?proposal=" + task.about() + "&request=" + task.about();
            return new Task(
                    task.kind().value(), task.reference(), task.since(), task.command() == null ? page : form + about);
        }
    }
}
