package org.comity.query.page;

import org.jspecify.annotations.Nullable;

/**
 * A command as a page offers it.
 *
 * @param why what stands against it now; none if it is open
 * @param source where that is written
 */
public record Step(
        String command,
        String title,
        String href,
        @Nullable String why,
        @Nullable String source) {}
