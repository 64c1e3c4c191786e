package org.comity.law.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.api.Act;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.Fact;
import org.comity.api.Mandate;
import org.comity.api.MlaRequestId;
import org.comity.api.Office;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationContents;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationEvent.EventCorrected;
import org.comity.api.preservation.PreservationStatus;
import org.comity.law.lifecycle.Corrections.Correction;
import org.jspecify.annotations.Nullable;

/**
 * The life of a preservation request: what its facts add up to, and what is open to whom next.
 *
 * @param now the course of its effective history
 * @param history its facts as they were recorded
 * @param version sequence of the last fact; -1 before the first
 */
public record PreservationLife(PreservationCourse now, History<PreservationEvent> history, long version) {
    /** The table that this life executes. */
    public static final LifeTable<PreservationStatus> TABLE = LifeTable.read(
            "preservation",
            "transitions-preservation.csv",
            PreservationStatus.class,
            PreservationCommand.class,
            PreservationEvent.class);

    /** The life before its first fact. */
    public static final PreservationLife NONE = new PreservationLife(PreservationCourse.NONE, History.empty(), -1);

    /** This life and one more fact. A correction folds the whole history anew, every other fact is one step. */
    public PreservationLife after(Fact<PreservationEvent> fact) {
        History<PreservationEvent> longer = history.plus(fact);
        if (fact.event() instanceof EventCorrected) {
            return new PreservationLife(course(effective(longer.facts())), longer, fact.sequence());
        }
        return new PreservationLife(now.after(fact), longer, fact.sequence());
    }

    /** The life as it was known when the last of these facts was recorded: with the corrections among them, no later one. */
    public static PreservationLife asKnown(List<Fact<PreservationEvent>> facts) {
        History<PreservationEvent> history = History.empty();
        for (Fact<PreservationEvent> fact : facts) {
            history = history.plus(fact);
        }
        return new PreservationLife(course(effective(facts)), history, version(facts));
    }

    /** The life up to a version as it is seen today: with every correction that any of these facts holds. */
    public static PreservationLife asCorrected(List<Fact<PreservationEvent>> facts, long version) {
        List<Fact<PreservationEvent>> until =
                facts.stream().filter(fact -> fact.sequence() <= version).toList();
        PreservationLife known = asKnown(until);
        return new PreservationLife(
                course(Corrections.effective(until, facts, PreservationLife::correction)),
                known.history(),
                known.version());
    }

    /** What an event corrects, if it is a correction. */
    public static @Nullable Correction correction(PreservationEvent event) {
        return event instanceof EventCorrected e
                ? new Correction(
                        e.corrects(),
                        e.action(),
                        e.field() == null ? null : e.field().value(),
                        e.value())
                : null;
    }

    /** Facts of one stream as they count. */
    public static List<Fact<PreservationEvent>> effective(List<Fact<PreservationEvent>> facts) {
        return Corrections.effective(facts, PreservationLife::correction);
    }

    public PreservationStatus status() {
        return now.standing().status();
    }

    /** What the request says; null before its first fact. */
    public @Nullable PreservationContents contents() {
        return now.contents();
    }

    /** When the preservation ends by itself; null unless it is preserved and nothing holds it. */
    public @Nullable Instant expiresAt() {
        return status() == PreservationStatus.PRESERVED ? now.term().end() : null;
    }

    /** The rule from which that end was computed. */
    public @Nullable Code expiryRule() {
        return expiresAt() == null ? null : now.term().rule();
    }

    /** The undecided requests for which the data are held. */
    public Map<MlaRequestId, FollowUpHold> followUps() {
        return now.followUps();
    }

    /** The flags over the status; the instant is asked for so that all lives are asked alike. */
    public Set<Flag> flags(Instant at) {
        var flags = EnumSet.noneOf(Flag.class);
        PreservationContents contents = now.contents();
        set(flags, Flag.URGENT, contents != null && contents.urgent());
        set(flags, Flag.EMERGENCY, contents != null && contents.emergency());
        set(flags, Flag.SEALED, now.seal() != null);
        set(flags, Flag.LEGAL_HOLD, now.holds().any());
        set(flags, Flag.CLOSED_BY_REQUESTED, now.closedByRequested());
        set(flags, Flag.SELF_APPROVED, now.selfApproved());
        return flags;
    }

