package org.comity.law.deadline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.comity.api.Act;
import org.comity.api.Code;
import org.comity.api.Fact;
import org.comity.api.Label;
import org.comity.api.RequestEvent;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityKind;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaRequestEvent.*;
import org.comity.law.RequestKind;
import org.jspecify.annotations.Nullable;

/** What the clocks of a request for assistance are computed from, gathered from its effective history. */
public final class MlaSituation {
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();
    private final List<Extension> extensions = new ArrayList<>();
    private final Map<Integer, Pause> rounds = new LinkedHashMap<>();
    private @Nullable Pause returned;
    private @Nullable Pause consultation;
    private @Nullable Pause postponement;

    private MlaSituation() {}

    /** The situation of a request. */
    public static Situation of(
            UUID request, MlaContents says, List<Fact<MlaRequestEvent>> effective, Map<StateCode, ZoneId> zones) {
        var gathered = new MlaSituation();
        effective.forEach(fact -> gathered.take(fact.event(), fact.act(), fact.eventId(), says.to()));
        gathered.stillOpen();
        return new Situation(
                request,
                says.from(),
                says.to(),
                RequestKind.of(says),
                says.bases(),
                flags(says),
                gathered.occurrences,
                gathered.pauses,
                gathered.extensions,
                zones);
    }

    private static Set<String> flags(MlaContents says) {
        var flags = new HashSet<String>();
        says.items().values().forEach(category -> flags.add(category.value()));
        if (says.emergency()) {
            flags.add("emergency");
        }
        return flags;
    }

    private void take(MlaRequestEvent event, Act act, UUID id, StateCode requested) {
        Instant at = act.judgedAt();
        switch (event) {
            case RequestEvent.Sent e -> note(Milestone.SENT, act.occurredAt(), id);
            case ReceiptAcknowledged e -> receipt(e.legalReceivedAt(), act, id);
            case RequestReturnedIncomplete e -> returned = new Pause(Pause.Reason.RETURNED, at, null, id);
            case AdditionalInformationRequested e -> ask(e.round(), e.pausesClock(), at, id);
            case FurtherInformationRequested e -> ask(e.round(), e.pausesClock(), at, id);
            case AdditionalInformationProvided e -> {
                note(Milestone.INFORMATION_PROVIDED, at, id);
                e.rounds().forEach(round -> answered(round, at));
            }
            case InformationDeadlineLapsed e -> List.copyOf(rounds.keySet()).forEach(round -> answered(round, at));
            case ConsultationOpened e -> {
                if (act.office() != null && act.office().state().equals(requested)) {
                    consultation = new Pause(Pause.Reason.CONSULTATION, at, null, id);
                }
            }
            case ConsultationConcluded e -> consultation = end(consultation, at);
            case ConditionsAccepted e -> {
                consultation = end(consultation, at);
                decided(at, id);
            }
            case ConditionsDeclined e -> consultation = end(consultation, at);
            case RequestAccepted e -> {
                decided(at, id);
                if (e.formalConfirmationWithin() != null) {
                    occurrences.add(new Occurrence(
                            Milestone.FORMAL_CONFIRMATION_ASKED, at, id, null, at.plus(e.formalConfirmationWithin())));
                }
            }
            case RequestRefused e -> {
                consultation = end(consultation, at);
                if (e.items().isEmpty()) {
                    note(Milestone.REFUSED, at, id);
                }
            }
            case ExecutionPostponed e -> postponement = new Pause(Pause.Reason.POSTPONEMENT, at, null, id);
            case PostponementLifted e -> postponement = end(postponement, at);
            case ExecutionStarted e -> note(Milestone.ORDER_SERVED, e.servedAt() != null ? e.servedAt() : at, id);
            case DelayReported e -> extensions.add(new Extension(clock(e.clock()), e.newEstimate(), at, id));
            case ExecutionCompleted e -> note(Milestone.EXECUTED, at, id);
            case EvidenceTransmitted e -> note(Milestone.EVIDENCE_TRANSMITTED, at, id);
            case EvidenceRetransmitted e -> note(Milestone.EVIDENCE_TRANSMITTED, at, id);
            case EvidenceReceiptConfirmed e -> note(Milestone.EVIDENCE_RECEIPT_CONFIRMED, at, id);
            case FormalConfirmationSubmitted e ->
                note(Milestone.FORMAL_CONFIRMATION_SUBMITTED, e.receivedAt() != null ? e.receivedAt() : at, id);
            case RequestWithdrawn e -> {
                if (e.whole()) {
                    note(Milestone.WITHDRAWN, at, id);
                }
            }
            default -> {} // no clock starts or stops with it
        }
    }

    private void receipt(Instant legal, Act act, UUID id) {
        returned = end(returned, legal);
        note(Milestone.RECEIVED, legal, id);
        note(Milestone.COMPLETE_REQUEST_RECEIVED, legal, id);
        note(Milestone.RECEIPT_ACKNOWLEDGED, act.judgedAt().isBefore(legal) ? legal : act.judgedAt(), id);
        if (act.office() != null && act.office().kind() == AuthorityKind.EXECUTING_AUTHORITY) {
            note(Milestone.RECEIVED_BY_COMPETENT_EXECUTING_AUTHORITY, legal, id);
        }
    }

    private void decided(Instant at, UUID id) {
        note(Milestone.RECOGNITION_DECIDED, at, id);
        note(Milestone.DECIDED, at, id);
        note(Milestone.EMERGENCY_ACCEPTED, at, id);
    }

    private void ask(int round, boolean pausesClock, Instant at, UUID id) {
        note(Milestone.INFORMATION_REQUESTED, at, id);
        rounds.put(round, new Pause(pausesClock ? Pause.Reason.INFORMATION : Pause.Reason.QUESTION, at, null, id));
    }

    private void answered(int round, Instant at) {
        end(rounds.remove(round), at);
    }

    private @Nullable Pause end(@Nullable Pause open, Instant at) {
        if (open != null) {
            pauses.add(new Pause(open.reason(), open.from(), at, open.event()));
        }
        return null;
    }

    private void stillOpen() {
        pauses.addAll(rounds.values());
        for (Pause open : new @Nullable Pause[] {returned, consultation, postponement}) {
            if (open != null) {
                pauses.add(open);
            }
        }
    }

    /** A clock that is named by the code of its rule. */
    private static @Nullable Code clock(@Nullable Label named) {
        return named != null && CODE.matcher(named.value()).matches() ? new Code(named.value()) : null;
    }

    private void note(Milestone what, Instant at, UUID id) {
        occurrences.add(Occurrence.of(what, at, id));
    }
}
