package org.comity.command.request;

import static org.comity.api.Refused.conflict;
import static org.comity.api.Refused.unacceptable;

import java.util.List;
import org.comity.api.Act;
import org.comity.api.RequestEvent.Answered;
import org.comity.api.RequestEvent.Assigned;
import org.comity.api.RequestEvent.Common;
import org.comity.api.RequestEvent.Erased;
import org.comity.api.RequestEvent.HoldLifted;
import org.comity.api.RequestEvent.HoldPlaced;
import org.comity.api.RequestEvent.Restricted;
import org.comity.api.RequestEvent.RestrictionEnded;
import org.comity.api.RequestEvent.Sealed;
import org.comity.api.RequestEvent.Unassigned;
import org.comity.api.RequestEvent.Unsealed;
import org.comity.law.lifecycle.Course;
import org.comity.law.lifecycle.Handling;
import org.comity.law.lifecycle.Life;
import org.comity.law.lifecycle.LifeTable;

/** Rules on sealing, on holds and erasure, and on who works on a request. */
final class ProtectionRules {
    private ProtectionRules() {}

    /** Refuses an event on protection or staffing that may not follow upon a life. */
    static void check(Life<?, ?, ?> life, Common event, Act act) {
        Course<?> now = life.now();
        LifeTable<?> table = life.table();
        switch (event) {
            case Sealed e -> sealing(table, e, act);
            case Unsealed e -> unsealing(now, table);
            case Erased e -> ErasureRules.erasure(now, table, e, act);
            case Restricted e -> ErasureRules.restriction(now, table, e);
            case RestrictionEnded e -> ErasureRules.lifting(now, table, e);
            case Answered e -> ErasureRules.answer(now, table, e, act);
            case HoldPlaced e -> ErasureRules.known(now, table, e.person());
            case HoldLifted e -> lift(now, table, e);
            case Assigned e -> assignment(table, e);
            case Unassigned e -> unassignment(now, table, e, act);
            default -> {}
        }
    }

    /** Readers of a seal may name others: they know already, and a translator or a successor must be let in. */
    private static void sealing(LifeTable<?> table, Sealed e, Act act) {
        if (e.readers().isEmpty()) {
            throw unacceptable(table.code("no-readers"), "readers", "A sealed request has named readers.")
                    .from(table.source("seal"));
        }
        if (List.of(act.actor().person()).containsAll(e.readers())) {
            throw unacceptable(
                            table.code("no-second-reader"),
                            "readers",
                            "A seal names a reader beside who sets it: a second person confirms it and helps to lift it.")
                    .from(table.source("confirm-seal"));
        }
        if (e.review() != null && !e.review().isAfter(Moments.day(act))) {
            throw unacceptable(table.code("no-review-ahead"), "review", "A seal is looked at again on a day to come.")
                    .from(table.source("seal"));
        }
    }

    private static void unsealing(Course<?> now, LifeTable<?> table) {
        if (now.seal() == null) {
            throw conflict(table.code("not-sealed"), "The request is not sealed.")
                    .from(table.source("unseal"));
        }
    }

    private static void lift(Course<?> now, LifeTable<?> table, HoldLifted e) {
        if (!now.holds().standOn(e.person())) {
            throw conflict(table.code("no-hold"), "No such hold stands.")
                    .from(table.source("lift-legal-hold") + "; led 16(3)");
        }
    }

    private static void assignment(LifeTable<?> table, Assigned e) {
        if (e.person() == null && e.office() == null) {
            throw unacceptable(table.code("nobody-assigned"), "person", "Assign it to a person or to an office.")
                    .from(table.source("assign"));
        }
        if (e.from() != null && e.until() != null && e.until().isBefore(e.from())) {
            throw unacceptable(table.code("ends-before-it-begins"), "until", "An assignment ends after it begins.")
                    .from(table.source("assign"));
        }
    }

    private static void unassignment(Course<?> now, LifeTable<?> table, Unassigned e, Act act) {
        if (now.assignments().stream().noneMatch(one -> one.isEndedBy(e, Handling.sideOf(act)))) {
            throw conflict(table.code("not-assigned"), "No such assignment of your side stands.")
                    .from(table.source("unassign"));
        }
    }
}
