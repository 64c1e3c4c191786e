package org.comity.law.lifecycle;

import java.util.HashMap;
import java.util.Map;
import org.comity.api.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * How many legal holds stand on the whole request and on persons. They are counted, because two courts may hold the same
 * record and the end of one proceeding does not end the other. Source: LED art. 16(3).
 */
public record Holds(int whole, Map<PersonRef, Integer> persons) {
    public static final Holds NONE = new Holds(0, Map.of());

    public Holds {
        persons = Map.copyOf(persons);
    }

    public boolean any() {
        return whole > 0 || !persons.isEmpty();
    }

    /** True if nothing about the person may be erased. */
    public boolean protect(PersonRef person) {
        return whole > 0 || persons.containsKey(person);
    }

    /** True if a hold on exactly this, the person or with null the whole request, can be lifted. */
    public boolean standOn(@Nullable PersonRef person) {
        return person == null ? whole > 0 : persons.containsKey(person);
    }

    public Holds placed(@Nullable PersonRef person) {
        return counted(person, 1);
    }

    public Holds lifted(@Nullable PersonRef person) {
        return standOn(person) ? counted(person, -1) : this;
    }

    private Holds counted(@Nullable PersonRef person, int more) {
        if (person == null) {
            return new Holds(whole + more, persons);
        }
        var counts = new HashMap<>(persons);
        int count = counts.getOrDefault(person, 0) + more;
        if (count == 0) {
            counts.remove(person);
        } else {
            counts.put(person, count);
        }
        return new Holds(whole, counts);
    }
}
