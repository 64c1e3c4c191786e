package org.comity.law.directory;

/** Whether an authority is competent for a measure, as far as the directory says. */
public enum Competence {
    COMPETENT,
    NOT_COMPETENT,
    /** The entry says nothing of its measures. */
    NOT_RECORDED
}
