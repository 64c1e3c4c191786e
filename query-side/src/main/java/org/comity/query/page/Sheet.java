package org.comity.query.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page of a request shows.
 *
 * @param view the request as JSON has it, with personal values opened
 * @param contents what the request says
 * @param since when the turn last changed
 * @param now the present of the world clock
 */
public record Sheet(
        Map<String, Object> view,
        List<Said> contents,
        List<Entry> history,
        Steps steps,
        @Nullable Instant since,
        Instant now) {
    public Sheet {
        contents = List.copyOf(contents);
        history = List.copyOf(history);
    }
}
