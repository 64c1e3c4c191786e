package org.comity.command.timetable;

/** Knows how far the policies and the timetable itself have come. */
@FunctionalInterface
public interface CaughtUp {
    /**
     * Waits until everything up to and including a position of the log has been handled.
     *
     * @throws IllegalStateException if that does not come to pass in reasonable time, as when a handler fails again and again
     */
    void await(long position);
}
