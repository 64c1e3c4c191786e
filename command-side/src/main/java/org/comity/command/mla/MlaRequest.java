package org.comity.command.mla;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.comity.api.Act;
import org.comity.api.Code;
import org.comity.api.Fact;
import org.comity.api.Refused;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestCommand.Confirm;
import org.comity.api.mla.MlaRequestCommand.Decline;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaRequestEvent.Proposed;
import org.comity.law.lifecycle.Kebab;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.lifecycle.Proposals;
import org.comity.law.lifecycle.Proposals.Proposal;

/** The rules of a request for mutual legal assistance: what may happen next, given its life. */
record MlaRequest(MlaRequestLife life) {
    static final MlaRequest NONE = new MlaRequest(MlaRequestLife.NONE);

    /** This request and one more fact. */
    MlaRequest after(Fact<MlaRequestEvent> fact) {
        return new MlaRequest(life.after(fact));
    }

    /**
     * Decides a command. The table speaks first, then the rules beyond it; a repeat that changes nothing gives no event.
     *
     * @param offer what a proposal would be made of, asked for only if the command needs two persons
     */
    List<MlaRequestEvent> decide(MlaRequestCommand command, Act act, Supplier<Offer> offer) {
        if (command instanceof Confirm confirm) {
            return confirm(confirm, act);
        }
        if (command instanceof Decline decline) {
            seconded(decline.proposal(), act);
            return List.of(new MlaRequestEvent.ProposalDeclined(decline.id(), decline.proposal(), decline.reason()));
        }
        var open = life.allows(command, act).orRefuse();
        List<MlaRequestEvent> events = judge(command, act);
        return events.isEmpty() || !open.by().needsSecondPerson() ? events : propose(command, act, offer.get());
    }

    /** The act that an event of a command is stored with: of both persons, if the command confirms. */
    Act actOf(MlaRequestCommand command, Act act) {
        return command instanceof Confirm confirm
                ? life.now()
                        .proposals()
                        .find(confirm.proposal())
                        .map(proposal -> proposal.confirmedBy(act))
                        .orElse(act)
                : act;
    }

    private List<MlaRequestEvent> judge(MlaRequestCommand command, Act act) {
        List<MlaRequestEvent> events = MlaRequestAnswer.to(command, life.now(), act);
        events.forEach(event -> MlaRequestRules.check(life, event, act));
        return events;
    }

    private List<MlaRequestEvent> propose(MlaRequestCommand command, Act act, Offer offer) {
        String name = Kebab.of(command.getClass());
        if (life.now()
                .proposals()
                .waiting(name, act.actor().person(), act.receivedAt())
                .isPresent()) {
            throw Refused.conflict(
                            "mla.proposal-waits",
                            "A proposal of yours to " + name
                                    + " waits for its second person; one is answered at a time.")
                    .from("practice (two persons)");
        }
        return List.of(new Proposed(
                command.id(),
                offer.proposal(),
                new Code(name),
                offer.body(),
                act.receivedAt().plus(Proposals.LIFETIME)));
    }

    private List<MlaRequestEvent> confirm(Confirm confirm, Act act) {
        Proposal proposal = seconded(confirm.proposal(), act);
        MlaRequestCommand proposed = confirm.proposed();
        if (!Kebab.of(proposed.getClass()).equals(proposal.command())
                || !proposed.id().equals(confirm.id())) {
            throw Refused.unacceptable(
                    "mla.another-proposal", "proposed", "What is confirmed is not the command that was proposed.");
        }
        Act first = proposal.repeatedAt(act);
        life.allows(proposed, first).orRefuse();
        if (!proposal.isSupervisedBy(act.actor())) {
            // The second person is one who could have sent it: every rule is asked of that person, too.
            life.allows(proposed, act).orRefuse();
            judge(proposed, act);
        }
        return judge(proposed, first);
    }

    /** The proposal that somebody may answer as the second person. */
    private Proposal seconded(UUID id, Act act) {
        if (!life.mayKnow(act)) {
            throw Refused.unknown();
        }
        Proposal proposal = life.now()
                .proposals()
                .find(id)
                .orElseThrow(() -> Refused.unacceptable(
                        "mla.unknown-proposal", "proposal", "No such proposal waits for a second person."));
        if (proposal.act().actor().person().equals(act.actor().person())) {
            throw Refused.forbidden("mla.same-person", "The second of two persons is not the first.")
                    .from("practice (two persons)");
        }
        if (!life.maySecond(proposal, act)) {
            throw Refused.forbidden(
                            "mla.not-second-person",
                            "The second person is another one who could have sent " + proposal.command()
                                    + ", or the supervisor of the first one's authority.")
                    .from("practice (two persons)");
        }
        if (proposal.isLapsed(act.receivedAt())) {
            throw Refused.conflict("mla.proposal-lapsed", "The proposal lapsed at " + proposal.lapsesAt() + ".")
                    .from("practice (two persons)");
        }
        return proposal;
    }
}
