package org.comity.command.preservation;

import static org.comity.api.Refused.unacceptable;

import java.time.Instant;
import java.util.HashSet;
import org.comity.api.Act;
import org.comity.api.PersonRef;
import org.comity.api.preservation.PreservationContents;
import org.comity.api.preservation.PreservationEvent.AdditionalInformationProvided;
import org.comity.api.preservation.PreservationEvent.AdditionalInformationRequested;
import org.comity.api.preservation.PreservationEvent.PreservationReceiptAcknowledged;
import org.comity.api.preservation.PreservationEvent.PreservationReturnedIncomplete;
import org.comity.law.lifecycle.PreservationCourse;
import org.comity.law.treaty.Instruments;

/** Rules on what a preservation request says, on its receipt, and on questions and answers. */
final class WritingRules {
    private WritingRules() {}

    static void contents(PreservationContents says) {
        if (says.from().equals(says.to())) {
            throw unacceptable("preservation.same-state", "to", "A request goes to another State.")
                    .from("P01; ets-185 29(1)");
        }
        if (says.bases().isEmpty()) {
            throw unacceptable("preservation.no-basis", "bases", "A request rests on at least one instrument.")
                    .from("P01; practice");
        }
        for (int i = 0; i < says.bases().size(); i++) {
            if (!Instruments.isKnown(says.bases().get(i))) {
                throw unacceptable(
                                "preservation.unknown-instrument",
                                "bases[" + i + "]",
                                "There is no instrument " + says.bases().get(i) + ".")
                        .from("instruments.csv");
            }
        }
        var refs = new HashSet<PersonRef>();
        for (int i = 0; i < says.persons().size(); i++) {
            if (!refs.add(says.persons().get(i).ref())) {
                throw unacceptable(
                        "preservation.person-twice",
                        "persons[" + i + "].ref",
                        "Each person of a request has a reference of its own.");
            }
        }
    }

    /** Receipt may be typed in late, but it lies between sending and typing. */
    static void receipt(PreservationCourse now, PreservationReceiptAcknowledged e, Act act) {
        Instant sentAt = now.journey().sentAt();
        if (e.legalReceivedAt() != null && sentAt != null && e.legalReceivedAt().isBefore(sentAt)) {
            throw unacceptable(
                            "preservation.receipt-before-transmission",
                            "legalReceivedAt",
                            "The request was sent at " + sentAt + " and cannot be received earlier.")
                    .from("P05; practice");
        }
        PreservationRules.notAfter(e.legalReceivedAt(), "legalReceivedAt", act);
    }

    static void returned(PreservationReturnedIncomplete e) {
        if (e.missing().isEmpty() && e.reason() == null) {
            throw unacceptable("preservation.nothing-missing", "missing", "Say what is missing, or what the defect is.")
                    .from("P08; ets-185 29(2)");
        }
    }

    static void round(PreservationCourse now, AdditionalInformationRequested e) {
        if (e.round() < 1 || now.rounds().all().containsKey(e.round())) {
            throw unacceptable(
                            "preservation.round-used",
                            "round",
                            "The numbers of rounds start at 1 and never repeat; the next is "
                                    + now.rounds().next() + ".")
                    .from("P10; practice");
        }
    }

    static void answer(PreservationCourse now, AdditionalInformationProvided e) {
        for (int i = 0; i < e.rounds().size(); i++) {
            if (!now.rounds().open().contains(e.rounds().get(i))) {
                throw unacceptable(
                                "preservation.round-not-open",
                                "rounds[" + i + "]",
                                "Round " + e.rounds().get(i) + " is not open; open are "
                                        + now.rounds().open() + ".")
                        .from("P11; practice");
            }
        }
        if (!e.rounds().containsAll(e.answers().keySet())) {
            throw unacceptable(
                            "preservation.answer-without-round",
                            "answers",
                            "An answer belongs to one of the rounds answered.")
                    .from("P11; practice");
        }
    }
}
