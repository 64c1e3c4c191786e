package org.comity.command.door;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.api.Command;
import org.comity.api.Event;
import org.comity.api.Fact;
import org.comity.api.Id;
import org.comity.api.MlaRequestId;
import org.comity.api.PreservationId;
import org.comity.api.Recorded;
import org.comity.api.SpokenForm;
import org.comity.api.directory.AuthorityCommand;
import org.comity.api.directory.AuthorityCommand.RegisterAuthority;
import org.comity.api.directory.AuthorityEvent;
import org.comity.api.directory.AuthorityId;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationEvent;
import org.comity.command.directory.Authority;
import org.comity.law.lifecycle.Entitlement;
import org.comity.law.lifecycle.LifeRow;
import org.comity.law.lifecycle.LifeTable;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.log.names.Kebab;
import org.jspecify.annotations.Nullable;

/** A family of commands as the door knows it: its path, its records, and how it says where something stands. */
final class Family {
    static final Family MLA_REQUEST = new Family(
            "mla-requests",
            "mla-request",
            'M',
            MlaRequestId::new,
            MlaRequestCommand.class,
            MlaRequestEvent.class,
            MlaRequestCommand.Draft.class,
            MlaRequestCommand.RecordIncoming.class,
            Set.of(),
            MlaRequestLife.TABLE,
            history -> Kebab.of(MlaRequestLife.NONE
                    .asKnown(facts(history, MlaRequestEvent.class))
                    .status()));

    static final Family PRESERVATION_REQUEST = new Family(
            "preservation-requests",
            "preservation-request",
            'P',
            PreservationId::new,
            PreservationCommand.class,
            PreservationEvent.class,
            PreservationCommand.Draft.class,
            PreservationCommand.RecordIncoming.class,
            Set.of(
                    PreservationCommand.LinkFollowUp.class,
                    PreservationCommand.WithdrawFollowUp.class,
                    PreservationCommand.RejudgeFollowUp.class,
                    PreservationCommand.Expire.class),
            PreservationLife.TABLE,
            history -> Kebab.of(PreservationLife.NONE
                    .asKnown(facts(history, PreservationEvent.class))
                    .status()));

    static final Family AUTHORITY = new Family(
            "authorities",
            "authority",
            'A',
            AuthorityId::new,
            AuthorityCommand.class,
            AuthorityEvent.class,
            RegisterAuthority.class,
            null,
            Set.of(),
            Authority.LIFE,
            history -> Kebab.of(Authority.of(history).status()));

    /** Every family that the door serves. */
    static final List<Family> ALL = List.of(MLA_REQUEST, PRESERVATION_REQUEST, AUTHORITY);

    private final String path;
    private final String name;
    private final char letter;
    private final Function<UUID, Id> id;
    private final Class<? extends Event> events;
    private final Class<? extends Command> creation;
    private final @Nullable Class<? extends Command> incoming;
    private final LifeTable<?> life;
    private final Function<List<Recorded<?>>, String> status;

    /** Commands that may be sent to one that is there, by their names on the wire. */
    private final Map<String, Class<? extends Command>> commands = new LinkedHashMap<>();

    private Family(
            String path,
            String name,
            char letter,
            Function<UUID, Id> id,
            Class<? extends Command> sealed,
            Class<? extends Event> events,
            Class<? extends Command> creation,
            @Nullable Class<? extends Command> incoming,
            Set<Class<? extends Command>> ofTheSystem,
            LifeTable<?> life,
            Function<List<Recorded<?>>, String> status) {
        this.path = path;
        this.name = name;
        this.letter = letter;
        this.id = id;
        this.events = events;
        this.creation = creation;
        this.incoming = incoming;
        this.life = life;
        this.status = status;
        for (Class<?> type : sealed.getPermittedSubclasses()) {
            Class<? extends Command> command = type.asSubclass(Command.class);
            if (command != creation && command != incoming && !ofTheSystem.contains(command)) {
                commands.put(Kebab.of(command), command);
            }
        }
    }

    /** The family behind a path such as {@code mla-requests}. */
    static Optional<Family> find(String path) {
        return ALL.stream().filter(family -> family.path.equals(path)).findFirst();
    }

    String path() {
        return path;
    }

    /** The name under which its aggregate handles commands. */
    String commandName() {
        return name;
    }

    /** What brings a new one into being. */
    Class<? extends Command> creation() {
        return creation;
    }

    /** What takes in one that came by letter, where there is such a thing. */
    Optional<Class<? extends Command>> incoming() {
        return Optional.ofNullable(incoming);
    }

    /** Commands that may be sent to one that is there, by their names on the wire, in the order of the family. */
    Map<String, Class<? extends Command>> commands() {
        return commands;
    }

    Id id(UUID value) {
        return id.apply(value);
    }

    /** The form of an id that can be dictated. */
    String reference(UUID value) {
        return SpokenForm.of(letter, value);
    }

    /** True if a stream that begins with this event is one of the family. */
    boolean owns(Recorded<?> first) {
        return events.isInstance(first.event());
    }

    /** Who may send a command when, what it records and where that comes from, in the words of the table of its life. */
    String description(String command) {
        return switch (command) {
            case "confirm" -> "Confirms, as the second of two persons, what a first one proposed; then it is done.";
            case "decline" -> "Declines, as the second of two persons, what a first one proposed.";
            default ->
                rows(command)
                        .map(row -> "From " + (row.creates() ? "nothing" : statuses(row)) + ", by " + roles(row)
                                + ". Records: " + row.record() + ". Source: " + row.source() + ".")
                        .distinct()
                        .collect(Collectors.joining("\n\n"));
        };
    }

    /** True if the command may have to be confirmed by a second person. */
    boolean mayNeedTwo(String command) {
        return rows(command).flatMap(row -> row.entitlements().stream()).anyMatch(Entitlement::needsSecondPerson);
    }

    private Stream<? extends LifeRow<?>> rows(String command) {
        return life.rows().stream().filter(row -> row.command().equals(command) && !row.bySystem());
    }

    private static String statuses(LifeRow<?> row) {
        return row.from().stream().sorted().map(Kebab::of).collect(Collectors.joining(", "));
    }

    private static String roles(LifeRow<?> row) {
        return row.entitlements().stream()
                .map(by -> by.role().title())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Where it stands after these events. */
    String status(List<Recorded<?>> history) {
        return status.apply(history);
    }

    private static <E extends Event> List<Fact<E>> facts(List<Recorded<?>> history, Class<E> type) {
        return history.stream()
                .map(Recorded::fact)
                .map(fact -> new Fact<>(fact.eventId(), fact.sequence(), type.cast(fact.event()), fact.act()))
                .toList();
    }
}
