package org.comity.api.view;

/** One of the two States of a request. */
public enum Side {
    /** Asks. */
    REQUESTING,
    /** Is asked. */
    REQUESTED
}
