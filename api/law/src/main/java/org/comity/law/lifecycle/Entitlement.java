package org.comity.law.lifecycle;

import java.util.Set;
import java.util.stream.Collectors;

/** A role that may send a command, and the conditions under which. */
public record Entitlement(Role role, Set<Condition> conditions) {
    public Entitlement {
        conditions = Set.copyOf(conditions);
    }

    /** True if the command is only proposed by the first person and done by the second. */
    public boolean needsSecondPerson() {
        return conditions.contains(Condition.SECOND_PERSON);
    }

    /** The entitlement in words. */
    String title() {
        return conditions.stream()
                .sorted()
                .map(Condition::title)
                .collect(Collectors.joining(" and ", role.title() + " ", ""))
                .strip();
    }
}
