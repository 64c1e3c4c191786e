package org.comity.command.policy;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.comity.api.Id;
import org.comity.api.Label;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonRef;
import org.comity.api.PreservationId;
import org.comity.api.Recorded;
import org.comity.api.RequestCommand;
import org.comity.api.RequestEvent;
import org.comity.api.SpontaneousId;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.spontaneous.SpontaneousCommand;
import org.comity.law.lifecycle.Course;
import org.comity.law.lifecycle.Restriction;
import org.comity.log.store.AxonLog;
import org.comity.log.store.EventLog;
import org.springframework.stereotype.Component;

/** Two persons decided with the restriction that it ends in erasure; the end of the last hold is all that it waited for. */
@Component
@ProcessingGroup("erasure-decided")
@DisallowReplay
class WhenLegalHoldIsLiftedThenEraseWhatWasDecided {
    private static final Label BASIS = new Label("decided with the restriction");

    /** No field but all that is sealed of the person. */
    private static final List<Label> NONE = List.of();

    private final Lives lives;
    private final PolicyDesk desk;

    WhenLegalHoldIsLiftedThenEraseWhatWasDecided(EventLog log, PolicyDesk desk) {
        this.lives = new Lives(log);
        this.desk = desk;
    }

    @EventHandler
    void on(RequestEvent.HoldLifted event, EventMessage<?> message) {
        Recorded<?> cause = AxonLog.recorded(message);
        Course<?> now = lives.request(event.id(), cause.fact().sequence()).now();
        for (PersonRef person : due(now)) {
            switch (event.id()) {
                case MlaRequestId id ->
                    send(
                            cause,
                            "mla-request",
                            person,
                            new MlaRequestCommand.ErasePersonalData(id, person, NONE, BASIS));
                case PreservationId id ->
                    send(
                            cause,
                            "preservation-request",
                            person,
                            new PreservationCommand.ErasePersonalData(id, person, NONE, BASIS));
                case SpontaneousId id ->
                    send(
                            cause,
                            "spontaneous-information",
                            person,
                            new SpontaneousCommand.ErasePersonalData(id, person, NONE, BASIS));
                default -> throw new IllegalStateException("no kind of request: " + event.id());
            }
        }
    }

    /** Persons whose erasure is decided and whom no hold protects any more. */
    private static List<PersonRef> due(Course<?> now) {
        return now.restrictions().entrySet().stream()
                .filter(one -> one.getValue().thenErase() && !now.holds().protect(one.getKey()))
                .map(Map.Entry<PersonRef, Restriction>::getKey)
                .sorted(Comparator.comparing(PersonRef::value))
                .toList();
    }

    private void send(Recorded<?> cause, String family, PersonRef person, RequestCommand erase) {
        // the end of one hold may free several persons: each erasure is a command of its own
        Id target = () -> UUID.nameUUIDFromBytes(person.value().getBytes(StandardCharsets.UTF_8));
        desk.send(getClass(), cause, family, erase, erase.id(), target);
    }
}
