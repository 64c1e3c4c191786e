package org.comity.query.register;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.api.Actor;
import org.comity.api.Office;
import org.comity.api.PersonId;

/** Knows who works in an office, as far as their own side may know; the log itself has pseudonyms only. */
@FunctionalInterface
public interface Colleagues {
    /** The people of an office, in the order in which they are offered. */
    List<Colleague> in(Office office);

    /** A person by the name that colleagues use. */
    record Colleague(PersonId id, String name) {}

    /** What somebody calls the people of the own office. */
    default Map<PersonId, String> of(Actor actor) {
        Office office = actor.office();
        return office == null
                ? Map.of()
                : in(office).stream().collect(Collectors.toMap(Colleague::id, Colleague::name, (one, same) -> one));
    }
}
