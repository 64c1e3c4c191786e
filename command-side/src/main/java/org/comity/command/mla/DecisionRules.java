package org.comity.command.mla;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.comity.api.Act;
import org.comity.api.GroundCode;
import org.comity.api.LineItemId;
import org.comity.api.Refused;
import org.comity.api.mla.LineItemOutcome;
import org.comity.api.mla.MlaRequestEvent.ConditionsProposed;
import org.comity.api.mla.MlaRequestEvent.ConsultationConcluded;
import org.comity.api.mla.MlaRequestEvent.ExecutionPostponed;
import org.comity.api.mla.MlaRequestEvent.LineItemConcluded;
import org.comity.api.mla.MlaRequestEvent.PartialExecutionDeclared;
import org.comity.api.mla.MlaRequestEvent.RemainderResumed;
import org.comity.api.mla.MlaRequestEvent.RequestAccepted;
import org.comity.api.mla.MlaRequestEvent.RequestRefused;
import org.comity.command.request.LawRules;
import org.comity.command.request.Moments;
import org.comity.law.grounds.Grounds;
import org.comity.law.grounds.Grounds.Use;
import org.comity.law.lifecycle.MlaCourse;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.matter.Matter;
import org.jspecify.annotations.Nullable;

/** Rules on conditions, acceptance, refusal, postponement and execution. */
final class DecisionRules {
    private DecisionRules() {}

    /** To propose conditions is itself to consult, so no consultation is asked for before it. */
    static void conditions(MlaCourse now, ConditionsProposed e, Act act) {
        if (e.conditions().isEmpty()) {
            throw Refused.unacceptable("mla.no-condition", "conditions", "Say which conditions are proposed.")
                    .from("M20; ets-185 28(2)");
        }
        grounds(now, e.grounds(), Set.of(Use.CONDITION), act);
    }

    static void conditionsWait(MlaCourse now) {
        if (!now.conditionsProposed()) {
            throw Refused.conflict("mla.no-conditions-proposed", "No proposed conditions wait for an answer.")
                    .from("M21; ets-185 28(3)");
        }
    }

    static void acceptance(MlaCourse now, RequestAccepted e) {
        knownItems(now, e.scope(), "scope");
        if (e.formalConfirmationWithin() != null
                && !e.formalConfirmationWithin().isPositive()) {
            throw Refused.unacceptable(
                            "mla.no-time",
                            "formalConfirmationWithin",
                            "The time for a formal confirmation is positive.")
                    .from("ets-185 25(3)");
        }
    }

    static void refusal(MlaRequestLife life, RequestRefused e, Act act) {
        someGround(e.grounds(), "M24; ets-185 27(4),(7); untoc 18(21),(23)");
        grounds(life.now(), e.grounds(), Set.of(Use.REFUSAL), act);
        Grounds.demandConsultation(e.grounds(), consulted(life), e.consultation());
        knownItems(life.now(), e.items(), "items");
    }

    static void postponement(MlaRequestLife life, ExecutionPostponed e, Act act) {
        someGround(e.grounds(), "M25; ets-185 27(5)-(7); untoc 18(25); eio 15");
        grounds(life.now(), e.grounds(), Set.of(Use.POSTPONEMENT), act);
        Grounds.demandConsultation(e.grounds(), consulted(life), e.consultation());
        knownItems(life.now(), e.items(), "items");
        review(e.review(), act);
    }

    /** A postponement without an end is a refusal in fact. */
    static void review(@Nullable LocalDate review, Act act) {
        if (review == null || !review.isAfter(Moments.day(act))) {
            throw Refused.unacceptable(
                            "mla.no-review-ahead", "review", "A postponement is looked at again on a day to come.")
                    .from("M25; eio 15(2)");
        }
    }

