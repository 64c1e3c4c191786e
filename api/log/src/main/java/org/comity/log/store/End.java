package org.comity.log.store;

import java.time.Instant;

/**
 * How far the log reaches.
 *
 * @param position of the last committed event, -1 if there is none
 * @param recordedAt of that event
 */
public record End(long position, Instant recordedAt) {
    /** The end of a log without events. */
    public static final End OF_NOTHING = new End(-1, Instant.EPOCH);
}
