package org.comity.log.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.serialization.Revision;
import org.comity.api.Event;
import org.comity.api.directory.AuthorityEvent;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.policy.PolicyEvent;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.reminder.ReminderEvent;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.jspecify.annotations.Nullable;

/** Under which name and revision each event is stored; Java classes may move, these names may not. */
public final class StoredNames {
    /** The families of the house. The prefix is part of every name in the log and never changes. */
    public static final StoredNames OF_THE_HOUSE = new StoredNames(List.of(
            new Family("mla", MlaRequestEvent.class),
            new Family("preservation", PreservationEvent.class),
            new Family("spontaneous", SpontaneousEvent.class),
            new Family("authority", AuthorityEvent.class),
            new Family("policy", PolicyEvent.class),
            new Family("reminder", ReminderEvent.class)));

    /** A sealed family of events under the first part of their names. */
    public record Family(String prefix, Class<? extends Event> sealed) {}

    private final Map<String, Class<? extends Event>> types = new TreeMap<>();
    private final Map<Class<? extends Event>, String> names = new HashMap<>();

    public StoredNames(List<Family> families) {
        for (Family family : families) {
            add(family.prefix(), family.sealed());
        }
    }

    private void add(String prefix, Class<? extends Event> type) {
        if (type.isRecord()) {
            String name = prefix + '.' + type.getSimpleName();
            Class<?> other = types.put(name, type);
            if (other != null) {
                throw new IllegalStateException(name + " names both " + other + " and " + type);
            }
            names.put(type, name);
            return;
        }
        Class<?>[] permitted = type.getPermittedSubclasses();
        if (permitted == null) {
            throw new IllegalStateException(type + " is neither a record nor a sealed family of records");
        }
        for (Class<?> event : permitted) {
            add(prefix, event.asSubclass(Event.class));
        }
    }

    /** The logical name of an event, such as {@code mla.ReceiptAcknowledged}. */
    public String name(Class<? extends Event> type) {
        String name = names.get(type);
        if (name == null) {
            throw new IllegalArgumentException(type + " belongs to no family of stored events");
        }
        return name;
    }

    /** The revision under which an event is written today: its {@code @Revision}, else 1. */
    public String revision(Class<? extends Event> type) {
        Revision revision = type.getAnnotation(Revision.class);
        return revision == null ? "1" : revision.value();
    }

    /** The record that carries a logical name today, or null if no record does. */
    public @Nullable Class<? extends Event> find(String name) {
        return types.get(name);
    }

    /** Every logical name, in alphabetical order. */
    public Set<String> names() {
        return types.keySet();
    }
}
