package org.comity.query.page;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.api.Actor;
import org.comity.api.Id;
import org.comity.api.Label;
import org.comity.api.PersonId;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.view.AuthorityView;
import org.comity.api.view.HistoryEntryView;
import org.comity.api.view.OpenCommandView;
import org.comity.api.view.ReportableView;
import org.comity.api.view.RequestHead;
import org.comity.api.view.RequestLawView;
import org.comity.query.form.Choice;
import org.comity.query.form.FormMaker;
import org.comity.query.register.AuthorityNames;
import org.comity.query.register.Colleagues;
import org.comity.query.register.Disclosure;
import org.comity.query.web.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Makes the sheet of a request from its view and its history, with personal values opened. */
@Component
public class Sheets {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Shown elsewhere on the sheet. */
    private static final Set<String> ELSEWHERE =
            Set.of("from", "to", "items", "urgent", "emergency", "linkedPreservations", "conditions", "restrictions");

    private final Disclosure disclosure;
    private final AuthorityNames names;
    private final Colleagues colleagues;
    private final InstantSource worldClock;

    public Sheets(
            Disclosure disclosure,
            AuthorityNames names,
            Colleagues colleagues,
            @Qualifier("worldClock") InstantSource worldClock) {
        this.disclosure = disclosure;
        this.names = names;
        this.colleagues = colleagues;
        this.worldClock = worldClock;
    }

    /**
     * Makes the sheet of a request.
     *
     * @param id of the request
     * @param page path of its page
     * @param view of the request, which the reader may see
     * @param head of that view
     * @param reader by whose mandate it depends what is shown of persons
     */
    public Sheet sheet(
            Id id,
            String page,
            Object view,
            RequestHead<?> head,
            List<HistoryEntryView> history,
            Actor reader,
            Wording words) {
        return sheet(id, page, view, head, history, reader, words, worldClock.instant());
    }

    /**
     * Makes the sheet of a request as it stood.
     *
     * @param now when it stood so
     */
    Sheet sheet(
            Id id,
            String page,
            Object view,
            RequestHead<?> head,
            List<HistoryEntryView> history,
            Actor reader,
            Wording words,
            Instant now) {
        return sheet(
                id, page, view, head.openCommands(), head.reportable(), head.turnSince(), history, reader, words, now);
    }

    /** Makes the sheet of something that has no other side, so that nothing of it can be reported. */
    public Sheet sheet(
            Id id,
            String page,
            Object view,
            List<OpenCommandView> commands,
            List<HistoryEntryView> history,
            Actor reader,
            Wording words) {
        return sheet(id, page, view, commands, List.of(), null, history, reader, words, worldClock.instant());
    }

    private Sheet sheet(
            Id id,
            String page,
            Object view,
            List<OpenCommandView> commands,
            List<ReportableView> reportable,
            @Nullable Instant since,
            List<HistoryEntryView> history,
            Actor reader,
            Wording words,
            Instant now) {
        Disclosure.Answer answer = disclosure.about(id, reader);
        Map<String, Object> opened = answer.values(view);
        Map<UUID, String> named = named(List.of(opened, answer.values(Map.of("all", fields(history)))), history, words);
        Map<UUID, String> people = people(history, reader, words);
        var sayings = new Sayings(words, one -> Optional.ofNullable(named.getOrDefault(one, people.get(one))));
        return new Sheet(
                opened,
                sayings.of("contents", members(opened, "contents")),
                sayings.of("contents", members(opened, "material")),
                new Timeline(answer, words, sayings, colleagues.of(reader), Map.copyOf(named)).of(history),
                Steps.of(page, commands, words),
                Steps.ofReports(page + "/report", reportable, words),
                since,
                now,
                names(named, people));
    }

    /**
     * What differs between two views of a request.
     *
     * @param history all that the reader sees
     */
    List<Difference> difference(
            Id id,
            String kind,
            Object before,
            Object after,
            List<HistoryEntryView> history,
            Actor reader,
            Wording words) {
        Disclosure.Answer answer = disclosure.about(id, reader);
        Map<String, Object> first = answer.values(before);
        Map<String, Object> second = answer.values(after);
        Map<UUID, String> named = named(List.of(first, second), history, words);
        people(history, reader, words).forEach(named::putIfAbsent);
        var sayings = new Sayings(words, one -> Optional.ofNullable(named.get(one)));
        return Difference.between(first, second, kind, sayings, words);
    }

