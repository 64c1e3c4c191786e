package org.comity.query.task;

import static org.comity.api.directory.AuthorityKind.CENTRAL_AUTHORITY;
import static org.comity.api.directory.AuthorityKind.CONTACT_POINT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.PersonId;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityKind;
import org.comity.api.view.Turn;
import org.comity.law.deadline.Due;
import org.comity.law.deadline.Ladder;
import org.comity.law.deadline.Ladder.Reminder;
import org.comity.law.lifecycle.Assignment;
import org.comity.law.lifecycle.Seal;
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
    /** Something falls due that no next step of the table meets, or is overdue: from the first reminder on. */
    FALLS_DUE(Kind::fallsDue),
    /** What fell due and was not done, for the supervisor, from the last step of the ladder of reminders on. */
    ESCALATED(Kind::escalated),
    /** A preservation lapsed: for the office and its supervisor, until somebody of the side has left an act on it. */
    LAPSED(Kind::lapsed),
    /** A proposal waits for its second person, for seven days. */
    SECOND_PERSON(Kind::proposals),
    /** A sealing rests on one signature; for another reader of its side (M44c). */
    CONFIRM_SEAL(Kind::sealings),
    /** Nobody has confirmed a sealing in time (M44a). */
    SEAL_NOT_CONFIRMED(Kind::unconfirmedSealings),
    /** A request was approved by its own drafter, for urgency, until the supervisor has left an act on it (P02). */
    REVIEW_SELF_APPROVAL(Kind::selfApprovals),
    /** An expiry proved void, for both sides, until somebody of the side has left an act on it (P32). */
    VOID_EXPIRY(Kind::voidExpiries),
    /** Somebody was given the request by somebody else and has not acted on it since. */
    ASSIGNED(Kind::assigned),
    /** What should have happened by itself was refused, until the request is closed. */
    POLICY_REFUSED(situation -> Stream.of());

    private static final Step CONFIRMATION = Step.of("confirm-seal");

    /** When the end of a preservation is near. Source: policy-preservation-warning. */
    private static final Duration NEAR = Duration.ofDays(14);

    /** What the next step of the table meets, which has a task of its own; the end of a preservation has one too. */
    private static final Set<String> STEPS =
            Set.of("expiry", "answer", "completion", "conditions-answer", "review", "formal-confirmation");

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

    private static Stream<Task> fallsDue(Situation now) {
        return now.dues().stream()
                .filter(due -> !STEPS.contains(due.kind().value()))
                .flatMap(due -> Ladder.ofThisRelease().of(List.of(due)).stream().limit(1))
                .map(reminder -> due(
                        now,
                        FALLS_DUE,
                        reminder,
                        Who.offices(side(now, reminder.due()), EnumSet.allOf(AuthorityKind.class))));
    }

    private static Stream<Task> escalated(Situation now) {
        return Ladder.ofThisRelease().of(now.dues()).stream()
                .filter(reminder -> reminder.step().to() == Ladder.To.SUPERVISOR)
                .map(reminder -> due(now, ESCALATED, reminder, Who.supervisor(side(now, reminder.due()))));
    }

    private static Task due(Situation now, Kind kind, Reminder reminder, Who who) {
        Due due = reminder.due();
        return now.task(
                        kind,
                        due.event(),
                        who,
                        null,
                        reminder.at(),
                        reminder.at(),
                        due.at(),
                        false,
                        due.rule() == null ? "reminders " + reminder.step().code() : due.rule())
                .saying(due.kind().value());
    }

    private static StateCode side(Situation now, Due due) {
        return due.turn() == Turn.REQUESTED ? now.requested() : now.from();
    }

    private static Stream<Task> lapsed(Situation now) {
        return now.lapse().stream()
                .filter(lapse -> now.actsAfter(lapse.sequence())
                        .noneMatch(act -> isOf(act.actor().office(), now.from())))
                .map(lapse -> now.task(
                        LAPSED,
                        lapse.eventId(),
                        Who.offices(now.from(), Set.of(CONTACT_POINT, CENTRAL_AUTHORITY)),
                        "close",
                        lapse.act().receivedAt(),
                        lapse.act().receivedAt(),
                        null,
                        false,
                        "P26; ets-185 29(7)"));
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
        return unconfirmed(now).flatMap(seal -> side(seal)
                .flatMap(side -> now.opens(CONFIRMATION, side).stream())
                .map(open -> now.task(
                        CONFIRM_SEAL,
                        seal.event(),
                        open.who().but(Set.of(seal.act().actor().person())),
                        CONFIRMATION.command(),
                        seal.act().receivedAt(),
                        seal.act().receivedAt(),
                        seal.confirmBy(),
                        false,
                        open.source())));
    }

    /** The supervisor is told only as a reader, since nobody else may know; whoever sealed can name another reader. */
    private static Stream<Task> unconfirmedSealings(Situation now) {
        return unconfirmed(now).flatMap(seal -> side(seal)
                .flatMap(side -> Stream.of(
                        sealNotConfirmed(now, seal, Who.supervisor(side), CONFIRMATION.command()),
                        sealNotConfirmed(
                                now, seal, Who.person(side, seal.act().actor().person()), "seal"))));
    }

    private static Task sealNotConfirmed(Situation now, Seal seal, Who who, String command) {
        return now.task(
                SEAL_NOT_CONFIRMED,
                seal.event(),
                who,
                command,
                seal.confirmBy(),
                seal.confirmBy(),
                null,
                false,
                "M44a; practice");
    }

    private static Stream<Seal> unconfirmed(Situation now) {
        return Stream.ofNullable(now.seal()).filter(seal -> !seal.confirmed());
    }

    private static Stream<StateCode> side(Seal seal) {
        return Stream.ofNullable(seal.act().actor().office()).map(Office::state);
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
        return now.assignments().stream().flatMap(one -> waiting(now, one));
    }

    private static Stream<Task> waiting(Situation now, Assignment one) {
        PersonId person = one.person();
        StateCode side = one.side();
        boolean begun = person == null
                || one.by().actor().person().equals(person)
                || now.actsAfter(one.sequence())
                        .anyMatch(act -> act.actor().person().equals(person));
        if (person == null || side == null || begun) {
            return Stream.of();
        }
        Instant given = one.by().receivedAt();
        Instant first = one.from() == null ? given : now.start(one.from(), one);
        Instant begins = first.isAfter(given) ? first : given;
        Instant ends = one.until() == null ? null : now.start(one.until().plusDays(1), one);
        return Stream.of(now.task(
                ASSIGNED,
                one.event(),
                Who.person(side, person),
                null,
                begins,
                begins,
                ends,
                ends != null,
                "M50, P35; practice"));
    }

    private static boolean isOf(@Nullable Office office, StateCode state) {
        return office != null && office.state().equals(state);
    }
}
