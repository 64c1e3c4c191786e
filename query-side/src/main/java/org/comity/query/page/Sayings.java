package org.comity.query.page;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.comity.api.SpokenForm;
import org.comity.api.StateCode;
import org.comity.query.form.LawChoices;
import org.comity.query.web.Wording;
import org.jspecify.annotations.Nullable;

/** Puts what a view says, as JSON has it, into the words of one language. */
final class Sayings {
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d(:\\d\\d)?");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DIGEST = Pattern.compile("(md5|sha-\\d+):[0-9a-f]+");
    private static final Set<String> STATES = Set.of("from", "to", "state", "likelyState");
    private static final Set<String> OF_THE_LAW = Set.of("bases", "grounds", "missing", "withheld", "rule");
    private static final Set<String> PRESERVATIONS = Set.of("linkedPreservations", "originatedFrom", "renews");
    private static final Set<String> ASSISTANCE = Set.of("linkedRequests", "request");
    /** Which words a field of codes may have. */
    private static final Map<String, List<String>> VOCABULARIES = Map.ofEntries(
            Map.entry("channel", List.of("channel")),
            Map.entry("categories", List.of("category")),
            Map.entry("category", List.of("category")),
            Map.entry("items", List.of("outcome", "category")),
            Map.entry("kind", List.of("proof", "kind", "deadline")),
            Map.entry("how", List.of("how")),
            Map.entry("measures", List.of("measure")),
            Map.entry("role", List.of("person-role")),
            Map.entry("outcome", List.of("close", "follow-up", "outcome")),
            Map.entry("scope", List.of("scope")),
            Map.entry("action", List.of("action")),
            Map.entry("ground", List.of("restriction")),
            Map.entry("decision", List.of("answer")),
            Map.entry("command", List.of("command")),
            Map.entry("state", List.of("round-state", "transfer-state", "condition-state")),
            Map.entry("turn", List.of("turn")),
            Map.entry("to", List.of("status")));

    private final Wording words;
    private final Function<UUID, Optional<String>> names;

    /**
     * @param names what authorities and entries of the history are called, by their ids
     */
    Sayings(Wording words, Function<UUID, Optional<String>> names) {
        this.words = words;
        this.names = names;
    }

    /** What the members of an object say; what is absent, empty or not the case is left out. */
    List<Said> of(String within, Map<String, ?> members) {
        var all = new ArrayList<Said>();
        members.forEach((name, value) -> {
            if (value != null && !isNothing(value)) {
                all.add(one(within, name, value));
            }
        });
        return all;
    }

    private static boolean isNothing(Object value) {
        return value.equals(false)
                || (value instanceof Collection<?> many && many.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    private Said one(String within, String name, Object value) {
        var lines = new ArrayList<String>();
        var groups = new ArrayList<List<Said>>();
        boolean fixed = false;
        for (Object one : value instanceof Collection<?> many ? many : List.of(value)) {
            if (one instanceof Map<?, ?> map && !Wording.isWithheld(map)) {
                if (isPlain(name)) {
                    map.forEach((key, content) -> lines.add(key + " · " + line(name, content)));
                } else {
                    groups.add(of(name, members(map)));
                }
            } else {
                lines.add(line(name, one));
                fixed |= one instanceof String text && DIGEST.matcher(text).matches();
            }
        }
        return new Said(words.field(within, name), lines, fixed, OF_THE_LAW.contains(name), groups);
    }

    private static boolean isPlain(String name) {
        return name.equals("items") || name.equals("answers") || name.equals("names");
    }

    private static Map<String, Object> members(Map<?, ?> map) {
        var members = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> {
            if (value != null) {
                members.put(String.valueOf(name), value);
            }
        });
        return members;
    }

    private String line(String name, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> words.text(yes ? "value.yes" : "value.no");
            case Map<?, ?> withheld -> words.opened(withheld);
            case String text -> text(name, text);
            default -> value.toString();
        };
    }

    private String text(String name, String text) {
        if (INSTANT.matcher(text).matches() || DAY.matcher(text).matches()) {
            return words.when(text);
        }
        if (ID.matcher(text).matches()) {
            return identity(name, UUID.fromString(text));
        }
        if (STATES.contains(name) && StateCode.ALL.contains(text)) {
            return words.state(new StateCode(text));
        }
        if (name.equals("languages")) {
            return words.language(text);
        }
        if (name.equals("days")) {
            return words.weekday(DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT)));
        }
        if (TIME.matcher(text).matches()) {
            return words.time(text);
        }
        if (OF_THE_LAW.contains(name)) {
            return LawChoices.label(text);
        }
        if (name.equals("formalConfirmationWithin")) {
            return words.text("value.hours", Duration.parse(text).toHours());
        }
        for (String vocabulary : VOCABULARIES.getOrDefault(name, List.of())) {
            String word = words.first(vocabulary + "." + text);
            if (word != null) {
                return word;
            }
        }
        return text;
    }

    private String identity(String name, UUID id) {
        if (PRESERVATIONS.contains(name)) {
            return SpokenForm.of('P', id);
        }
        return ASSISTANCE.contains(name)
                ? SpokenForm.of('M', id)
                : names.apply(id).orElse(id.toString());
    }
}
