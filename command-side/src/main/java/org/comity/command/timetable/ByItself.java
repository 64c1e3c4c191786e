package org.comity.command.timetable;

import java.time.Instant;
import java.util.Optional;

/** Something that lets things happen by themselves at their moments. */
public interface ByItself {
    /** The next moment at which something falls due, as far as the log says; a moment that has passed is the first. */
    Optional<Instant> nextDue();

    /**
     * Lets everything happen that is due, in order.
     *
     * @param now by the world clock
     * @return how much happened
     */
    int runDue(Instant now);
}
