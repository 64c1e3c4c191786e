package org.comity.command.spontaneous;

import java.util.List;
import org.comity.api.Act;
import org.comity.api.Code;
import org.comity.api.Kebab;
import org.comity.api.spontaneous.SpontaneousCommand;
import org.comity.api.spontaneous.SpontaneousCommand.LinkToRequest;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.api.spontaneous.SpontaneousEvent.Proposed;
import org.comity.command.request.Offer;
import org.comity.command.request.Request;
import org.comity.law.lifecycle.Proposals;
import org.comity.law.lifecycle.SpontaneousLife;

/** The rules of spontaneous information: what may happen next, given its life. */
record SpontaneousInformation(SpontaneousLife life)
        implements Request<SpontaneousCommand, SpontaneousEvent, SpontaneousLife> {
    static final SpontaneousInformation NONE = new SpontaneousInformation(SpontaneousLife.NONE);

    @Override
    public SpontaneousInformation with(SpontaneousLife other) {
        return new SpontaneousInformation(other);
    }

    @Override
    public Class<SpontaneousCommand> commands() {
        return SpontaneousCommand.class;
    }

    @Override
    public List<SpontaneousEvent> answer(SpontaneousCommand command, Act act) {
        boolean linked =
                command instanceof LinkToRequest c && life.now().requests().contains(c.request());
        return linked ? List.of() : List.of(SpontaneousAnswer.to(command, act));
    }

    @Override
    public void check(SpontaneousLife before, SpontaneousEvent event, Act act) {
        SpontaneousRules.check(this, before, event, act);
    }

    @Override
    public SpontaneousEvent proposed(SpontaneousCommand command, Offer offer, Act act) {
        return new Proposed(
                command.id(),
                offer.proposal(),
                new Code(Kebab.of(command.getClass())),
                offer.body(),
                Proposals.lapse(act));
    }
}
