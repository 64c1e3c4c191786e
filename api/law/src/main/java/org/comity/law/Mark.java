package org.comity.law;

/** How well a row of the law is founded. The order is that of strength, the best first; shown wherever law is stated. */
public enum Mark {
    /** Read in the source that is named. */
    SOURCED,
    /** It was read that the article exists and what it does, not its details. */
    SOURCED_EXISTENCE,
    /** Seen in a draft of the treaty. */
    SOURCED_DRAFT_TEXT,
    /** How authorities work, read in a handbook. */
    SOURCED_PRACTICE,
    /** Read in other people's summaries. */
    SOURCED_SECONDARY,
    /** Read in other people's summaries, of little weight. */
    SOURCED_WEAK,
    /** Follows from a sourced fact. */
    DERIVED,
    /** How authorities work; no text stands behind it. */
    PRACTICE,
    /** From memory, and a sourced total fits. */
    MEMORY_CORROBORATED,
    /** From memory: not verified. */
    MEMORY;

    /** False if somebody only remembers it. */
    public boolean isVerified() {
        return this != MEMORY && this != MEMORY_CORROBORATED;
    }

    /** The weaker of the two: a conclusion is as good as the worst fact under it. */
    public Mark and(Mark other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
