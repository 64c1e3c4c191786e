package org.comity.command.mla;

import java.time.Instant;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaStatus;
import org.comity.command.request.Request;
import org.comity.command.request.Told;
import org.comity.law.lifecycle.MlaRequestLife;

/** A request for assistance as it was led so far. */
final class Story extends Told<Story, MlaRequestCommand, MlaStatus, MlaRequestEvent, MlaRequestLife> {
    static final Story NONE = new Story(MlaRequest.NONE, BEGIN);

    private Story(Request<MlaRequestCommand, MlaRequestEvent, MlaRequestLife> request, Instant now) {
        super(request, now);
    }

    @Override
    protected Story with(Request<MlaRequestCommand, MlaRequestEvent, MlaRequestLife> led, Instant later) {
        return new Story(led, later);
    }

    @Override
    public MlaRequestCommand.Confirm confirm(MlaRequestCommand proposed) {
        return new MlaRequestCommand.Confirm(proposed.id(), proposal(), proposed);
    }
}
