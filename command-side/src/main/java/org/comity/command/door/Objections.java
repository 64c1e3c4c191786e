package org.comity.command.door;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.comity.api.Act;
import org.comity.api.Command;
import org.comity.api.Refused;
import org.comity.api.directory.AuthorityId;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.preservation.PreservationCommand;
import org.comity.command.directory.Directory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the door itself finds that cannot stand: it knows the clock and the directory, which the rules do not. */
@Component
class Objections {
    private final Directory directory;

    Objections(Directory directory) {
        this.directory = directory;
    }

    /** The first objection, if there is one; none of them looks at who acts. */
    Optional<Refused> against(Command command, Act act, SpokenAct spoken) {
        return inTheFuture(act)
                .or(() -> report(act, spoken))
                .or(() -> unknownAuthority(command))
                .or(() -> connectedSender(command, act));
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

    private Optional<Refused> connectedSender(Command command, Act act) {
        AuthorityId sender = sender(command);
        return sender != null && directory.connectedOn(sender, day(act))
                ? Optional.of(connected("sender"))
                : Optional.empty();
    }

    private static @Nullable AuthorityId sender(Command command) {
        return switch (command) {
            case MlaRequestCommand.RecordIncoming c -> c.sender();
            case PreservationCommand.RecordIncoming c -> c.sender();
            default -> null;
        };
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
