package org.comity.standalone.practice;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.comity.api.Act;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityEvent;
import org.comity.api.directory.AuthorityEvent.AuthorityConnected;
import org.comity.api.directory.AuthorityEvent.AuthorityRegistered;
import org.comity.api.directory.AuthorityId;
import org.comity.log.names.ActCodec;
import org.comity.log.store.EventLog;
import org.comity.log.store.LogEventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The invented authorities of all States, entered and connected at the first start as events like any others. They go to the
 * log in one append: some 2,500 commands, one by one, would cost more than the rest of the start.
 */
@Component
final class PracticeDirectory implements SmartInitializingSingleton {
    /** Long before any request, so that every act of these authorities is witnessed. */
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    private static final Logger LOG = LoggerFactory.getLogger(PracticeDirectory.class);

    private final EventLog log;
    private final LogEventStore store;
    private final InstantSource worldClock;

    PracticeDirectory(EventLog log, LogEventStore store, InstantSource worldClock) {
        this.log = log;
        this.store = store;
        this.worldClock = worldClock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        AuthorityId first = PracticePost.CENTRAL.office(new StateCode("AD")).id();
        if (log.lastSequence(first.toString()).isPresent()) {
            return;
        }
        Map<String, String> metadata = ActCodec.write(Act.bySystem(worldClock.instant()));
        metadata.put("command", "register-authority");
        List<DomainEventMessage<?>> events = new ArrayList<>();
        List<PracticeOffice> offices = PracticeOffice.all();
        for (PracticeState state : PracticeState.all()) {
            offices.forEach(office -> events.addAll(entry(office, state, metadata)));
        }
        try {
            store.publish(events);
            LOG.info("the practice directory was entered: {} authorities", events.size() / 2);
        } catch (AggregateStreamCreationException e) {
            LOG.info("another node entered the practice directory first");
        }
    }

    private static List<DomainEventMessage<?>> entry(
            PracticeOffice office, PracticeState state, Map<String, String> metadata) {
        AuthorityRegistered registered = office.entry(state, SINCE);
        return List.of(
                message(0, registered, metadata), message(1, new AuthorityConnected(registered.id(), SINCE), metadata));
    }

    private static DomainEventMessage<?> message(long sequence, AuthorityEvent event, Map<String, String> metadata) {
        return new GenericDomainEventMessage<>("authority", event.id().toString(), sequence, event, metadata);
    }
}
