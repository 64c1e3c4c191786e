package org.comity.api;

/** What was decided about what a person asked for. Source: LED art. 16. */
public enum AnswerToPerson {
    ERASED,
    RESTRICTED,
    RECTIFIED,
    REFUSED
}
