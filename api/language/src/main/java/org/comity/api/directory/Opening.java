package org.comity.api.directory;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.comity.api.Malformed;

/**
 * A stretch of time in which an office is open on certain days of the week. One that goes on after midnight is two.
 *
 * @param until the first moment at which it is closed again
 */
public record Opening(List<DayOfWeek> days, LocalTime from, LocalTime until) {
    public Opening {
        days = days.stream().distinct().sorted().toList();
        Malformed.unless(!days.isEmpty(), "an office opens on one day of the week at least");
        Malformed.unless(from.isBefore(until), "an office opens before it closes, on the same day");
    }

    boolean contains(LocalDateTime moment) {
        return days.contains(moment.getDayOfWeek())
                && !moment.toLocalTime().isBefore(from)
                && moment.toLocalTime().isBefore(until);
    }

    boolean overlaps(Opening other) {
        return days.stream().anyMatch(other.days::contains) && from.isBefore(other.until) && other.from.isBefore(until);
    }
}
