package org.comity.query.task;

import static org.comity.api.directory.AuthorityKind.CENTRAL_AUTHORITY;
import static org.comity.api.directory.AuthorityKind.CONTACT_POINT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.comity.api.Actor;
import org.comity.api.Event;
import org.comity.api.Fact;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.PersonId;
import org.comity.api.RequestEvent;
import org.comity.api.StateCode;
import org.comity.query.task.Situation.Assigned;
import org.comity.query.task.Situation.Step;
import org.comity.query.task.Task.Who;
import org.jspecify.annotations.Nullable;

/**
 * The table of the kinds of tasks: for each, whose it is, when it begins, when it ends, and why. A task ends when its request
 * no longer gives it.
 */
enum Kind {
    /** The step that the table of life opens next, for those to whom it opens it, while the status lasts. */
    NEXT_STEP(Kind::nextSteps),
    /** A follow-up request is decided and the data are still held for it. ETS 185 art. 29(7). */
    DECIDE_FOLLOW_UP(Kind::followUps),
    /** A preservation ends soon, nothing holds the data and nobody asked for more time: house rule policy-preservation-warning. */
    ENDS_SOON(Kind::endsSoon),
    /** A proposal waits for its second person, for seven days. */
    SECOND_PERSON(Kind::proposals),
    /** A sealing rests on one signature, for seven days (M44). */
    CONFIRM_SEAL(Kind::sealings),
    /** Nobody has confirmed a sealing in time: the supervisor's, as far as the supervisor may know of it (M44). */
    SEAL_NOT_CONFIRMED(Kind::unconfirmedSealings),
    /** A request was approved by its own drafter, for urgency, until the supervisor has left an act on it (P02). */
    REVIEW_SELF_APPROVAL(Kind::selfApprovals),
    /** An expiry proved void, for both sides, until somebody of the side has left an act on it (P32). */
    VOID_EXPIRY(Kind::voidExpiries),
    /** Somebody was given the request by somebody else and has not acted on it since. */
    ASSIGNED(Kind::assigned),
    /** What should have happened by itself was refused, until the request is closed. */
    POLICY_REFUSED(situation -> Stream.of());

    /** How long a sealing may rest on one signature. Source: practice (M44). */
    private static final Duration CONFIRMED_WITHIN = Duration.ofDays(7);

    /** When the end of a preservation is near. Source: policy-preservation-warning. */
    private static final Duration NEAR = Duration.ofDays(14);

    /** Always a method of this type, which holds nothing. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Situation, Stream<Task>> rule;

    Kind(Function<Situation, Stream<Task>> rule) {
        this.rule = rule;
    }

    /** Everything that a request gives to do. */
    static List<Task> of(Situation situation) {
        return Stream.of(values()).flatMap(kind -> kind.rule.apply(situation)).toList();
    }

    private static Stream<Task> nextSteps(Situation now) {
        var tasks = new ArrayList<Task>();
        for (Step step : now.steps()) {
            for (StateCode state : now.sides()) {
                now.opens(step, state)
                        .map(open -> now.task(
                                NEXT_STEP,
                                now.id(),
                                open.who().but(step.not()),
                                step.command(),
                                now.statusSince(),
                                step.from() != null ? step.from() : now.statusSince(),
                                step.dueAt(),
                                false,
                                open.source()))
                        .ifPresent(tasks::add);
            }
        }
        return tasks.stream();
    }

    /** It stands from the beginning of the hold, and is shown once the request is decided. */
    private static Stream<Task> followUps(Situation now) {
        return now.followUps().stream()
                .map(one -> new Task(
                        now.id(),
                        DECIDE_FOLLOW_UP,
                        one.request().value(),
                        now.family(),
                        now.reference(),
                        Who.offices(now.requested(), Set.of(CENTRAL_AUTHORITY)),
                        "decide-follow-up",
                        one.request().reference(),
                        one.decidedAt() != null ? one.decidedAt() : one.heldSince(),
                        one.decidedAt(),
                        null,
                        false,
                        "P25; ets-185 29(7)",
                        now.secrecy().and(one.secrecy())));
    }

    private static Stream<Task> endsSoon(Situation now) {
        Instant end = now.endsAt();
        return end == null
                ? Stream.of()
                : Stream.of(now.task(
                        ENDS_SOON,
                        now.id(),
                        Who.offices(now.from(), Set.of(CONTACT_POINT, CENTRAL_AUTHORITY)),
                        "request-extension",
                        end.minus(NEAR),
                        end.minus(NEAR),
                        end,
                        false,
                        "policy-preservation-warning; ets-185 29(7)"));
    }

