package org.comity.query.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.comity.api.Actor;
import org.comity.api.Event;
import org.comity.api.Fact;
import org.comity.api.Mandate;
import org.comity.api.MlaRequestId;
import org.comity.api.Office;
import org.comity.api.PersonId;
import org.comity.api.PreservationId;
import org.comity.api.Recorded;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityKind;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaRequestEvent.EvidenceTransmitted;
import org.comity.api.mla.MlaRequestEvent.ExecutionCompleted;
import org.comity.api.mla.MlaRequestEvent.RequestClosed;
import org.comity.api.mla.MlaRequestEvent.RequestRefused;
import org.comity.api.mla.MlaRequestEvent.RequestSealed;
import org.comity.api.mla.MlaRequestEvent.RequestUnsealed;
import org.comity.api.policy.PolicyEvent.PolicyRefused;
import org.comity.api.preservation.PreservationContents;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationEvent.PreservationApproved;
import org.comity.api.preservation.PreservationEvent.PreservationSealed;
import org.comity.api.preservation.PreservationEvent.PreservationUnsealed;
import org.comity.api.preservation.PreservationStatus;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.law.lifecycle.Proposals;
import org.comity.law.lifecycle.Seal;
import org.comity.query.task.Task.Family;
import org.comity.query.task.Task.Kind;
import org.comity.query.task.Task.Secrecy;
import org.jspecify.annotations.Nullable;

/** The tasks that follow from lives. Pure: the same lives give the same tasks. */
final class Tasks {
    /** How long a sealing may rest on one signature. Source: practice (M44). */
    private static final Duration SEAL_CONFIRMED_WITHIN = Duration.ofDays(7);

    private Tasks() {}

    /** What a task says of its request. */
    private record Subject(UUID id, Family family, String reference, Secrecy secrecy) {}

    static List<Task> of(MlaRequestLife life) {
        MlaRequestId id = Objects.requireNonNull(life.now().id());
        var subject = new Subject(
                id.value(),
                Family.MLA_REQUESTS,
                id.reference(),
                secrecy(life.now().seal()));
        List<Fact<MlaRequestEvent>> effective = life.effective();
        var tasks = new ArrayList<Task>();
        proposals(subject, life.now().proposals(), tasks);
        if (life.now().seal() != null) {
            seal(subject, effective, RequestSealed.class, RequestUnsealed.class).ifPresent(tasks::add);
        }
        return tasks;
    }

    /**
     * The tasks of a preservation.
     *
     * @param requests lives of the MLA requests for which it is held
     */
    static List<Task> of(PreservationLife life, Function<MlaRequestId, MlaRequestLife> requests) {
        PreservationId id = Objects.requireNonNull(life.now().id());
        PreservationContents contents = Objects.requireNonNull(life.contents());
        var subject = new Subject(
                id.value(),
                Family.PRESERVATION_REQUESTS,
                id.reference(),
                secrecy(life.now().seal()));
        List<Fact<PreservationEvent>> effective = life.effective();
        var tasks = new ArrayList<Task>();
        if (life.status() == PreservationStatus.HELD_PENDING_MLA) {
            StateCode requested = requested(life);
            life.followUps()
                    .forEach((request, hold) -> tasks.add(
                            followUp(subject, requested, request, requests.apply(request), hold.legalReceivedAt())));
        }
        proposals(subject, life.now().proposals(), tasks);
        if (life.now().seal() != null) {
            seal(subject, effective, PreservationSealed.class, PreservationUnsealed.class)
                    .ifPresent(tasks::add);
        }
        if (life.now().selfApproved()) {
            selfApproval(subject, contents.from(), effective).ifPresent(tasks::add);
        }
        return tasks;
    }

    static Secrecy secrecy(@Nullable Seal seal) {
        return seal == null
                ? new Secrecy(false, List.of())
                : new Secrecy(
                        true,
                        seal.readers().stream().map(PersonId::value).sorted().toList());
    }

    /** It stands from the beginning of the hold, and is ready once the request is decided. */
    private static Task followUp(
            Subject subject, StateCode requested, MlaRequestId request, MlaRequestLife decided, Instant heldSince) {
        Optional<Instant> since = decidedAt(decided);
        return new Task(
                subject.id(),
                Kind.DECIDE_FOLLOW_UP,
                request.value(),
                subject.family(),
                subject.reference(),
                requested,
                AuthorityKind.CENTRAL_AUTHORITY,
                null,
                null,
                since.isPresent(),
                subject.secrecy().and(secrecy(decided.now().seal())),
                "decide-follow-up",
                request.reference(),
                since.orElse(heldSince),
                null,
                false);
    }

