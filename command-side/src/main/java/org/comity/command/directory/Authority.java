package org.comity.command.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.comity.api.Act;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.Recorded;
import org.comity.api.Refused;
import org.comity.api.directory.AuthorityCommand;
import org.comity.api.directory.AuthorityCommand.ConnectAuthority;
import org.comity.api.directory.AuthorityCommand.DisconnectAuthority;
import org.comity.api.directory.AuthorityCommand.RegisterAuthority;
import org.comity.api.directory.AuthorityEvent;
import org.comity.api.directory.AuthorityEvent.AuthorityConnected;
import org.comity.api.directory.AuthorityEvent.AuthorityDisconnected;
import org.comity.api.directory.AuthorityEvent.AuthorityRegistered;
import org.comity.api.directory.AuthorityStatus;
import org.comity.law.lifecycle.LifeRow;
import org.comity.law.lifecycle.LifeTable;
import org.comity.law.lifecycle.Role;
import org.jspecify.annotations.Nullable;

/**
 * The rules of an authority in the directory, and what is known of it.
 *
 * @param office none as long as the authority is not registered
 * @param periods the periods of connection, the last one perhaps without an end
 */
public record Authority(AuthorityStatus status, @Nullable Office office, List<Period> periods) {
    /** What is known before anything happened. */
    public static final Authority NONE = new Authority(AuthorityStatus.NONE, null, List.of());

    /** The rows of {@code transitions-authority.csv} that this release knows; the others come with the directory as law. */
    public static final LifeTable<AuthorityStatus> LIFE = LifeTable.readWithout(
            Set.of("A02", "A03", "A04", "A07"),
            "authority",
            "transitions-authority.csv",
            AuthorityStatus.class,
            AuthorityCommand.class,
            AuthorityEvent.class);

    /**
     * Days on which the authority acts on this node itself.
     *
     * @param until the first day on which it no longer does
     */
    public record Period(LocalDate from, @Nullable LocalDate until) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    public Authority {
        periods = List.copyOf(periods);
    }

    /** What a stream says of an authority; nothing, if it is the stream of something else. */
    public static Authority of(List<Recorded<?>> history) {
        Authority authority = NONE;
        for (Recorded<?> recorded : history) {
            if (recorded.event() instanceof AuthorityEvent event) {
                authority = authority.evolve(event);
            }
        }
        return authority;
    }

    /** True if it acted on this node itself on that day. */
    public boolean connectedOn(LocalDate day) {
        return periods.stream().anyMatch(period -> period.contains(day));
    }

    AuthorityEvent decide(AuthorityCommand command, Act act) {
        return switch (command) {
            case RegisterAuthority c -> {
                allow("register-authority", act);
                yield new AuthorityRegistered(c.id(), c.kind(), c.state(), c.name(), c.validFrom());
            }
            case ConnectAuthority c -> {
                LifeRow<AuthorityStatus> row = allow("connect-authority", act);
                notBefore(lastEnd(), c.from(), "It was connected until " + lastEnd() + ".", row);
                yield new AuthorityConnected(c.id(), c.from());
            }
            case DisconnectAuthority c -> {
                LifeRow<AuthorityStatus> row = allow("disconnect-authority", act);
                notBefore(
                        periods.getLast().from(),
                        c.from(),
                        "It is connected from " + periods.getLast().from() + " on.",
                        row);
                yield new AuthorityDisconnected(c.id(), c.from(), c.why());
            }
        };
    }

    /** What is known after an event. */
    Authority evolve(AuthorityEvent event) {
        return switch (event) {
            case AuthorityRegistered e ->
                new Authority(AuthorityStatus.LISTED, new Office(e.id(), e.kind(), e.state()), periods);
            case AuthorityConnected e ->
                new Authority(AuthorityStatus.CONNECTED, office, with(periods, new Period(e.from(), null)));
            case AuthorityDisconnected e ->
                new Authority(
                        AuthorityStatus.LISTED,
                        office,
                        with(
                                periods.subList(0, periods.size() - 1),
                                new Period(periods.getLast().from(), e.from())));
        };
    }

    /** Who authorities are is no secret, so nobody is told that one does not exist that does. */
    private LifeRow<AuthorityStatus> allow(String command, Act act) {
        boolean known = status != AuthorityStatus.NONE || LIFE.creates(command);
        return LIFE.judge(command, known, roles(act), condition -> false, status, Set.of())
                .orRefuse()
                .row();
    }

    private static Set<Role> roles(Act act) {
        Mandate mandate = act.actor().mandate();
        if (act.isReported() || (mandate != Mandate.ADMINISTRATOR && mandate != Mandate.SUPERVISOR)) {
            return Set.of();
        }
        return EnumSet.of(mandate == Mandate.ADMINISTRATOR ? Role.ADM : Role.SUP);
    }

    /** Periods that overlap would make it a question of taste whether an act had to be witnessed. */
    private static void notBefore(
            @Nullable LocalDate earliest, LocalDate day, String why, LifeRow<AuthorityStatus> row) {
        if (earliest != null && day.isBefore(earliest)) {
            throw Refused.unacceptable("authority.day-too-early", "from", why).from(row.source());
        }
    }

    private @Nullable LocalDate lastEnd() {
        return periods.isEmpty() ? null : periods.getLast().until();
    }

    private static List<Period> with(List<Period> periods, Period last) {
        var all = new ArrayList<>(periods);
        all.add(last);
        return all;
    }
}
