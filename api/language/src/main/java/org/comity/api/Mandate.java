package org.comity.api;

/** What a person may do within the office. */
public enum Mandate {
    /** Works on requests. */
    OFFICER,
    /** Heads the office; stands in practice mode also for a court that orders holds. */
    SUPERVISOR,
    /** Answers for personal data. */
    DATA_PROTECTION_OFFICER,
    /** Replays and proves histories. */
    AUDITOR,
    /** Runs the node and its directory; sees no content. */
    ADMINISTRATOR,
    /** Vouches for the log as a whole; sees no content. */
    WITNESS,
    /** Nobody: a timer or a linked event. */
    SYSTEM;

    /** True if an audit bundle is theirs to draw: it tells positions in the log, and how long the log is. */
    public boolean mayDrawBundles() {
        return this == AUDITOR || this == SUPERVISOR || this == DATA_PROTECTION_OFFICER;
    }
}
