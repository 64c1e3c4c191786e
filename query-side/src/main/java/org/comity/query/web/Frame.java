package org.comity.query.web;

import java.util.List;
import org.comity.api.Mandate;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param direction of writing, {@code ltr} or {@code rtl}
 * @param section which part of the navigation the page belongs to
 * @param sections parts of the site, in the order of the navigation
 * @param now the present of the world clock, in words
 * @param bootstrap version of the style sheets
 */
public record Frame(
        String language,
        String direction,
        List<Language> languages,
        String path,
        String section,
        List<Section> sections,
        @Nullable Reader reader,
        String now,
        String bootstrap) {

    /** A language that can be chosen, by its own name. */
    public record Language(String tag, String name, boolean chosen) {}

    /**
     * Who is signed in, and for which office.
     *
     * @param tasks how much waits for this person or office
     */
    public record Reader(
            String login,
            Mandate mandate,
            @Nullable String kind,
            @Nullable String state,
            int tasks) {}
}
