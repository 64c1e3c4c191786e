package org.comity.command.preservation;

import static org.comity.api.Refused.conflict;
import static org.comity.api.Refused.unacceptable;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.comity.api.Act;
import org.comity.api.Identifier;
import org.comity.api.Office;
import org.comity.api.Person;
import org.comity.api.PersonRef;
import org.comity.api.preservation.PreservationContents;
import org.comity.api.preservation.PreservationEvent.AssignmentEnded;
import org.comity.api.preservation.PreservationEvent.LegalHoldLifted;
import org.comity.api.preservation.PreservationEvent.PersonalDataErased;
import org.comity.api.preservation.PreservationEvent.PreservationAssigned;
import org.comity.api.preservation.PreservationEvent.PreservationSealed;
import org.comity.law.lifecycle.Assignment;
import org.comity.law.lifecycle.PreservationCourse;
import org.jspecify.annotations.Nullable;

/** Rules on sealing, on legal holds and erasure, and on who works on a preservation request. */
final class ProtectionRules {
    private ProtectionRules() {}

    static void sealing(PreservationSealed e, Act act) {
        String source = "P31b; ets-185 27(8); uncc 42(3)";
        if (e.readers().isEmpty()) {
            throw unacceptable("preservation.no-readers", "readers", "A sealed request has named readers.")
                    .from(source);
        }
        if (e.review() != null && !e.review().isAfter(PreservationAnswer.day(act))) {
            throw unacceptable("preservation.no-review-ahead", "review", "A seal is looked at again on a day to come.")
                    .from(source);
        }
    }

    static void unsealing(PreservationCourse now) {
        if (now.seal() == null) {
            throw conflict("preservation.not-sealed", "The request is not sealed.")
                    .from("P31c; ets-185 27(8)");
        }
    }

    static void erasure(PreservationCourse now, PersonalDataErased e) {
        known(now, e.person());
        if (now.holds().protect(e.person())) {
            throw conflict(
                            "preservation.legal-hold",
                            "A legal hold stands; the processing is restricted instead, and nothing is erased.")
                    .from("P31d; led 16(3)");
        }
    }

    static void known(PreservationCourse now, @Nullable PersonRef person) {
        PreservationContents contents = now.contents();
        if (person == null || contents == null) {
            return;
        }
        boolean known = Stream.concat(
                        contents.persons().stream().map(Person::ref),
                        contents.identifiers().stream().map(Identifier::person).filter(Objects::nonNull))
                .anyMatch(person::equals);
        if (!known) {
            throw unacceptable("preservation.unknown-person", "person", "The request names no person " + person + ".");
        }
    }

    static void lift(PreservationCourse now, LegalHoldLifted e) {
        if (!now.holds().standOn(e.person())) {
            throw conflict("preservation.no-hold", "No such hold stands.").from("P31f; led 16(3)");
        }
    }

    static void assignment(PreservationAssigned e) {
        if (e.person() == null && e.office() == null) {
            throw unacceptable("preservation.nobody-assigned", "person", "Assign it to a person or to an office.")
                    .from("P35a; practice");
        }
        if (e.from() != null && e.until() != null && e.until().isBefore(e.from())) {
            throw unacceptable("preservation.ends-before-it-begins", "until", "An assignment ends after it begins.")
                    .from("P35a; practice");
        }
    }

    static void unassignment(PreservationCourse now, AssignmentEnded e, Act act) {
        Office office = act.office();
        var assignment = new Assignment(office == null ? null : office.state(), e.person(), e.office(), List.of());
        if (!now.assignments().contains(assignment)) {
            throw conflict("preservation.not-assigned", "No such assignment of your side stands.")
                    .from("P35b; practice");
        }
    }
}
