package org.comity.query.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.comity.api.CorrectionAction;
import org.comity.api.Event;
import org.comity.api.Fact;
import org.comity.api.Mandate;
import org.comity.api.MlaRequestId;
import org.comity.api.StateCode;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaRequestEvent.EvidenceTransmitted;
import org.comity.api.mla.MlaRequestEvent.ExecutionCompleted;
import org.comity.api.mla.MlaRequestEvent.RequestClosed;
import org.comity.api.mla.MlaRequestEvent.RequestRefused;
import org.comity.api.mla.MlaRequestEvent.RequestReturnedIncomplete;
import org.comity.api.mla.MlaRequestEvent.WithdrawalAcknowledged;
import org.comity.api.mla.MlaStatus;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationEvent.EventCorrected;
import org.comity.api.preservation.PreservationEvent.ExtensionRefused;
import org.comity.api.preservation.PreservationEvent.ExtensionRequested;
import org.comity.api.preservation.PreservationEvent.PreservationApproved;
import org.comity.api.preservation.PreservationEvent.PreservationExpired;
import org.comity.api.preservation.PreservationEvent.PreservationExtended;
import org.comity.api.preservation.PreservationStatus;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.law.deadline.Agenda;
import org.comity.law.deadline.Lawbook;
import org.comity.law.deadline.Zones;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.law.lifecycle.Rounds;
import org.comity.law.lifecycle.SpontaneousLife;
import org.comity.law.lifecycle.Transfers;
import org.comity.query.task.Situation.FollowUp;
import org.comity.query.task.Situation.Step;
import org.comity.query.task.Task.Family;
import org.jspecify.annotations.Nullable;

/** How a request of each kind looks to the table of tasks: above all, which step comes next in which status. */
final class Situations {
    private Situations() {}

    static Situation of(MlaRequestLife life, Zones zones) {
        var now = life.now();
        MlaRequestId id = Objects.requireNonNull(now.id());
        var contents = Objects.requireNonNull(life.contents());
        List<Fact<MlaRequestEvent>> effective = life.effective();
        return new Situation(
                id.value(),
                Family.MLA_REQUESTS,
                id.reference(),
                contents.from(),
                contents.to(),
                now.seal(),
                effective,
                since(effective, MlaRequestLife.NONE, MlaRequestLife::after, MlaRequestLife::status),
                steps(life, effective),
                now.journey().addressee(),
                life::allows,
                now.proposals(),
                now.assignments(),
                zones,
                Optional.empty(),
                List.of(),
                List.of(),
                null,
                Agenda.of(Lawbook.ofThisRelease(), life, zones).dues(),
                Optional.empty());
    }

    /**
     * The situation of a preservation.
     *
     * @param requests lives of the MLA requests for which it is held
     */
    static Situation of(PreservationLife life, Function<MlaRequestId, MlaRequestLife> requests, Zones zones) {
        var now = life.now();
        var id = Objects.requireNonNull(now.id());
        var contents = Objects.requireNonNull(life.contents());
        List<Fact<PreservationEvent>> effective = life.effective();
        return new Situation(
                id.value(),
                Family.PRESERVATION_REQUESTS,
                id.reference(),
                contents.from(),
                requested(life),
                now.seal(),
                effective,
                since(effective, PreservationLife.NONE, PreservationLife::after, PreservationLife::status),
                steps(life, effective),
                now.journey().addressee(),
                life::allows,
                now.proposals(),
                now.assignments(),
                zones,
                now.selfApproved() ? selfApproval(effective) : Optional.empty(),
                voidedExpiries(life.history().facts()),
                life.status() == PreservationStatus.HELD_PENDING_MLA ? followUps(life, requests) : List.of(),
                life.status() == PreservationStatus.PRESERVED && !isAsked(effective) ? life.expiresAt() : null,
                Agenda.of(Lawbook.ofThisRelease(), life, zones).dues(),
                life.status() == PreservationStatus.EXPIRED ? lastExpiry(effective) : Optional.empty());
    }

