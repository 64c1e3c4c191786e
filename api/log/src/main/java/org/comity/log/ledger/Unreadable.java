package org.comity.log.ledger;

/**
 * What was given does not have the form of its specification. It is the one exception by which this package refuses what comes
 * from outside; a proof or a signature that has its form and is not true is no exception but the answer {@code false}.
 */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unreadable(String sentence) {
        super(sentence, null, false, false);
    }
}
