package org.comity.law.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.api.Act;
import org.comity.api.Fact;
import org.comity.api.MlaRequestId;
import org.comity.api.Office;
import org.comity.api.PersonRef;
import org.comity.api.PreservationId;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.preservation.PreservationContents;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationEvent.*;
import org.comity.api.preservation.PreservationScope;
import org.comity.api.preservation.PreservationStatus;
import org.jspecify.annotations.Nullable;

/** One step of the fold, on a copy that is changed in place and never seen outside. */
final class PreservationFold {
    private @Nullable PreservationId id;
    private Standing<PreservationStatus> standing;
    private @Nullable PreservationContents contents;
    private @Nullable StateCode requested;
    private @Nullable Instant beganAt;
    private Journey journey;
    private @Nullable Instant legalReceivedAt;
    private People people;
    private Rounds rounds;
    private @Nullable PreservationScope scope;
    private Term term;
    private final Map<MlaRequestId, FollowUpHold> followUps;
    private final Set<MlaRequestId> decided;
    private boolean selfApproved;
    private boolean closedByRequested;
    private @Nullable Seal seal;
    private Holds holds;
    private final Set<PersonRef> erased;
    private final List<Assignment> assignments;
    private Proposals proposals;

    PreservationFold(PreservationCourse before) {
        id = before.id();
        standing = before.standing();
        contents = before.contents();
        requested = before.requested();
        beganAt = before.beganAt();
        journey = before.journey();
        legalReceivedAt = before.legalReceivedAt();
        people = before.people();
        rounds = before.rounds();
        scope = before.scope();
        term = before.term();
        followUps = new LinkedHashMap<>(before.followUps());
        decided = new HashSet<>(before.decided());
        selfApproved = before.selfApproved();
        closedByRequested = before.closedByRequested();
        seal = before.seal();
        holds = before.holds();
        erased = new HashSet<>(before.erased());
        assignments = new ArrayList<>(before.assignments());
        proposals = before.proposals();
    }

    PreservationCourse after(Fact<PreservationEvent> fact) {
        PreservationEvent event = fact.event();
        if (beganAt == null) {
            id = event.id();
            // What was sent before our officer took it in happened before that, too.
            beganAt = event instanceof IncomingPreservationRecorded e && e.dispatchedAt() != null
                    ? e.dispatchedAt()
                    : fact.act().occurredAt();
        }
        change(event, fact);
        stand(event, fact.act());
        return new PreservationCourse(
                id,
                standing,
                contents,
                requested,
                beganAt,
                journey,
                legalReceivedAt,
                people,
                rounds,
                scope,
                term,
                followUps,
                decided,
                selfApproved,
                closedByRequested,
                seal,
                holds,
                erased,
                assignments,
                proposals);
    }

