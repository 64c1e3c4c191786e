package org.comity.api;

import org.jspecify.annotations.Nullable;

/** Who acts: a person with a mandate in an office. Auditor, administrator and system have no office. */
public record Actor(
        PersonId person, Mandate mandate, @Nullable Office office) {
    public static final Actor SYSTEM = new Actor(PersonId.SYSTEM, Mandate.SYSTEM, null);
}
