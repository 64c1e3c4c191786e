package org.comity.law.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.comity.api.Act;
import org.comity.api.Channel;
import org.comity.api.Fact;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaRequestEvent.EventCorrected;
import org.comity.api.mla.MlaStatus;
import org.comity.law.lifecycle.Corrections.Correction;
import org.comity.law.treaty.Instruments;
import org.jspecify.annotations.Nullable;

/**
 * The life of a request for mutual legal assistance: what its facts add up to, and what is open to whom next.
 *
 * @param now the course of its effective history
 * @param history its facts as they were recorded
 * @param version sequence of the last fact; -1 before the first
 */
public record MlaRequestLife(MlaCourse now, History<MlaRequestEvent> history, long version) {
    /** The table that this life executes. */
    public static final LifeTable<MlaStatus> TABLE = LifeTable.read(
            "mla", "transitions-mla.csv", MlaStatus.class, MlaRequestCommand.class, MlaRequestEvent.class);

    /** The life before its first fact. */
    public static final MlaRequestLife NONE = new MlaRequestLife(MlaCourse.NONE, History.empty(), -1);

    /** This life and one more fact. A correction folds the whole history anew, every other fact is one step. */
    public MlaRequestLife after(Fact<MlaRequestEvent> fact) {
        History<MlaRequestEvent> longer = history.plus(fact);
        if (fact.event() instanceof EventCorrected) {
            return new MlaRequestLife(course(effective(longer.facts())), longer, fact.sequence());
        }
        return new MlaRequestLife(now.after(fact), longer, fact.sequence());
    }

    /** The life as it was known when the last of these facts was recorded: with the corrections among them, no later one. */
    public static MlaRequestLife asKnown(List<Fact<MlaRequestEvent>> facts) {
        History<MlaRequestEvent> history = History.empty();
        for (Fact<MlaRequestEvent> fact : facts) {
            history = history.plus(fact);
        }
        return new MlaRequestLife(course(effective(facts)), history, version(facts));
    }

    /** The life up to a version as it is seen today: with every correction that any of these facts holds. */
    public static MlaRequestLife asCorrected(List<Fact<MlaRequestEvent>> facts, long version) {
        List<Fact<MlaRequestEvent>> until =
                facts.stream().filter(fact -> fact.sequence() <= version).toList();
        MlaRequestLife known = asKnown(until);
        return new MlaRequestLife(
                course(Corrections.effective(until, facts, MlaRequestLife::correction)),
                known.history(),
                known.version());
    }

    /** What an event corrects, if it is a correction. */
    public static @Nullable Correction correction(MlaRequestEvent event) {
        return event instanceof EventCorrected e
                ? new Correction(
                        e.corrects(),
                        e.action(),
                        e.field() == null ? null : e.field().value(),
                        e.value())
                : null;
    }

    /** Facts of one stream as they count. */
    public static List<Fact<MlaRequestEvent>> effective(List<Fact<MlaRequestEvent>> facts) {
        return Corrections.effective(facts, MlaRequestLife::correction);
    }

    public MlaStatus status() {
        return now.standing().status();
    }

    /** What the request says; null before its first fact. */
    public @Nullable MlaContents contents() {
        return now.contents();
    }

    /**
     * The first legal receipt by the authority that has the request in hand. It began the hold of linked preservations: a
     * return as incomplete decides nothing, but a receiver who proves not competent never received it. Source: ETS 185
     * art. 29(7).
     */
    public @Nullable Instant firstReceivedAt() {
        Instant first = null;
        for (Fact<MlaRequestEvent> fact : effective(history.facts())) {
            if (fact.event() instanceof MlaRequestEvent.MisdirectionDeclared) {
                first = null;
            } else if (fact.event() instanceof MlaRequestEvent.ReceiptAcknowledged receipt && first == null) {
                first = receipt.legalReceivedAt();
            }
        }
        return first;
    }

    /** The flags over the status at an instant. */
    public Set<Flag> flags(Instant at) {
        var flags = EnumSet.noneOf(Flag.class);
        MlaContents contents = now.contents();
        set(flags, Flag.URGENT, contents != null && contents.urgent());
        set(flags, Flag.EMERGENCY, contents != null && contents.emergency());
        set(flags, Flag.SEALED, now.seal() != null);
        set(flags, Flag.REMEDY_PENDING, now.remedies() > 0);
        set(flags, Flag.EVIDENCE_DISPUTED, now.transfers().disputed());
        set(flags, Flag.CONFIRMATION_DUE, now.confirmation().isDue());
        set(flags, Flag.CONFIRMATION_OVERDUE, now.confirmation().isOverdue(at));
        set(flags, Flag.LEGAL_HOLD, now.holds().any());
        set(flags, Flag.CONDITIONS_IN_FORCE, now.conditionsInForce());
        set(
                flags,
                Flag.CLOCK_PAUSED,
                status() == MlaStatus.INFORMATION_REQUESTED && now.rounds().pauseClock());
        set(flags, Flag.CLOSED_BY_REQUESTED, now.closedByRequested());
        return flags;
    }

