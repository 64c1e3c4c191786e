package org.comity.command.mla;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.CorrectionAction;
import org.comity.api.Fact;
import org.comity.api.Office;
import org.comity.api.Refused;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaRequestEvent.EventCorrected;
import org.comity.api.mla.MlaRequestEvent.IncomingRequestRecorded;
import org.comity.api.mla.MlaRequestEvent.PersonalDataErased;
import org.comity.api.mla.MlaRequestEvent.ProposalDeclined;
import org.comity.api.mla.MlaRequestEvent.Proposed;
import org.comity.api.mla.MlaRequestEvent.RequestDrafted;
import org.comity.law.lifecycle.LifeRow;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.lifecycle.Role;
import org.comity.law.lifecycle.Roles;

/**
 * Rules on corrections. What a correction would make of the history is folded, and every later act is judged on it by table
 * and rules alike; an act that would have been impossible contradicts the correction.
 */
final class CorrectionRules {
    private static final String SOURCE = "M47; audit rule";

    /** Stands for the correction that is only asked for and has no identity yet. */
    private static final UUID ASKED = new UUID(0, 0);

    private CorrectionRules() {}

    static void correction(MlaRequestLife life, EventCorrected e, Act act) {
        Fact<MlaRequestEvent> corrected = life.history().find(e.corrects()).orElseThrow(() -> Refused.unacceptable(
                        "mla.unknown-event", "event", "The history of this request has no such event.")
                .from(SOURCE));
        shape(e);
        correctable(corrected, e);
        entitled(life, corrected, act);
        List<Fact<MlaRequestEvent>> recorded = life.history().facts();
        if (MlaRequestLife.effective(recorded).stream()
                .noneMatch(fact -> fact.eventId().equals(e.corrects()))) {
            throw Refused.conflict("mla.already-void", "The event is left out already.")
                    .from(SOURCE);
        }
        var asked = new ArrayList<>(recorded);
        asked.add(new Fact<>(ASKED, life.version() + 1, e, act));
        judgeLaterActs(MlaRequestLife.effective(asked), origin(life, corrected));
    }

    private static void shape(EventCorrected e) {
        if (e.action() == CorrectionAction.REPLACE && e.field() == null) {
            throw Refused.unacceptable("mla.no-field", "field", "Say which field has another value.")
                    .from(SOURCE);
        }
        if (e.action() == CorrectionAction.VOID && (e.field() != null || e.value() != null)) {
            throw Refused.unacceptable("mla.field-of-nothing", "field", "An event that is left out has no new value.")
                    .from(SOURCE);
        }
    }

    private static void correctable(Fact<MlaRequestEvent> corrected, EventCorrected e) {
        MlaRequestEvent event = corrected.event();
        boolean never =
                event instanceof Proposed || event instanceof ProposalDeclined || event instanceof PersonalDataErased;
        boolean neverVoid = event instanceof RequestDrafted || event instanceof IncomingRequestRecorded;
        boolean onlyVoid = event instanceof EventCorrected;
        boolean isVoid = e.action() == CorrectionAction.VOID;
        if (never || (neverVoid && isVoid) || (onlyVoid && !isVoid)) {
            throw Refused.unacceptable(
                            "mla.not-correctable",
                            "event",
                            "The event " + event.getClass().getSimpleName() + " cannot be corrected in this way.")
                    .from(SOURCE);
        }
    }

    /** Who may cause an event may correct it, and who reported it. */
    private static void entitled(MlaRequestLife life, Fact<MlaRequestEvent> corrected, Act act) {
        MlaContents contents = life.contents();
        Set<Role> roles = contents == null ? Set.of() : Roles.of(act, contents.from(), contents.to());
        LifeRow<?> row =
                MlaRequestLife.TABLE.rowOfEvent(corrected.event().getClass().getSimpleName());
        boolean mayCause = row.entitlements().stream().anyMatch(by -> roles.contains(by.role()));
        Office office = act.office();
        Office reporter = corrected.act().actor().office();
        boolean reported = corrected.act().isReported()
                && office != null
                && reporter != null
                && office.state().equals(reporter.state());
        if (!mayCause && !reported) {
            throw Refused.forbidden(
                            "mla.not-for-this-role",
                            "A correction is proposed by who may cause the corrected event, or who reported it.")
                    .from(SOURCE);
        }
    }

    /** The first fact that counts otherwise: the corrected one, or what a correction that is left out had corrected. */
    private static long origin(MlaRequestLife life, Fact<MlaRequestEvent> corrected) {
        Fact<MlaRequestEvent> origin = corrected;
        while (origin.event() instanceof EventCorrected inner) {
            origin = life.history().find(inner.corrects()).orElseThrow();
        }
        return origin.sequence();
    }

    /** Walks the history as it would be; an act that would have been impossible is no ground for those after it. */
    private static void judgeLaterActs(List<Fact<MlaRequestEvent>> effective, long origin) {
        var impossible = new ArrayList<Map<String, Object>>();
        MlaRequestLife walked = MlaRequestLife.NONE;
        for (Fact<MlaRequestEvent> fact : effective) {
            if (fact.sequence() >= origin && isJudged(fact.event())) {
                try {
                    rejudge(walked, fact);
                } catch (Refused refused) {
                    if (fact.sequence() == origin) {
                        throw refused;
                    }
                    impossible.add(Map.of(
                            "sequence",
                            fact.sequence(),
                            "event",
                            fact.event().getClass().getSimpleName(),
                            "eventId",
                            fact.eventId().toString()));
                    continue;
                }
            }
            walked = new MlaRequestLife(
                    walked.now().after(fact), walked.history().plus(fact), fact.sequence());
        }
        if (!impossible.isEmpty()) {
            throw Refused.conflict(
                            "mla.correction-contradicts",
                            "On the corrected history " + impossible.size()
                                    + " later act(s) would have been impossible; void them first, the last one before the others.")
                    .from(SOURCE)
                    .with("laterActs", List.copyOf(impossible));
        }
    }

    private static boolean isJudged(MlaRequestEvent event) {
        return !(event instanceof EventCorrected || event instanceof Proposed || event instanceof ProposalDeclined);
    }

    /** Judges an act on the life before it; one of two persons by the first, whose command it was. */
    private static void rejudge(MlaRequestLife life, Fact<MlaRequestEvent> fact) {
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
        LifeRow<?> row = MlaRequestLife.TABLE.rowOfEvent(fact.event().getClass().getSimpleName());
        if (!row.creates()) {
            life.allows(row.command(), act).orRefuse();
        }
        MlaRequestRules.check(life, fact.event(), act);
    }
}
