package org.comity.query.register;

import java.util.List;
import org.comity.api.view.HistoryEntryView;

/** A whole history; it is never cut, because a part of it could mislead. */
public record HistoryPage(List<HistoryEntryView> items) {
    public HistoryPage {
        items = List.copyOf(items);
    }
}
