package org.comity.api.preservation;

/** Where a preservation request stands. */
public enum PreservationStatus {
    /** Not there yet. */
    NONE,
    DRAFT,
    APPROVED,
    TRANSMITTED,
    MISDIRECTED,
    ACKNOWLEDGED,
    RETURNED_INCOMPLETE,
    INFORMATION_REQUESTED,
    /** The requested side warned that preservation would fail or leak; the requesting side decides. */
    RISK_WARNED,
    ORDERED,
    /** Held until a stated end. */
    PRESERVED,
    /** Held until the follow-up request is decided; has no end. */
    HELD_PENDING_MLA,
    NOT_PRESERVED,
    REFUSED,
    /** The treaty duty lapsed; whether the provider deleted the data is another fact. */
    EXPIRED,
    /** The requested side ended the freeze on purpose. */
    RELEASED,
    WITHDRAWN,
    CLOSED
}
