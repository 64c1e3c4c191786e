package org.comity.query.register;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Code;
import org.comity.api.Kebab;
import org.comity.api.Office;
import org.comity.api.Recorded;
import org.comity.api.RequestEvent;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.view.ActView;
import org.comity.api.view.AuthorityView;
import org.comity.api.view.HistoryEntryView;
import org.comity.law.lifecycle.OwnSide;
import org.comity.law.lifecycle.Role;
import org.comity.log.names.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what happened to a request, by whom, and how it became known; to each side what is for its eyes. */
@Component
public final class Histories {
    private final AuthorityNames names;

    public Histories(AuthorityNames names) {
        this.names = names;
    }

    /**
     * The history of one request as a reader sees it.
     *
     * @param roles in which somebody acted upon it
     */
    <E extends RequestEvent> List<HistoryEntryView> of(
            List<Recorded<?>> history,
            Kind<E, ?, ?, ?> kind,
            StateCode from,
            Function<Act, Set<Role>> roles,
            Reader reader) {
        Map<AuthorityId, AuthorityView> authorities = names.named(offices(history));
        return seen(history, kind, from, reader)
                .map(recorded -> entry(recorded, roles, kind.commands(), authorities))
                .toList();
    }

    /** Numbers of the entries that a reader sees. */
    <E extends RequestEvent> Set<Long> numbers(
            List<Recorded<?>> history, Kind<E, ?, ?, ?> kind, StateCode from, Reader reader) {
        return seen(history, kind, from, reader)
                .map(recorded -> recorded.fact().sequence())
                .collect(Collectors.toSet());
    }

    private static <E extends RequestEvent> Stream<Recorded<?>> seen(
            List<Recorded<?>> history, Kind<E, ?, ?, ?> kind, StateCode from, Reader reader) {
        boolean all = reader.sight() == Reader.Sight.EVERYTHING;
        var seen = Stream.<Recorded<?>>builder();
        boolean sent = all || from.equals(reader.state());
        for (Recorded<?> recorded : history) {
            sent |= kind.reaches(kind.events().cast(recorded.event()));
            if (sent && (all || OwnSide.shows(recorded.fact(), reader.state()))) {
                seen.add(recorded);
            }
        }
        return seen.build();
    }

    private static HistoryEntryView entry(
            Recorded<?> recorded,
            Function<Act, Set<Role>> roles,
            Class<?> commands,
            Map<AuthorityId, AuthorityView> authorities) {
        Map<String, Object> fields = fields(recorded.event());
        if (fields.containsKey("body") && fields.get("command") instanceof Code command) {
            fields.put("body", fields(Json.read(String.valueOf(fields.get("body")), command(commands, command))));
        }
        return new HistoryEntryView(
                recorded.fact().sequence(),
                event(recorded),
                recorded.fact().eventId(),
                recorded.revision(),
                act(recorded.fact().act(), role(recorded.fact().act(), roles), authorities),
                recorded.recordedAt(),
                fields);
    }

    /** The history of something that is no secret; only the reasons of its people are for their own State. */
    public List<HistoryEntryView> open(List<Recorded<?>> history, StateCode of, Actor reader) {
        Map<AuthorityId, AuthorityView> authorities = names.named(offices(history));
        Office own = reader.office();
        boolean reasons = own == null || own.state().equals(of);
        return history.stream()
                .map(recorded -> new HistoryEntryView(
                        recorded.fact().sequence(),
                        event(recorded),
                        recorded.fact().eventId(),
                        recorded.revision(),
                        act(
                                reasons
                                        ? recorded.fact().act()
                                        : withoutReason(recorded.fact().act()),
                                Kebab.of(recorded.fact().act().actor().mandate()),
                                authorities),
                        recorded.recordedAt(),
                        fields(recorded.event())))
                .toList();
    }

    private static Act withoutReason(Act act) {
        return new Act(
                act.actor(),
                act.proposer(),
                act.onBehalfOf(),
                act.proof(),
                act.channel(),
                null,
                act.occurredAt(),
                act.receivedAt());
    }

    private static String event(Recorded<?> recorded) {
        return recorded.name().substring(recorded.name().indexOf('.') + 1);
    }

    private static ActView act(Act act, String role, Map<AuthorityId, AuthorityView> authorities) {
        Actor proposer = act.proposer();
        return new ActView(
                act.actor().person(),
                authority(act.actor().office(), authorities),
                role,
                act.isReported(),
                authority(act.onBehalfOf(), authorities),
                act.proof(),
                act.channel(),
                act.reason(),
                act.occurredAt(),
                act.receivedAt(),
                proposer == null
                        ? null
                        : new ActView.Proposer(
                                proposer.person(),
                                authority(proposer.office(), authorities),
                                new Code(Kebab.of(proposer.mandate()))));
    }

    private static String role(Act act, Function<Act, Set<Role>> of) {
        Set<Role> roles = of.apply(act);
        return roles.isEmpty()
                ? Kebab.of(act.actor().mandate())
                : roles.stream().map(Role::name).collect(Collectors.joining(" "));
    }

    private static @Nullable AuthorityView authority(
            @Nullable Office office, Map<AuthorityId, AuthorityView> authorities) {
        return office == null
                ? null
                : authorities.getOrDefault(
                        office.id(), new AuthorityView(office.id(), office.kind(), office.state(), null, false));
    }

    private static Set<AuthorityId> offices(List<Recorded<?>> history) {
        return history.stream()
                .map(recorded -> recorded.fact().act())
                .flatMap(act -> Stream.of(
                        act.actor().office(),
                        act.onBehalfOf(),
                        act.proposer() == null ? null : act.proposer().office()))
                .filter(Objects::nonNull)
                .map(Office::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The components of a record by their names, without the id, which the question named. */
    private static Map<String, Object> fields(Object event) {
        var fields = new LinkedHashMap<String, Object>();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            Object value = value(component, event);
            if (value != null && !component.getName().equals("id")) {
                fields.put(component.getName(), value);
            }
        }
        return fields;
    }

    private static @Nullable Object value(RecordComponent component, Object holder) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the components of a public record are readable", e);
        }
    }

    private static Class<?> command(Class<?> family, Code name) {
        return Stream.of(family.getPermittedSubclasses())
                .filter(type -> Kebab.of(type).equals(name.value()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no command " + name + " in " + family));
    }
}
