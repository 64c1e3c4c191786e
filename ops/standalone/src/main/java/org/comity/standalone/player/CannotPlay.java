package org.comity.standalone.player;

/** A file, or a step of it, that cannot be played as it is written; the message is for its author. */
public final class CannotPlay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotPlay(String message) {
        super(message);
    }
}
