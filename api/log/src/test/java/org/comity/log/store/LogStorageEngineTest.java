package org.comity.log.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.comity.api.Act;
import org.comity.api.Code;
import org.comity.api.Event;
import org.comity.api.Label;
import org.comity.api.Malformed;
import org.comity.api.MlaRequestId;
import org.comity.api.Recorded;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityEvent.AuthorityConnected;
import org.comity.api.directory.AuthorityEvent.AuthorityRegistered;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.comity.api.mla.MlaRequestEvent.Proposed;
import org.comity.log.names.ActCodec;
import org.comity.log.names.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogStorageEngineTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-05-01");
    private static final Act ACT = Act.bySystem(NOON);
    private static final Origin ORIGIN =
            new Origin("sha-256:00", "register-authority", "ab".repeat(32), "cafe", UUID.randomUUID());

    private final TestDatabase database = TestDatabase.withLog();
    private Instant now = NOON;
    private final AxonLog axonLog = AxonLog.open(database.app(), () -> now);
    private final EventLog log = axonLog.log();
    private final AuthorityId id = new AuthorityId(UUID.randomUUID());
    private final Event registered = new AuthorityRegistered(
            id, AuthorityKind.CENTRAL_AUTHORITY, new StateCode("PT"), new Label("Procuradoria-Geral · 检察院"), DAY);
    private final Event connected = new AuthorityConnected(id, DAY);

    @AfterEach
    void close() {
        axonLog.close();
        database.close();
    }

    @Test
    void givesBackWhatItTook() {
        publish(0, registered);
        publish(1, connected);

        Recorded<?> first = log.read(id.toString()).getFirst();
        assertThat(first.event()).isEqualTo(registered);
        assertThat(first.fact().act()).isEqualTo(ACT);
        assertThat(first.name()).isEqualTo("authority.AuthorityRegistered");
        assertThat(first.revision()).isEqualTo("1");
        assertThat(first.recordedAt()).isEqualTo(NOON);
        assertThat(log.readFrom(id.toString(), 1)).singleElement().satisfies(recorded -> assertThat(recorded.position())
                .isEqualTo(1));
        assertThat(log.readAfter(0, 10)).isEqualTo(log.readFrom(id.toString(), 1));
        assertThat(log.readAfter(-1, 1)).containsExactly(first);
        assertThat(log.lastSequence(id.toString())).hasValue(1);
        assertThat(log.lastSequence("nobody")).isEmpty();
        assertThat(log.findEvent(first.fact().eventId()).orElseThrow().recorded())
                .isEqualTo(first);
        assertThat(log.findEvent(UUID.randomUUID())).isEmpty();
    }

    @Test
    void keepsTheOriginOfACommandAndFindsItsEventsByTheKey() {
        Map<String, String> metadata = ActCodec.write(ACT);
        metadata.putAll(ORIGIN.write());
        axonLog.eventStore().publish(List.of(message(0, registered, metadata), message(1, connected, metadata)));
        publish(2, connected);

        List<LogEntry> found = log.eventsOfCommand("ab".repeat(32));

        assertThat(found).hasSize(2).allMatch(entry -> entry.origin().equals(ORIGIN));
        assertThat(log.findByCommandKey(HexFormat.of().parseHex("ab".repeat(32))))
                .contains(found.getFirst());
        assertThat(log.eventsOfCommand("cd".repeat(32))).isEmpty();
        assertThat(log.storedEvents(id.toString(), 0).stream().map(StoredEvent::commandKey))
                .containsExactly("ab".repeat(32), null, null);
    }

    @Test
    void storesEqualActsAsEqualBytes() {
        publish(0, registered);

        assertThat(log.storedEvents(id.toString(), 0).getFirst().envelope().metadata())
                .isEqualTo("{\"mandate\":\"system\",\"occurredAt\":\"2026-05-01T12:00:00Z\","
                        + "\"person\":\"00000000-0000-0000-0000-000000000000\","
                        + "\"receivedAt\":\"2026-05-01T12:00:00Z\"}");
        assertThat(log.storedEvents(id.toString(), 0).getFirst().envelope().payload())
                .contains("Procuradoria-Geral · 检察院");
    }

    @Test
    void tellsTheLosersApart() {
        publish(0, registered);
        publish(1, connected);

        assertThatThrownBy(() -> publish(0, registered)).isInstanceOf(AggregateStreamCreationException.class);
        assertThatThrownBy(() -> publish(1, connected)).isInstanceOf(ConcurrencyException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\0", "lone \ud83d surrogate", "\udd8b"})
    void letsNoTextInThatPostgresWouldNotKeep(String body) {
        var request = new MlaRequestId(UUID.randomUUID());
        var event = new Proposed(request, UUID.randomUUID(), new Code("unseal"), body, NOON);

        assertThatThrownBy(() -> axonLog.eventStore()
                        .publish(new GenericDomainEventMessage<>(
                                "mla", request.toString(), 0, event, ActCodec.write(ACT))))
                .isInstanceOf(Malformed.class);
        assertThat(log.end()).isEqualTo(End.OF_NOTHING);
    }

    @Test
    void takesATextThatOnlyLooksLikeAnEscapedNul() {
        var request = new MlaRequestId(UUID.randomUUID());
        var event = new Proposed(request, UUID.randomUUID(), new Code("unseal"), "\\u0000", NOON);
        axonLog.eventStore()
                .publish(new GenericDomainEventMessage<>("mla", request.toString(), 0, event, ActCodec.write(ACT)));

        assertThat(log.read(request.toString()).getFirst().event()).isEqualTo(event);
    }

    @Test
    void refusesWhatIsNoEventInItsStream() {
        assertThatThrownBy(() -> axonLog.eventStore().publish(GenericEventMessage.asEventMessage(registered)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> axonLog.eventStore()
                        .publish(new GenericDomainEventMessage<>(
                                "authority", UUID.randomUUID().toString(), 0, registered, ActCodec.write(ACT))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMetadataThatNobodyDocumented() {
        Map<String, String> metadata = ActCodec.write(ACT);
        metadata.put("traceId", "1");

        assertThatThrownBy(() -> axonLog.eventStore().publish(message(0, registered, metadata)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("traceId");
        assertThatThrownBy(() -> axonLog.eventStore().publish(message(0, registered, Map.of())))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void isReadAsOfAnyMoment() {
        for (int i = 0; i < 20; i++) {
            now = NOON.plusSeconds(i / 2 * 60);
            publish(i, i == 0 ? registered : connected);
        }

        assertThat(log.positionAsOf(NOON.minusMillis(1))).isEqualTo(-1);
        assertThat(log.positionAsOf(NOON)).isEqualTo(1);
        assertThat(log.positionAsOf(NOON.plusSeconds(59))).isEqualTo(1);
        assertThat(log.positionAsOf(NOON.plusSeconds(300))).isEqualTo(11);
        assertThat(log.positionAsOf(NOON.plusSeconds(999_999))).isEqualTo(19);
        assertThat(axonLog.eventStore().createTokenAt(NOON.plusSeconds(300)))
                .isEqualTo(new GlobalSequenceTrackingToken(9));
        assertThat(axonLog.eventStore().createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(19));
    }

    @Test
    void findsNothingInAnEmptyLog() {
        assertThat(log.positionAsOf(NOON)).isEqualTo(-1);
        assertThat(log.end()).isEqualTo(End.OF_NOTHING);
        assertThat(log.readAfter(-1, 10)).isEmpty();
        assertThat(axonLog.eventStore().readEvents("nobody").hasNext()).isFalse();
    }

    @Test
    void showsProcessorsTheEventAsRecorded() throws Exception {
        publish(0, registered);
        try (var stream = axonLog.eventStore().openStream(null)) {
            TrackedEventMessage<?> message = stream.nextAvailable();

            assertThat(AxonLog.recorded(message)).isEqualTo(log.readAfter(-1, 1).getFirst());
        }
    }

    private void publish(long sequence, Event event) {
        axonLog.eventStore().publish(message(sequence, event, ActCodec.write(ACT)));
    }

    private DomainEventMessage<Event> message(long sequence, Event event, Map<String, String> metadata) {
        return new GenericDomainEventMessage<>("authority", id.toString(), sequence, event, metadata);
    }
}