    static Situation of(SpontaneousLife life, Zones zones) {
        var now = life.now();
        var id = Objects.requireNonNull(now.id());
        var contents = Objects.requireNonNull(life.contents());
        List<Fact<SpontaneousEvent>> effective = life.effective();
        return new Situation(
                id.value(),
                Family.SPONTANEOUS_INFORMATION,
                id.reference(),
                contents.from(),
                contents.to(),
                now.seal(),
                effective,
                since(effective, SpontaneousLife.NONE, SpontaneousLife::after, SpontaneousLife::status),
                steps(life),
                now.journey().addressee(),
                life::allows,
                now.proposals(),
                now.assignments(),
                zones,
                Optional.empty(),
                List.of(),
                List.of(),
                null,
                Agenda.of(life).dues(),
                Optional.empty());
    }

    /** Without conditions there is nothing to answer; declined ones leave it to the sender to send all the same. */
    private static List<Step> steps(SpontaneousLife life) {
        return switch (life.status()) {
            case NONE, CLOSED -> List.of();
            case OFFERED ->
                List.of(Step.of(
                        Objects.requireNonNull(life.contents()).conditions().isEmpty()
                                ? "transmit"
                                : "accept-conditions"));
            case CONDITIONS_ACCEPTED, CONDITIONS_DECLINED -> List.of(Step.of("transmit"));
            case TRANSMITTED -> List.of(Step.of("acknowledge-receipt"));
            case RECEIVED -> List.of(Step.of("close"));
        };
    }

    static StateCode requested(PreservationLife life) {
        StateCode now = life.now().requested();
        return now != null ? now : Objects.requireNonNull(life.contents()).to();
    }

    private static List<Step> steps(MlaRequestLife life, List<Fact<MlaRequestEvent>> effective) {
        var steps = new ArrayList<>(byStatus(life, effective));
        if (life.now().confirmation().isDue() && life.status() != MlaStatus.CLOSED) {
            steps.add(new Step(
                    "submit-formal-confirmation",
                    Set.of(),
                    null,
                    life.now().confirmation().dueBy()));
        }
        return steps;
    }

    private static List<Step> byStatus(MlaRequestLife life, List<Fact<MlaRequestEvent>> effective) {
        var now = life.now();
        boolean unconfirmed =
                now.transfers().all().values().stream().anyMatch(transfer -> transfer.state() == Transfers.State.OPEN);
        return switch (life.status()) {
            case NONE, CLOSED -> List.of();
            case DRAFT -> List.of(Step.of("approve").but(now.people().drafters()));
            case APPROVED -> List.of(Step.of("transmit"));
            case TRANSMITTED -> List.of(Step.of("acknowledge-receipt"));
            case MISDIRECTED -> List.of(Step.of("forward"));
            case ACKNOWLEDGED -> List.of(Step.of("accept"));
            case RETURNED_INCOMPLETE ->
                List.of(Step.of("resubmit")
                        .by(last(effective, RequestReturnedIncomplete.class)
                                .map(RequestReturnedIncomplete::answerBy)
                                .orElse(null)));
            case INFORMATION_REQUESTED -> List.of(Step.of("provide-information").by(answerBy(now.rounds())));
            case UNDER_CONSULTATION ->
                List.of(Step.of(now.conditionsProposed() ? "accept-conditions" : "conclude-consultation"));
            case ACCEPTED -> List.of(Step.of("start-execution"));
            case IN_EXECUTION ->
                List.of(Step.of(now.items().pending().isEmpty() ? "complete-execution" : "conclude-line-item"));
            case POSTPONED -> List.of(Step.of("review-postponement").on(now.review()));
            case PARTIALLY_EXECUTED ->
                List.of(Step.of(
                        unconfirmed
                                ? "confirm-evidence-receipt"
                                : now.items().pending().isEmpty() ? "close" : "resume-remainder"));
            case EXECUTED -> List.of(Step.of("transmit-evidence"));
            case EVIDENCE_TRANSMITTED ->
                List.of(Step.of(unconfirmed ? "confirm-evidence-receipt" : "retransmit-evidence"));
            case RECEIPT_CONFIRMED, REFUSED -> List.of(Step.of("close"));
            case WITHDRAWN ->
                !now.journey().hasBegun()
                        ? List.of()
                        : List.of(Step.of(
                                last(effective, WithdrawalAcknowledged.class).isPresent()
                                        ? "close"
                                        : "acknowledge-withdrawal"));
        };
    }

