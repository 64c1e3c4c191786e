package org.comity.log.transparency;

/**
 * The log does not continue what was signed about it: somebody has changed it behind the application. Nothing is signed any
 * more until people have found out why.
 */
public final class LogContradicted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogContradicted(String sentence) {
        super(sentence + "; nothing more is signed until this is explained");
    }
}
