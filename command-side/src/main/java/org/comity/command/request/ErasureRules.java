package org.comity.command.request;

import static org.comity.api.Refused.conflict;
import static org.comity.api.Refused.unacceptable;

import java.util.List;
import org.comity.api.Act;
import org.comity.api.Identifier;
import org.comity.api.Mandate;
import org.comity.api.Person;
import org.comity.api.PersonRef;
import org.comity.api.RequestContents;
import org.comity.api.RequestEvent.Answered;
import org.comity.api.RequestEvent.Erased;
import org.comity.api.RequestEvent.Restricted;
import org.comity.api.RequestEvent.RestrictionEnded;
import org.comity.api.RestrictionGround;
import org.comity.law.lifecycle.Course;
import org.comity.law.lifecycle.LifeTable;
import org.comity.law.lifecycle.Restriction;
import org.jspecify.annotations.Nullable;

/** Rules on what a person may ask for: erasure, restriction in its place, and the answer. Source: LED art. 16. */
final class ErasureRules {
    private ErasureRules() {}

    static void erasure(Course<?> now, LifeTable<?> table, Erased e, Act act) {
        known(now, table, e.person());
        if (now.holds().protect(e.person())) {
            throw conflict(
                            table.code("legal-hold"),
                            "A legal hold stands; the processing is restricted instead, and nothing is erased.")
                    .from(table.source("erase-personal-data") + "; led 16(3)");
        }
        Restriction restriction = now.restrictions().get(e.person());
        boolean decided = restriction != null && restriction.thenErase();
        if (act.actor().mandate() == Mandate.SYSTEM && !decided) {
            throw conflict(
                            table.code("erasure-not-decided"),
                            "Nothing is erased by itself that nobody has decided to erase.")
                    .from(table.source("erase-personal-data"));
        }
    }

    static void restriction(Course<?> now, LifeTable<?> table, Restricted e) {
        known(now, table, e.person());
        if (now.erased().contains(e.person())) {
            throw conflict(table.code("erased"), "What was known of this person is erased.")
                    .from(table.source("restrict-processing"));
        }
        if (e.thenErase() && !now.holds().protect(e.person())) {
            throw unacceptable(
                            table.code("nothing-to-wait-for"),
                            "thenErase",
                            "No hold protects this person: the erasure need not wait for the end of one.")
                    .from(table.source("restrict-processing"));
        }
    }

    static void lifting(Course<?> now, LifeTable<?> table, RestrictionEnded e) {
        Restriction restriction = now.restrictions().get(e.person());
        if (restriction == null) {
            throw conflict(table.code("not-restricted"), "Nothing is restricted of this person.")
                    .from(table.source("lift-restriction"));
        }
        if (restriction.ground() == RestrictionGround.ACCURACY_CONTESTED && !restriction.answered()) {
            throw conflict(
                            table.code("person-not-answered"),
                            "Whoever contested the accuracy is told before the restriction ends: record the answer first.")
                    .from(table.source("lift-restriction"));
        }
    }

    /** Either the person was told, then it is said what, when and how; or not, then it is said why not. */
    static void answer(Course<?> now, LifeTable<?> table, Answered e, Act act) {
        String source = table.source("answer-person");
        known(now, table, e.person());
        boolean told = e.toldAt() != null && e.channel() != null && e.text() != null;
        boolean nothingTold = e.toldAt() == null && e.channel() == null && e.text() == null;
        if (!(told && e.notToldBecause() == null) && !(nothingTold && e.notToldBecause() != null)) {
            throw unacceptable(
                            table.code("half-an-answer"),
                            told
                                    ? "notToldBecause"
                                    : e.toldAt() == null ? "toldAt" : e.channel() == null ? "channel" : "text",
                            "Say what the person was told, when and by which channel; or else why the person is not told.")
                    .from(source);
        }
        Moments.notAfter(table, e.toldAt(), "toldAt", act);
    }

    static void known(Course<?> now, LifeTable<?> table, @Nullable PersonRef person) {
        if (person != null && now.contents() != null && !now.persons().contains(person)) {
            throw unacceptable(table.code("unknown-person"), "person", "The request names no person " + person + ".");
        }
    }

    /** Nothing new is recorded of a person who was erased; what stands there already stays where it is, unreadable. */
    static void nothingNew(Course<?> now, LifeTable<?> table, RequestContents says) {
        RequestContents before = now.contents();
        List<Person> persons = before == null ? List.of() : before.persons();
        List<Identifier> identifiers = before == null ? List.of() : before.identifiers();
        boolean person =
                says.persons().stream().anyMatch(one -> now.erased().contains(one.ref()) && !persons.contains(one));
        boolean identifier = says.identifiers().stream()
                .anyMatch(one ->
                        one.person() != null && now.erased().contains(one.person()) && !identifiers.contains(one));
        if (person || identifier) {
            throw unacceptable(
                            table.code("erased-person"),
                            person ? "persons" : "identifiers",
                            "What was known of a person is erased, and nothing new is recorded under the same reference.")
                    .from(table.source("erase-personal-data"));
        }
    }
}
