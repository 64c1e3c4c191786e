package org.comity.command.spontaneous;

import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.axonframework.test.matchers.Matchers.messageWithPayload;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.comity.api.Refused;
import org.comity.api.spontaneous.SpontaneousCommand;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.api.spontaneous.SpontaneousStatus;
import org.comity.command.request.People;
import org.comity.log.names.ActCodec;
import org.junit.jupiter.api.Test;

class SpontaneousAggregateTest {
    private static final Instant LATER = Instant.parse("2026-06-01T09:00:00Z");

    @Test
    void anOfferBringsItIntoBeing() {
        SpontaneousCommand.Offer offer = Samples.offer("CL");
        fixture()
                .givenNoPriorActivity()
                .when(message(Samples.SENDER, offer))
                .expectEvents(new SpontaneousEvent.InformationOffered(Samples.ID, offer.contents()));
    }

    @Test
    void whatIsNotThereCannotBeClosed() {
        fixture()
                .givenNoPriorActivity()
                .when(message(Samples.SENDER, new SpontaneousCommand.Close(Samples.ID, null, null, null)))
                .expectNoEvents()
                .expectException(matches(refusal -> ((Refused) refusal).kind() == Refused.Kind.UNKNOWN));
    }

    @Test
    void aRealHistoryReplaysThroughTheShell() {
        List<EventMessage<?>> history = Samples.reaching(SpontaneousStatus.RECEIVED).facts().stream()
                .<EventMessage<?>>map(
                        fact -> new GenericEventMessage<>(fact.event(), MetaData.from(ActCodec.write(fact.act()))))
                .toList();
        fixture()
                .given(history)
                .when(message(Samples.RECEIVER, new SpontaneousCommand.Close(Samples.ID, null, null, null)))
                .expectEventsMatching(exactSequenceOf(
                        messageWithPayload(matches(event -> event instanceof SpontaneousEvent.Closed))));
    }

    private static AggregateTestFixture<SpontaneousAggregate> fixture() {
        return new AggregateTestFixture<>(SpontaneousAggregate.class);
    }

    private static GenericCommandMessage<SpontaneousCommand> message(String login, SpontaneousCommand command) {
        Map<String, Object> metadata = new LinkedHashMap<>(ActCodec.write(People.act(login, LATER)));
        metadata.put("proposal", new UUID(7, 7).toString());
        metadata.put("body", "{}");
        return new GenericCommandMessage<>(
                new GenericMessage<>(command, MetaData.from(metadata)), "spontaneous-information");
    }
}
