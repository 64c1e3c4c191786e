package org.comity.api.view;

import java.util.List;
import java.util.UUID;
import org.comity.api.Code;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * What a search found among the requests that the reader may know of.
 *
 * @param query what was looked for
 * @param tried as what it was read, in this order: {@code identity}, {@code spoken-form}, {@code spoken-form-corrected}, {@code reference}, {@code words}
 * @param items what fits; only what fits exactly if something does
 * @param more whether more fits than is shown
 */
public record SearchView(String query, List<Code> tried, List<Hit> items, boolean more) {
    public SearchView {
        tried = List.copyOf(tried);
        items = List.copyOf(items);
    }

    /**
     * A request that fits.
     *
     * @param family path of its kind, such as {@code mla-requests}
     */
    public record Hit(
            Code family,
            UUID id,
            String reference,
            StateCode from,
            StateCode to,
            Code status,
            @Nullable String offence,
            References references) {}
}
