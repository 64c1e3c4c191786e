package org.comity.verifier;

/** Nothing can be said about the log: it cannot be reached, or there is no key to believe. */
final class Unverifiable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unverifiable(String sentence) {
        super(sentence);
    }

    Unverifiable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
