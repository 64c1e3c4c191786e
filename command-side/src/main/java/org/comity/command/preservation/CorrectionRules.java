package org.comity.command.preservation;

import static org.comity.api.Refused.conflict;
import static org.comity.api.Refused.forbidden;
import static org.comity.api.Refused.unacceptable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.CorrectionAction;
import org.comity.api.Fact;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.Refused;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationEvent.EventCorrected;
import org.comity.api.preservation.PreservationEvent.FollowUpRequestLinked;
import org.comity.api.preservation.PreservationEvent.IncomingPreservationRecorded;
import org.comity.api.preservation.PreservationEvent.PersonalDataErased;
import org.comity.api.preservation.PreservationEvent.PreservationDrafted;
import org.comity.api.preservation.PreservationEvent.ProposalDeclined;
import org.comity.api.preservation.PreservationEvent.Proposed;
import org.comity.api.preservation.PreservationStatus;
import org.comity.law.lifecycle.LifeRow;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.law.lifecycle.Role;

/**
 * Rules on corrections. What a correction would make of the history is folded, and every later act is judged on it by table
 * and rules alike; an act that was possible and would have been impossible contradicts the correction.
 */
final class CorrectionRules {
    private static final String SOURCE = "P31a; audit rule";

    /** Stands for the correction that is only asked for and has no identity yet. */
    private static final UUID ASKED = new UUID(0, 0);

    private CorrectionRules() {}

    static void correction(PreservationLife life, EventCorrected e, Act act) {
        Fact<PreservationEvent> corrected = life.history().find(e.corrects()).orElseThrow(() -> unacceptable(
                        "preservation.unknown-event", "event", "The history of this request has no such event.")
                .from(SOURCE));
        shape(e);
        correctable(corrected, e);
        entitled(life, corrected, act);
        List<Fact<PreservationEvent>> effective =
                PreservationLife.effective(life.history().facts());
        if (effective.stream().noneMatch(fact -> fact.eventId().equals(e.corrects()))) {
            throw conflict("preservation.already-void", "The event is left out already.")
                    .from(SOURCE);
        }
        var asked = new ArrayList<>(life.history().facts());
        asked.add(new Fact<>(ASKED, life.version() + 1, e, act));
        judgeLaterActs(effective, PreservationLife.effective(asked), origin(life, corrected));
    }

    private static void shape(EventCorrected e) {
        if (e.action() == CorrectionAction.REPLACE && e.field() == null) {
            throw unacceptable("preservation.no-field", "field", "Say which field has another value.")
                    .from(SOURCE);
        }
        if (e.action() == CorrectionAction.VOID && (e.field() != null || e.value() != null)) {
            throw unacceptable("preservation.field-of-nothing", "field", "An event that is left out has no new value.")
                    .from(SOURCE);
        }
    }

    private static void correctable(Fact<PreservationEvent> corrected, EventCorrected e) {
        PreservationEvent event = corrected.event();
        boolean never =
                event instanceof Proposed || event instanceof ProposalDeclined || event instanceof PersonalDataErased;
        boolean neverVoid = event instanceof PreservationDrafted || event instanceof IncomingPreservationRecorded;
        boolean onlyVoid = event instanceof EventCorrected;
        boolean isVoid = e.action() == CorrectionAction.VOID;
        if (never || (neverVoid && isVoid) || (onlyVoid && !isVoid)) {
            throw unacceptable(
                            "preservation.not-correctable",
                            "event",
                            "The event " + event.getClass().getSimpleName() + " cannot be corrected in this way.")
                    .from(SOURCE);
        }
    }

    /** Who may cause an event may correct it, and who reported it; what happened by itself is corrected by itself. */
    private static void entitled(PreservationLife life, Fact<PreservationEvent> corrected, Act act) {
        Act done = corrected.act();
        Set<Role> roles = life.roles(act);
        boolean mayCause = done.actor().mandate() != Mandate.SYSTEM
                && rows(corrected).stream()
                        .flatMap(row -> row.entitlements().stream())
                        .anyMatch(by -> roles.contains(by.role()));
        Office office = act.office();
        Office reporter = done.actor().office();
        boolean reported = done.isReported()
                && office != null
                && reporter != null
                && office.state().equals(reporter.state());
        if (!mayCause && !reported) {
            throw forbidden(
                            "preservation.not-for-this-role",
                            "A correction is proposed by who may cause the corrected event, or who reported it.")
                    .from(SOURCE);
        }
    }