    private static List<Step> steps(PreservationLife life, List<Fact<PreservationEvent>> effective) {
        var now = life.now();
        return switch (life.status()) {
            case NONE, CLOSED, HELD_PENDING_MLA -> List.of();
            case DRAFT -> List.of(Step.of("approve").but(now.people().drafters()));
            case APPROVED -> List.of(Step.of("transmit"));
            case TRANSMITTED -> List.of(Step.of("acknowledge-receipt"));
            case MISDIRECTED -> List.of(Step.of("forward"));
            case ACKNOWLEDGED -> List.of(Step.of("order"));
            case RETURNED_INCOMPLETE -> List.of(Step.of("resubmit"));
            case INFORMATION_REQUESTED -> List.of(Step.of("provide-information").by(answerBy(now.rounds())));
            case RISK_WARNED -> List.of(Step.of("confirm-proceeding"));
            case ORDERED -> List.of(Step.of("confirm-preservation"));
            case PRESERVED -> isAsked(effective) ? List.of(Step.of("extend")) : List.of();
            case REFUSED, NOT_PRESERVED, EXPIRED, RELEASED -> List.of(Step.of("close"));
            case WITHDRAWN -> now.journey().hasBegun() ? List.of(Step.of("close")) : List.of();
        };
    }

    /** True if more time was asked for and nobody has answered. */
    private static boolean isAsked(List<Fact<PreservationEvent>> effective) {
        return effective.stream()
                .map(Fact::event)
                .filter(event -> event instanceof ExtensionRequested
                        || event instanceof PreservationExtended
                        || event instanceof ExtensionRefused)
                .reduce((earlier, later) -> later)
                .filter(ExtensionRequested.class::isInstance)
                .isPresent();
    }

    private static @Nullable LocalDate answerBy(Rounds rounds) {
        return rounds.all().values().stream()
                .filter(round -> round.state() == Rounds.State.OPEN)
                .map(Rounds.Round::answerBy)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static Optional<Fact<PreservationEvent>> selfApproval(List<Fact<PreservationEvent>> effective) {
        return effective.stream()
                .filter(fact -> fact.event() instanceof PreservationApproved approved && approved.selfApproved())
                .reduce((earlier, later) -> later);
    }

    private static Optional<Fact<PreservationEvent>> lastExpiry(List<Fact<PreservationEvent>> effective) {
        return effective.reversed().stream()
                .filter(fact -> fact.event() instanceof PreservationExpired)
                .findFirst();
    }

    /** What the system corrected because a receipt had been in time; the history that counts shows no trace of it. */
    private static List<Fact<PreservationEvent>> voidedExpiries(List<Fact<PreservationEvent>> facts) {
        List<UUID> expiries = facts.stream()
                .filter(fact -> fact.event() instanceof PreservationExpired)
                .map(Fact::eventId)
                .toList();
        return facts.stream()
                .filter(fact -> fact.act().actor().mandate() == Mandate.SYSTEM)
                .filter(fact -> fact.event() instanceof EventCorrected correction
                        && correction.action() == CorrectionAction.VOID
                        && expiries.contains(correction.corrects()))
                .toList();
    }

    private static List<FollowUp> followUps(PreservationLife life, Function<MlaRequestId, MlaRequestLife> requests) {
        return life.followUps().entrySet().stream()
                .map(hold -> {
                    MlaRequestLife request = requests.apply(hold.getKey());
                    return new FollowUp(
                            hold.getKey(),
                            hold.getValue().legalReceivedAt(),
                            decidedAt(request).orElse(null),
                            Situation.secrecy(request.now().seal()));
                })
                .toList();
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

    private static <E extends Event, F extends E> Optional<F> last(List<Fact<E>> effective, Class<F> type) {
        return effective.reversed().stream()
                .map(Fact::event)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static <E extends Event, L> Instant since(
            List<Fact<E>> effective, L unborn, BiFunction<L, Fact<E>, L> after, Function<L, ? extends Enum<?>> status) {
        Instant since = effective.getFirst().act().receivedAt();
        L life = unborn;
        for (Fact<E> fact : effective) {
            L next = after.apply(life, fact);
            if (status.apply(next) != status.apply(life)) {
                since = fact.act().receivedAt();
            }
            life = next;
        }
        return since;
    }
}
