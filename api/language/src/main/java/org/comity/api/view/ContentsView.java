package org.comity.api.view;

import java.util.List;
import org.comity.api.Code;
import org.comity.api.ContentCode;

/**
 * What a request has to say, against what it says.
 *
 * @param met how many of the owed items are there
 * @param owed how many items are owed, of those that a request can show
 */
public record ContentsView(int met, int owed, List<ContentsView.Item> items) {
    public ContentsView {
        items = List.copyOf(items);
    }

    /**
     * One item.
     *
     * @param citation instrument and article
     * @param obligation required, conditional, if-available, optional, template
     * @param state met, missing, left-out, to-consider
     */
    public record Item(
            ContentCode code, String label, String citation, Code obligation, Code state, SourceView source) {}
}
