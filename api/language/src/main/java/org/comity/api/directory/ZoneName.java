package org.comity.api.directory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.ZoneId;
import org.comity.api.Malformed;

/** A time zone by its name in the IANA database, such as {@code Europe/Lisbon}. */
public record ZoneName(@JsonValue String value) {
    public ZoneName {
        Malformed.unless(
                ZoneId.getAvailableZoneIds().contains(value),
                "a time zone is a name of the IANA database, such as Europe/Lisbon");
    }

    public ZoneId id() {
        return ZoneId.of(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