    private void change(PreservationEvent event, Fact<PreservationEvent> fact) {
        Act act = fact.act();
        switch (event) {
            case PreservationDrafted e -> {
                says(e.contents());
                people = people.drafted(act.actor().person());
            }
            case IncomingPreservationRecorded e -> {
                says(e.contents());
                Office office = act.actor().office();
                if (e.addressee() != null) {
                    journey = journey.sent(e.sender(), e.addressee(), e.channel(), e.dispatchedAt());
                } else if (office != null) {
                    journey = journey.sent(e.sender(), office.id(), e.channel(), e.dispatchedAt());
                }
            }
            case PreservationApproved e -> {
                people = people.approved(act.actor().person());
                selfApproved = e.selfApproved();
            }
            case PreservationTransmitted e ->
                journey = journey.sent(sender(act), e.to(), e.channel(), act.occurredAt());
            case PreservationResubmitted e ->
                journey = journey.sent(sender(act), e.to(), e.channel(), act.occurredAt());
            case PreservationForwarded e -> journey = journey.forwarded(e.to(), e.channel());
            case PreservationReceiptAcknowledged e -> {
                legalReceivedAt = e.legalReceivedAt() != null ? e.legalReceivedAt() : act.occurredAt();
                Office office = act.office();
                requested = office != null ? office.state() : requested;
            }
            case AdditionalInformationRequested e -> rounds = rounds.opened(e.round(), e.answerBy(), false);
            case AdditionalInformationProvided e -> rounds = rounds.answered(e.rounds());
            case PreservationConfirmed e -> {
                scope = PreservationScope.WHOLE;
                term = term.confirmed(e.expiresAt(), e.rule());
            }
            case PreservationConfirmedInPart e -> {
                scope = PreservationScope.PART;
                term = term.confirmed(e.expiresAt(), e.rule());
            }
            case ExtensionRequested e -> term = term.asked(act.judgedAt());
            case PreservationExtended e -> term = term.extended(e.expiresAt(), e.rule(), e.extension());
            case ExtensionRefused e -> term = term.extensionRefused();
            case PreservationExpired e -> term = term.expired(fact.eventId());
            case FollowUpRequestLinked e -> hold(e.request(), new FollowUpHold(e.legalReceivedAt(), fact.eventId()));
            case FollowUpWithdrawn e -> followUps.remove(e.request());
            case FollowUpDecided e -> {
                followUps.remove(e.request());
                decided.add(e.request());
            }
            case ReleaseRequested e -> followUps.clear();
            case PreservationWithdrawn e -> followUps.clear();
            case PreservationClosed e -> {
                people = people.closed(act.actor().person());
                closedByRequested |= !isByRequestingSide(act);
            }
            case PreservationSealed e ->
                seal = Seal.of(e.level(), e.readers(), e.review(), act.actor().person());
            case PreservationUnsealed e -> {
                seal = null;
                proposals = proposals.after("unseal", act);
            }
            case EventCorrected e -> {
                proposals = proposals.after("correct-event", act);
                // In place of an expiry that is void: what is corrected already counts with its new value.
                if (e.request() != null && e.legalReceivedAt() != null && term.covers(e.legalReceivedAt())) {
                    hold(e.request(), new FollowUpHold(e.legalReceivedAt(), fact.eventId()));
                }
            }
            case PersonalDataErased e -> {
                erased.add(e.person());
                proposals = proposals.after("erase-personal-data", act);
            }
            case LegalHoldPlaced e -> holds = holds.placed(e.person());
            case LegalHoldLifted e -> holds = holds.lifted(e.person());
            case PreservationAssigned e ->
                assignments.add(new Assignment(side(act), e.person(), e.office(), List.of()));
            case AssignmentEnded e -> assignments.remove(new Assignment(side(act), e.person(), e.office(), List.of()));
            case Proposed e ->
                proposals = proposals.with(
                        new Proposals.Proposal(e.proposal(), e.command().value(), e.body(), act, e.lapsesAt()));
            case ProposalDeclined e -> proposals = proposals.without(e.proposal());
            // These change the status alone, or add to the record alone.
            case DraftDiscarded e -> {}
            case MisdirectionDeclared e -> {}
            case PreservationReturnedIncomplete e -> {}
            case PreservationRiskWarned e -> {}
            case ProceedConfirmed e -> {}
            case PreservationRefused e -> {}
            case PreservationOrdered e -> {}
            case NothingToPreserve e -> {}
            case TrafficPathDisclosed e -> {}
            case DataStillHeldReported e -> {}
            case NoteAdded e -> {}
        }
    }

    private void stand(PreservationEvent event, Act act) {
        boolean counted =
                switch (event) {
                    case Proposed e -> false;
                    case ProposalDeclined e -> false;
                    // Whether a hold begins was judged against the term; a correction changed what came before it.
                    case FollowUpRequestLinked e -> false;
                    case EventCorrected e -> false;
                    case PreservationClosed e -> isByRequestingSide(act);
                    default -> true;
                };
        if (counted) {
            standing = standing.after(
                    PreservationLife.TABLE.rowOfEvent(event.getClass().getSimpleName()), said(event, act));
        }
    }

    /** The status that follows from the holds and the term, for rows of the table that ask for one. */
    private @Nullable PreservationStatus said(PreservationEvent event, Act act) {
        if (standing.status() != PreservationStatus.HELD_PENDING_MLA || !followUps.isEmpty()) {
            return standing.status();
        }
        return switch (event) {
            case FollowUpWithdrawn e ->
                term.covers(act.judgedAt()) ? PreservationStatus.PRESERVED : PreservationStatus.RELEASED;
            case FollowUpDecided e -> PreservationStatus.RELEASED;
            default -> standing.status();
        };
    }

    /**
     * Begins a hold, if there is one to begin: a receipt at or after the end holds nothing, unless the data were then still
     * held for another request. So the hold for a later request falls by itself when the first receipt proves too late.
     */
    private void hold(MlaRequestId request, FollowUpHold hold) {
        boolean held = standing.status() == PreservationStatus.HELD_PENDING_MLA;
        boolean inTime = standing.status() == PreservationStatus.PRESERVED && term.covers(hold.legalReceivedAt());
        if (held || inTime) {
            followUps.put(request, hold);
            standing = new Standing<>(PreservationStatus.HELD_PENDING_MLA, List.of());
        }
    }

    private void says(PreservationContents said) {
        contents = said;
        requested = said.to();
    }

    private boolean isByRequestingSide(Act act) {
        return contents != null && contents.from().equals(side(act));
    }

    private static @Nullable StateCode side(Act act) {
        Office office = act.office();
        return office == null ? null : office.state();
    }

    private static @Nullable AuthorityId sender(Act act) {
        Office office = act.office();
        return office == null ? null : office.id();
    }
}
