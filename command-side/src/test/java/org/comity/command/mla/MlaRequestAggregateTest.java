package org.comity.command.mla;

import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.axonframework.test.matchers.Matchers.messageWithPayload;
import static org.comity.command.mla.Samples.ID;
import static org.comity.command.mla.Samples.TEXT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.comity.api.Act;
import org.comity.api.Code;
import org.comity.api.Refused;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaRequestEvent.RequestApproved;
import org.comity.api.mla.MlaRequestEvent.RequestDrafted;
import org.comity.api.mla.MlaStatus;
import org.comity.command.request.People;
import org.comity.law.matter.Matter;
import org.comity.law.treaty.TreatyFacts;
import org.comity.log.names.ActCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MlaRequestAggregateTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final RequestDrafted DRAFTED =
            new RequestDrafted(ID, Samples.draft("ets-185", false, false).contents());
    private AggregateTestFixture<MlaRequestAggregate> request;

    @BeforeEach
    void freshRequest() {
        request = new AggregateTestFixture<>(MlaRequestAggregate.class);
    }

    @Test
    void aDraftBringsTheRequestIntoBeing() {
        when(request.givenNoPriorActivity(), "prosecutor.pt", Samples.draft("ets-185", false, false))
                .expectEvents(DRAFTED);
    }

    @Test
    void nobodyElseCanBeTheFirst() {
        when(request.givenNoPriorActivity(), "central-authority.pt", new MlaRequestCommand.Approve(ID, null))
                .expectNoEvents()
                .expectException(matches(refusal -> ((Refused) refusal).kind() == Refused.Kind.UNKNOWN));
    }

    @Test
    void cannotBeDraftedTwice() {
        when(request.given(by("prosecutor.pt", DRAFTED)), "prosecutor.pt", Samples.draft("ets-185", false, false))
                .expectNoEvents()
                .expectException(Refused.class);
    }

    @Test
    void isApprovedByAnotherThanItsDrafter() {
        when(
                        request.given(by("prosecutor.pt", DRAFTED)),
                        "central-authority.pt",
                        new MlaRequestCommand.Approve(ID, TEXT))
                .expectEvents(new RequestApproved(
                        ID,
                        TEXT,
                        Matter.of(DRAFTED.contents())
                                .answer(TreatyFacts.ofThisRelease(), LocalDate.ofInstant(NINE, ZoneOffset.UTC))));
    }

    @Test
    void anEventIsStoredWithTheActAndItsOriginAlone() {
        when(request.givenNoPriorActivity(), "prosecutor.pt", Samples.draft("ets-185", false, false))
                .expectEventsMatching(exactSequenceOf(matches(
                        (EventMessage<?> message) -> message.getMetaData().equals(stored("prosecutor.pt")))));
    }

    @Test
    void aCommandOfTwoPersonsIsProposedWithTheBodyThatTheDoorSealed() {
        when(
                        request.given(
                                by("prosecutor.pt", DRAFTED),
                                by("prosecutor.pt", sealedFor("prosecutor.pt", "central-authority.pt"))),
                        "prosecutor.pt",
                        Samples.UNSEAL)
                .expectEvents(proposed());
    }

    @Test
    void theEventOfTwoPersonsNamesBoth() {
        var confirm = new MlaRequestCommand.Confirm(ID, new UUID(7, 7), Samples.UNSEAL);
        Act both = People.act("central-authority.pt", NINE).proposedBy(People.actor("prosecutor.pt"));
        Map<String, Object> expected = new LinkedHashMap<>(ActCodec.write(both));
        expected.put("law", "sha-256:00");
        when(
                        request.given(
                                by("prosecutor.pt", DRAFTED),
                                by("prosecutor.pt", sealedFor("prosecutor.pt", "central-authority.pt")),
                                by("prosecutor.pt", proposed())),
                        "central-authority.pt",
                        confirm)
                .expectEventsMatching(exactSequenceOf(matches((EventMessage<?> message) ->
                        message.getPayload().equals(new MlaRequestEvent.RequestUnsealed(ID, TEXT))
                                && message.getMetaData().equals(expected))));
    }

    @Test
    void aRealHistoryReplaysThroughTheShell() {
        List<EventMessage<?>> history = Histories.reaching(MlaStatus.RECEIPT_CONFIRMED).facts().stream()
                .<EventMessage<?>>map(
                        fact -> new GenericEventMessage<>(fact.event(), MetaData.from(ActCodec.write(fact.act()))))
                .toList();
        request.given(history)
                .when(message("central-authority.pt", Samples.CLOSE, Instant.parse("2026-06-01T09:00:00Z")))
                .expectEventsMatching(exactSequenceOf(
                        messageWithPayload(matches(event -> event instanceof MlaRequestEvent.RequestClosed))));
    }

    private static MlaRequestEvent.RequestSealed sealedFor(String... readers) {
        MlaRequestCommand.Seal seal = Samples.seal(readers);
        return new MlaRequestEvent.RequestSealed(ID, null, seal.readers(), seal.review(), null);
    }

    private static MlaRequestEvent.Proposed proposed() {
        return new MlaRequestEvent.Proposed(
                ID, new UUID(7, 7), new Code("unseal"), "{\"reason\":\"sealed\"}", NINE.plus(Duration.ofDays(7)));
    }

    private static EventMessage<?> by(String login, MlaRequestEvent event) {
        return new GenericEventMessage<>(event, MetaData.from(ActCodec.write(People.act(login, NINE))));
    }

    private static ResultValidator<MlaRequestAggregate> when(
            TestExecutor<MlaRequestAggregate> given, String login, MlaRequestCommand command) {
        return given.when(message(login, command, NINE));
    }

    private static GenericCommandMessage<MlaRequestCommand> message(
            String login, MlaRequestCommand command, Instant at) {
        Map<String, Object> metadata = new LinkedHashMap<>(ActCodec.write(People.act(login, at)));
        metadata.put("law", "sha-256:00");
        metadata.put("proposal", new UUID(7, 7).toString());
        metadata.put("body", "{\"reason\":\"sealed\"}");
        return new GenericCommandMessage<>(new GenericMessage<>(command, MetaData.from(metadata)), "mla-request");
    }

    private static Map<String, Object> stored(String login) {
        Map<String, Object> stored = new LinkedHashMap<>(ActCodec.write(People.act(login, NINE)));
        stored.put("law", "sha-256:00");
        return stored;
    }
}
