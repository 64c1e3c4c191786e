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
import org.comity.api.PersonRef;
import org.comity.api.RequestCommand;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.spontaneous.SpontaneousCommand;
import org.comity.api.spontaneous.SpontaneousEvent;
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

    private final Lives lives;
    private final PolicyDesk desk;

    WhenLegalHoldIsLiftedThenEraseWhatWasDecided(EventLog log, PolicyDesk desk) {
        this.lives = new Lives(log);
        this.desk = desk;
    }

    @EventHandler
    void on(MlaRequestEvent.LegalHoldLifted event, EventMessage<?> message) {
        var life = lives.mlaRequest(event.id(), AxonLog.recorded(message).fact().sequence());
        for (PersonRef person : due(life.now())) {
            send(
                    message,
                    "mla-request",
                    person,
                    new MlaRequestCommand.ErasePersonalData(event.id(), person, List.of(), BASIS));
        }
    }

    @EventHandler
    void on(PreservationEvent.LegalHoldLifted event, EventMessage<?> message) {
        var life =
                lives.preservation(event.id(), AxonLog.recorded(message).fact().sequence());
        for (PersonRef person : due(life.now())) {
            send(
                    message,
                    "preservation-request",
                    person,
                    new PreservationCommand.ErasePersonalData(event.id(), person, List.of(), BASIS));
        }
    }

    @EventHandler
    void on(SpontaneousEvent.LegalHoldLifted event, EventMessage<?> message) {
        var life =
                lives.spontaneous(event.id(), AxonLog.recorded(message).fact().sequence());
        for (PersonRef person : due(life.now())) {
            var erase = new SpontaneousCommand.ErasePersonalData(event.id(), person, List.of(), BASIS);
            send(message, "spontaneous-information", person, erase);
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

    private void send(EventMessage<?> message, String family, PersonRef person, RequestCommand erase) {
        // the end of one hold may free several persons: each erasure is a command of its own
        Id target = () -> UUID.nameUUIDFromBytes(person.value().getBytes(StandardCharsets.UTF_8));
        desk.send(getClass(), AxonLog.recorded(message), family, erase, erase.id(), target);
    }
}
