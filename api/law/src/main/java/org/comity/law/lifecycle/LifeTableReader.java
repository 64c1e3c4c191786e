package org.comity.law.lifecycle;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.api.Kebab;
import org.comity.law.Table;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a life-cycle table and holds each word of them to the language. */
final class LifeTableReader<S extends Enum<S>> {
    private static final String NONE = "none";
    private static final String SYSTEM = " (system)";
    private static final Pattern FLAGGED = Pattern.compile("(.+)\\[\\+(\\w+)]");
    private static final Pattern ENTITLED = Pattern.compile("(\\w+)(?:\\[([^]]*)])?");

    /** Statuses of a request that was sent and is neither ended nor closed; those of them that the family has. */
    private static final Set<String> SENT = Set.of(
            "transmitted",
            "misdirected",
            "acknowledged",
            "returned-incomplete",
            "information-requested",
            "under-consultation",
            "accepted",
            "in-execution",
            "postponed",
            "partially-executed",
            "executed",
            "evidence-transmitted",
            "receipt-confirmed");

    private final Map<String, S> statuses;
    private final Set<String> commands;
    private final Set<String> events;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Flag> flags = named(Flag.values(), Flag::toString);
    private final Map<String, Role> roles = named(Role.values(), Role::name);
    private final Map<String, Condition> conditions = named(Condition.values(), Kebab::of);

    LifeTableReader(Class<S> statuses, Class<?> commands, Class<?> events) {
        this.statuses = named(statuses.getEnumConstants(), Kebab::of);
        this.commands = permitted(commands).map(Kebab::of).collect(Collectors.toSet());
        this.events = permitted(events).map(Class::getSimpleName).collect(Collectors.toSet());
    }

    LifeRow<S> row(Table.Row row) {
        String id = row.get("id");
        if (!ids.add(id)) {
            throw row.wrong("id", "second row " + id);
        }
        String command = row.get("command");
        boolean bySystem = command.endsWith(SYSTEM);
        String name = bySystem ? command.substring(0, command.length() - SYSTEM.length()) : command;
        String event = row.get("event");
        if (!commands.contains(name)) {
            throw row.wrong("command", "unknown command " + name);
        }
        if (!events.contains(event)) {
            throw row.wrong("event", "unknown event " + event);
        }
        String from = row.get("from");
        var flagged = FLAGGED.matcher(from);
        boolean hasFlag = flagged.matches();
        return new LifeRow<>(
                id,
                name,
                bySystem,
                from.equals(NONE),
                from(row, hasFlag ? flagged.group(1) : from),
                hasFlag ? known(row, "from", "flag", flags, flagged.group(2)) : null,
                event,
                to(row, row.get("to")),
                row.list("by", '|').stream().map(by -> entitlement(row, by)).toList(),
                row.get("record"),
                row.get("clocks"),
                row.get("anchor"),
                row.get("remark"));
    }

    private Set<S> from(Table.Row row, String from) {
        if (from.equals("any")) {
            return statuses.entrySet().stream()
                    .filter(status -> !status.getKey().equals(NONE))
                    .map(Map.Entry::getValue)
                    .collect(Collectors.toSet());
        }
        if (from.equals("sent")) {
            return SENT.stream()
                    .filter(statuses::containsKey)
                    .map(name -> known(row, "from", "status", statuses, name))
                    .collect(Collectors.toSet());
        }
        return names(from)
                .map(name -> known(row, "from", "status", statuses, name))
                .collect(Collectors.toSet());
    }

    private After<S> to(Table.Row row, String to) {
        return switch (to) {
            case "=" -> new After.Unchanged<>();
            case "^" -> new After.Back<>();
            case "*" -> new After.Computed<>();
            default -> to.startsWith("?") ? chosen(row, to) : new After.To<>(known(row, "to", "status", statuses, to));
        };
    }

    private After<S> chosen(Table.Row row, String to) {
        List<String> names = names(to.substring(1)).toList();
        return new After.Chosen<>(
                names.contains("^"),
                names.stream()
                        .filter(name -> !name.equals("^"))
                        .map(name -> known(row, "to", "status", statuses, name))
                        .collect(Collectors.toSet()));
    }

    private Entitlement entitlement(Table.Row row, String by) {
        var parts = ENTITLED.matcher(by);
        if (!parts.matches()) {
            throw row.wrong("by", "not a role with conditions in brackets: " + by);
        }
        var conditions = EnumSet.noneOf(Condition.class);
        @Nullable String within = parts.group(2);
        if (within != null) {
            Arrays.stream(within.split(","))
                    .map(name -> known(row, "by", "condition", this.conditions, name.strip()))
                    .forEach(conditions::add);
        }
        return new Entitlement(known(row, "by", "role", roles, parts.group(1)), conditions);
    }

    private static <T> T known(Table.Row row, String column, String kind, Map<String, T> all, @Nullable String name) {
        T found = name == null ? null : all.get(name);
        if (found == null) {
            throw row.wrong(column, "unknown " + kind + " " + name);
        }
        return found;
    }

    private static Stream<String> names(String joined) {
        return Arrays.stream(joined.split("\\|")).map(String::strip);
    }

    private static Stream<Class<?>> permitted(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses());
    }

    private static <T> Map<String, T> named(T[] values, Function<T, String> name) {
        var all = new LinkedHashMap<String, T>();
        for (T value : values) {
            all.put(name.apply(value), value);
        }
        return all;
    }
}
