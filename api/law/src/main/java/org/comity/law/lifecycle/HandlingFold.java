package org.comity.law.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.api.Act;
import org.comity.api.Fact;
import org.comity.api.Office;
import org.comity.api.PersonRef;
import org.comity.api.RequestContents;
import org.comity.api.RequestEvent;
import org.comity.api.RequestEvent.*;
import org.comity.api.directory.AuthorityId;
import org.jspecify.annotations.Nullable;

/** One step of the fold of what all kinds share, on a copy that is changed in place and never seen outside. */
final class HandlingFold {
    private @Nullable Instant beganAt;
    private Journey journey;
    private @Nullable Instant legalReceivedAt;
    private People people;
    private boolean closedByRequested;
    private @Nullable Seal seal;
    private Holds holds;
    private final Set<PersonRef> erased;
    private final Map<PersonRef, Restriction> restrictions;
    private final List<Assignment> assignments;
    private Proposals proposals;

    HandlingFold(Handling before) {
        beganAt = before.beganAt();
        journey = before.journey();
        legalReceivedAt = before.legalReceivedAt();
        people = before.people();
        closedByRequested = before.closedByRequested();
        seal = before.seal();
        holds = before.holds();
        erased = new HashSet<>(before.erased());
        restrictions = new HashMap<>(before.restrictions());
        assignments = new ArrayList<>(before.assignments());
        proposals = before.proposals();
    }

    Handling after(Fact<? extends RequestEvent> fact, @Nullable RequestContents contents) {
        RequestEvent event = fact.event();
        if (beganAt == null) {
            // What was sent before our officer took it in happened before that, too.
            beganAt = event instanceof TakenIn e && e.dispatchedAt() != null
                    ? e.dispatchedAt()
                    : fact.act().occurredAt();
        }
        if (event instanceof Common common) {
            change(common, fact, contents);
        }
        return new Handling(
                beganAt,
                journey,
                legalReceivedAt,
                people,
                closedByRequested,
                seal,
                holds,
                erased,
                restrictions,
                assignments,
                proposals);
    }

    private void change(Common event, Fact<?> fact, @Nullable RequestContents contents) {
        Act act = fact.act();
        switch (event) {
            case Written e -> people = people.drafted(act.actor().person());
            case TakenIn e -> {
                AuthorityId addressee =
                        e.addressee() != null ? e.addressee() : idOf(act.actor().office());
                if (addressee != null) {
                    journey = journey.sent(e.sender(), addressee, e.channel(), e.dispatchedAt());
                }
            }
            case Approved e -> people = people.approved(act.actor().person());
            case ApprovalRevoked e -> people = people.approved(null);
            case Sent e -> journey = journey.sent(idOf(act.office()), e.to(), e.channel(), act.occurredAt());
            case TransmissionFailed e -> journey = journey.failed();
            case Forwarded e -> journey = journey.forwarded(e.to(), e.channel());
            case Received e -> legalReceivedAt = e.legalReceivedAt() != null ? e.legalReceivedAt() : act.occurredAt();
            case Closed e -> {
                people = people.closed(act.actor().person());
                closedByRequested |= contents == null || !contents.from().equals(Handling.sideOf(act));
            }
            case Reopened e -> closedByRequested = false;
            case Sealed e -> seal = Seal.of(e, fact);
            case SealConfirmed e -> seal = seal == null ? null : seal.confirm();
            case Unsealed e -> {
                seal = null;
                proposals = proposals.after("unseal", act);
            }
            case Corrected e -> proposals = proposals.after("correct-event", act);
            case Erased e -> {
                erased.add(e.person());
                restrictions.remove(e.person());
                proposals = proposals.after("erase-personal-data", act);
            }
            case Restricted e -> {
                restrictions.put(e.person(), new Restriction(e.ground(), e.thenErase(), false));
                proposals = proposals.after("restrict-processing", act);
            }
            case RestrictionEnded e -> {
                restrictions.remove(e.person());
                proposals = proposals.after("lift-restriction", act);
            }
            case Answered e ->
                restrictions.computeIfPresent(
                        e.person(), (person, one) -> new Restriction(one.ground(), one.thenErase(), true));
            case HoldPlaced e -> holds = holds.placed(e.person());
            case HoldLifted e -> holds = holds.lifted(e.person());
            case Assigned e -> assignments.add(Assignment.of(e, fact));
            case Unassigned e -> assignments.removeIf(one -> one.isEndedBy(e, Handling.sideOf(act)));
            case Proposed e ->
                proposals = proposals.with(
                        new Proposals.Proposal(e.proposal(), e.command().value(), e.body(), act, e.lapsesAt()));
            case ProposalDeclined e -> proposals = proposals.without(e.proposal());
            case Noted e -> {}
        }
    }

    private static @Nullable AuthorityId idOf(@Nullable Office office) {
        return office == null ? null : office.id();
    }
}
