package org.comity.command.preservation;

import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.comity.command.preservation.Samples.END;
import static org.comity.command.preservation.Samples.ID;
import static org.comity.command.preservation.Samples.M1;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.comity.api.Code;
import org.comity.api.Refused;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationEvent.EventCorrected;
import org.comity.api.preservation.PreservationEvent.FollowUpRequestLinked;
import org.comity.api.preservation.PreservationEvent.PreservationDrafted;
import org.comity.api.preservation.PreservationEvent.Proposed;
import org.comity.api.preservation.PreservationStatus;
import org.comity.command.request.People;
import org.comity.law.lifecycle.Proposals;
import org.comity.log.names.ActCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreservationAggregateTest {
    private static final Instant NINE = Instant.parse("2026-03-05T09:00:00Z");
    private AggregateTestFixture<PreservationAggregate> preservation;

    @BeforeEach
    void freshPreservation() {
        preservation = new AggregateTestFixture<>(PreservationAggregate.class);
    }

    @Test
    void aDraftBringsItIntoBeing() {
        when(preservation.givenNoPriorActivity(), "prosecutor.pt", Samples.draft(false))
                .expectEvents(new PreservationDrafted(ID, Samples.draft(false).contents()));
    }

    @Test
    void whatIsNotThereIsUnknownAlsoToTheSystem() {
        when(preservation.givenNoPriorActivity(), "system", Samples.LINK)
                .expectNoEvents()
                .expectException(matches(refusal -> ((Refused) refusal).kind() == Refused.Kind.UNKNOWN));
    }

    @Test
    void isHeldByItself() {
        when(preservation.given(history(PreservationStatus.PRESERVED)), "system", Samples.LINK)
                .expectEvents(new FollowUpRequestLinked(ID, M1, Samples.IN_TIME));
    }

    @Test
    void anExpiryThatIsVoidIsFoundInARealHistory() {
        when(preservation.given(history(PreservationStatus.EXPIRED)), "system", Samples.LINK)
                .expectEventsMatching(exactSequenceOf(matches((EventMessage<?> message) ->
                        message.getPayload() instanceof EventCorrected corrected && M1.equals(corrected.request()))));
    }

    @Test
    void aLateExpiryGivesNoEvent() {
        when(preservation.given(history(PreservationStatus.HELD_PENDING_MLA)), "system", Samples.EXPIRE)
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aCommandOfTwoPersonsIsProposedWithTheBodyThatTheDoorSealed() {
        when(preservation.given(history(PreservationStatus.PRESERVED)), "data-protection-officer.pt", Samples.ERASE)
                .expectEvents(new Proposed(
                        ID, new UUID(7, 7), new Code("erase-personal-data"), "{}", NINE.plus(Proposals.LIFETIME)));
    }

    private static List<EventMessage<?>> history(PreservationStatus status) {
        return Histories.reaching(status).facts().stream()
                .<EventMessage<?>>map(
                        fact -> new GenericEventMessage<>(fact.event(), MetaData.from(ActCodec.write(fact.act()))))
                .toList();
    }

    private static ResultValidator<PreservationAggregate> when(
            TestExecutor<PreservationAggregate> given, String login, PreservationCommand command) {
        Instant at = login.equals("system") ? END : NINE;
        Map<String, String> metadata = ActCodec.write(People.act(login, at));
        metadata.put("proposal", new UUID(7, 7).toString());
        metadata.put("body", "{}");
        return given.when(
                new GenericCommandMessage<>(new GenericMessage<>(command, metadata), PreservationAggregate.FAMILY));
    }
}
