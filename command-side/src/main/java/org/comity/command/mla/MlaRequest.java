package org.comity.command.mla;

import java.util.List;
import org.comity.api.Act;
import org.comity.api.Code;
import org.comity.api.Kebab;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.command.request.Offer;
import org.comity.command.request.Request;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.lifecycle.Proposals;

/** The rules of a request for mutual legal assistance: what may happen next, given its life. */
record MlaRequest(MlaRequestLife life) implements Request<MlaRequestCommand, MlaRequestEvent, MlaRequestLife> {
    static final MlaRequest NONE = new MlaRequest(MlaRequestLife.NONE);

    @Override
    public MlaRequest with(MlaRequestLife other) {
        return new MlaRequest(other);
    }

    @Override
    public Class<MlaRequestCommand> commands() {
        return MlaRequestCommand.class;
    }

    @Override
    public List<MlaRequestEvent> answer(MlaRequestCommand command, Act act) {
        return List.of(MlaRequestAnswer.to(command, life.now(), act));
    }

    @Override
    public void check(MlaRequestLife before, MlaRequestEvent event, Act act) {
        MlaRequestRules.check(this, before, event, act);
    }

    @Override
    public MlaRequestEvent proposed(MlaRequestCommand command, Offer offer, Act act) {
        return new MlaRequestEvent.Proposed(
                command.id(),
                offer.proposal(),
                new Code(Kebab.of(command.getClass())),
                offer.body(),
                Proposals.lapse(act));
    }
}
