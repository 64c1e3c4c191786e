package org.comity.query.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.api.PersonId;
import org.comity.api.directory.AuthorityId;
import org.comity.api.treaty.TreatyAnswer;
import org.comity.api.view.ActView;
import org.comity.api.view.AuthorityView;
import org.comity.api.view.HistoryEntryView;
import org.comity.query.law.LawSights;
import org.comity.query.register.Disclosure;
import org.comity.query.web.Wording;
import org.jspecify.annotations.Nullable;

/** Tells a history to a person, the newest event first. */
final class Timeline {
    /** Members of an event that are shown as if they were its own. */
    private static final Set<String> PARTS = new TreeSet<>(Set.of("contents", "material"));

    /** What has a form of its own in the history. */
    private static final Set<String> ELSEWHERE = Set.of("contents", "material", "relation");

    private final Disclosure.Answer answer;
    private final Wording words;
    private final Sayings sayings;
    private final Map<PersonId, String> colleagues;
    private final Map<UUID, String> offices;

    /**
     * Tells histories to one reader.
     *
     * @param colleagues of the reader, by what they are called; everybody else has a pseudonym
     * @param offices by what they are called in the language of the reader
     */
    Timeline(
            Disclosure.Answer answer,
            Wording words,
            Sayings sayings,
            Map<PersonId, String> colleagues,
            Map<UUID, String> offices) {
        this.answer = answer;
        this.words = words;
        this.sayings = sayings;
        this.colleagues = Map.copyOf(colleagues);
        this.offices = Map.copyOf(offices);
    }

    List<Entry> of(List<HistoryEntryView> history) {
        Map<String, String> amended = new HashMap<>();
        history.stream()
                .filter(entry -> entry.event().equals("EventCorrected"))
                .forEach(entry -> amended.put(
                        String.valueOf(entry.fields().get("corrects")),
                        String.valueOf(entry.fields().get("action")).equalsIgnoreCase("void")
                                ? "history.voided"
                                : "history.corrected"));
        return history.reversed().stream()
                .map(entry -> entry(entry, amended.get(entry.eventId().toString())))
                .toList();
    }

    private Entry entry(HistoryEntryView entry, @Nullable String amended) {
        ActView act = entry.act();
        boolean itself = act.person().equals(PersonId.SYSTEM);
        return new Entry(
                entry.sequence(),
                entry.eventId(),
                words.event(entry.event()),
                itself ? "itself" : act.reported() ? "reported" : "witnessed",
                itself ? words.text("history.system") : office(act.authority()),
                itself ? null : person(act.person()),
                itself ? null : role(act.role()),
                act.onBehalfOf() == null ? null : office(act.onBehalfOf()),
                act.proposer() == null ? null : person(act.proposer().person()),
                act.channel() == null
                        ? null
                        : words.code("channel", act.channel().value()),
                reason(act),
                act.proof(),
                act.occurredAt(),
                act.receivedAt(),
                entry.recordedAt(),
                amended == null ? null : words.text(amended),
                entry.fields().get("relation") instanceof TreatyAnswer relied ? LawSights.bases(relied) : List.of(),
                said(entry));
    }

    private List<Said> said(HistoryEntryView entry) {
        Map<String, Object> fields = answer.values(entry.fields());
        Map<String, Object> rest = without(fields, ELSEWHERE);
        var said = new ArrayList<>(sayings.of(command(entry), rest));
        for (String part : PARTS) {
            if (fields.get(part) instanceof Map<?, ?> members) {
                said.addAll(sayings.of("draft", without(members, Set.of())));
            } else if (fields.get(part) != null) {
                said.addAll(sayings.of(command(entry), Map.of(part, fields.get(part))));
            }
        }
        return said;
    }

    private static Map<String, Object> without(Map<?, ?> fields, Set<String> names) {
        var rest = new LinkedHashMap<String, Object>();
        fields.forEach((field, value) -> {
            if (value != null && !names.contains(String.valueOf(field))) {
                rest.put(String.valueOf(field), value);
            }
        });
        return rest;
    }

    /** Under which command the labels of the fields are to be looked for: an addressee is called so, not "to". */
    private static String command(HistoryEntryView entry) {
        return entry.fields().get("to") instanceof AuthorityId ? "transmit" : "history";
    }

    private @Nullable String reason(ActView act) {
        if (act.reason() == null) {
            return null;
        }
        return words.opened(answer.values(Map.of("reason", act.reason())).get("reason"));
    }

    private String role(String roles) {
        return Arrays.stream(roles.split(" "))
                .map(role -> {
                    String word = words.first("role." + role, "mandate." + role);
                    return word == null ? role : word;
                })
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String person(PersonId person) {
        String name = colleagues.get(person);
        return name != null
                ? name
                : words.text("history.person", person.toString().substring(0, 8));
    }

    String office(@Nullable AuthorityView authority) {
        if (authority == null) {
            return "";
        }
        String name = offices.getOrDefault(authority.id().value(), authority.name());
        return name != null ? name : words.constant("kind", authority.kind()) + " · " + words.state(authority.state());
    }
}
