package org.comity.command.request;

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
import org.comity.api.RequestEvent;
import org.comity.api.RequestEvent.Corrected;
import org.comity.api.RequestEvent.Erased;
import org.comity.api.RequestEvent.HoldLifted;
import org.comity.api.RequestEvent.HoldPlaced;
import org.comity.api.RequestEvent.ProposalDeclined;
import org.comity.api.RequestEvent.Proposed;
import org.comity.api.RequestEvent.Restricted;
import org.comity.api.RequestEvent.RestrictionEnded;
import org.comity.api.RequestEvent.Sealed;
import org.comity.api.RequestEvent.Unsealed;
import org.comity.law.lifecycle.Corrections;
import org.comity.law.lifecycle.Life;
import org.comity.law.lifecycle.LifeRow;
import org.comity.law.lifecycle.Role;
import org.jspecify.annotations.Nullable;

/**
 * Rules on corrections. What a correction would make of the history is folded, and every later act is judged on it by table
 * and rules alike; an act that was possible and would have been impossible contradicts the correction.
 *
 * @param rules by which later acts are judged
 * @param life that is to be corrected
 */
record CorrectionRules<E extends RequestEvent, L extends Life<?, E, L>>(Request<?, E, L> rules, L life) {
    /** Stands for the correction that is only asked for and has no identity yet. */
    private static final UUID ASKED = new UUID(0, 0);

    void check(Corrected e, Act act) {
        Fact<E> corrected = life.history().find(e.corrects()).orElseThrow(() -> unacceptable(
                        code("unknown-event"), "event", "The history of this request has no such event.")
                .from(source()));
        shape(e);
        correctable(corrected.event(), e);
        entitled(corrected, e, act);
        List<Fact<E>> today = life.effective();
        if (today.stream().noneMatch(fact -> fact.eventId().equals(e.corrects()))) {
            throw conflict(code("already-void"), "The event is left out already.")
                    .from(source());
        }
        judgeLaterActs(today, asCorrected(e, act), origin(corrected));
    }

    /** The facts as they would count with the correction that is asked for. */
    @SuppressWarnings("unchecked")
    private List<Fact<E>> asCorrected(Corrected e, Act act) {
        var asked = new ArrayList<>(life.history().facts());
        asked.add(new Fact<>(ASKED, life.version() + 1, (E) e, act));
        return Corrections.effective(asked);
    }

    private void shape(Corrected e) {
        if (e.action() == CorrectionAction.REPLACE && e.field() == null) {
            throw unacceptable(code("no-field"), "field", "Say which field has another value.")
                    .from(source());
        }
        if (e.action() == CorrectionAction.VOID && (e.field() != null || e.value() != null)) {
            throw unacceptable(code("field-of-nothing"), "field", "An event that is left out has no new value.")
                    .from(source());
        }
    }

    private void correctable(E event, Corrected e) {
        boolean never = event instanceof Proposed || event instanceof ProposalDeclined || isDone(event);
        boolean neverVoid = rows(event).stream().anyMatch(LifeRow::creates);
        boolean onlyVoid = event instanceof Corrected;
        boolean isVoid = e.action() == CorrectionAction.VOID;
        if (never || (neverVoid && isVoid) || (onlyVoid && !isVoid)) {
            throw unacceptable(
                            code("not-correctable"),
                            "event",
                            "The event " + event.getClass().getSimpleName() + " cannot be corrected in this way.")
                    .from(source());
        }
    }

    /** A key that was destroyed, and what was withheld or shown, cannot be made undone by a word. */
    private static boolean isDone(RequestEvent event) {
        return event instanceof Erased || event instanceof Restricted || event instanceof RestrictionEnded;
    }

    /**
     * Who may cause an event may correct it, and who reported it; what happened by itself is corrected by itself. To void a
     * protection is to lift it, so that is for those who may lift it; and the reverse.
     */
    private void entitled(Fact<E> corrected, Corrected e, Act act) {
        Act done = corrected.act();
        if (done.actor().mandate() != Mandate.SYSTEM && isFor(rows(corrected.event()), act)) {
            String undoing = e.action() == CorrectionAction.VOID ? undoing(corrected.event()) : null;
            if (undoing == null || isFor(life.table().rowsOf(undoing), act)) {
                return;
            }
            throw forbidden(
                            code("not-for-this-role"),
                            "To void this event is to " + undoing + "; it is for those who may do that.")
                    .from(life.table().source(undoing));
        }
        Office office = act.office();
        Office reporter = done.actor().office();
        boolean reported = done.isReported()
                && office != null
                && reporter != null
                && office.state().equals(reporter.state());
        if (!reported) {
            throw forbidden(
                            code("not-for-this-role"),
                            "A correction is proposed by who may cause the corrected event, or who reported it.")
                    .from(source());
        }
    }

    private boolean isFor(List<? extends LifeRow<?>> rows, Act act) {
        Set<Role> roles = life.roles(act);
        return rows.stream().flatMap(row -> row.entitlements().stream()).anyMatch(by -> roles.contains(by.role()));
    }

    /** The command that an event of protection comes to when it is void. */
    private static @Nullable String undoing(RequestEvent event) {
        return switch (event) {
            case Sealed s -> "unseal";
            case Unsealed u -> "seal";
            case HoldPlaced p -> "lift-legal-hold";
            case HoldLifted l -> "place-legal-hold";
            default -> null;
        };
    }

    /** The first fact that counts otherwise: the corrected one, or what a correction that is left out had corrected. */
    private long origin(Fact<E> corrected) {
        Fact<E> origin = corrected;
        while (origin.event() instanceof Corrected inner) {
            origin = life.history().find(inner.corrects()).orElseThrow();
        }
        return origin.sequence();
    }

    private void judgeLaterActs(List<Fact<E>> today, List<Fact<E>> corrected, long origin) {
        Map<UUID, Refused> impossible = impossible(corrected, origin);
        // What a void event made possible, such as the report that data are still held, contradicts nothing anew.
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
                            code("correction-contradicts"),
                            "On the corrected history " + laterActs.size()
                                    + " later act(s) would have been impossible; void them first, the last one before the others.")
                    .from(source())
                    .with("laterActs", laterActs);
        }
    }

    /** Walks a history; an act that would have been impossible is no ground for those after it. */
    private Map<UUID, Refused> impossible(List<Fact<E>> effective, long origin) {
        var impossible = new LinkedHashMap<UUID, Refused>();
        L walked = life.unborn();
        for (Fact<E> fact : effective) {
            if (fact.sequence() >= origin && isJudged(fact.event())) {
                try {
                    rules.rejudge(walked, fact, ofOne(fact.act()));
                } catch (Refused refused) {
                    impossible.put(fact.eventId(), refused);
                    continue;
                }
            }
            walked = walked.counting(fact);
        }
        return impossible;
    }

    private static boolean isJudged(RequestEvent event) {
        return !(event instanceof Corrected || event instanceof Proposed || event instanceof ProposalDeclined);
    }

    /** An act of two persons is judged by the first, whose command it was. */
    private static Act ofOne(Act done) {
        Actor first = done.proposer();
        return first == null
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
    }

    private List<? extends LifeRow<?>> rows(RequestEvent event) {
        return life.table().rowsOfEvent(event.getClass().getSimpleName());
    }

    private String code(String reason) {
        return life.table().code(reason);
    }

    private String source() {
        return life.table().source("correct-event");
    }
}
