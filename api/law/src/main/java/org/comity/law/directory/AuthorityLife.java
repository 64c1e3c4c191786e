package org.comity.law.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.api.Act;
import org.comity.api.Code;
import org.comity.api.Label;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.Recorded;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityCommand;
import org.comity.api.directory.AuthorityDetails;
import org.comity.api.directory.AuthorityEvent;
import org.comity.api.directory.AuthorityEvent.AuthorityAmended;
import org.comity.api.directory.AuthorityEvent.AuthorityConfirmed;
import org.comity.api.directory.AuthorityEvent.AuthorityConnected;
import org.comity.api.directory.AuthorityEvent.AuthorityDisconnected;
import org.comity.api.directory.AuthorityEvent.AuthorityRegistered;
import org.comity.api.directory.AuthorityEvent.AuthorityRetired;
import org.comity.api.directory.AuthorityEvent.SuccessorNamed;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityStatus;
import org.comity.law.lifecycle.LifeRow;
import org.comity.law.lifecycle.LifeTable;
import org.comity.law.lifecycle.Possibility;
import org.comity.law.lifecycle.Role;
import org.comity.law.lifecycle.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an authority: the fold over its events, and the table that says who may change it.
 *
 * @param office none as long as the authority is not registered
 * @param sayings what the entry says, each from a day on, in the order in which they were recorded
 * @param periods the periods of connection, the last one perhaps without an end
 * @param confirmation the one of the latest day
 * @param version of the stream; -1 before the first event
 */
