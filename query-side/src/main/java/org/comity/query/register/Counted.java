package org.comity.query.register;

import java.util.List;

/** A register whose requests are counted for whoever watches the node. */
public interface Counted {
    /** Such as {@code mla-request}. */
    String family();

    /** Every status that a request of it can have. */
    List<String> statuses();

    /** The count, by one query. */
    Census census();
}
