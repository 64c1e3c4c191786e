package org.comity.command.mla;

import java.util.HashSet;
import java.util.List;
import org.comity.api.Act;
import org.comity.api.LineItemId;
import org.comity.api.Person;
import org.comity.api.PersonRef;
import org.comity.api.Refused;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestEvent.AdditionalInformationProvided;
import org.comity.api.mla.MlaRequestEvent.IncomingRequestRecorded;
import org.comity.api.mla.MlaRequestEvent.InformationDeadlineLapsed;
import org.comity.api.mla.MlaRequestEvent.ReceiptAcknowledged;
import org.comity.api.mla.MlaRequestEvent.RequestReturnedIncomplete;
import org.comity.law.lifecycle.MlaCourse;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.treaty.Instruments;

/** Rules on what a request says, on its receipt, and on questions and answers. */
final class WritingRules {
    private WritingRules() {}

    static void contents(MlaContents says) {
        if (says.from().equals(says.to())) {
            throw Refused.unacceptable("mla.same-state", "to", "A request goes to another State.")
                    .from("untoc 18(1)");
        }
        if (says.bases().isEmpty()) {
            throw Refused.unacceptable("mla.no-basis", "bases", "A request rests on at least one instrument.")
                    .from("M01; practice");
        }
        for (int i = 0; i < says.bases().size(); i++) {
            if (!Instruments.isKnown(says.bases().get(i))) {
                throw Refused.unacceptable(
                                "mla.unknown-instrument",
                                "bases[" + i + "]",
                                "There is no instrument " + says.bases().get(i) + ".")
                        .from("instruments.csv");
            }
        }
        if (says.items().isEmpty()) {
            throw Refused.unacceptable("mla.no-line-item", "items", "A request asks for at least one measure.")
                    .from("M01; untoc 18(15)");
        }
        var refs = new HashSet<PersonRef>();
        for (int i = 0; i < says.persons().size(); i++) {
            Person person = says.persons().get(i);
            if (!refs.add(person.ref())) {
                throw Refused.unacceptable(
                        "mla.person-twice",
                        "persons[" + i + "].ref",
                        "Each person of a request has a reference of its own.");
            }
        }
    }

    static void incoming(IncomingRequestRecorded e, Act act) {
        contents(e.contents());
        DecisionRules.notAfter(e.dispatchedAt(), "dispatchedAt", act);
    }

    /** Legal receipt may be typed in late, but it lies between sending and typing. */
    static void receipt(MlaCourse now, ReceiptAcknowledged e, Act act) {
        if (now.journey().sentAt() != null
                && e.legalReceivedAt().isBefore(now.journey().sentAt())) {
            throw Refused.unacceptable(
                            "mla.receipt-before-transmission",
                            "legalReceivedAt",
                            "The request was sent at " + now.journey().sentAt() + " and cannot be received earlier.")
                    .from("M08; ets-185 29(7)");
        }
        if (e.legalReceivedAt().isAfter(act.receivedAt())) {
            throw Refused.unacceptable(
                            "mla.receipt-in-the-future",
                            "legalReceivedAt",
                            "A receipt cannot be recorded before it happens.")
                    .from("M08; ets-185 29(7)");
        }
    }

    static void returned(RequestReturnedIncomplete e) {
        if (e.missing().isEmpty() && e.reason() == null) {
            throw Refused.unacceptable(
                            "mla.nothing-missing", "missing", "Say what is missing, or what the formal defect is.")
                    .from("M12; eio 16(2)(a)");
        }
    }

    static void round(MlaCourse now, int round, List<LineItemId> items) {
        if (round < 1 || now.rounds().all().containsKey(round)) {
            throw Refused.unacceptable(
                            "mla.round-used",
                            "round",
                            "The numbers of rounds start at 1 and never repeat; the next is "
                                    + now.rounds().next() + ".")
                    .from("M14; practice");
        }
        DecisionRules.knownItems(now, items, "items");
    }

    static void answer(MlaCourse now, AdditionalInformationProvided e) {
        if (e.rounds().isEmpty()) {
            throw Refused.unacceptable("mla.no-round", "rounds", "An answer says which of the open rounds it answers.")
                    .from("M15; untoc 18(16)");
        }
        for (int i = 0; i < e.rounds().size(); i++) {
            if (!now.rounds().open().contains(e.rounds().get(i))) {
                throw Refused.unacceptable(
                                "mla.round-not-open",
                                "rounds[" + i + "]",
                                "Round " + e.rounds().get(i) + " is not open; open are "
                                        + now.rounds().open() + ".")
                        .from("M15; untoc 18(16)");
            }
        }
        if (!e.rounds().containsAll(e.answers().keySet())) {
            throw Refused.unacceptable(
                            "mla.answer-without-round", "answers", "An answer belongs to one of the rounds answered.")
                    .from("M15; untoc 18(16)");
        }
    }

    static void lapse(MlaCourse now, InformationDeadlineLapsed e, Act act) {
        var row = MlaRequestLife.TABLE.rowOfEvent("InformationDeadlineLapsed");
        if (!now.standing().permits(row, e.to())) {
            throw Refused.unacceptable(
                            "mla.status-not-possible",
                            "to",
                            "Without the answers the request is refused or goes on where it stood; name refused or nothing.")
                    .from(row.source());
        }
        boolean ahead = now.rounds().all().values().stream()
                .filter(round -> now.rounds().open().contains(round.number()))
                .anyMatch(round ->
                        round.answerBy() != null && !MlaRequestAnswer.day(act).isAfter(round.answerBy()));
        if (ahead) {
            throw Refused.conflict("mla.deadline-ahead", "The day by which to answer has not passed.")
                    .from(row.source());
        }
    }
}