    /** What the table says of a command by name, for this act. */
    public Verdict<PreservationStatus> allows(String command, Act act) {
        return allows(command, act, now.contents(), mayKnow(act));
    }

    /** What the table says of a command, for this act. A creating command brings the States with it. */
    public Verdict<PreservationStatus> allows(PreservationCommand command, Act act) {
        PreservationContents said =
                switch (command) {
                    case PreservationCommand.Draft c -> c.contents();
                    case PreservationCommand.RecordIncoming c -> c.contents();
                    default -> null;
                };
        String name = Kebab.of(command.getClass());
        return said != null && status() == PreservationStatus.NONE ? allows(name, act, said, true) : allows(name, act);
    }

    private Verdict<PreservationStatus> allows(
            String command, Act act, @Nullable PreservationContents contents, boolean known) {
        if (contents == null || !known) {
            return new Verdict.Closed<>(Refused.unknown());
        }
        StateCode to = requested(act, contents);
        try {
            Roles.checkReporter(act, contents.from(), to, "preservation");
        } catch (Refused refused) {
            return new Verdict.Closed<>(refused);
        }
        return TABLE.judge(
                command,
                true,
                Roles.of(act, contents.from(), to),
                condition -> holds(condition, act, contents),
                status(),
                flags(act.judgedAt()));
    }

    private boolean holds(Condition condition, Act act, PreservationContents contents) {
        Office office = act.office();
        return switch (condition) {
            case NOT_DRAFTER -> !now.people().drafters().contains(act.actor().person());
            case URGENT -> contents.urgent() || contents.emergency();
            case EMERGENCY -> contents.emergency();
            case VIA_24_7 -> Channel.CONTACT_POINT_24_7.equals(now.journey().channel());
            case DIRECT_ALLOWED -> false;
            case ADDRESSEE -> office != null && now.journey().reached().contains(office.id());
            case SUPERVISOR -> act.isReported() || act.actor().mandate() == Mandate.SUPERVISOR;
            case SECOND_PERSON -> true;
        };
    }

    /** In which roles somebody acts upon this request. */
    public Set<Role> roles(Act act) {
        PreservationContents contents = now.contents();
        return contents == null ? Set.of() : Roles.of(act, contents.from(), requested(act, contents));
    }

    /** The requested State as this act sees it: an office that the request was forwarded to is of the requested side. */
    private StateCode requested(Act act, PreservationContents contents) {
        Office office = act.office();
        if (office != null && office.id().equals(now.journey().addressee())) {
            return office.state();
        }
        return now.requested() != null ? now.requested() : contents.to();
    }

    /**
     * True if the person who acts may know that the request exists: the requesting side always, the requested side and every
     * office that it was passed on to once it was sent, auditors; of a sealed one nobody but the named readers and the system.
     */
    public boolean mayKnow(Act act) {
        PreservationContents contents = now.contents();
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
        if (office == null) {
            return false;
        }
        return office.state().equals(contents.from())
                || (now.journey().hasBegun()
                        && (office.state().equals(contents.to())
                                || office.state().equals(now.requested())
                                || now.journey().reached().contains(office.id())));
    }

    /** The commands that the roles of this person give, each open or closed with the reason; none to whom may not know. */
    public List<Possibility> open(Act act, Instant at) {
        PreservationContents contents = now.contents();
        var open = new ArrayList<Possibility>();
        if (contents == null || !mayKnow(act)) {
            return open;
        }
        Set<Role> roles = roles(act);
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

    private static PreservationCourse course(List<Fact<PreservationEvent>> effective) {
        PreservationCourse course = PreservationCourse.NONE;
        for (Fact<PreservationEvent> fact : effective) {
            course = course.after(fact);
        }
        return course;
    }

    private static long version(List<Fact<PreservationEvent>> facts) {
        return facts.isEmpty() ? -1 : facts.getLast().sequence();
    }

    private static void set(Set<Flag> flags, Flag flag, boolean set) {
        if (set) {
            flags.add(flag);
        }
    }
}
