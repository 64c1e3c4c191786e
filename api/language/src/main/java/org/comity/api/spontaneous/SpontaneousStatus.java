package org.comity.api.spontaneous;

/** Where spontaneous information stands. */
public enum SpontaneousStatus {
    /** Not there yet. */
    NONE,
    /** The receiver knows that there is information, and its nature. */
    OFFERED,
    CONDITIONS_ACCEPTED,
    /** The sender decides whether to send all the same. */
    CONDITIONS_DECLINED,
    TRANSMITTED,
    RECEIVED,
    CLOSED
}