    /** When a request was refused, completed or closed; a withdrawal ends the hold by itself. */
    private static Optional<Instant> decidedAt(MlaRequestLife life) {
        boolean decided =
                switch (life.status()) {
                    case REFUSED, EXECUTED, EVIDENCE_TRANSMITTED, RECEIPT_CONFIRMED, CLOSED -> true;
                    case NONE,
                            DRAFT,
                            APPROVED,
                            TRANSMITTED,
                            MISDIRECTED,
                            ACKNOWLEDGED,
                            RETURNED_INCOMPLETE,
                            INFORMATION_REQUESTED,
                            UNDER_CONSULTATION,
                            ACCEPTED,
                            IN_EXECUTION,
                            POSTPONED,
                            PARTIALLY_EXECUTED,
                            WITHDRAWN -> false;
                };
        return decided
                ? life.effective().stream()
                        .filter(fact -> fact.event() instanceof RequestRefused
                                || fact.event() instanceof ExecutionCompleted
                                || fact.event() instanceof EvidenceTransmitted
                                || fact.event() instanceof RequestClosed)
                        .findFirst()
                        .map(fact -> fact.act().receivedAt())
                : Optional.empty();
    }

    private static void proposals(Subject subject, Proposals proposals, List<Task> tasks) {
        for (Proposals.Proposal proposal : proposals.all().values()) {
            Actor first = proposal.act().actor();
            Office office = first.office();
            if (office != null) {
                tasks.add(new Task(
                        subject.id(),
                        Kind.SECOND_PERSON,
                        proposal.id(),
                        subject.family(),
                        subject.reference(),
                        office.state(),
                        null,
                        null,
                        first.person().value(),
                        true,
                        subject.secrecy(),
                        "confirm",
                        proposal.command(),
                        proposal.act().receivedAt(),
                        proposal.lapsesAt(),
                        true));
            }
        }
    }

    /** Gone when a second person of the same State has sealed too. */
    private static <E extends Event> Optional<Task> seal(
            Subject subject, List<Fact<E>> effective, Class<? extends E> sealed, Class<? extends E> unsealed) {
        var sealings = new ArrayList<Fact<E>>();
        for (Fact<E> fact : effective) {
            if (unsealed.isInstance(fact.event())) {
                sealings.clear();
            }
            if (sealed.isInstance(fact.event())) {
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
                        && other.office() != null
                        && other.office().state().equals(office.state()));
        if (office == null || confirmed) {
            return Optional.empty();
        }
        Fact<E> last = sealings.getLast();
        return Optional.of(new Task(
                subject.id(),
                Kind.CONFIRM_SEAL,
                last.eventId(),
                subject.family(),
                subject.reference(),
                office.state(),
                null,
                null,
                first.person().value(),
                true,
                subject.secrecy(),
                "seal",
                null,
                last.act().receivedAt(),
                last.act().receivedAt().plus(SEAL_CONFIRMED_WITHIN),
                false));
    }

    /** Gone when a supervisor of that State has left an act on the request since, be it a note. */
    private static Optional<Task> selfApproval(
            Subject subject, StateCode from, List<Fact<PreservationEvent>> effective) {
        return effective.stream()
                .filter(fact -> fact.event() instanceof PreservationApproved approved && approved.selfApproved())
                .reduce((earlier, later) -> later)
                .filter(approval -> effective.stream()
                        .filter(fact -> fact.sequence() > approval.sequence())
                        .map(fact -> fact.act().actor())
                        .noneMatch(actor -> actor.mandate() == Mandate.SUPERVISOR
                                && actor.office() != null
                                && actor.office().state().equals(from)))
                .map(approval -> new Task(
                        subject.id(),
                        Kind.REVIEW_SELF_APPROVAL,
                        approval.eventId(),
                        subject.family(),
                        subject.reference(),
                        from,
                        null,
                        Mandate.SUPERVISOR,
                        null,
                        true,
                        subject.secrecy(),
                        "note",
                        null,
                        approval.act().receivedAt(),
                        null,
                        false));
    }

    /** What a policy could not do by itself, for the side that has the request in hand. */
    static Task refused(Recorded<?> recorded, PolicyRefused event, MlaRequestLife life) {
        MlaRequestId id = new MlaRequestId(event.target());
        return refused(
                recorded,
                event,
                new Subject(
                        id.value(),
                        Family.MLA_REQUESTS,
                        id.reference(),
                        secrecy(life.now().seal())),
                Objects.requireNonNull(life.contents()).to());
    }

    /** What a policy could not do by itself, for the side that has the request in hand. */
    static Task refused(Recorded<?> recorded, PolicyRefused event, PreservationLife life) {
        PreservationId id = new PreservationId(event.target());
        return refused(
                recorded,
                event,
                new Subject(
                        id.value(),
                        Family.PRESERVATION_REQUESTS,
                        id.reference(),
                        secrecy(life.now().seal())),
                requested(life));
    }

    private static Task refused(Recorded<?> recorded, PolicyRefused event, Subject subject, StateCode state) {
        return new Task(
                subject.id(),
                Kind.POLICY_REFUSED,
                recorded.fact().eventId(),
                subject.family(),
                subject.reference(),
                state,
                null,
                null,
                null,
                true,
                subject.secrecy(),
                null,
                event.sentence().value(),
                recorded.fact().act().receivedAt(),
                null,
                false);
    }

    private static StateCode requested(PreservationLife life) {
        StateCode now = life.now().requested();
        return now != null ? now : Objects.requireNonNull(life.contents()).to();
    }
}
