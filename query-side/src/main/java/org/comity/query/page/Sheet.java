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
 * @param material what was sent, if that is told apart from what was announced
 * @param reports what the reader may report that the other side did
 * @param since when the side whose turn it is began to be awaited; none of what has no turns
 * @param now the present of the world clock
 * @param names of colleagues and offices by their ids
 */
public record Sheet(
        Map<String, Object> view,
        List<Said> contents,
        List<Said> material,
        List<Entry> history,
        Steps steps,
        Steps reports,
        @Nullable Instant since,
        Instant now,
        Map<String, String> names) {
    public Sheet {
        contents = List.copyOf(contents);
        material = List.copyOf(material);
        history = List.copyOf(history);
        names = Map.copyOf(names);
    }

    /** What a person or an office that is assigned is called. */
    public String called(Map<String, Object> assignment) {
        Object who = assignment.get("person") != null ? assignment.get("person") : assignment.get("office");
        return names.getOrDefault(String.valueOf(who), String.valueOf(who).substring(0, 8));
    }

    /** What an office is called in the language of the reader. */
    public String office(Map<String, Object> office) {
        return names.getOrDefault(String.valueOf(office.get("id")), String.valueOf(office.get("name")));
    }
}
