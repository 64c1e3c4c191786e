package org.comity.log.dispatch;

import java.util.List;
import org.comity.api.Recorded;

/**
 * What came of a command.
 *
 * @param stream text of the id of the request or authority
 * @param version sequence of the last event of the stream after the command, -1 if the stream does not exist
 * @param position of the last event that the command wrote, -1 if it wrote none
 * @param events that the command wrote, in order; none if it changed nothing
 */
public record Outcome(String stream, long version, long position, List<Recorded<?>> events) {
    public Outcome {
        events = List.copyOf(events);
    }
}
