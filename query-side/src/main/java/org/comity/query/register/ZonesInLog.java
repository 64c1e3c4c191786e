package org.comity.query.register;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.OfficeHours;
import org.comity.law.deadline.Zones;
import org.comity.law.directory.AuthorityLife;
import org.comity.log.store.EventLog;

/** The time zones of authorities, from their own streams: whoever reckons a date asks the log and no list of another kind. */
record ZonesInLog(EventLog log) implements Zones {
    @Override
    public Optional<ZoneId> of(AuthorityId authority) {
        AuthorityLife life = AuthorityLife.of(log.read(authority.toString()));
        if (life.office() == null) {
            return Optional.empty();
        }
        OfficeHours hours = life.onOrFirst(LocalDate.MAX).details().hours();
        return hours == null ? Optional.empty() : Optional.of(hours.zone().id());
    }
}
