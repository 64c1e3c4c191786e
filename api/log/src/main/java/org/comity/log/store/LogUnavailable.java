package org.comity.log.store;

/** The log cannot be reached; unless {@link #isInDoubt}, nothing was written. */
public final class LogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean inDoubt;

    public LogUnavailable(boolean inDoubt, Throwable cause) {
        super(
                inDoubt
                        ? "the log cannot be reached; whether it took the events is not known"
                        : "the log cannot be reached",
                cause);
        this.inDoubt = inDoubt;
    }

    /** True if the events may or may not have been taken; a repeat with the same command key finds out. */
    public boolean isInDoubt() {
        return inDoubt;
    }
}
