package org.comity.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** A State by its ISO 3166-1 alpha-2 code, such as {@code PT}. */
public record StateCode(@JsonValue String value) {
    /** Every code that is assigned today. */
    public static final Set<String> ALL = Set.of(Locale.getISOCountries());

    public StateCode {
        Malformed.unless(ALL.contains(value), "a State is an assigned ISO 3166-1 alpha-2 code in capitals");
    }

    @Override
    public String toString() {
        return value;
    }
}
