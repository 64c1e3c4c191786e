package org.comity.law.lifecycle;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.api.Act;
import org.comity.api.Fact;
import org.comity.api.MlaRequestId;
import org.comity.api.PreservationId;
import org.comity.api.RequestEvent;
import org.comity.api.StateCode;
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
    private Handling handling;
    private @Nullable StateCode requested;
    private Rounds rounds;
    private @Nullable PreservationScope scope;
    private Term term;
    private final Map<MlaRequestId, FollowUpHold> followUps;
    private final Set<MlaRequestId> decided;
    private boolean selfApproved;

    PreservationFold(PreservationCourse before) {
        id = before.id();
        standing = before.standing();
        contents = before.contents();
        handling = before.handling();
        requested = before.requested();
        rounds = before.rounds();
        scope = before.scope();
        term = before.term();
        followUps = new LinkedHashMap<>(before.followUps());
        decided = new HashSet<>(before.decided());
        selfApproved = before.selfApproved();
    }

    PreservationCourse after(Fact<PreservationEvent> fact) {
        PreservationEvent event = fact.event();
        id = event.id();
        change(event, fact);
        handling = handling.after(fact, contents);
        if (isCounted(event, fact.act())) {
            standing = standing.after(PreservationLife.TABLE, event, said(event, fact.act()));
        }
        return new PreservationCourse(
                id, standing, contents, handling, requested, rounds, scope, term, followUps, decided, selfApproved);
    }

    private void change(PreservationEvent event, Fact<PreservationEvent> fact) {
        Act act = fact.act();
        switch (event) {
            case PreservationDrafted e -> says(e.contents());
            case IncomingPreservationRecorded e -> says(e.contents());
            case PreservationApproved e -> selfApproved = e.selfApproved();
            case PreservationReceiptAcknowledged e -> {
                StateCode receiver = Handling.sideOf(act);
                requested = receiver != null ? receiver : requested;
            }
            case EventCorrected e -> {
                // In place of an expiry that is void: what is corrected already counts with its new value.
                if (e.request() != null && e.legalReceivedAt() != null && term.covers(e.legalReceivedAt())) {
                    hold(e.request(), new FollowUpHold(e.legalReceivedAt(), fact.eventId()));
                }
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
            // These change the handling alone.
            case RequestEvent.Common e -> {}
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
        }
    }

    private boolean isCounted(PreservationEvent event, Act act) {
        return switch (event) {
            // Whether a hold begins was judged against the term; a correction changed what came before it.
            case FollowUpRequestLinked e -> false;
            // The request is closed when the requesting side closes; the other side closes its file.
            case PreservationClosed e -> contents != null && contents.from().equals(Handling.sideOf(act));
            default -> true;
        };
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
}