    static void conclusion(MlaRequestLife life, LineItemConcluded e, Act act) {
        MlaCourse now = life.now();
        String source = "M30; untoc 18(17)";
        if (e.items().isEmpty()) {
            throw Refused.unacceptable("mla.no-line-item", "items", "Say which line items are concluded.")
                    .from(source);
        }
        knownItems(now, List.copyOf(e.items().keySet()), "items");
        var uses = EnumSet.noneOf(Use.class);
        e.items().forEach((item, outcome) -> {
            if (!now.items().isPending(item)) {
                throw Refused.unacceptable(
                                "mla.item-not-open", "items." + item, "The line item " + item + " is concluded.")
                        .from(source);
            }
            if (outcome == LineItemOutcome.OPEN) {
                throw Refused.unacceptable("mla.not-an-outcome", "items." + item, "To be open is not an outcome.")
                        .from(source);
            }
            Arrays.stream(Use.values())
                    .filter(use -> use.outcome().filter(outcome::equals).isPresent())
                    .forEach(uses::add);
        });
        if (uses.contains(Use.REFUSAL) || uses.contains(Use.POSTPONEMENT)) {
            someGround(e.grounds(), source);
        }
        if (!uses.isEmpty()) {
            grounds(now, e.grounds(), uses, act);
            Grounds.demandReasons(e.grounds(), e.reason() != null || act.reason() != null);
            Grounds.demandConsultation(e.grounds(), consulted(life), e.consultation());
        } else if (!e.grounds().isEmpty()) {
            throw Refused.unacceptable(
                            "mla.ground-for-nothing",
                            "grounds",
                            "Grounds are given for what is refused, put off or impossible.")
                    .from(source);
        }
        if (uses.contains(Use.POSTPONEMENT)) {
            review(e.review(), act);
        }
    }

    static void completion(MlaCourse now) {
        var undone = now.items().outcomes().entrySet().stream()
                .filter(item -> item.getValue() == LineItemOutcome.OPEN
                        || item.getValue() == LineItemOutcome.POSTPONED
                        || item.getValue() == LineItemOutcome.REFUSED)
                .map(item -> item.getKey().value())
                .toList();
        if (!undone.isEmpty()) {
            throw Refused.conflict(
                            "mla.items-not-done",
                            "Execution is complete when no line item is open, refused or postponed; these are: "
                                    + String.join(", ", undone) + ".")
                    .from("M31")
                    .with("items", undone);
        }
    }

    static void partialExecution(MlaCourse now, PartialExecutionDeclared e) {
        knownItems(now, e.open(), "open");
        if (now.items().pending().isEmpty()
                && now.items().with(LineItemOutcome.REFUSED).isEmpty()) {
            throw Refused.conflict(
                            "mla.nothing-left-open",
                            "No line item is open, refused or postponed; execution is complete.")
                    .from("M32; ets-185 27(6)");
        }
        for (int i = 0; i < e.open().size(); i++) {
            if (now.items().isDone(e.open().get(i))) {
                throw Refused.unacceptable(
                                "mla.item-not-open",
                                "open[" + i + "]",
                                "The line item " + e.open().get(i) + " is done.")
                        .from("M32; ets-185 27(6)");
            }
        }
    }

    static void remainder(MlaCourse now, RemainderResumed e) {
        knownItems(now, e.items(), "items");
        if (e.items().isEmpty()) {
            throw Refused.conflict("mla.nothing-left-open", "No line item was left open.")
                    .from("M33");
        }
        for (int i = 0; i < e.items().size(); i++) {
            LineItemId item = e.items().get(i);
            if (now.items().isDone(item)
                    || now.items().with(LineItemOutcome.WITHDRAWN).contains(item)) {
                throw Refused.unacceptable(
                                "mla.item-not-open", "items[" + i + "]", "The line item " + item + " is not left open.")
                        .from("M33");
            }
        }
    }

    static void knownItems(MlaCourse now, List<LineItemId> items, String field) {
        for (int i = 0; i < items.size(); i++) {
            if (!now.items().has(items.get(i))) {
                throw Refused.unacceptable(
                        "mla.unknown-line-item",
                        field + "[" + i + "]",
                        "The request has no line item " + items.get(i) + ".");
            }
        }
    }

    private static void someGround(List<GroundCode> grounds, String source) {
        if (grounds.isEmpty()) {
            throw Refused.unacceptable("mla.no-ground", "grounds", "Reasons are owed: name at least one ground.")
                    .from(source);
        }
    }

    private static void grounds(MlaCourse now, List<GroundCode> grounds, Set<Use> uses, Act act) {
        if (now.contents() != null) {
            var in = Matter.of(now.contents()).circumstances(LawRules.treaties(), Moments.day(act), null);
            LawRules.grounds(in, grounds, "grounds", uses);
        }
    }

    /** True if the two sides spoke about this request before. */
    private static boolean consulted(MlaRequestLife life) {
        return life.effective().stream().anyMatch(fact -> fact.event() instanceof ConsultationConcluded);
    }
}
