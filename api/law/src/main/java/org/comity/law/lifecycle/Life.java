package org.comity.law.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.api.Act;
import org.comity.api.Channel;
import org.comity.api.Fact;
import org.comity.api.Kebab;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.Refused;
import org.comity.api.RequestCommand;
import org.comity.api.RequestContents;
import org.comity.api.RequestEvent;
import org.jspecify.annotations.Nullable;

/**
 * The life of a request: what its facts add up to, and what is open to whom next. A kind brings its table and its course.
 *
 * @param <S> statuses of the kind
 * @param <E> events of the kind
 * @param <L> the life of the kind itself
 */
public interface Life<S extends Enum<S>, E extends RequestEvent, L extends Life<S, E, L>> {
    /** The course of its effective history. */
    Course<S> now();

    /** Its facts as they were recorded. */
    History<E> history();

    /** Sequence of the last fact; -1 before the first. */
    long version();

    /** The table that this life executes. */
    LifeTable<S> table();

    /** The life before its first fact. */
    L unborn();

    /** This life and one more fact that counts as it is: one step. */
    L counting(Fact<E> fact);

    /** The same course, with the facts as they were recorded. */
    L recordedAs(History<E> history, long version);

    /** This life and one more fact. A correction folds the whole history anew, every other fact is one step. */
    default L after(Fact<E> fact) {
        if (fact.event() instanceof RequestEvent.Corrected) {
            History<E> longer = history().plus(fact);
            return folded(Corrections.effective(longer.facts()), longer, fact.sequence());
        }
        return counting(fact);
    }

    /** The life as it was known when the last of these facts was recorded: with the corrections among them, no later one. */
    default L asKnown(List<Fact<E>> facts) {
        return folded(
                Corrections.effective(facts),
                History.of(facts),
                facts.isEmpty() ? -1 : facts.getLast().sequence());
    }

    /** The life up to a version as it is seen today: with every correction that any of these facts holds. */
    default L asCorrected(List<Fact<E>> facts, long version) {
        List<Fact<E>> until =
                facts.stream().filter(fact -> fact.sequence() <= version).toList();
        return folded(
                Corrections.effective(until, facts),
                History.of(until),
                until.isEmpty() ? -1 : until.getLast().sequence());
    }

    private L folded(List<Fact<E>> effective, History<E> recorded, long version) {
        L life = unborn();
        for (Fact<E> fact : effective) {
            life = life.counting(fact);
        }
        return life.recordedAs(recorded, version);
    }

    /** The facts as they count. */
    default List<Fact<E>> effective() {
        return Corrections.effective(history().facts());
    }

    default S status() {
        return now().status();
    }

    /** What the request says; null before its first fact. */
    default @Nullable RequestContents contents() {
        return now().contents();
    }

    /** The flags over the status at an instant. */
    default Set<Flag> flags(Instant at) {
        return now().flags(at);
    }

    /** What the table says of a command by name, for this act. */
    default Verdict<S> allows(String command, Act act) {
        return allows(command, act, contents(), mayKnow(act));
    }

    /** What the table says of a command, for this act. A creating command brings the States with it. */
    default Verdict<S> allows(RequestCommand command, Act act) {
        String name = Kebab.of(command.getClass());
        return command instanceof RequestCommand.Begin begin && contents() == null
                ? allows(name, act, begin.contents(), true)
                : allows(name, act);
    }

    private Verdict<S> allows(String command, Act act, @Nullable RequestContents contents, boolean known) {
        if (contents == null || !known) {
            return new Verdict.Closed<>(Refused.unknown());
        }
        try {
            Roles.checkReporter(act, contents.from(), now().receiving(act, contents), table().concept());
        } catch (Refused refused) {
            return new Verdict.Closed<>(refused);
        }
        return table().judge(
                        command,
                        true,
                        now().roles(act, contents),
                        condition -> now().holds(condition, act, contents),
                        status(),
                        flags(act.judgedAt()));
    }

    /** In which roles somebody acts upon this request. */
    default Set<Role> roles(Act act) {
        RequestContents contents = contents();
        return contents == null ? Set.of() : now().roles(act, contents);
    }

    /**
     * True if the person who acts may know that the request exists: the requesting side always, the receiving side once it
     * was sent, auditors; of a sealed one nobody but the named readers and the system.
     */
    default boolean mayKnow(Act act) {
        RequestContents contents = contents();
        if (contents == null) {
            return false;
        }
        Mandate mandate = act.actor().mandate();
        if (mandate == Mandate.SYSTEM) {
            return true;
        }
        Seal seal = now().seal();
        if (seal != null && !seal.readers().contains(act.actor().person())) {
            return false;
        }
        if (mandate == Mandate.AUDITOR) {
            return true;
        }
        Office office = act.actor().office();
        return office != null
                && (office.state().equals(contents.from())
                        || (now().isBeforeReceiver()
                                && (office.state().equals(contents.to()) || now().reaches(office))));
    }

    /** The commands that the roles of this person give, each open or closed with the reason; none to whom may not know. */
    default List<Possibility> open(Act act, Instant at) {
        var open = new ArrayList<Possibility>();
        if (!mayKnow(act)) {
            return open;
        }
        Set<Role> roles = roles(act);
        for (String command : table().commands()) {
            if (table().isFor(command, roles)) {
                open.add(Possibility.of(command, allows(command, act)));
            }
        }
        if (now().proposals().all().values().stream()
                .anyMatch(proposal -> !proposal.isLapsed(at) && maySecond(proposal, act))) {
            open.add(new Possibility("confirm", true, null, null));
            open.add(new Possibility("decline", true, null, null));
        }
        return open;
    }

    /** True if an office is one to which the request may be sent or passed on: one that may then acknowledge its receipt. */
    default boolean mayBeSentTo(Office office, RequestCommand.SendTo sent) {
        RequestContents contents = contents();
        if (contents == null || !now().mayGoTo(office.state(), contents, sent instanceof RequestCommand.PassOn)) {
            return false;
        }
        Channel channel =
                sent.channel() != null ? sent.channel() : now().journey().channel();
        boolean via24And7 = Channel.CONTACT_POINT_24_7.equals(channel);
        Set<Role> roles = now().rolesOf(office, contents.from(), office.state());
        return receivers()
                .anyMatch(by -> roles.contains(by.role())
                        && (via24And7 || !by.conditions().contains(Condition.VIA_24_7)));
    }

    /** Those who may acknowledge receipt. */
    default Stream<Entitlement> receivers() {
        return table().rowsOf("acknowledge-receipt").stream().flatMap(row -> row.entitlements().stream());
    }

    /**
     * True if somebody may be the second person: another one of the same side who could have sent the command, or the
     * supervisor. Nobody seconds on behalf of somebody else.
     */
    default boolean maySecond(Proposals.Proposal proposal, Act act) {
        return mayKnow(act)
                && !act.isReported()
                && proposal.isOfTheSideOf(act.actor())
                && !act.actor().person().equals(proposal.act().actor().person())
                && (proposal.isSupervisedBy(act.actor()) || allows(proposal.command(), act) instanceof Verdict.Open);
    }
}
