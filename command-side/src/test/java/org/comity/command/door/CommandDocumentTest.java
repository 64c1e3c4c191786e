package org.comity.command.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.comity.command.door.DoorNode.Answer;
import org.comity.law.directory.AuthorityLife;
import org.comity.law.lifecycle.LifeTable;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.lifecycle.PreservationLife;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Holds the OpenAPI document to the server, and the server to the tables. */
class CommandDocumentTest {
    private static DoorNode node;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        node = new DoorNode();
        document = node.send(DoorNode.ADMINISTRATOR, "GET", "/v3/api-docs", new byte[0])
                .is(200)
                .json();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void isOpenApi31() {
        assertThat(document.at("/openapi").stringValue()).startsWith("3.1.");
    }

    @Test
    void describesEveryCommandOfTheTables() {
        for (String command : commands(MlaRequestLife.TABLE)) {
            assertThat(path("/api/mla-requests/{id}/" + command)).as(command).isTrue();
        }
        for (String command : commands(PreservationLife.TABLE)) {
            assertThat(path("/api/preservation-requests/{id}/" + command))
                    .as(command)
                    .isTrue();
        }
        for (String command : commands(AuthorityLife.TABLE)) {
            assertThat(path("/api/authorities/{id}/" + command)).as(command).isTrue();
        }
        for (String family : List.of("mla-requests", "preservation-requests")) {
            assertThat(path("/api/" + family)).isTrue();
            assertThat(path("/api/" + family + "/incoming")).isTrue();
            assertThat(path("/api/" + family + "/{id}/confirm")).isTrue();
            assertThat(path("/api/" + family + "/{id}/decline")).isTrue();
        }
    }

    @Test
    void describesNothingThatTheServerDoesNotKnow() {
        List<String> unknown = new ArrayList<>();
        for (String path : document.at("/paths").propertyNames()) {
            Answer answer = node.post(
                    DoorNode.ADMINISTRATOR,
                    path.replace("{id}", UUID.randomUUID().toString()),
                    "{\"no-such-field\": 1}");
            if (answer.status() != 400 || !answer.at("/code").equals("form.wrong")) {
                unknown.add(path + ": " + answer.status() + " " + answer.text());
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void describesNoCommandOfTheSystem() {
        for (String command : List.of("expire", "link-follow-up", "withdraw-follow-up", "rejudge-follow-up")) {
            assertThat(path("/api/preservation-requests/{id}/" + command))
                    .as(command)
                    .isFalse();
        }
    }

    @Test
    void describesTheFormAsItIsRead() {
        JsonNode draft = schema("mla-request.draft");

        assertThat(texts(draft.at("/required"))).containsExactly("from", "to");
        assertThat(draft.at("/properties/facts/type").stringValue()).isEqualTo("string");
        assertThat(draft.at("/properties/urgent/type").stringValue()).isEqualTo("boolean");
        assertThat(draft.at("/properties/persons/items/$ref").stringValue()).endsWith("/Person");
        assertThat(draft.at("/additionalProperties").booleanValue()).isFalse();
        assertThat(draft.at("/properties").has("id")).isFalse();
        assertThat(texts(schema("mla-request.correct-event").at("/properties/action/enum")))
                .containsExactly("replace", "void");
        assertThat(schema("Identifier").at("/properties/ipv4/format").stringValue())
                .isEqualTo("ipv4");
        assertThat(schema("mla-request.confirm").at("/properties").has("proposed"))
                .isFalse();
    }

    @Test
    void resolvesAllItsReferences() {
        List<String> dangling = new ArrayList<>();
        for (String reference : document.findValuesAsString("$ref")) {
            if (document.at(reference.substring(1)).isMissingNode()) {
                dangling.add(reference);
            }
        }
        assertThat(dangling).isEmpty();
    }

    @Test
    void saysWhoMayDoItAndWhereThatComesFrom() {
        assertThat(document.at("/paths/~1api~1mla-requests~1{id}~1acknowledge-receipt/post/description")
                        .stringValue())
                .contains("From transmitted", "central authority of the requested State", "M08; eio 16(1)");
    }

    private static List<String> commands(LifeTable<?> table) {
        return table.commands();
    }

    private static boolean path(String path) {
        return document.at("/paths").has(path);
    }

    private static JsonNode schema(String name) {
        return document.at("/components/schemas").path(name);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }
}
