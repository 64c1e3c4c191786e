package org.comity.api.directory;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.comity.api.Malformed;

/** When somebody is in the office, by the clock on its wall. */
public record OfficeHours(ZoneName zone, List<Opening> openings) {
    public OfficeHours {
        openings = List.copyOf(openings);
        for (int i = 0; i < openings.size(); i++) {
            for (Opening later : openings.subList(i + 1, openings.size())) {
                Malformed.unless(!openings.get(i).overlaps(later), "office hours of the same day do not overlap");
            }
        }
    }

    /** True if somebody is in the office at that moment. */
    public boolean areOpenAt(Instant moment) {
        LocalDateTime there = there(moment);
        return openings.stream().anyMatch(opening -> opening.contains(there));
    }

    /** What the clock on the wall of the office says at that moment. */
    public LocalDateTime there(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone.id());
    }
}
