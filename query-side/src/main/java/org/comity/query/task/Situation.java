package org.comity.query.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Event;
import org.comity.api.Fact;
import org.comity.api.Mandate;
import org.comity.api.MlaRequestId;
import org.comity.api.Office;
import org.comity.api.PersonId;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.comity.law.deadline.Due;
import org.comity.law.deadline.Zones;
import org.comity.law.lifecycle.Assignment;
import org.comity.law.lifecycle.Proposals;
import org.comity.law.lifecycle.Seal;
import org.comity.law.lifecycle.Verdict;
import org.comity.query.task.Task.Family;
import org.comity.query.task.Task.Secrecy;
import org.comity.query.task.Task.Who;
import org.jspecify.annotations.Nullable;

/**
 * One request as the table of tasks looks at it, whatever its kind.
 *
 * @param requested State that has it in hand now
 * @param effective history without what was corrected away
 * @param statusSince when its status began
 * @param steps that come next by its status
 * @param addressee office to which it was sent or passed on last
 * @param allows what the table of life says of a command and an act
 * @param assignments who works on it now, as each side said
 * @param zones by whose clocks the days of an assignment begin and end
 * @param selfApproval the approval by the drafter that counts, if it does
 * @param endsAt end of a preservation that nothing holds and for which nobody asked more time
 * @param dues what falls due
 * @param lapse the expiry by which a preservation ended, if it did
 */
record Situation(
        UUID id,
        Family family,
        String reference,
        StateCode from,
        StateCode requested,
        @Nullable Seal seal,
        List<? extends Fact<? extends Event>> effective,
        Instant statusSince,
        List<Step> steps,
        @Nullable AuthorityId addressee,
        BiFunction<String, Act, ? extends Verdict<?>> allows,
        Proposals proposals,
        List<Assignment> assignments,
        Zones zones,
        Optional<? extends Fact<? extends Event>> selfApproval,
        List<? extends Fact<? extends Event>> voidedExpiries,
        List<FollowUp> followUps,
        @Nullable Instant endsAt,
        List<Due> dues,
        Optional<? extends Fact<? extends Event>> lapse) {

    /** Nobody in particular, as somebody whose roles are asked about. */
    private static final PersonId ANYBODY = new PersonId(new UUID(0, 1));

    private static final AuthorityId ANY_OFFICE = new AuthorityId(new UUID(0, 1));

    Situation {
        effective = List.copyOf(effective);
        steps = List.copyOf(steps);
        assignments = List.copyOf(assignments);
        voidedExpiries = List.copyOf(voidedExpiries);
        followUps = List.copyOf(followUps);
        dues = List.copyOf(dues);
    }

    /**
     * What comes next by the status.
     *
     * @param not who may not do it
     * @param from when it is due to be looked at; null for at once
     */
    record Step(
            String command,
            Set<PersonId> not,
            @Nullable Instant from,
            @Nullable Instant dueAt) {
        static Step of(String command) {
            return new Step(command, Set.of(), null, null);
        }

        Step but(Set<PersonId> some) {
            return new Step(command, some, from, dueAt);
        }

        /** By the end of a day in universal time. */
        Step by(@Nullable LocalDate day) {
            return new Step(command, not, from, day == null ? null : start(day.plusDays(1)));
        }

        /** Not before a day. */
        Step on(@Nullable LocalDate day) {
            return new Step(command, not, day == null ? null : start(day), dueAt).by(day);
        }
    }

    /** Those to whom the table of life opens a step, and the row that says so. */
    record Opening(Who who, String source) {}

    /** A request for which data are held; decided or not. */
    record FollowUp(
            MlaRequestId request,
            Instant heldSince,
            @Nullable Instant decidedAt,
            Secrecy secrecy) {}

    /** When a day of an assignment begins in the office that gave or got it. */
    Instant start(LocalDate day, Assignment one) {
        Office by = one.by().actor().office();
        AuthorityId office = one.office() != null || by == null ? one.office() : by.id();
        ZoneId zone = Optional.ofNullable(office).flatMap(zones::of).orElse(ZoneOffset.UTC);
        return day.atStartOfDay(zone).toInstant();
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Set<StateCode> sides() {
        return from.equals(requested) ? Set.of(from) : Set.of(from, requested);
    }

    Secrecy secrecy() {
        return secrecy(seal);
    }

    static Secrecy secrecy(@Nullable Seal seal) {
        return seal == null
                ? new Secrecy(false, List.of())
                : new Secrecy(
                        true,
                        seal.readers().stream().map(PersonId::value).sorted().toList());
    }

    Stream<Act> actsAfter(long sequence) {
        return effective.stream().filter(fact -> fact.sequence() > sequence).map(Fact::act);
    }

    /** Asks the table of life itself which offices of a State may do a step; a sealed request is there for its readers. */
    Optional<Opening> opens(Step step, StateCode state) {
        var kinds = EnumSet.noneOf(AuthorityKind.class);
        String source = null;
        boolean byAddress = false;
        for (AuthorityKind kind : AuthorityKind.values()) {
            Optional<String> anywhere = source(step, new Office(ANY_OFFICE, kind, state));
            Optional<String> there =
                    addressee == null ? Optional.empty() : source(step, new Office(addressee, kind, state));
            if (anywhere.isPresent() || there.isPresent()) {
                kinds.add(kind);
                byAddress |= anywhere.isEmpty();
                source = anywhere.or(() -> there).orElseThrow();
            }
        }
        return source == null
                ? Optional.empty()
                : Optional.of(new Opening(Who.offices(state, kinds).only(byAddress ? addressee : null), source));
    }

    private Optional<String> source(Step step, Office office) {
        Stream<PersonId> people = seal == null ? Stream.of(ANYBODY) : seal.readers().stream();
        return people.map(person -> Act.by(new Actor(person, Mandate.OFFICER, office), statusSince))
                .map(act -> allows.apply(step.command(), act))
                .filter(Verdict.Open.class::isInstance)
                .map(open -> ((Verdict.Open<?>) open).row().source())
                .findFirst();
    }

    Task task(
            Kind kind,
            UUID about,
            Who who,
            @Nullable String command,
            Instant since,
            Instant shownFrom,
            @Nullable Instant dueAt,
            boolean lapses,
            String source) {
        return new Task(
                id, kind, about, family, reference, who, command, null, since, shownFrom, dueAt, lapses, source,
                secrecy());
    }
}
