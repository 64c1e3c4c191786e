package org.comity.command.spontaneous;

import java.time.Instant;
import org.comity.api.spontaneous.SpontaneousCommand;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.api.spontaneous.SpontaneousStatus;
import org.comity.command.request.Request;
import org.comity.command.request.Told;
import org.comity.law.lifecycle.SpontaneousLife;

/** Information as it was led so far. */
final class Story extends Told<Story, SpontaneousCommand, SpontaneousStatus, SpontaneousEvent, SpontaneousLife> {
    static final Story NONE = new Story(SpontaneousInformation.NONE, BEGIN);

    private Story(Request<SpontaneousCommand, SpontaneousEvent, SpontaneousLife> request, Instant now) {
        super(request, now);
    }

    @Override
    protected Story with(Request<SpontaneousCommand, SpontaneousEvent, SpontaneousLife> led, Instant later) {
        return new Story(led, later);
    }

    @Override
    public SpontaneousCommand.Confirm confirm(SpontaneousCommand proposed) {
        return new SpontaneousCommand.Confirm(proposed.id(), proposal(), proposed);
    }
}
