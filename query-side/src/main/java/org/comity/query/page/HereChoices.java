package org.comity.query.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.api.Code;
import org.comity.api.ContentCode;
import org.comity.api.GroundCode;
import org.comity.api.Label;
import org.comity.api.LineItemId;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonId;
import org.comity.api.PersonRef;
import org.comity.api.SpokenForm;
import org.comity.api.directory.AuthorityId;
import org.comity.api.mla.TransferId;
import org.comity.api.view.RequestLawView;
import org.comity.api.view.SourceView;
import org.comity.query.form.Choice;
import org.comity.query.form.FormMaker;
import org.comity.query.web.Wording;

/** What a form about one request offers from the request itself: its items, rounds, transfers, persons and entries. */
final class HereChoices implements FormMaker.Choices {
    private static final Set<String> NEW_TRANSFER =
            Set.of("transmit-evidence", "retransmit-evidence", "record-late-material");

    private final Map<String, Object> view;
    private final List<Entry> history;
    private final Map<UUID, String> people;
    private final List<Choice> offices;
    private final Map<String, List<String>> statuses;
    private final RequestLawView law;
    private final Wording words;

    /**
     * @param people of the reader's own side, by what they are called
     * @param offices of the reader's own State
     * @param statuses which statuses a command may name
     * @param law what the tables say of the request
     */
    HereChoices(
            Map<String, Object> view,
            List<Entry> history,
            Map<UUID, String> people,
            List<Choice> offices,
            Map<String, List<String>> statuses,
            RequestLawView law,
            Wording words) {
        this.view = view;
        this.history = history;
        this.people = people;
        this.offices = offices;
        this.statuses = statuses;
        this.law = law;
        this.words = words;
    }

    @Override
    public Optional<List<Choice>> of(String command, String field, Class<?> type) {
        if (command.equals("unassign") && (type == PersonId.class || type == AuthorityId.class)) {
            return some(assigned(field));
        }
        if (type == LineItemId.class && !command.equals("amend-draft")) {
            return some(list("items").map(item -> new Choice(text(item, "id"), item(item))));
        }
        if (type == Integer.class && (field.equals("rounds") || field.equals("answers"))) {
            return some(list("rounds")
                    .filter(round -> text(round, "state").equals("open"))
                    .map(round -> new Choice(text(round, "round"), round(round))));
        }
        if (type == TransferId.class && (field.equals("supersedes") || !NEW_TRANSFER.contains(command))) {
            return some(list("transfers").map(one -> new Choice(text(one, "id"), text(one, "id"))));
        }
        if (type == Label.class && field.equals("files")) {
            return some(files().map(file -> new Choice(file, file)));
        }
        if (type == PersonRef.class && field.equals("person")) {
            return some(persons());
        }
        if (type == PersonId.class) {
            return some(people.entrySet().stream()
                    .map(one -> new Choice(one.getKey().toString(), one.getValue())));
        }
        if (type == AuthorityId.class && command.equals("assign")) {
            return Optional.of(offices);
        }
        if (type == UUID.class) {
            return field.equals("event") ? some(history.stream().map(this::entry)) : some(proposals());
        }
        if (type == GroundCode.class) {
            return Optional.of(grounds(command));
        }
        if (type == ContentCode.class) {
            return some(law.contents().items().stream()
                    .map(item -> choice(item.code().value(), item.citation(), item.label(), item.source())));
        }
        if (type == MlaRequestId.class) {
            return some(list("heldFor")
                    .map(hold -> text(hold, "request"))
                    .map(id -> new Choice(id, SpokenForm.of('M', UUID.fromString(id)))));
        }
        return Optional.ofNullable(type.isEnum() && field.equals("to") ? statuses.get(command) : null)
                .map(names -> names.stream()
                        .map(name -> new Choice(name, words.text("status." + name)))
                        .toList());
    }

    private static Optional<List<Choice>> some(Stream<Choice> choices) {
        return Optional.of(choices.toList());
    }

    /** Who has the request now, by office or by person. */
    private Stream<Choice> assigned(String who) {
        Map<String, String> names = new HashMap<>();
        people.forEach((id, name) -> names.put(id.toString(), name));
        offices.forEach(office -> names.put(office.value(), office.label()));
        return list("assignments")
                .map(one -> text(one, who))
                .filter(id -> !id.isEmpty())
                .distinct()
                .map(id -> new Choice(id, names.getOrDefault(id, id.substring(0, 8))));
    }

    private String item(Map<?, ?> item) {
        String outcome = text(item, "outcome");
        return text(item, "id") + " · " + words.code("category", item.get("category"))
                + (outcome.isEmpty() ? "" : " · " + words.code("outcome", outcome));
    }

    private String round(Map<?, ?> round) {
        String first = round.get("questions") instanceof List<?> questions && !questions.isEmpty()
                ? String.valueOf(questions.getFirst())
                : "";
        return text(round, "round") + (first.isEmpty() ? "" : " · " + shortened(first));
    }

    private static String shortened(String text) {
        return text.length() <= 80
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.min(79, text.codePointCount(0, text.length()))))
                        + "…";
    }

    private Stream<String> files() {
        return list("transfers")
                .flatMap(transfer -> transfer.get("manifest") instanceof List<?> files ? files.stream() : Stream.of())
                .map(file -> text((Map<?, ?>) file, "file"))
                .distinct();
    }

    private Stream<Choice> persons() {
        return Stream.of("contents", "material")
                .flatMap(part -> view.get(part) instanceof Map<?, ?> said && said.get("persons") instanceof List<?> all
                        ? all.stream()
                        : Stream.empty())
                .map(person -> (Map<?, ?>) person)
                .map(person -> new Choice(
                        text(person, "ref"),
                        text(person, "ref") + " · " + words.code("person-role", person.get("role"))));
    }

    private Stream<Choice> proposals() {
        return list("proposals")
                .filter(one -> Boolean.TRUE.equals(one.get("mine")))
                .map(one -> new Choice(text(one, "id"), words.text("command." + text(one, "command"))));
    }

    private Choice entry(Entry entry) {
        return new Choice(
                entry.id().toString(),
                entry.sequence() + " · " + entry.title() + " · " + words.moment(entry.occurredAt()));
    }

    /** Exactly the grounds that are open today; each says if nobody verified it. */
    private List<Choice> grounds(String command) {
        return law.grounds().getOrDefault(new Code(command), List.of()).stream()
                .map(one -> choice(one.code().value(), one.citation(), one.label(), one.source()))
                .toList();
    }

    private Choice choice(String code, String citation, String label, SourceView source) {
        String unverified = source.verified() ? "" : " · " + words.text("law.unverified");
        return new Choice(code, citation + " · " + label + unverified, true);
    }

    private Stream<Map<?, ?>> list(String name) {
        List<Map<?, ?>> found = new ArrayList<>();
        if (view.get(name) instanceof List<?> all) {
            all.forEach(one -> found.add((Map<?, ?>) one));
        }
        return found.stream();
    }

    private static String text(Map<?, ?> map, String name) {
        Object value = map.get(name);
        return value == null ? "" : value.toString();
    }
}
