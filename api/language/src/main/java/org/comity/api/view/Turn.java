package org.comity.api.view;

/** Whose act a request waits for. */
public enum Turn {
    REQUESTING,
    REQUESTED,
    NOBODY;

    public static Turn of(Side side) {
        return side == Side.REQUESTING ? REQUESTING : REQUESTED;
    }
}
