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
import org.comity.api.Kebab;
import org.comity.api.MlaRequestId;
import org.comity.api.PreservationId;
import org.comity.api.Recorded;
import org.comity.api.SpokenForm;
import org.comity.api.SpontaneousId;
import org.comity.api.directory.AuthorityCommand;
import org.comity.api.directory.AuthorityCommand.RegisterAuthority;
import org.comity.api.directory.AuthorityEvent;
import org.comity.api.directory.AuthorityId;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.spontaneous.SpontaneousCommand;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.law.directory.AuthorityLife;
import org.comity.law.lifecycle.Entitlement;
import org.comity.law.lifecycle.Life;
import org.comity.law.lifecycle.LifeRow;
import org.comity.law.lifecycle.LifeTable;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.law.lifecycle.SpontaneousLife;
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
            new OfRequests(
                    history -> MlaRequestLife.NONE.asKnown(facts(history, MlaRequestEvent.class)),
                    (id, proposal, proposed) -> new MlaRequestCommand.Confirm(
                            (MlaRequestId) id,
                            proposal,
                            proposed == null
                                    ? new MlaRequestCommand.Approve((MlaRequestId) id, null)
                                    : (MlaRequestCommand) proposed)));

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
            new OfRequests(
                    history -> PreservationLife.NONE.asKnown(facts(history, PreservationEvent.class)),
                    (id, proposal, proposed) -> new PreservationCommand.Confirm(
                            (PreservationId) id,
                            proposal,
                            proposed == null
                                    ? new PreservationCommand.Approve((PreservationId) id, null)
                                    : (PreservationCommand) proposed)));

    static final Family SPONTANEOUS_INFORMATION = new Family(
            "spontaneous-information",
            "spontaneous-information",
            'S',
            SpontaneousId::new,
            SpontaneousCommand.class,
            SpontaneousEvent.class,
            SpontaneousCommand.Offer.class,
            SpontaneousCommand.RecordIncoming.class,
            Set.of(),
            SpontaneousLife.TABLE,
            new OfRequests(
                    history -> SpontaneousLife.NONE.asKnown(facts(history, SpontaneousEvent.class)),
                    (id, proposal, proposed) -> new SpontaneousCommand.Confirm(
                            (SpontaneousId) id,
                            proposal,
                            proposed == null
                                    ? new SpontaneousCommand.Close((SpontaneousId) id, null, null, null)
                                    : (SpontaneousCommand) proposed)));

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
            AuthorityLife.TABLE,
            history -> Kebab.of(AuthorityLife.of(history).status()),
            null);

    /** Every family that the door serves. */
    static final List<Family> ALL = List.of(MLA_REQUEST, PRESERVATION_REQUEST, SPONTANEOUS_INFORMATION, AUTHORITY);

    /**
     * What a family of requests has beside others.
     *
     * @param confirmation how its second person confirms a command; none stands in for what was never proposed, so that the
     *     rules are asked who may know of the request, and it is never done
     */
    private record OfRequests(Function<List<Recorded<?>>, Life<?, ?, ?>> life, Confirmation confirmation) {}

    /** How a second person confirms. */
    private interface Confirmation {
        Command of(Id id, UUID proposal, @Nullable Command proposed);
    }

    private final String path;
    private final String name;
    private final char letter;
    private final Function<UUID, Id> id;
    private final Class<? extends Event> events;
    private final Class<? extends Command> creation;
    private final @Nullable Class<? extends Command> incoming;
    private final LifeTable<?> life;
    private final Function<List<Recorded<?>>, String> status;
    private final @Nullable OfRequests ofRequests;

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
            OfRequests ofRequests) {
        this(
                path,
                name,
                letter,
                id,
                sealed,
                events,
                creation,
                incoming,
                ofTheSystem,
                life,
                history -> Kebab.of(ofRequests.life().apply(history).status()),
                ofRequests);
    }

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
            Function<List<Recorded<?>>, String> status,
            @Nullable OfRequests ofRequests) {
        this.path = path;
        this.name = name;
        this.letter = letter;
        this.id = id;
        this.events = events;
        this.creation = creation;
        this.incoming = incoming;
        this.life = life;
        this.status = status;
        this.ofRequests = ofRequests;
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

    /** The stable code of a refusal of this family. */
    String code(String reason) {
        return life.code(reason);
    }

    /** Where it stands after these events. */
    String status(List<Recorded<?>> history) {
        return status.apply(history);
    }

    /** The life of a request after these events; none if the family is not one of requests. */
    Optional<Life<?, ?, ?>> life(List<Recorded<?>> history) {
        return Optional.ofNullable(ofRequests).map(requests -> requests.life().apply(history));
    }

    /**
     * What a second person says of a proposal.
     *
     * @param proposed none if there is no such proposal
     */
    Command confirmation(Id of, UUID proposal, @Nullable Command proposed) {
        if (ofRequests == null) {
            throw new IllegalStateException("no command of this family needs two persons");
        }
        return ofRequests.confirmation().of(of, proposal, proposed);
    }

    private static <E extends Event> List<Fact<E>> facts(List<Recorded<?>> history, Class<E> type) {
        return history.stream()
                .map(Recorded::fact)
                .map(fact -> new Fact<>(fact.eventId(), fact.sequence(), type.cast(fact.event()), fact.act()))
                .toList();
    }
}
