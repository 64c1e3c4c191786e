package org.comity.law.deadline;

import java.time.ZoneId;
import java.util.Optional;
import org.comity.api.directory.AuthorityId;

/** Knows by whose clocks the days of an authority begin and end. */
@FunctionalInterface
public interface Zones {
    /** The time zone of an authority; empty if the directory does not say. */
    Optional<ZoneId> of(AuthorityId authority);
}
