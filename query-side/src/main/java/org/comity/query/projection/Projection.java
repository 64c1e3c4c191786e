package org.comity.query.projection;

import java.util.List;
import org.comity.api.Event;
import org.comity.api.Recorded;

/** Something that people read and that is computed from the log alone, so that it can be rebuilt at any time. */
public interface Projection {
    /** Such as {@code mla-register}; also the name of its processing group. */
    String name();

    /** Its tables without the number of the slot, such as {@code mla_register}. */
    List<String> tables();

    /** True if it has something to learn from events of this type; others only move its position. */
    boolean concerns(Class<? extends Event> type);

    /**
     * Learns from events that follow one another in the log, inside a transaction: the one way in which its tables change,
     * both behind the end of the log and when it is rebuilt.
     *
     * @param events only those that concern it
     * @param upTo position of the last event of the batch, whether it concerns the projection or not
     */
    void write(List<Recorded<?>> events, long upTo, Slot slot);

    /** What it kept in memory about a slot whose tables were emptied must go too. */
    default void forget(Slot slot) {}
}
