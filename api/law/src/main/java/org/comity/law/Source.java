package org.comity.law;

import org.comity.api.Kebab;

/**
 * Where a statement of law comes from.
 *
 * @param keys the sources by their keys in the list of sources, such as {@code S01;S62}; empty if there is none
 */
public record Source(Mark mark, String keys) {
    @Override
    public String toString() {
        return keys.isEmpty() ? Kebab.of(mark) : Kebab.of(mark) + " " + keys;
    }
}