    /** The first fact that counts otherwise: the corrected one, or what a correction that is left out had corrected. */
    private static long origin(PreservationLife life, Fact<PreservationEvent> corrected) {
        Fact<PreservationEvent> origin = corrected;
        while (origin.event() instanceof EventCorrected inner) {
            origin = life.history().find(inner.corrects()).orElseThrow();
        }
        return origin.sequence();
    }

    private static void judgeLaterActs(
            List<Fact<PreservationEvent>> today, List<Fact<PreservationEvent>> corrected, long origin) {
        Map<UUID, Refused> impossible = impossible(corrected, origin);
        // What a void expiry made possible, such as the report that data are still held, contradicts nothing anew.
        impossible.keySet().removeAll(impossible(today, origin).keySet());
        corrected.stream()
                .filter(fact -> fact.sequence() == origin && impossible.containsKey(fact.eventId()))
                .findFirst()
                .ifPresent(fact -> {
                    throw impossible.get(fact.eventId());
                });
        List<Map<String, Object>> laterActs = corrected.stream()
                .filter(fact -> impossible.containsKey(fact.eventId()))
                .map(fact -> Map.<String, Object>of(
                        "sequence",
                        fact.sequence(),
                        "event",
                        fact.event().getClass().getSimpleName(),
                        "eventId",
                        fact.eventId().toString()))
                .toList();
        if (!laterActs.isEmpty()) {
            throw conflict(
                            "preservation.correction-contradicts",
                            "On the corrected history " + laterActs.size()
                                    + " later act(s) would have been impossible; void them first, the last one before the others.")
                    .from(SOURCE)
                    .with("laterActs", laterActs);
        }
    }

    /** Walks a history; an act that would have been impossible is no ground for those after it. */
    private static Map<UUID, Refused> impossible(List<Fact<PreservationEvent>> effective, long origin) {
        var impossible = new LinkedHashMap<UUID, Refused>();
        PreservationLife walked = PreservationLife.NONE;
        for (Fact<PreservationEvent> fact : effective) {
            if (fact.sequence() >= origin && isJudged(fact.event())) {
                try {
                    rejudge(walked, fact);
                } catch (Refused refused) {
                    impossible.put(fact.eventId(), refused);
                    continue;
                }
            }
            walked = new PreservationLife(
                    walked.now().after(fact), walked.history().plus(fact), fact.sequence());
        }
        return impossible;
    }

    private static boolean isJudged(PreservationEvent event) {
        return !(event instanceof EventCorrected || event instanceof Proposed || event instanceof ProposalDeclined);
    }

    /** Judges an act on the life before it; one of two persons by the first, whose command it was. */
    private static void rejudge(PreservationLife life, Fact<PreservationEvent> fact) {
        Act done = fact.act();
        Actor first = done.proposer();
        Act act = first == null
                ? done
                : new Act(
                        first,
                        null,
                        done.onBehalfOf(),
                        done.proof(),
                        done.channel(),
                        done.reason(),
                        done.occurredAt(),
                        done.receivedAt());
        LifeRow<PreservationStatus> row = rows(fact).getFirst();
        // A further request is linked while the data are held; the table speaks of the first one.
        boolean further =
                fact.event() instanceof FollowUpRequestLinked && life.status() == PreservationStatus.HELD_PENDING_MLA;
        if (!row.creates() && !further) {
            life.allows(row.command(), act).orRefuse();
        }
        PreservationRules.check(life, fact.event(), act);
    }

    private static List<LifeRow<PreservationStatus>> rows(Fact<PreservationEvent> fact) {
        return PreservationLife.TABLE.rowsOfEvent(fact.event().getClass().getSimpleName());
    }
}
