package org.comity.api.view;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.api.Code;
import org.jspecify.annotations.Nullable;

/**
 * What the tables of the law say of one request.
 *
 * @param relation how its legal bases stand between the two States today
 * @param relied what was answered to the last act that relied on it; none if there was no such act, or it is not for the reader
 * @param grounds by the command that gives them, exactly those that are open today
 */
public record RequestLawView(
        TreatyRelationView relation,
        @Nullable Relied relied,
        ContentsView contents,
        Map<Code, List<GroundView>> grounds) {
    public RequestLawView {
        grounds = Collections.unmodifiableMap(new LinkedHashMap<>(grounds));
    }

    /**
     * An answer that an act kept.
     *
     * @param event the act, such as {@code RequestApproved}
     * @param sequence place of the act in the stream
     */
    public record Relied(String event, long sequence, TreatyRelationView relation) {}
}
