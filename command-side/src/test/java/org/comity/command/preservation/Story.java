package org.comity.command.preservation;

import java.time.Instant;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationStatus;
import org.comity.command.request.Request;
import org.comity.command.request.Told;
import org.comity.law.lifecycle.PreservationLife;

/** A preservation request as it was led so far. */
final class Story extends Told<Story, PreservationCommand, PreservationStatus, PreservationEvent, PreservationLife> {
    static final Story NONE = new Story(PreservationRequest.NONE, BEGIN);

    private Story(Request<PreservationCommand, PreservationEvent, PreservationLife> request, Instant now) {
        super(request, now);
    }

    @Override
    protected Story with(Request<PreservationCommand, PreservationEvent, PreservationLife> led, Instant later) {
        return new Story(led, later);
    }

    @Override
    public PreservationCommand.Confirm confirm(PreservationCommand proposed) {
        return new PreservationCommand.Confirm(proposed.id(), proposal(), proposed);
    }
}
