package org.comity.api.view;

/** Whose act a request waits for, as its reader sees it. */
public enum WaitingOn {
    /** The reader's own side. */
    US,
    /** The other side. */
    THEM,
    NOBODY
}