    private static Stream<Task> proposals(Situation now) {
        return now.proposals().all().values().stream().flatMap(proposal -> {
            Office office = proposal.act().actor().office();
            if (office == null) {
                return Stream.of();
            }
            Instant at = proposal.act().receivedAt();
            return Stream.of(now.task(
                            SECOND_PERSON,
                            proposal.id(),
                            Who.all(office.state())
                                    .but(Set.of(proposal.act().actor().person())),
                            "confirm",
                            at,
                            at,
                            proposal.lapsesAt(),
                            true,
                            "practice")
                    .saying(proposal.command()));
        });
    }

    private static Stream<Task> sealings(Situation now) {
        return unconfirmed(now)
                .map(sealing -> now.task(
                        CONFIRM_SEAL,
                        sealing.last().eventId(),
                        Who.all(sealing.office().state()).but(Set.of(sealing.first())),
                        "seal",
                        sealing.at(),
                        sealing.at(),
                        sealing.at().plus(CONFIRMED_WITHIN),
                        false,
                        "M44; ets-185 27(8)"))
                .stream();
    }

    private static Stream<Task> unconfirmedSealings(Situation now) {
        return unconfirmed(now)
                .map(sealing -> now.task(
                        SEAL_NOT_CONFIRMED,
                        sealing.last().eventId(),
                        Who.supervisor(sealing.office().state()),
                        "seal",
                        sealing.at().plus(CONFIRMED_WITHIN),
                        sealing.at().plus(CONFIRMED_WITHIN),
                        null,
                        false,
                        "M44; ets-185 27(8)"))
                .stream();
    }

    private record Sealing(PersonId first, Office office, Fact<? extends Event> last) {
        Instant at() {
            return last.act().receivedAt();
        }
    }

    /** The sealing that stands on one signature; confirmed once a second person of the same State has sealed too. */
    private static Optional<Sealing> unconfirmed(Situation now) {
        var sealings = new ArrayList<Fact<? extends Event>>();
        for (Fact<? extends Event> fact : now.effective()) {
            if (fact.event() instanceof RequestEvent.Unsealed) {
                sealings.clear();
            }
            if (fact.event() instanceof RequestEvent.Sealed) {
                sealings.add(fact);
            }
        }
        if (sealings.isEmpty()) {
            return Optional.empty();
        }
        Actor first = sealings.getFirst().act().actor();
        Office office = first.office();
        boolean confirmed = sealings.stream()
                .map(fact -> fact.act().actor())
                .anyMatch(other -> !other.person().equals(first.person())
                        && office != null
                        && isOf(other.office(), office.state()));
        return office == null || confirmed
                ? Optional.empty()
                : Optional.of(new Sealing(first.person(), office, sealings.getLast()));
    }

    private static Stream<Task> selfApprovals(Situation now) {
        return now.selfApproval().stream()
                .filter(approval -> now.actsAfter(approval.sequence())
                        .noneMatch(act -> act.actor().mandate() == Mandate.SUPERVISOR
                                && isOf(act.actor().office(), now.from())))
                .map(approval -> now.task(
                        REVIEW_SELF_APPROVAL,
                        approval.eventId(),
                        Who.supervisor(now.from()),
                        "note",
                        approval.act().receivedAt(),
                        approval.act().receivedAt(),
                        null,
                        false,
                        "P02; practice"));
    }

    private static Stream<Task> voidExpiries(Situation now) {
        return now.voidedExpiries().stream().flatMap(alarm -> now.sides().stream()
                .filter(state -> now.actsAfter(alarm.sequence())
                        .noneMatch(act -> isOf(act.actor().office(), state)))
                .map(state -> now.task(
                        VOID_EXPIRY,
                        alarm.eventId(),
                        Who.offices(state, Set.of(CONTACT_POINT, CENTRAL_AUTHORITY)),
                        "note",
                        alarm.act().receivedAt(),
                        alarm.act().receivedAt(),
                        null,
                        false,
                        "P32; ets-185 29(7)")));
    }

    private static Stream<Task> assigned(Situation now) {
        return now.assigned().stream().flatMap(one -> waiting(now, one));
    }

    private static Stream<Task> waiting(Situation now, Assigned one) {
        PersonId person = one.person();
        boolean begun = person == null
                || one.by().actor().person().equals(person)
                || now.actsAfter(one.sequence())
                        .anyMatch(act -> act.actor().person().equals(person));
        return person == null || begun
                ? Stream.of()
                : Stream.of(now.task(
                        ASSIGNED,
                        one.event(),
                        Who.person(one.state(), person),
                        null,
                        one.beginsAt(),
                        one.beginsAt(),
                        one.endsAt(),
                        one.endsAt() != null,
                        "M50, P35; practice"));
    }

    private static boolean isOf(@Nullable Office office, StateCode state) {
        return office != null && office.state().equals(state);
    }
}
