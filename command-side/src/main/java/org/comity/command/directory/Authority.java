package org.comity.command.directory;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.comity.api.Act;
import org.comity.api.Code;
import org.comity.api.Kebab;
import org.comity.api.Refused;
import org.comity.api.directory.AuthorityCommand;
import org.comity.api.directory.AuthorityCommand.AmendAuthority;
import org.comity.api.directory.AuthorityCommand.ConfirmAuthority;
import org.comity.api.directory.AuthorityCommand.ConnectAuthority;
import org.comity.api.directory.AuthorityCommand.DisconnectAuthority;
import org.comity.api.directory.AuthorityCommand.NameSuccessor;
import org.comity.api.directory.AuthorityCommand.RegisterAuthority;
import org.comity.api.directory.AuthorityCommand.RetireAuthority;
import org.comity.api.directory.AuthorityDetails;
import org.comity.api.directory.AuthorityEvent;
import org.comity.api.directory.AuthorityEvent.AuthorityAmended;
import org.comity.api.directory.AuthorityEvent.AuthorityConfirmed;
import org.comity.api.directory.AuthorityEvent.AuthorityConnected;
import org.comity.api.directory.AuthorityEvent.AuthorityDisconnected;
import org.comity.api.directory.AuthorityEvent.AuthorityRegistered;
import org.comity.api.directory.AuthorityEvent.AuthorityRetired;
import org.comity.api.directory.AuthorityEvent.SuccessorNamed;
import org.comity.api.directory.AuthorityStatus;
import org.comity.law.directory.AuthorityLife;
import org.comity.law.directory.AuthorityLife.Entry;
import org.comity.law.directory.Measures;
import org.comity.law.lifecycle.Verdict;
import org.jspecify.annotations.Nullable;

/** The rules of an authority in the directory. */
record Authority(AuthorityLife life) {
    /** What is known before anything happened. */
    static final Authority NONE = new Authority(AuthorityLife.NONE);

    /** Nobody announces an office longer ahead; a day beyond is a typing error. */
    private static final Period FURTHEST = Period.ofYears(2);

    /** The first zone in which a day begins: who confirmed something today may live there. */
    private static final ZoneOffset EARLIEST_DAY = ZoneOffset.ofHours(14);

    AuthorityEvent decide(AuthorityCommand command, Act act) {
        return switch (command) {
            case RegisterAuthority c -> {
                var day = new Day("validFrom", c.validFrom(), open(life.allowsRegistration(c.state(), act)));
                day.notTooFar(act);
                known(c.details(), day.source());
                yield new AuthorityRegistered(
                        c.id(), c.kind(), c.state(), c.name(), c.validFrom(), c.details(), c.source(), null);
            }
            case AmendAuthority c -> {
                var day = new Day("validFrom", c.validFrom(), open(command, act));
                day.notBefore(life.validFrom(), "The entry says something from " + life.validFrom() + " on.");
                day.notTooFar(act);
                known(c.details(), day.source());
                changing(c, day.source());
                yield new AuthorityAmended(c.id(), c.name(), c.details(), c.validFrom(), c.reason(), c.source());
            }
            case ConfirmAuthority c -> {
                new Day("confirmedOn", c.confirmedOn(), open(command, act)).notInTheFuture(act);
                yield new AuthorityConfirmed(c.id(), c.confirmedBy(), c.confirmedOn(), c.how(), c.source());
            }
            case NameSuccessor c -> {
                var day = new Day("from", c.from(), open(command, act));
                if (c.successor().equals(c.id())) {
                    throw Refused.unacceptable(
                                    "authority.its-own-successor", "successor", "An authority does not succeed itself.")
                            .from(day.source());
                }
                day.notBefore(life.validFrom(), "The entry says something from " + life.validFrom() + " on.");
                day.notTooFar(act);
                yield new SuccessorNamed(c.id(), c.successor(), c.from(), c.source());
            }
            case ConnectAuthority c -> {
                var day = new Day("from", c.from(), open(command, act));
                day.notBefore(lastEnd(), "It was connected until " + lastEnd() + ".");
                day.notTooFar(act);
                yield new AuthorityConnected(c.id(), c.from());
            }
            case DisconnectAuthority c -> {
                var day = new Day("from", c.from(), open(command, act));
                LocalDate since = life.periods().getLast().from();
                day.notBefore(since, "It is connected from " + since + " on.");
                day.notTooFar(act);
                yield new AuthorityDisconnected(c.id(), c.from(), c.why());
            }
            case RetireAuthority c -> {
                var day = new Day("from", c.from(), open(command, act));
                day.notBefore(life.validFrom(), "The entry says something from " + life.validFrom() + " on.");
                day.notBefore(lastEnd(), "It was connected until " + lastEnd() + ".");
                day.notTooFar(act);
                yield new AuthorityRetired(c.id(), c.from(), c.why());
            }
        };
    }

    Authority evolve(AuthorityEvent event) {
        return new Authority(life.after(event));
    }

    private String open(AuthorityCommand command, Act act) {
        return open(life.allows(Kebab.of(command.getClass()), act));
    }

    /** The source of the row that allows it. */
    private static String open(Verdict<AuthorityStatus> verdict) {
        return verdict.orRefuse().row().source();
    }

    /**
     * A day that a command names.
     *
     * @param source of the row by which it is judged
     */
    private record Day(String field, LocalDate day, String source) {
        /** Periods that overlap would make it a question of taste whether an act had to be witnessed. */
        void notBefore(@Nullable LocalDate earliest, String why) {
            if (earliest != null && day.isBefore(earliest)) {
                throw refused("authority.day-too-early", why);
            }
        }

        void notTooFar(Act act) {
            LocalDate latest =
                    LocalDate.ofInstant(act.receivedAt(), ZoneOffset.UTC).plus(FURTHEST);
            if (day.isAfter(latest)) {
                throw refused(
                        "authority.day-too-far", "A day lies at most two years ahead, that is, by " + latest + ".");
            }
        }

        void notInTheFuture(Act act) {
            if (day.isAfter(LocalDate.ofInstant(act.receivedAt(), EARLIEST_DAY))) {
                throw refused("authority.day-in-the-future", "What was confirmed was confirmed by today.");
            }
        }

        private Refused refused(String code, String sentence) {
            return Refused.unacceptable(code, field, sentence).from(source);
        }
    }

    private static void known(@Nullable AuthorityDetails details, String source) {
        List<Code> measures = details == null ? null : details.measures();
        for (int i = 0; measures != null && i < measures.size(); i++) {
            if (!Measures.ALL.contains(measures.get(i))) {
                throw Refused.unacceptable(
                                "authority.unknown-measure",
                                "details.measures[" + i + "]",
                                "There is no such kind of request in the tables of the law.")
                        .from(source);
            }
        }
    }

    private void changing(AmendAuthority change, String source) {
        Entry before = life.onOrFirst(change.validFrom());
        AuthorityDetails details = change.details() == null ? AuthorityDetails.NONE : change.details();
        boolean same = Stream.ofNullable(change.name()).allMatch(before.name()::equals)
                && before.details().with(details).equals(before.details());
        if (same) {
            throw Refused.unacceptable("authority.nothing-changed", "details", "On that day the entry says so already.")
                    .from(source);
        }
    }

    private @Nullable LocalDate lastEnd() {
        return life.periods().isEmpty() ? null : life.periods().getLast().until();
    }
}
