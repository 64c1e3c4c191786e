package org.comity.command.mla;

import java.util.Objects;
import java.util.stream.Stream;
import org.comity.api.Act;
import org.comity.api.Identifier;
import org.comity.api.Office;
import org.comity.api.Person;
import org.comity.api.PersonRef;
import org.comity.api.Refused;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestEvent.AssignmentEnded;
import org.comity.api.mla.MlaRequestEvent.LegalHoldLifted;
import org.comity.api.mla.MlaRequestEvent.PersonalDataErased;
import org.comity.api.mla.MlaRequestEvent.RequestAssigned;
import org.comity.api.mla.MlaRequestEvent.RequestSealed;
import org.comity.law.lifecycle.Assignment;
import org.comity.law.lifecycle.MlaCourse;
import org.jspecify.annotations.Nullable;

/** Rules on sealing, on holds and erasure, and on who works on a request. */
final class ProtectionRules {
    private ProtectionRules() {}

    /** Readers of a seal may name others: they know already, and a translator or a successor must be let in. */
    static void sealing(RequestSealed e, Act act) {
        String source = "M44a; ets-185 27(8); untoc 18(20); eio 19";
        if (e.readers().isEmpty()) {
            throw Refused.unacceptable("mla.no-readers", "readers", "A sealed request has named readers.")
                    .from(source);
        }
        if (e.review() != null && !e.review().isAfter(MlaRequestAnswer.day(act))) {
            throw Refused.unacceptable("mla.no-review-ahead", "review", "A seal is looked at again on a day to come.")
                    .from(source);
        }
    }

    static void unsealing(MlaCourse now) {
        if (now.seal() == null) {
            throw Refused.conflict("mla.not-sealed", "The request is not sealed.")
                    .from("M44b; ets-185 27(8)");
        }
    }

    static void erasure(MlaCourse now, PersonalDataErased e) {
        known(now, e.person());
        if (now.holds().protect(e.person())) {
            throw Refused.conflict(
                            "mla.legal-hold",
                            "A legal hold stands; the processing is restricted instead, and nothing is erased.")
                    .from("M48a; led 16(3)");
        }
    }

    static void known(MlaCourse now, @Nullable PersonRef person) {
        MlaContents contents = now.contents();
        if (person == null || contents == null) {
            return;
        }
        boolean known = Stream.concat(
                        contents.persons().stream().map(Person::ref),
                        contents.identifiers().stream().map(Identifier::person).filter(Objects::nonNull))
                .anyMatch(person::equals);
        if (!known) {
            throw Refused.unacceptable("mla.unknown-person", "person", "The request names no person " + person + ".");
        }
    }

    static void lift(MlaCourse now, LegalHoldLifted e) {
        if (!now.holds().standOn(e.person())) {
            throw Refused.conflict("mla.no-hold", "No such hold stands.").from("M48c; led 16(3)");
        }
    }

    static void assignment(MlaCourse now, RequestAssigned e) {
        if (e.person() == null && e.office() == null) {
            throw Refused.unacceptable("mla.nobody-assigned", "person", "Assign it to a person or to an office.")
                    .from("M50a; practice");
        }
        if (e.from() != null && e.until() != null && e.until().isBefore(e.from())) {
            throw Refused.unacceptable("mla.ends-before-it-begins", "until", "An assignment ends after it begins.")
                    .from("M50a; practice");
        }
        DecisionRules.knownItems(now, e.items(), "items");
    }

    static void unassignment(MlaCourse now, AssignmentEnded e, Act act) {
        Office office = act.office();
        var assignment = new Assignment(office == null ? null : office.state(), e.person(), e.office(), e.items());
        if (!now.assignments().contains(assignment)) {
            throw Refused.conflict("mla.not-assigned", "No such assignment of your side stands.")
                    .from("M50b; practice");
        }
    }
}
