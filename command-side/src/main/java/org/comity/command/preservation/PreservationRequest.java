package org.comity.command.preservation;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.comity.api.Act;
import org.comity.api.Code;
import org.comity.api.Fact;
import org.comity.api.Mandate;
import org.comity.api.Refused;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationCommand.Confirm;
import org.comity.api.preservation.PreservationCommand.Decline;
import org.comity.api.preservation.PreservationCommand.Expire;
import org.comity.api.preservation.PreservationCommand.LinkFollowUp;
import org.comity.api.preservation.PreservationCommand.RejudgeFollowUp;
import org.comity.api.preservation.PreservationCommand.WithdrawFollowUp;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationEvent.ProposalDeclined;
import org.comity.api.preservation.PreservationEvent.Proposed;
import org.comity.law.lifecycle.Kebab;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.law.lifecycle.Proposals;
import org.comity.law.lifecycle.Proposals.Proposal;

/** The rules of a preservation request: what may happen next, given its life. */
record PreservationRequest(PreservationLife life) {
    static final PreservationRequest NONE = new PreservationRequest(PreservationLife.NONE);

    private static final String TWO_PERSONS = "practice (two persons)";

    /** This request and one more fact. */
    PreservationRequest after(Fact<PreservationEvent> fact) {
        return new PreservationRequest(life.after(fact));
    }

    /**
     * Decides a command. The table speaks first, then the rules beyond it; what changes nothing gives no event.
     *
     * @param offer what a proposal would be made of, asked for only if the command needs two persons
     */
    List<PreservationEvent> decide(PreservationCommand command, Act act, Supplier<Offer> offer) {
        return switch (command) {
            case LinkFollowUp c -> bySystem(act).decide(c);
            case RejudgeFollowUp c -> bySystem(act).decide(c);
            case WithdrawFollowUp c -> bySystem(act).decide(c);
            case Expire c -> bySystem(act).decide(c, act);
            case Confirm c -> confirm(c, act);
            case Decline c -> {
                seconded(c.proposal(), act);
                yield List.of(new ProposalDeclined(c.id(), c.proposal(), c.reason()));
            }
            default -> {
                var open = life.allows(command, act).orRefuse();
                List<PreservationEvent> events = judge(command, act);
                yield events.isEmpty() || !open.by().needsSecondPerson() ? events : propose(command, act, offer.get());
            }
        };
    }

    /** The act that an event of a command is stored with: of both persons, if the command confirms. */
    Act actOf(PreservationCommand command, Act act) {
        return command instanceof Confirm confirm
                ? life.now()
                        .proposals()
                        .find(confirm.proposal())
                        .map(proposal -> proposal.confirmedBy(act))
                        .orElse(act)
                : act;
    }

    /** For what happens by itself the rules of the hold find the row, or that nothing follows: late is not wrong. */
    private FollowUpRules bySystem(Act act) {
        if (!life.mayKnow(act)) {
            throw Refused.unknown();
        }
        if (act.actor().mandate() != Mandate.SYSTEM) {
            throw Refused.forbidden("preservation.not-for-this-role", "This happens by itself; nobody may send it.")
                    .from("P23; P24; P26; P32; P33; ets-185 29(7)");
        }
        return new FollowUpRules(life);
    }

    private List<PreservationEvent> judge(PreservationCommand command, Act act) {
        List<PreservationEvent> events = PreservationAnswer.to(command, life.now(), act);
        events.forEach(event -> PreservationRules.check(life, event, act));
        return events;
    }

    private List<PreservationEvent> propose(PreservationCommand command, Act act, Offer offer) {
        String name = Kebab.of(command.getClass());
        if (life.now()
                .proposals()
                .waiting(name, act.actor().person(), act.receivedAt())
                .isPresent()) {
            throw Refused.conflict(
                            "preservation.proposal-waits",
                            "A proposal of yours to " + name
                                    + " waits for its second person; one is answered at a time.")
                    .from(TWO_PERSONS);
        }
        return List.of(new Proposed(
                command.id(),
                offer.proposal(),
                new Code(name),
                offer.body(),
                act.receivedAt().plus(Proposals.LIFETIME)));
    }

    private List<PreservationEvent> confirm(Confirm confirm, Act act) {
        Proposal proposal = seconded(confirm.proposal(), act);
        PreservationCommand proposed = confirm.proposed();
        if (!Kebab.of(proposed.getClass()).equals(proposal.command())
                || !proposed.id().equals(confirm.id())) {
            throw Refused.unacceptable(
                    "preservation.another-proposal",
                    "proposed",
                    "What is confirmed is not the command that was proposed.");
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
                        "preservation.unknown-proposal", "proposal", "No such proposal waits for a second person."));
        if (proposal.act().actor().person().equals(act.actor().person())) {
            throw Refused.forbidden("preservation.same-person", "The second of two persons is not the first.")
                    .from(TWO_PERSONS);
        }
        if (!life.maySecond(proposal, act)) {
            throw Refused.forbidden(
                            "preservation.not-second-person",
                            "The second person is another one who could have sent " + proposal.command()
                                    + ", or the supervisor of the first one's authority.")
                    .from(TWO_PERSONS);
        }
        if (proposal.isLapsed(act.receivedAt())) {
            throw Refused.conflict(
                            "preservation.proposal-lapsed", "The proposal lapsed at " + proposal.lapsesAt() + ".")
                    .from(TWO_PERSONS);
        }
        return proposal;
    }
}
