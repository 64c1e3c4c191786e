package org.comity.api.view;

import org.comity.api.Code;
import org.jspecify.annotations.Nullable;

/**
 * One command and whether its reader could send it now.
 *
 * @param why the rule that stands against it; none if it is open
 * @param source row of the law and articles behind that rule
 */
public record OpenCommandView(
        Code command,
        boolean open,
        @Nullable String why,
        @Nullable String source) {}
