package org.comity.api.view;

import java.util.List;
import org.comity.api.Code;
import org.jspecify.annotations.Nullable;

/**
 * A command of the other side, which the reader may report because an office over there does not use this node.
 *
 * @param by offices that may have done it now; if it is closed, those that would at another time
 * @param why the sentence that says why not, if it is closed
 * @param source the row of the law behind that sentence
 */
public record ReportableView(
        Code command,
        boolean open,
        List<AuthorityView> by,
        @Nullable String why,
        @Nullable String source) {
    public ReportableView {
        by = List.copyOf(by);
    }
}
