package org.comity.query.page;

import java.util.List;

/**
 * One thing that a request or an event says, as a page shows it.
 *
 * @param lines its values
 * @param fixed true if they are digests or identities, to be shown letter by letter
 * @param foreign true if they are texts of the law that are kept in English
 * @param groups values that have parts of their own
 */
public record Said(String label, List<String> lines, boolean fixed, boolean foreign, List<List<Said>> groups) {
    public Said {
        lines = List.copyOf(lines);
        groups = List.copyOf(groups);
    }
}
