package org.comity.log.dispatch;

/** Somebody else was first: the version that the sender had seen, or that was decided upon, is no longer the last. */
public final class StaleVersion extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String stream;
    private final long seen;
    private final long current;

    /**
     * Says what has passed.
     *
     * @param seen version that the sender named, or the last one that was decided upon in vain
     * @param current last version in the log; the events after {@code seen} are what changed
     */
    public StaleVersion(String stream, long seen, long current) {
        super("version " + seen + " has passed, the current one is " + current, null, false, false);
        this.stream = stream;
        this.seen = seen;
        this.current = current;
    }

    public String stream() {
        return stream;
    }

    public long seen() {
        return seen;
    }

    public long current() {
        return current;
    }
}
