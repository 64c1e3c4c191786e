package org.comity.command.request;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.comity.api.Act;
import org.comity.api.Fact;
import org.comity.api.Kebab;
import org.comity.api.Refused;
import org.comity.api.RequestCommand;
import org.comity.api.RequestCommand.Confirm;
import org.comity.api.RequestCommand.Decline;
import org.comity.api.RequestEvent;
import org.comity.law.lifecycle.Life;
import org.comity.law.lifecycle.LifeRow;
import org.comity.law.lifecycle.LifeTable;
import org.comity.law.lifecycle.Proposals.Proposal;

/**
 * The rules of a request of any kind: what may happen next, given its life.
 *
 * @param <C> commands of the kind
 * @param <E> events of the kind
 * @param <L> the life of the kind
 */
public interface Request<C extends RequestCommand, E extends RequestEvent, L extends Life<?, E, L>> {
    /** Source of what no treaty says of two persons. */
    String TWO_PERSONS = "practice (two persons)";

    L life();

    /** The same rules with another life. */
    Request<C, E, L> with(L life);

    /** The sealed family of the commands. */
    Class<C> commands();

    /** Which events a command gives, if the rules let it; a repeat that changes nothing gives none. */
    List<E> answer(C command, Act act);

    /** Refuses an event that may not follow upon a life, whatever the table says. */
    void check(L before, E event, Act act);

    /** That a command waits for its second person. */
    E proposed(C command, Offer offer, Act act);

    /** This request and one more fact. */
    default Request<C, E, L> after(Fact<E> fact) {
        return with(life().after(fact));
    }

    /**
     * Decides a command. The table speaks first, then the rules beyond it.
     *
     * @param offer what a proposal would be made of, asked for only if the command needs two persons
     */
    default List<E> decide(C command, Act act, Supplier<Offer> offer) {
        if (command instanceof Confirm confirm) {
            return confirm(confirm, act);
        }
        if (command instanceof Decline decline) {
            seconded(decline.proposal(), act);
            return answer(command, act);
        }
        var open = life().allows(command, act).orRefuse();
        List<E> events = judge(command, act);
        return events.isEmpty() || !open.by().needsSecondPerson() ? events : propose(command, act, offer.get());
    }

    /** The act that an event of a command is stored with: of both persons, if the command confirms. */
    default Act actOf(C command, Act act) {
        return command instanceof Confirm confirm
                ? life().now()
                        .proposals()
                        .find(confirm.proposal())
                        .map(proposal -> proposal.confirmedBy(act))
                        .orElse(act)
                : act;
    }

    /** Judges an act that was recorded on the life before it, by table and rules. */
    default void rejudge(L before, Fact<E> fact, Act act) {
        LifeTable<?> table = before.table();
        LifeRow<?> row =
                table.rowsOfEvent(fact.event().getClass().getSimpleName()).getFirst();
        if (!row.creates()) {
            before.allows(row.command(), act).orRefuse();
        }
        check(before, fact.event(), act);
    }

    private List<E> judge(C command, Act act) {
        List<E> events = RepeatRules.changesNothing(life().now(), command, act) ? List.of() : answer(command, act);
        events.forEach(event -> check(life(), event, act));
        return events;
    }

    private List<E> propose(C command, Act act, Offer offer) {
        String name = Kebab.of(command.getClass());
        if (life().now()
                .proposals()
                .waiting(name, act.actor().person(), act.receivedAt())
                .isPresent()) {
            throw Refused.conflict(
                            code("proposal-waits"),
                            "A proposal of yours to " + name
                                    + " waits for its second person; one is answered at a time.")
                    .from(TWO_PERSONS);
        }
        return List.of(proposed(command, offer, act));
    }

    private List<E> confirm(Confirm confirm, Act act) {
        Proposal proposal = seconded(confirm.proposal(), act);
        C proposed = commands().cast(confirm.proposed());
        if (!Kebab.of(proposed.getClass()).equals(proposal.command())
                || !proposed.id().equals(confirm.id())) {
            throw Refused.unacceptable(
                    code("another-proposal"), "proposed", "What is confirmed is not the command that was proposed.");
        }
        Act first = proposal.repeatedAt(act);
        life().allows(proposed, first).orRefuse();
        if (!proposal.isSupervisedBy(act.actor())) {
            // The second person is one who could have sent it: every rule is asked of that person, too.
            life().allows(proposed, act).orRefuse();
            judge(proposed, act);
        }
        return judge(proposed, first);
    }

    /** The proposal that somebody may answer as the second person. */
    private Proposal seconded(UUID id, Act act) {
        if (!life().mayKnow(act)) {
            throw Refused.unknown();
        }
        Proposal proposal = life().now()
                .proposals()
                .find(id)
                .orElseThrow(() -> Refused.unacceptable(
                        code("unknown-proposal"), "proposal", "No such proposal waits for a second person."));
        if (proposal.act().actor().person().equals(act.actor().person())) {
            throw Refused.forbidden(code("same-person"), "The second of two persons is not the first.")
                    .from(TWO_PERSONS);
        }
        if (!life().maySecond(proposal, act)) {
            throw Refused.forbidden(
                            code("not-second-person"),
                            "The second person is another one who could have sent " + proposal.command()
                                    + ", or the supervisor of the first one's authority.")
                    .from(TWO_PERSONS);
        }
        if (proposal.isLapsed(act.receivedAt())) {
            throw Refused.conflict(code("proposal-lapsed"), "The proposal lapsed at " + proposal.lapsesAt() + ".")
                    .from(TWO_PERSONS);
        }
        return proposal;
    }

    private String code(String reason) {
        return life().table().code(reason);
    }
}
