package org.comity.command.door;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.api.Act;
import org.comity.api.Command;
import org.comity.api.Recorded;
import org.comity.api.Refused;
import org.comity.api.RequestCommand;
import org.comity.api.RequestContents;
import org.comity.api.directory.AuthorityCommand;
import org.comity.api.directory.AuthorityId;
import org.comity.api.spontaneous.SpontaneousCommand;
import org.comity.command.directory.Directory;
import org.comity.law.directory.AuthorityLife;
import org.comity.law.lifecycle.Handling;
import org.comity.law.lifecycle.Life;
import org.comity.log.store.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the door itself finds that cannot stand: it knows the clock and the directory, which the rules do not. */
@Component
class Objections {
    private final Directory directory;
    private final EventLog log;

    Objections(Directory directory, EventLog log) {
        this.directory = directory;
        this.log = log;
    }

    /**
     * The first objection, if there is one.
     *
     * @param before what was recorded of the target so far
     */
    Optional<Refused> against(Family family, List<Recorded<?>> before, Command command, Act act, SpokenAct spoken) {
        return inTheFuture(act)
                .or(() -> report(act, spoken))
                .or(() -> unknownAuthority(command))
                .or(() -> retiredAuthority(command, act))
                .or(() -> command instanceof AuthorityCommand change ? directory.objection(change) : Optional.empty())
                .or(() -> connectedSender(command, act))
                .or(() -> wrongAddressee(family, before, command))
                .or(() -> unknownLink(command, act));
    }

    private static Optional<Refused> inTheFuture(Act act) {
        return act.occurredAt().isAfter(act.receivedAt())
                ? Optional.of(Refused.unacceptable(
                        "act.in-the-future",
                        "act.occurredAt",
                        "What is recorded has happened: it is not in the future."))
                : Optional.empty();
    }

    private Optional<Refused> report(Act act, SpokenAct spoken) {
        AuthorityId authority = spoken.onBehalfOf();
        if (authority == null) {
            return Optional.empty();
        }
        if (act.onBehalfOf() == null) {
            return Optional.of(unknown("act.onBehalfOf"));
        }
        if (act.proof() == null) {
            return Optional.of(Refused.unacceptable(
                    "act.without-proof", "act.proof", "What another authority did is reported with its proof."));
        }
        return directory.connectedOn(authority, day(act)) ? Optional.of(connected("act.onBehalfOf")) : Optional.empty();
    }

    private Optional<Refused> unknownAuthority(Command command) {
        for (Map.Entry<String, AuthorityId> named : authorities(command).entrySet()) {
            if (directory.office(named.getValue()).isEmpty()) {
                return Optional.of(unknown(named.getKey()));
            }
        }
        return Optional.empty();
    }

    /** What is recorded late is judged by the day on which it happened: then it may still have been there. */
    private Optional<Refused> retiredAuthority(Command command, Act act) {
        if (command instanceof AuthorityCommand) {
            return Optional.empty();
        }
        for (Map.Entry<String, AuthorityId> named : authorities(command).entrySet()) {
            Optional<AuthorityLife> life = directory.find(named.getValue());
            if (life.isPresent() && life.get().retiredOn(day(act))) {
                return Optional.of(retired(named.getKey(), life.get()));
            }
        }
        return Optional.empty();
    }

    private static Refused retired(String field, AuthorityLife life) {
        Refused refused = Refused.unacceptable(
                "directory.retired-authority",
                field,
                "This authority was retired; nothing is addressed to it any more.");
        return life.succession() == null
                ? refused
                : refused.with("successor", life.succession().successor().toString());
    }

    private Optional<Refused> connectedSender(Command command, Act act) {
        AuthorityId sender = sender(command);
        return sender != null && directory.connectedOn(sender, day(act))
                ? Optional.of(connected("sender"))
                : Optional.empty();
    }

    /** What is sent to an office that could not even acknowledge it waits for ever. */
    private Optional<Refused> wrongAddressee(Family family, List<Recorded<?>> before, Command command) {
        return command instanceof RequestCommand.SendTo sent
                ? family.life(before).flatMap(life -> directory
                        .office(sent.to())
                        .filter(office -> !life.mayBeSentTo(office, sent))
                        .map(office -> Refused.unacceptable(
                                        family.code("wrong-addressee"),
                                        "to",
                                        "It is sent to an authority that may acknowledge its receipt: "
                                                + life.receivers()
                                                        .map(by -> by.role().title())
                                                        .distinct()
                                                        .collect(joining(", "))
                                                + ".")
                                .from(life.table().source("acknowledge-receipt"))))
                : Optional.empty();
    }

    /** A link to what is not there, or not for the eyes of this person, is one error, or an id could be tried out. */
    private Optional<Refused> unknownLink(Command command, Act act) {
        if (!(command instanceof SpontaneousCommand.LinkToRequest link)) {
            return Optional.empty();
        }
        List<Recorded<?>> history = log.read(link.request().toString());
        boolean known = !history.isEmpty()
                && Family.MLA_REQUEST.owns(history.getFirst())
                && Family.MLA_REQUEST
                        .life(history)
                        .map(life -> life.mayKnow(act) && isOfTheSideOf(act, life))
                        .orElse(false);
        return known
                ? Optional.empty()
                : Optional.of(Refused.unacceptable(
                                "spontaneous.unknown-request",
                                "request",
                                "You know of no request for assistance by your State with this id.")
                        .from("I07; practice"));
    }

    private static boolean isOfTheSideOf(Act act, Life<?, ?, ?> life) {
        RequestContents contents = life.contents();
        return contents != null && contents.from().equals(Handling.sideOf(act));
    }

    private static @Nullable AuthorityId sender(Command command) {
        return command instanceof RequestCommand.TakeIn taken ? taken.sender() : null;
    }

    /** Every authority that a command names, by field; that to which it is sent is no longer merely named. */
    private static Map<String, AuthorityId> authorities(Command command) {
        var named = new LinkedHashMap<String, AuthorityId>();
        for (var component : command.getClass().getRecordComponents()) {
            if (component.getType() == AuthorityId.class && !component.getName().equals("id")) {
                try {
                    if (component.getAccessor().invoke(command) instanceof AuthorityId authority) {
                        named.put(component.getName(), authority);
                    }
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("the components of a public record are readable", e);
                }
            }
        }
        return named;
    }

    /** The day of the act, in UTC: the one calendar that two States share. */
    private static LocalDate day(Act act) {
        return LocalDate.ofInstant(act.occurredAt(), ZoneOffset.UTC);
    }

    private static Refused unknown(String field) {
        return Refused.unacceptable(
                "directory.unknown-authority", field, "There is no authority with this id in the directory.");
    }

    private static Refused connected(String field) {
        return Refused.unacceptable(
                "act.authority-connected",
                field,
                "On that day this authority acted on this node itself; nobody else can record what it did.");
    }
}