    /** Names of offices that are mentioned, and of entries of the history. */
    private Map<UUID, String> named(Object shown, List<HistoryEntryView> history, Wording words) {
        var named = new HashMap<>(offices(List.of(shown, actors(history)), words));
        history.forEach(entry -> named.put(entry.eventId(), words.text("history.entry", entry.sequence())));
        return named;
    }

    /** Makes the forms of a request. */
    public FormMaker forms(
            Sheet sheet,
            List<HistoryEntryView> history,
            Actor reader,
            Map<String, List<String>> statuses,
            RequestLawView law,
            Wording words) {
        Object from = sheet.view().get("from");
        Object to = sheet.view().get("to");
        StateCode own = reader.office() == null ? null : reader.office().state();
        Object near = own != null && own.value().equals(from) ? to : from;
        return new FormMaker(
                words,
                new HereChoices(
                        sheet.view(),
                        sheet.history(),
                        people(history, reader, words),
                        offices(own, words),
                        statuses,
                        law,
                        words),
                near == null ? null : new StateCode(near.toString()));
    }

    private static Map<String, String> names(Map<UUID, String> offices, Map<UUID, String> people) {
        var names = new HashMap<String, String>();
        offices.forEach((id, name) -> names.put(id.toString(), name));
        people.forEach((id, name) -> names.put(id.toString(), name));
        return names;
    }

    private List<Choice> offices(@Nullable StateCode own, Wording words) {
        return own == null
                ? List.of()
                : called(names.in(own), words).entrySet().stream()
                        .map(office -> new Choice(office.getKey().toString(), office.getValue()))
                        .toList();
    }

    /** The ids of the offices whose people acted, or were reported to have acted. */
    private static List<String> actors(List<HistoryEntryView> history) {
        return history.stream()
                .map(HistoryEntryView::act)
                .flatMap(act -> Stream.of(act.authority(), act.onBehalfOf()))
                .filter(Objects::nonNull)
                .map(office -> office.id().toString())
                .toList();
    }

    private static List<Map<String, Object>> fields(List<HistoryEntryView> history) {
        return history.stream().map(HistoryEntryView::fields).toList();
    }

    private static Map<String, Object> members(Map<String, Object> view, String part) {
        var members = new LinkedHashMap<String, Object>();
        if (view.get(part) instanceof Map<?, ?> all) {
            all.forEach((name, value) -> {
                if (value != null && !ELSEWHERE.contains(String.valueOf(name))) {
                    members.put(String.valueOf(name), value);
                }
            });
        }
        return members;
    }

    /** The colleagues of the reader, and whoever else acted for the own State, by office and pseudonym. */
    private Map<UUID, String> people(List<HistoryEntryView> history, Actor reader, Wording words) {
        var people = new LinkedHashMap<UUID, String>();
        people.put(reader.person().value(), words.text("person.me"));
        colleagues.of(reader).forEach((person, name) -> people.putIfAbsent(person.value(), name));
        for (HistoryEntryView entry : history) {
            PersonId person = entry.act().person();
            var office = entry.act().authority();
            if (office != null
                    && reader.office() != null
                    && office.state().equals(reader.office().state())) {
                people.putIfAbsent(
                        person.value(),
                        words.text("history.person", person.toString().substring(0, 8)) + " · "
                                + words.constant("kind", office.kind()));
            }
        }
        return people;
    }

    /** Names of all authorities that are mentioned anywhere in what is shown. */
    private Map<UUID, String> offices(Object shown, Wording words) {
        var ids = new LinkedHashSet<AuthorityId>();
        gather(shown, ids);
        return called(names.named(ids).values(), words);
    }

    /** What the directory calls offices in the language of the reader, in their order. */
    private Map<UUID, String> called(Collection<AuthorityView> offices, Wording words) {
        var translated =
                names.translated(offices.stream().map(AuthorityView::id).toList());
        var called = new LinkedHashMap<UUID, String>();
        for (AuthorityView office : offices) {
            if (office.name() != null) {
                called.put(
                        office.id().value(),
                        words.name(new Label(office.name()), translated.getOrDefault(office.id(), Map.of())));
            }
        }
        return called;
    }

    private static void gather(@Nullable Object value, Set<AuthorityId> ids) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(one -> gather(one, ids));
        } else if (value instanceof Collection<?> many) {
            many.forEach(one -> gather(one, ids));
        } else if (value instanceof String text && ID.matcher(text).matches()) {
            ids.add(new AuthorityId(UUID.fromString(text)));
        }
    }
}
