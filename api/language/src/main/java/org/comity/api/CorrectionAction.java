package org.comity.api;

/** How an event is corrected. */
public enum CorrectionAction {
    /** One field has another value. */
    REPLACE,
    /** The event is left out, as if it had not happened. */
    VOID
}
