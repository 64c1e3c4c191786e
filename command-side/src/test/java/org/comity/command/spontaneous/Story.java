package org.comity.command.spontaneous;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.comity.api.Act;
import org.comity.api.Fact;
import org.comity.api.Refused;
import org.comity.api.spontaneous.SpontaneousCommand;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.api.spontaneous.SpontaneousStatus;
import org.comity.command.request.Offer;
import org.comity.command.request.People;
import org.comity.law.lifecycle.SpontaneousLife;

/** Information as it was led so far; each act comes an hour after the one before, so every fact passed the rules. */
record Story(SpontaneousInformation request, Instant now) {
    static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
    static final Story NONE = new Story(SpontaneousInformation.NONE, BEGIN);

    /** What the door would send along for a proposal, counted so that tests can name it. */
    static final String BODY = "{}";

    SpontaneousLife life() {
        return request.life();
    }

    SpontaneousStatus status() {
        return life().status();
    }

    List<Fact<SpontaneousEvent>> facts() {
        return life().history().facts();
    }

    SpontaneousEvent last() {
        return facts().getLast().event();
    }

    /** The identity of the latest event of a type. */
    UUID latest(Class<? extends SpontaneousEvent> type) {
        return facts().reversed().stream()
                .filter(fact -> type.isInstance(fact.event()))
                .findFirst()
                .orElseThrow()
                .eventId();
    }

    Story as(String login, SpontaneousCommand command) {
        return by(People.act(login, now), command);
    }

    Story by(Act act, SpontaneousCommand command) {
        SpontaneousInformation led = request;
        for (SpontaneousEvent event : request.decide(command, act, this::offer)) {
            long sequence = led.life().version() + 1;
            led = led.with(
                    led.life().after(new Fact<>(new UUID(9, sequence), sequence, event, request.actOf(command, act))));
        }
        return new Story(led, now.plus(Duration.ofHours(1)));
    }

    /** What a command gives, without telling the story on. */
    List<SpontaneousEvent> answer(String login, SpontaneousCommand command) {
        return request.decide(command, People.act(login, now), this::offer);
    }

    Refused refusal(String login, SpontaneousCommand command) {
        return refusal(People.act(login, now), command);
    }

    Refused refusal(Act act, SpontaneousCommand command) {
        Refused refused =
                Assertions.catchThrowableOfType(Refused.class, () -> request.decide(command, act, this::offer));
        Assertions.assertThat(refused).as("a refusal of " + command).isNotNull();
        return refused;
    }

    /** Proposed by the first, confirmed by the second. */
    Story asTwo(String first, String second, SpontaneousCommand command) {
        Story proposed = as(first, command);
        return proposed.as(second, proposed.confirm(command));
    }

    SpontaneousCommand.Confirm confirm(SpontaneousCommand command) {
        return new SpontaneousCommand.Confirm(command.id(), proposal(), command);
    }

    /** The latest proposal. */
    UUID proposal() {
        return ((SpontaneousEvent.Proposed) facts().reversed().stream()
                        .map(Fact::event)
                        .filter(SpontaneousEvent.Proposed.class::isInstance)
                        .findFirst()
                        .orElseThrow())
                .proposal();
    }

    Story at(Instant later) {
        return new Story(request, later);
    }

    private Offer offer() {
        return new Offer(new UUID(7, life().version() + 1), BODY);
    }
}
