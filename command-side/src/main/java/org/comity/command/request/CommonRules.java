package org.comity.command.request;

import static org.comity.api.Refused.unacceptable;

import java.util.HashSet;
import java.util.List;
import org.comity.api.Act;
import org.comity.api.Person;
import org.comity.api.PersonRef;
import org.comity.api.RequestContents;
import org.comity.api.RequestEvent;
import org.comity.api.RequestEvent.Common;
import org.comity.api.RequestEvent.Corrected;
import org.comity.api.RequestEvent.InformationProvided;
import org.comity.api.RequestEvent.InformationRequested;
import org.comity.api.RequestEvent.Received;
import org.comity.api.RequestEvent.TakenIn;
import org.comity.api.RequestEvent.Written;
import org.comity.law.lifecycle.Life;
import org.comity.law.lifecycle.LifeTable;
import org.comity.law.lifecycle.Rounds;
import org.comity.law.treaty.Instruments;

/** What must hold of every kind of request before an event may follow; one sentence each. */
public final class CommonRules {
    private CommonRules() {}

    /** Refuses an event that may not follow upon a life of any kind. */
    public static <E extends RequestEvent, L extends Life<?, E, L>> void check(
            Request<?, E, L> rules, L life, E event, Act act) {
        Moments.check(life.now(), life.table(), act);
        if (!(event instanceof Common common)) {
            return;
        }
        switch (common) {
            case Written e -> {
                contents(life.table(), e.contents());
                ErasureRules.nothingNew(life.now(), life.table(), e.contents());
            }
            case TakenIn e -> {
                contents(life.table(), e.contents());
                Moments.notAfter(life.table(), e.dispatchedAt(), "dispatchedAt", act);
            }
            case Received e -> Moments.receipt(life.now(), life.table(), e.legalReceivedAt(), act);
            case Corrected e -> new CorrectionRules<>(rules, life).check(e, act);
            default -> ProtectionRules.check(life, common, act);
        }
    }

    private static void contents(LifeTable<?> table, RequestContents says) {
        if (says.from().equals(says.to())) {
            throw unacceptable(table.code("same-state"), "to", "A request goes to another State.")
                    .from(table.rows().getFirst().source());
        }
        for (int i = 0; i < says.bases().size(); i++) {
            if (!Instruments.isKnown(says.bases().get(i))) {
                throw unacceptable(
                                table.code("unknown-instrument"),
                                "bases[" + i + "]",
                                "There is no instrument " + says.bases().get(i) + ".")
                        .from("instruments.csv");
            }
        }
        persons(table, says.persons());
    }

    /** A request asks something of another State, and says by which right. */
    public static void basis(LifeTable<?> table, RequestContents says) {
        if (says.bases().isEmpty()) {
            throw unacceptable(table.code("no-basis"), "bases", "A request rests on at least one instrument.")
                    .from(table.rows().getFirst().source());
        }
    }

    /** A reference names one person: what is sealed and erased goes by it. */
    public static void persons(LifeTable<?> table, List<Person> persons) {
        var refs = new HashSet<PersonRef>();
        for (int i = 0; i < persons.size(); i++) {
            if (!refs.add(persons.get(i).ref())) {
                throw unacceptable(
                        table.code("person-twice"),
                        "persons[" + i + "].ref",
                        "Each person of a request has a reference of its own.");
            }
        }
    }

    /** Rounds are told apart by their numbers. */
    public static void round(LifeTable<?> table, Rounds rounds, InformationRequested e) {
        if (e.round() < 1 || rounds.all().containsKey(e.round())) {
            throw unacceptable(
                            table.code("round-used"),
                            "round",
                            "The numbers of rounds start at 1 and never repeat; the next is " + rounds.next() + ".")
                    .from(table.source("request-information"));
        }
    }

    /** An answer closes open rounds and no others. */
    public static void answer(LifeTable<?> table, Rounds rounds, InformationProvided e) {
        String source = table.source("provide-information");
        for (int i = 0; i < e.rounds().size(); i++) {
            if (!rounds.open().contains(e.rounds().get(i))) {
                throw unacceptable(
                                table.code("round-not-open"),
                                "rounds[" + i + "]",
                                "Round " + e.rounds().get(i) + " is not open; open are " + rounds.open() + ".")
                        .from(source);
            }
        }
        if (!e.rounds().containsAll(e.answers().keySet())) {
            throw unacceptable(
                            table.code("answer-without-round"),
                            "answers",
                            "An answer belongs to one of the rounds answered.")
                    .from(source);
        }
    }
}
