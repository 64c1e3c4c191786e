package org.comity.command.preservation;

import java.util.List;
import java.util.function.Supplier;
import org.comity.api.Act;
import org.comity.api.Code;
import org.comity.api.Fact;
import org.comity.api.Kebab;
import org.comity.api.Mandate;
import org.comity.api.Refused;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationCommand.Expire;
import org.comity.api.preservation.PreservationCommand.LinkFollowUp;
import org.comity.api.preservation.PreservationCommand.RejudgeFollowUp;
import org.comity.api.preservation.PreservationCommand.WithdrawFollowUp;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationEvent.FollowUpRequestLinked;
import org.comity.api.preservation.PreservationEvent.Proposed;
import org.comity.api.preservation.PreservationStatus;
import org.comity.command.request.Offer;
import org.comity.command.request.Request;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.law.lifecycle.Proposals;

/** The rules of a preservation request: what may happen next, given its life. */
record PreservationRequest(PreservationLife life)
        implements Request<PreservationCommand, PreservationEvent, PreservationLife> {
    static final PreservationRequest NONE = new PreservationRequest(PreservationLife.NONE);

    @Override
    public PreservationRequest with(PreservationLife other) {
        return new PreservationRequest(other);
    }

    @Override
    public Class<PreservationCommand> commands() {
        return PreservationCommand.class;
    }

    /** What happens by itself is judged by the rules of the hold alone; everything else as with every kind. */
    @Override
    public List<PreservationEvent> decide(PreservationCommand command, Act act, Supplier<Offer> offer) {
        return switch (command) {
            case LinkFollowUp c -> bySystem(act).decide(c);
            case RejudgeFollowUp c -> bySystem(act).decide(c);
            case WithdrawFollowUp c -> bySystem(act).decide(c);
            case Expire c -> bySystem(act).decide(c, act);
            default -> Request.super.decide(command, act, offer);
        };
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

    @Override
    public List<PreservationEvent> answer(PreservationCommand command, Act act) {
        return List.of(PreservationAnswer.to(command, life.now(), act));
    }

    @Override
    public void check(PreservationLife before, PreservationEvent event, Act act) {
        PreservationRules.check(this, before, event, act);
    }

    /** A further request is linked while the data are held; the table speaks of the first one. */
    @Override
    public void rejudge(PreservationLife before, Fact<PreservationEvent> fact, Act act) {
        if (fact.event() instanceof FollowUpRequestLinked && before.status() == PreservationStatus.HELD_PENDING_MLA) {
            check(before, fact.event(), act);
        } else {
            Request.super.rejudge(before, fact, act);
        }
    }

    @Override
    public PreservationEvent proposed(PreservationCommand command, Offer offer, Act act) {
        return new Proposed(
                command.id(),
                offer.proposal(),
                new Code(Kebab.of(command.getClass())),
                offer.body(),
                Proposals.lapse(act));
    }
}
