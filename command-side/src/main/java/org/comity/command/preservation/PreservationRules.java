package org.comity.command.preservation;

import static org.comity.api.Refused.conflict;
import static org.comity.api.Refused.unacceptable;

import java.time.Instant;
import java.util.Set;
import org.comity.api.Act;
import org.comity.api.RequestEvent;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationEvent.*;
import org.comity.command.request.CommonRules;
import org.comity.command.request.LawRules;
import org.comity.command.request.Moments;
import org.comity.law.grounds.Grounds;
import org.comity.law.grounds.Grounds.Use;
import org.comity.law.lifecycle.PreservationCourse;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.law.lifecycle.Term;
import org.comity.law.matter.Matter;
import org.jspecify.annotations.Nullable;

/**
 * What must hold beyond the table before an event may follow upon a life; one sentence each, judged alike for what is asked
 * today and, when a correction is proposed, for what was recorded before.
 */
final class PreservationRules {
    private PreservationRules() {}

    static void check(PreservationRequest rules, PreservationLife life, PreservationEvent event, Act act) {
        CommonRules.check(rules, life, event, act);
        PreservationCourse now = life.now();
        switch (event) {
            case PreservationDrafted e -> CommonRules.basis(PreservationLife.TABLE, e.contents());
            case IncomingPreservationRecorded e -> CommonRules.basis(PreservationLife.TABLE, e.contents());
            case PreservationApproved e -> {
                approval(e, act);
                LawRules.bound(e.relation());
                LawRules.complete(now.contents());
            }
            case PreservationTransmitted e -> {
                LawRules.bound(e.relation());
                LawRules.complete(now.contents());
            }
            case PreservationReturnedIncomplete e -> returned(now, e);
            case AdditionalInformationRequested e -> CommonRules.round(PreservationLife.TABLE, now.rounds(), e);
            case AdditionalInformationProvided e -> CommonRules.answer(PreservationLife.TABLE, now.rounds(), e);
            case PreservationRefused e -> refusal(now, e, act);
            case PreservationOrdered e -> Moments.notAfter(PreservationLife.TABLE, e.servedAt(), "servedAt", act);
            case PreservationConfirmed e -> confirmation(e.expiresAt(), e.preservedFrom(), act);
            case PreservationConfirmedInPart e -> confirmation(e.expiresAt(), e.preservedFrom(), act);
            case TrafficPathDisclosed e -> disclosure(now, e, act);
            case ExtensionRequested e -> request(now.term(), e, act);
            case PreservationExtended e -> extension(now.term(), e, act);
            case FollowUpRequestLinked e -> FollowUpRules.link(life, e);
            case FollowUpWithdrawn e -> FollowUpRules.held(now, e.request(), "P24; policy");
            case FollowUpDecided e -> FollowUpRules.held(now, e.request(), "P25; ets-185 29(7)");
            case PreservationExpired e -> FollowUpRules.expiry(now.term(), act);
            // For these the table and the rules of every kind say all.
            case RequestEvent.Common e -> {}
            case DraftDiscarded e -> {}
            case MisdirectionDeclared e -> {}
            case PreservationRiskWarned e -> {}
            case ProceedConfirmed e -> {}
            case NothingToPreserve e -> {}
            case ExtensionRefused e -> {}
            case DataStillHeldReported e -> {}
            case ReleaseRequested e -> {}
            case PreservationWithdrawn e -> {}
        }
    }

    private static void returned(PreservationCourse now, PreservationReturnedIncomplete e) {
        if (e.missing().isEmpty() && e.reason() == null) {
            throw unacceptable("preservation.nothing-missing", "missing", "Say what is missing, or what the defect is.")
                    .from("P08; ets-185 29(2)");
        }
        LawRules.missing(now.contents(), e.missing());
    }

    private static void approval(PreservationApproved e, Act act) {
        if (e.selfApproved() && e.remark() == null && act.reason() == null) {
            throw unacceptable(
                            "preservation.self-approval-without-reason",
                            "remark",
                            "Who approves the own draft says why no second person could.")
                    .from("P02; practice");
        }
    }

    /** A preservation knows no consultation of its own; where one is owed, the refusal refers to it. */
    private static void refusal(PreservationCourse now, PreservationRefused e, Act act) {
        if (e.grounds().isEmpty()) {
            throw unacceptable("preservation.no-ground", "grounds", "Reasons are owed: name at least one ground.")
                    .from("P14; ets-185 29(5); uncc 42(6)");
        }
        Matter matter = matter(now);
        if (matter != null) {
            var in = matter.circumstances(LawRules.treaties(), Moments.day(act), e.offenceKind());
            LawRules.grounds(in, e.grounds(), "grounds", Set.of(Use.REFUSAL));
        }
        Grounds.demandConsultation(e.grounds(), e.consultation() != null, e.consultation());
    }

    private static void disclosure(PreservationCourse now, TrafficPathDisclosed e, Act act) {
        if (e.providers().isEmpty() && e.withheld().isEmpty()) {
            throw unacceptable(
                            "preservation.nothing-disclosed",
                            "providers",
                            "Name the providers in the path, or the ground on which they are withheld.")
                    .from("P19; ets-185 30");
        }
        Matter matter = matter(now);
        if (matter != null) {
            var in = matter.ofTrafficPath(LawRules.treaties(), Moments.day(act));
            LawRules.grounds(in, e.withheld(), "withheld", Set.of(Use.WITHHOLDING));
        }
    }

    private static @Nullable Matter matter(PreservationCourse now) {
        return now.contents() == null || now.requested() == null ? null : Matter.in(now.contents(), now.requested());
    }

    private static void confirmation(Instant expiresAt, @Nullable Instant preservedFrom, Act act) {
        if (!expiresAt.isAfter(act.judgedAt())) {
            throw unacceptable(
                            "preservation.end-has-passed",
                            "expiresAt",
                            "Data are preserved until a moment that lies ahead.")
                    .from("P16; ets-185 29(7)");
        }
        Moments.notAfter(PreservationLife.TABLE, preservedFrom, "preservedFrom", act);
    }

    private static void request(Term term, ExtensionRequested e, Act act) {
        inTerm(term, act, "P20; uncc 42(9)");
        if (e.until() != null) {
            longer(term, e.until(), "until", "P20; uncc 42(9)");
        }
    }

    private static void extension(Term term, PreservationExtended e, Act act) {
        inTerm(term, act, "P21; uncc 42(9)");
        if (term.askedAt() == null) {
            throw conflict(
                            "preservation.extension-not-asked",
                            "A term is extended if that was asked for before its end.")
                    .from("P21; uncc 42(9)");
        }
        longer(term, e.expiresAt(), "expiresAt", "P21; uncc 42(9)");
    }

    /** The end is the end, even in the moments until the expiry is recorded. */
    private static void inTerm(Term term, Act act, String source) {
        if (!term.covers(act.judgedAt())) {
            throw conflict("preservation.term-has-ended", "The term has ended; only a new request helps.")
                    .from(source);
        }
    }

    private static void longer(Term term, Instant end, String field, String source) {
        if (term.covers(end) || end.equals(term.end())) {
            throw unacceptable("preservation.not-longer", field, "An extension ends later than the term.")
                    .from(source);
        }
    }
}
