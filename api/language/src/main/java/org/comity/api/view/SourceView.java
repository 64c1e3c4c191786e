package org.comity.api.view;

import java.util.List;
import org.comity.api.Code;

/**
 * Where a statement of law comes from.
 *
 * @param mark how well it is founded
 * @param verified false if somebody only remembers it
 * @param sources where it was read
 */
public record SourceView(Code mark, boolean verified, List<String> sources) {
    public SourceView {
        sources = List.copyOf(sources);
    }
}
