package org.comity.query.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.query.web.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two moments of a request, field by field, in the words of a reader.
 *
 * @param label what the field is called
 * @param before what only the first one says
 * @param after what only the second one says
 */
public record Difference(String label, List<String> before, List<String> after) {
    /** What does not belong to the request, or follows from what is told anyway. */
    private static final Set<String> ASIDE = Set.of(
            "id",
            "reference",
            "version",
            "role",
            "waitingOn",
            "turnSince",
            "openCommands",
            "reportable",
            "rule",
            "term",
            "from",
            "links");

    /** What the page of a request calls these. */
    private static final Map<String, String> LABELS = Map.of(
            "status", "col.status",
            "turn", "col.turn",
            "to", "side.requested",
            "sentAt", "request.sent",
            "legalReceivedAt", "request.received",
            "expiresAt", "request.preserved-until",
            "heldFor", "request.held");

    /** Members that name a part of a list among the others. */
    private static final List<String> NAMES = List.of("id", "round", "kind");

    /** Members of a part that name it, or say only where it comes from. */
    private static final Set<String> PARTS_ASIDE = Set.of("id", "round", "kind", "event", "sequence", "rule", "day");

    public Difference {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * Compares two views of one request.
     *
     * @param before the earlier one, as JSON has it, with personal values opened
     * @param after the later one
     */
    static List<Difference> between(
            Map<String, Object> before, Map<String, Object> after, String kind, Sayings sayings, Wording words) {
        Map<String, List<String>> first = told(before, kind, sayings, words);
        Map<String, List<String>> second = told(after, kind, sayings, words);
        Set<String> labels = new LinkedHashSet<>(second.keySet());
        labels.addAll(first.keySet());
        return labels.stream()
                .map(label -> new Difference(
                        label,
                        without(first.getOrDefault(label, List.of()), second.getOrDefault(label, List.of())),
                        without(second.getOrDefault(label, List.of()), first.getOrDefault(label, List.of()))))
                .filter(one -> !one.before().isEmpty() || !one.after().isEmpty())
                .toList();
    }

    private static List<String> without(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    private static Map<String, List<String>> told(
            Map<String, Object> view, String kind, Sayings sayings, Wording words) {
        Map<String, List<String>> told = new LinkedHashMap<>();
        view.forEach((name, value) -> {
            if (value == null || ASIDE.contains(name)) {
                return;
            }
            String label = label(name, words);
            switch (name) {
                case "contents", "material" ->
                    sayings.of("contents", members(value)).forEach(said -> tell(told, said.label(), lines(said)));
                case "references" ->
                    members(value)
                            .forEach((side, reference) ->
                                    tell(told, reference(side, kind, words), Stream.of(String.valueOf(reference))));
                case "status" -> tell(told, label, Stream.of(words.text("status." + value)));
                case "turn" ->
                    tell(told, label, Stream.ofNullable(words.first("turn." + kind + "." + value, "turn." + value)));
                case "flags" ->
                    tell(
                            told,
                            label,
                            ((Collection<?>) value).stream().map(flag -> words.code("flag", String.valueOf(flag))));
                case "sender", "addressee" -> tell(told, label, Stream.of(office(members(value), words)));
                default -> {
                    if (value instanceof Collection<?> many && many.stream().anyMatch(one -> key(one) != null)) {
                        many.forEach(one -> parts(told, label, members(one), sayings));
                    } else {
                        sayings.of("view", Map.of(name, value)).forEach(said -> tell(told, label, lines(said)));
                    }
                }
            }
        });
        return told;
    }

    private static void tell(Map<String, List<String>> told, String label, Stream<String> lines) {
        lines.forEach(told.computeIfAbsent(label, one -> new ArrayList<>())::add);
    }

    /** Of something that keeps its name from one moment to the next, each member is a line, so that only what changed is told. */
    private static void parts(Map<String, List<String>> told, String label, Map<String, Object> part, Sayings sayings) {
        String key = String.valueOf(key(part));
        List<Said> named = sayings.of("view", Map.of(key, part.get(key)));
        String whole = label + " · " + named.getFirst().lines().getFirst();
        part.keySet().removeAll(PARTS_ASIDE);
        sayings.of("view", part).stream()
                .flatMap(said -> lines(said).map(line -> said.label() + ": " + line))
                .forEach(line -> tell(told, whole, Stream.of(line)));
    }

    /** The member that names a part among others of its list. */
    private static @Nullable String key(Object part) {
        return part instanceof Map<?, ?> map
                ? NAMES.stream().filter(map::containsKey).findFirst().orElse(null)
                : null;
    }

    private static Stream<String> lines(Said said) {
        return Stream.concat(said.lines().stream(), said.groups().stream().map(group -> group.stream()
                .map(part -> part.label() + " " + lines(part).collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" · "))));
    }

    private static String label(String name, Wording words) {
        String label = words.first(LABELS.getOrDefault(name, "request." + name), "request." + name, "field." + name);
        return label == null ? name : label;
    }

    private static String reference(String side, String kind, Wording words) {
        return String.valueOf(words.first("request.reference." + kind + "." + side, "request.reference." + side));
    }

    private static String office(Map<String, Object> authority, Wording words) {
        Object name = authority.get("name");
        return name == null ? words.state(String.valueOf(authority.get("state"))) : name.toString();
    }

    private static Map<String, Object> members(Object value) {
        var members = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, one) -> {
                if (one != null) {
                    members.put(String.valueOf(name), one);
                }
            });
        }
        return members;
    }
}
