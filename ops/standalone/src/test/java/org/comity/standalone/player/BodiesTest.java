package org.comity.standalone.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.log.names.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class BodiesTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:10:00Z");
    private static final UUID PRESERVATION = UUID.nameUUIDFromBytes(new byte[] {1});

    /** Sent by nobody, or not by this name. */
    private static final Set<String> NOT_IN_A_FILE =
            Set.of("link-follow-up", "withdraw-follow-up", "expire", "rejudge-follow-up", "confirm", "decline");

    private final Cast cast = new Cast(BodiesTest::whoIs);

    static Stream<Arguments> commands() {
        return Arrays.stream(Family.values()).flatMap(family -> family.commands().keySet().stream()
                .filter(command -> !NOT_IN_A_FILE.contains(command))
                .sorted()
                .map(command -> Arguments.of(family, command)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void saysAllThatARecordWantsThoughTheRowSaysLittle(Family family, String command) {
        String aggregate =
                switch (family) {
                    case MLA -> "M-1";
                    case PRESERVATION -> "P-1";
                    case SPONTANEOUS -> "S-1";
                };
        String data =
                switch (command) {
                    case "draft", "offer", "record-incoming" -> "{\"from\":\"PT\",\"to\":\"CL\"}";
                    case "transmit", "resend", "forward", "resubmit" -> "{\"to\":\"central-authority.cl\"}";
                    case "correct-event" -> "{\"event\":\"ReceiptAcknowledged\"}";
                    case "decide-follow-up" -> "{\"request\":\"M-7\"}";
                    default -> "{}";
                };
        cast.story("M-7").begin(PRESERVATION.toString());
        Class<? extends Record> type = family.command(command);
        ObjectNode body = body(step(aggregate, command, data), type);

        for (RecordComponent component : type.getRecordComponents()) {
            boolean wanted = !component.getName().equals("id")
                    && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            assertThat(body.has(component.getName()) || !wanted)
                    .as("%s of %s", component.getName(), command)
                    .isTrue();
        }
        assertThat(body.at("/act/occurredAt").asString()).isEqualTo("2026-03-02T09:10:00Z");
    }

    @Test
    void turnsNamesIntoIds() {
        cast.story("P-1").begin(PRESERVATION.toString());
        ObjectNode draft = body("M-1", "draft", """
                {"from": "PT", "to": "CL", "linkedPreservations": ["P-1"]}""");
        assertThat(draft.at("/linkedPreservations/0").asString()).isEqualTo(PRESERVATION.toString());

        ObjectNode transmit = body("M-1", "transmit", """
                {"to": "central-authority.cl", "channel": "courier"}""");
        assertThat(transmit.path("to").asString()).isEqualTo(id("office/central-authority.cl"));

        ObjectNode seal = body("M-1", "seal", """
                {"readers": ["prosecutor.pt", "central-authority-2.pt"]}""");
        assertThat(seal.path("readers").values())
                .extracting(JsonNode::asString)
                .containsExactly(id("person/prosecutor.pt"), id("person/central-authority-2.pt"));
    }

    @Test
    void saysWhichNameNobodyHasMade() {
        assertThatThrownBy(() -> body("M-1", "draft", """
                {"to": "CL", "linkedPreservations": ["P-9"]}""")).hasMessageContaining("made a request P-9");
    }

    @Test
    void saysWhichFieldTheCommandDoesNotHave() {
        assertThatThrownBy(() -> body("M-1", "approve", """
                {"mood": "good"}""")).hasMessage("the command approve has no field mood");
    }

    @Test
    void makesAManifestOfANumber() {
        ObjectNode body = body("M-1", "transmit-evidence", """
                {"transfer": "X-1", "files": 214}""");
        assertThat(body.path("manifest").size()).isEqualTo(214);
        assertThat(body.at("/manifest/112/file").asString()).isEqualTo("0113");
        assertThat(body.has("files")).isFalse();
    }

    @Test
    void namesInTheDraftWhatTheFileNamesLater() {
        Step draft = step("M-1", "draft", """
                {"to": "CL", "items": {"L1": "traffic"}}""");
        Step hold = step("M-1", "place-legal-hold", """
                {"person": "P7"}""");
        Step conclude = step("M-1", "conclude-line-item", """
                {"items": {"L2": "executed"}}""");
        Step assign = step("M-1", "assign", """
                {"person": "central-authority-2.pt"}""");
        var later = Story.Later.of(List.of(draft, hold, conclude, assign), "M-1");
        ObjectNode body = new Bodies(draft, cast, later, name -> name).body(Family.MLA.command("draft"));

        assertThat(body.path("items").propertyNames()).containsExactly("L1", "L2");
        assertThat(body.path("persons").values())
                .extracting(person -> person.path("ref").asString())
                .containsExactly("P7");
    }

    @Test
    void putsWhatBelongsToTheActThere() {
        ObjectNode body = body("M-1", "acknowledge-receipt", """
                {"legalReceivedAt": "2026-03-01", "onBehalfOf": "central-authority.cl"}""");
        assertThat(body.path("legalReceivedAt").asString()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(body.at("/act/onBehalfOf").asString()).isEqualTo(id("office/central-authority.cl"));
        assertThat(body.at("/act/proof/digest").asString()).startsWith("sha-256:");
    }

    @Test
    void namesTheLatestEventWithThatName() {
        Step step = step("M-1", "correct-event", """
                {"event": "ReceiptAcknowledged", "action": "replace", "field": "legalReceivedAt", "value": "2026-04-18T10:00Z"}""");
        ObjectNode body = body(step, Family.MLA.command("correct-event"));
        assertThat(body.path("event").asString()).isEqualTo("id of ReceiptAcknowledged");
        assertThat(body.path("value").asString()).isEqualTo("2026-04-18T10:00Z");
    }

    @Test
    void isTheSameForTheSameRow() {
        assertThat(body("P-1", "order", "{}")).isEqualTo(body("P-1", "order", "{}"));
    }

    private ObjectNode body(String aggregate, String command, String data) {
        return body(step(aggregate, command, data), Family.of(aggregate).command(command));
    }

    private ObjectNode body(Step step, Class<? extends Record> type) {
        return new Bodies(step, cast, Story.Later.of(List.of(step), step.aggregate()), name -> "id of " + name)
                .body(type);
    }

    private static Step step(String aggregate, String command, String data) {
        return new Step(
                "SC-1",
                1,
                AT,
                aggregate,
                "central-authority.pt",
                command,
                (ObjectNode) Json.MAPPER.readTree(data),
                "SomethingHappened",
                "somewhere");
    }

    private static JsonNode whoIs(String login) {
        ObjectNode me = Json.MAPPER.createObjectNode().put("person", id("person/" + login));
        me.putObject("authority")
                .put("id", id("office/" + login))
                .put("state", login.substring(login.indexOf('.') + 1).toUpperCase(Locale.ROOT));
        return me;
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
