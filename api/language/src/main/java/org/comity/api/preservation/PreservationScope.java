package org.comity.api.preservation;

/** Whether all that was asked is held. */
public enum PreservationScope {
    WHOLE,
    PART
}
