package org.comity.law.deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.comity.api.Recorded;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.OfficeHours;
import org.comity.law.directory.AuthorityLife;

/** Knows by whose clocks the days of an authority begin and end. */
@FunctionalInterface
public interface Zones {
    /** The time zone of an authority; empty if the directory does not say. */
    Optional<ZoneId> of(AuthorityId authority);

    /** The zones that the streams of the authorities state, as they are now. */
    static Zones in(Function<String, List<Recorded<?>>> streams) {
        return authority -> {
            AuthorityLife life = AuthorityLife.of(streams.apply(authority.toString()));
            if (life.office() == null) {
                return Optional.empty();
            }
            OfficeHours hours = life.onOrFirst(LocalDate.MAX).details().hours();
            return hours == null ? Optional.empty() : Optional.of(hours.zone().id());
        };
    }
}
