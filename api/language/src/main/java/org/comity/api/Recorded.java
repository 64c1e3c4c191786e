package org.comity.api;

import java.time.Instant;

/**
 * A fact as the log holds it.
 *
 * @param position index in the whole log, from 0 without gaps
 * @param stream text form of the {@link Id} it belongs to
 * @param name logical name, such as {@code mla.ReceiptAcknowledged}
 * @param revision revision under which it was stored
 * @param recordedAt moment of recording by the log, in microseconds; never decreases with the position
 */
public record Recorded<E extends Event>(
        long position, String stream, String name, String revision, Instant recordedAt, Fact<E> fact) {

    public E event() {
        return fact.event();
    }
}