    /** What the table says of a command by name, for this act. */
    public Verdict<MlaStatus> allows(String command, Act act) {
        return allows(command, act, now.contents(), mayKnow(act));
    }

    /** What the table says of a command, for this act. A creating command brings the States with it. */
    public Verdict<MlaStatus> allows(MlaRequestCommand command, Act act) {
        MlaContents said =
                switch (command) {
                    case MlaRequestCommand.Draft c -> c.contents();
                    case MlaRequestCommand.RecordIncoming c -> c.contents();
                    default -> null;
                };
        String name = Kebab.of(command.getClass());
        return said != null && status() == MlaStatus.NONE ? allows(name, act, said, true) : allows(name, act);
    }

    private Verdict<MlaStatus> allows(String command, Act act, @Nullable MlaContents contents, boolean known) {
        if (contents == null || !known) {
            return new Verdict.Closed<>(Refused.unknown());
        }
        try {
            Roles.checkReporter(act, contents.from(), contents.to(), "mla");
        } catch (Refused refused) {
            return new Verdict.Closed<>(refused);
        }
        return TABLE.judge(
                command,
                true,
                Roles.of(act, contents.from(), contents.to()),
                condition -> holds(condition, act, contents),
                status(),
                flags(act.judgedAt()));
    }

    private boolean holds(Condition condition, Act act, MlaContents contents) {
        Office office = act.office();
        return switch (condition) {
            case NOT_DRAFTER -> !now.people().drafters().contains(act.actor().person());
            case URGENT -> contents.urgent() || contents.emergency();
            case EMERGENCY -> contents.emergency();
            case VIA_24_7 -> Channel.CONTACT_POINT_24_7.equals(now.journey().channel());
            case DIRECT_ALLOWED -> Instruments.allowDirectSending(contents.bases());
            case ADDRESSEE -> office != null && now.journey().reached().contains(office.id());
            // Who is supervisor over there, the proof of a reported act says and the directory here does not.
            case SUPERVISOR -> act.isReported() || act.actor().mandate() == Mandate.SUPERVISOR;
            case SECOND_PERSON -> true;
        };
    }

    /**
     * True if the person who acts may know that the request exists: the requesting side always, the requested side once it
     * was sent, auditors; of a sealed one nobody but the named readers and the system.
     */
    public boolean mayKnow(Act act) {
        MlaContents contents = now.contents();
        if (contents == null) {
            return false;
        }
        Mandate mandate = act.actor().mandate();
        if (mandate == Mandate.SYSTEM) {
            return true;
        }
        if (now.seal() != null && !now.seal().readers().contains(act.actor().person())) {
            return false;
        }
        if (mandate == Mandate.AUDITOR) {
            return true;
        }
        Office office = act.actor().office();
        return office != null
                && (office.state().equals(contents.from())
                        || (office.state().equals(contents.to())
                                && now.journey().hasBegun()));
    }

    /** The commands that the roles of this person give, each open or closed with the reason; none to whom may not know. */
    public List<Possibility> open(Act act, Instant at) {
        MlaContents contents = now.contents();
        var open = new ArrayList<Possibility>();
        if (contents == null || !mayKnow(act)) {
            return open;
        }
        Set<Role> roles = Roles.of(act, contents.from(), contents.to());
        for (String command : TABLE.commands()) {
            if (TABLE.isFor(command, roles)) {
                open.add(Possibility.of(command, allows(command, act)));
            }
        }
        if (now.proposals().all().values().stream()
                .anyMatch(proposal -> !proposal.isLapsed(at) && maySecond(proposal, act))) {
            open.add(new Possibility("confirm", true, null, null));
            open.add(new Possibility("decline", true, null, null));
        }
        return open;
    }

    /**
     * True if somebody may be the second person: another one of the same side who could have sent the command, or the
     * supervisor. Nobody seconds on behalf of somebody else.
     */
    public boolean maySecond(Proposals.Proposal proposal, Act act) {
        return mayKnow(act)
                && !act.isReported()
                && proposal.isOfTheSideOf(act.actor())
                && !act.actor().person().equals(proposal.act().actor().person())
                && (proposal.isSupervisedBy(act.actor()) || allows(proposal.command(), act) instanceof Verdict.Open);
    }

    /** The State whose side an act is on. */
    static @Nullable StateCode side(Act act) {
        Office office = act.office();
        return office == null ? null : office.state();
    }

    private static MlaCourse course(List<Fact<MlaRequestEvent>> effective) {
        MlaCourse course = MlaCourse.NONE;
        for (Fact<MlaRequestEvent> fact : effective) {
            course = course.after(fact);
        }
        return course;
    }

    private static long version(List<Fact<MlaRequestEvent>> facts) {
        return facts.isEmpty() ? -1 : facts.getLast().sequence();
    }

    private static void set(Set<Flag> flags, Flag flag, boolean set) {
        if (set) {
            flags.add(flag);
        }
    }
}
