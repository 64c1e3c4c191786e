package org.comity.law.lifecycle;

import java.util.HashSet;
import java.util.Set;
import org.comity.api.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who had which hand in a request, as far as one hand excludes another.
 *
 * @param drafters who drafted it and everybody who amended it
 */
public record People(Set<PersonId> drafters, @Nullable PersonId approver, Set<PersonId> closers) {
    public static final People NONE = new People(Set.of(), null, Set.of());

    public People {
        drafters = Set.copyOf(drafters);
        closers = Set.copyOf(closers);
    }

    /** True if the person drafted, approved or closed it. */
    public boolean tookPart(PersonId person) {
        return drafters.contains(person) || closers.contains(person) || person.equals(approver);
    }

    public People drafted(PersonId person) {
        return new People(with(drafters, person), approver, closers);
    }

    public People approved(@Nullable PersonId person) {
        return new People(drafters, person, closers);
    }

    public People closed(PersonId person) {
        return new People(drafters, approver, with(closers, person));
    }

    private static Set<PersonId> with(Set<PersonId> all, PersonId person) {
        var more = new HashSet<>(all);
        more.add(person);
        return more;
    }
}