public record AuthorityLife(
        AuthorityStatus status,
        @Nullable Office office,
        List<Saying> sayings,
        List<Period> periods,
        @Nullable Confirmation confirmation,
        @Nullable Succession succession,
        @Nullable Retirement retirement,
        boolean invented,
        long version) {
    /** What is known before anything happened. */
    public static final AuthorityLife NONE =
            new AuthorityLife(AuthorityStatus.NONE, null, List.of(), List.of(), null, null, null, false, -1);

    /** Who may do what when. */
    public static final LifeTable<AuthorityStatus> TABLE = LifeTable.read(
            "authority",
            "transitions-authority.csv",
            AuthorityStatus.class,
            AuthorityCommand.class,
            AuthorityEvent.class);

    /** Something that the entry says from a day on; what is absent stays as it was. */
    public record Saying(
            LocalDate from,
            @Nullable Label name,
            @Nullable AuthorityDetails details,
            @Nullable Label reason,
            @Nullable Label source) {}

    /**
     * Days on which the authority acts on this node itself.
     *
     * @param until the first day on which it no longer does
     */
    public record Period(
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable Label why) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    /** That somebody said that the entry is right. */
    public record Confirmation(
            Label by, LocalDate on, Code how, @Nullable Label source) {}

    /** Who takes its place from a day on. */
    public record Succession(
            AuthorityId successor, LocalDate from, @Nullable Label source) {}

    /** That it ended. */
    public record Retirement(LocalDate from, Label why) {}

    /**
     * What the entry says on a day.
     *
     * @param since the day from which it has said so
     * @param reason why it was changed; none for what it said first
     */
    public record Entry(
            LocalDate since,
            Label name,
            AuthorityDetails details,
            @Nullable Label reason,
            @Nullable Label source) {}

    public AuthorityLife {
        sayings = List.copyOf(sayings);
        periods = List.copyOf(periods);
    }

    /** What a stream says of an authority; nothing, if it is the stream of something else. */
    public static AuthorityLife of(List<Recorded<?>> history) {
        AuthorityLife life = NONE;
        for (Recorded<?> recorded : history) {
            if (recorded.event() instanceof AuthorityEvent event) {
                life = life.after(event);
            }
        }
        return life;
    }

    /** What is known after an event. */
    public AuthorityLife after(AuthorityEvent event) {
        return switch (event) {
            case AuthorityRegistered e ->
                new AuthorityLife(
                        AuthorityStatus.LISTED,
                        new Office(e.id(), e.kind(), e.state()),
                        List.of(new Saying(e.validFrom(), e.name(), e.details(), null, e.source())),
                        periods,
                        null,
                        null,
                        null,
                        Boolean.TRUE.equals(e.invented()),
                        version + 1);
            case AuthorityAmended e ->
                with(
                        status,
                        and(sayings, new Saying(e.validFrom(), e.name(), e.details(), e.reason(), e.source())),
                        periods,
                        retirement);
            case AuthorityConfirmed e ->
                confirmed(new Confirmation(e.confirmedBy(), e.confirmedOn(), e.how(), e.source()));
            case SuccessorNamed e -> succeeded(new Succession(e.successor(), e.from(), e.source()));
            case AuthorityConnected e ->
                with(AuthorityStatus.CONNECTED, sayings, and(periods, new Period(e.from(), null, null)), retirement);
            case AuthorityDisconnected e ->
                with(
                        AuthorityStatus.LISTED,
                        sayings,
                        and(
                                periods.subList(0, periods.size() - 1),
                                new Period(periods.getLast().from(), e.from(), e.why())),
                        retirement);
            case AuthorityRetired e ->
                with(AuthorityStatus.RETIRED, sayings, periods, new Retirement(e.from(), e.why()));
        };
    }

    /** What the entry says on a day; nothing before the first day of which it says something. */
    public Optional<Entry> on(LocalDate day) {
        Entry entry = null;
        for (Saying saying : inOrderOfTheirDays()) {
            if (!saying.from().isAfter(day)) {
                entry = entry == null ? first(saying) : changed(entry, saying);
            }
        }
        return Optional.ofNullable(entry);
    }

    /** What the entry says on a day, or what it says first if that is later. */
    public Entry onOrFirst(LocalDate day) {
        return on(day).orElseGet(() -> on(validFrom()).orElseThrow());
    }

    /** The first day of which the entry says something. */
    public LocalDate validFrom() {
        return sayings.getFirst().from();
    }

    /** What the entry will say later than on a day, the nearest first. */
    public List<Saying> after(LocalDate day) {
        return inOrderOfTheirDays().stream()
                .filter(saying -> saying.from().isAfter(day))
                .toList();
    }

    /** True if it acted on this node itself on that day. */
    public boolean connectedOn(LocalDate day) {
        return connection(day).isPresent();
    }

    /** The period of connection in which a day lies. */
    public Optional<Period> connection(LocalDate day) {
        return periods.stream().filter(period -> period.contains(day)).findFirst();
    }

    /** True if there was nothing to expect of it any more on that day. */
    public boolean retiredOn(LocalDate day) {
        return retirement != null && !day.isBefore(retirement.from());
    }

    /** Whether it is competent for a measure on a day, as far as the entry says. */
    public Competence competence(Code measure, LocalDate day) {
        List<Code> measures = on(day).map(entry -> entry.details().measures()).orElse(null);
        if (measures == null) {
            return Competence.NOT_RECORDED;
        }
        return measures.contains(measure) ? Competence.COMPETENT : Competence.NOT_COMPETENT;
    }

    /** Whether a command is open to who acts; nobody is told that an authority does not exist that does. */
    public Verdict<AuthorityStatus> allows(String command, Act act) {
        return office == null
                ? TABLE.judge(command, false, Set.of(), condition -> false, status, Set.of())
                : judge(command, act, office.state());
    }

    /** Whether somebody may enter an authority of a State here. */
    public Verdict<AuthorityStatus> allowsRegistration(StateCode state, Act act) {
        return judge("register-authority", act, state);
    }

    /** Every command about an authority that is there, and whether it is open to who acts. */
    public List<Possibility> open(Act act) {
        return TABLE.commands().stream()
                .map(command -> Possibility.of(command, allows(command, act)))
                .toList();
    }

    private Verdict<AuthorityStatus> judge(String command, Act act, StateCode state) {
        Set<Role> roles = roles(act, state);
        if (roles.isEmpty()
                && act.actor().mandate() == Mandate.SUPERVISOR
                && TABLE.isFor(command, EnumSet.of(Role.SUP))) {
            return new Verdict.Closed<>(Refused.forbidden(
                            "authority.of-another-state",
                            "A supervisor changes the entries of the own State; those of others are for the administrator.")
                    .from(row(command).source()));
        }
        return TABLE.judge(command, true, roles, condition -> false, status, Set.of());
    }

    /** In what role somebody acts upon the entry of an authority of a State. */
    private static Set<Role> roles(Act act, StateCode state) {
        if (act.isReported()) {
            return Set.of();
        }
        Office own = act.actor().office();
        return switch (act.actor().mandate()) {
            case ADMINISTRATOR -> EnumSet.of(Role.ADM);
            case SUPERVISOR -> own != null && own.state().equals(state) ? EnumSet.of(Role.SUP) : Set.of();
            default -> Set.of();
        };
    }

    private static LifeRow<AuthorityStatus> row(String command) {
        return TABLE.rows().stream()
                .filter(row -> row.command().equals(command))
                .findFirst()
                .orElseThrow();
    }

    /** Two of the same day in the order in which they were recorded; the registration is always the first. */
    private List<Saying> inOrderOfTheirDays() {
        return sayings.stream().sorted(Comparator.comparing(Saying::from)).toList();
    }

    private static Entry first(Saying saying) {
        if (saying.name() == null) {
            throw new IllegalStateException("an entry begins with a name");
        }
        AuthorityDetails details = saying.details() == null ? AuthorityDetails.NONE : saying.details();
        return new Entry(saying.from(), saying.name(), details, saying.reason(), saying.source());
    }

    private static Entry changed(Entry entry, Saying saying) {
        return new Entry(
                saying.from(),
                saying.name() == null ? entry.name() : saying.name(),
                saying.details() == null ? entry.details() : entry.details().with(saying.details()),
                saying.reason(),
                saying.source());
    }

    private AuthorityLife with(
            AuthorityStatus now, List<Saying> said, List<Period> connected, @Nullable Retirement end) {
        return new AuthorityLife(now, office, said, connected, confirmation, succession, end, invented, version + 1);
    }

    private AuthorityLife confirmed(Confirmation news) {
        Confirmation last = confirmation != null && confirmation.on().isAfter(news.on()) ? confirmation : news;
        return new AuthorityLife(status, office, sayings, periods, last, succession, retirement, invented, version + 1);
    }

    private AuthorityLife succeeded(Succession news) {
        return new AuthorityLife(
                status, office, sayings, periods, confirmation, news, retirement, invented, version + 1);
    }

    private static <T> List<T> and(List<T> all, T last) {
        var more = new ArrayList<>(all);
        more.add(last);
        return more;
    }
}
