package org.comity.law.lifecycle;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.comity.api.Actor;
import org.comity.api.CorrectionAction;
import org.comity.api.Event;
import org.comity.api.Fact;
import org.comity.api.Id;
import org.comity.api.Label;
import org.comity.api.PersonId;
import org.comity.api.PersonRef;
import org.comity.api.Personal;
import org.comity.api.Refused;
import org.comity.api.RequestEvent.Corrected;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityKind;
import org.jspecify.annotations.Nullable;

/**
 * How a correction changes what is counted: one component of a record has another value, or the event is left out. The log
 * keeps the event as it was. Dates, references, amounts, codes, grounds, outcomes and receipts may be replaced; who did it,
 * whom it concerns and of what kind it is may not, for that would be another event.
 */
public final class Corrections {
    /** Types of which no component may be replaced, whatever holds them. */
    private static final Set<Class<?>> FIXED = Set.of(
            Id.class,
            UUID.class,
            StateCode.class,
            Actor.class,
            PersonId.class,
            PersonRef.class,
            AuthorityKind.class,
            Personal.class);

    private Corrections() {}

    /** The facts as they count: each corrected one with its new values, or left out. Correcting events stay in their place. */
    public static <E extends Event> List<Fact<E>> effective(List<Fact<E>> facts) {
        return effective(facts, facts);
    }

    /** Some facts as they count after all corrections that another, usually longer, list holds. */
    public static <E extends Event> List<Fact<E>> effective(List<Fact<E>> facts, List<Fact<E>> corrected) {
        Map<UUID, List<Corrected>> corrections = standing(corrected);
        var effective = new ArrayList<Fact<E>>(facts.size());
        for (Fact<E> fact : facts) {
            Fact<E> counted = apply(fact, corrections.getOrDefault(fact.eventId(), List.of()));
            if (counted != null) {
                effective.add(counted);
            }
        }
        return effective;
    }

    /** The corrections that stand, by corrected event: one that a later one leaves out corrects nothing. */
    private static <E extends Event> Map<UUID, List<Corrected>> standing(List<Fact<E>> facts) {
        var standing = new HashMap<UUID, List<Corrected>>();
        for (Fact<E> fact : facts.reversed()) {
            boolean leftOut = standing.getOrDefault(fact.eventId(), List.of()).stream()
                    .anyMatch(later -> later.action() == CorrectionAction.VOID);
            if (fact.event() instanceof Corrected correction && !leftOut) {
                standing.computeIfAbsent(correction.corrects(), event -> new ArrayList<>())
                        .addFirst(correction);
            }
        }
        return standing;
    }

    private static <E extends Event> @Nullable Fact<E> apply(Fact<E> fact, List<Corrected> corrections) {
        E event = fact.event();
        for (Corrected correction : corrections) {
            if (correction.action() == CorrectionAction.VOID) {
                return null;
            }
            Label field = correction.field();
            event = withField(event, field == null ? "" : field.value(), correction.value());
        }
        return new Fact<>(fact.eventId(), fact.sequence(), event, fact.act());
    }

    /**
     * The record with one component replaced.
     *
     * @param field name of the component, with dots from record to record
     * @param value as JSON gives it: text, number, boolean, list or map; null empties a component that may be empty
     */
    public static <R> R withField(R event, String field, @Nullable Object value) {
        try {
            @SuppressWarnings("unchecked")
            R replaced = (R) replace(event, field, value);
            return replaced;
        } catch (Naturals.Unfit e) {
            throw Refused.unacceptable(
                            "correction.wrong-value", "value", "The field " + field + " is " + e.form() + ".")
                    .from("audit rule");
        }
    }

    private static Object replace(Object holder, String field, @Nullable Object value) {
        int dot = field.indexOf('.');
        String name = dot < 0 ? field : field.substring(0, dot);
        RecordComponent[] components = holder.getClass().getRecordComponents();
        var values = new ArrayList<@Nullable Object>();
        boolean found = false;
        for (RecordComponent component : components) {
            Object before = valueOf(component, holder);
            if (!component.getName().equals(name)) {
                values.add(before);
                continue;
            }
            found = true;
            if (dot < 0) {
                checkReplaceable(component);
                values.add(Naturals.convert(value, component));
            } else if (before instanceof Record) {
                values.add(replace(before, field.substring(dot + 1), value));
            } else {
                throw unknown("The field " + name + " has no fields of its own.");
            }
        }
        if (!found) {
            throw unknown("The event " + holder.getClass().getSimpleName() + " has no field " + name + ".");
        }
        return Naturals.construct(holder.getClass(), values);
    }

    private static Refused unknown(String sentence) {
        return Refused.unacceptable("correction.unknown-field", "field", sentence)
                .from("audit rule");
    }

    private static void checkReplaceable(RecordComponent component) {
        if (Naturals.mentions(component.getGenericType(), FIXED)) {
            throw Refused.unacceptable(
                            "correction.fixed-field",
                            "field",
                            "The field " + component.getName()
                                    + " says who, whom or what kind and cannot be replaced; void the event instead.")
                    .from("audit rule");
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Object holder) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the components of a public record are readable", e);
        }
    }
}
