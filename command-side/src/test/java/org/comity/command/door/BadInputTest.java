package org.comity.command.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.comity.api.Login;
import org.comity.command.door.DoorNode.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read or cannot stand: each has an answer of its own, and none leaves an event. */
class BadInputTest {
    private static final String DRAFT = """
            {"from": "PT", "to": "CL", "bases": ["ets-185"], "items": {"L1": "subscriber-data"}%s}
            """;
    private static final Login PROSECUTOR = DoorNode.officer("prosecutor.pt");
    private static final Login STRANGER = DoorNode.officer("prosecutor.fr");

    private static DoorNode node;
    private static Login requesting;
    private static Login requested;
    private static String acknowledged;

    private long events;

    @BeforeAll
    static void start() {
        node = new DoorNode();
        requesting = node.seated("central-authority.pt");
        requested = node.seated("central-authority.cl");
        acknowledged = draft();
        post(requesting, acknowledged, "approve", "{}").is(200);
        post(
                        requesting,
                        acknowledged,
                        "transmit",
                        transmitTo(requested.actor().office().id().toString()))
                .is(200);
        post(requested, acknowledged, "acknowledge-receipt", "{\"legalReceivedAt\": \"2026-06-01T12:00Z\"}")
                .is(200);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void count() {
        events = node.events();
    }

    @AfterEach
    void nothingWasWritten() {
        node.time.set(DoorNode.NOW);
        assertThat(node.events()).isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'urgent': 'yes'                        | urgent                 | true or false",
                "'facts': 7                             | facts                  | a text",
                "'persons': {}                          | persons                | a list",
                "'persons': ['Maria']                   | persons[0]             | an object",
                "'wantedBy': '1 May'                    | wantedBy               | year, month and day",
                "'wantedBy': '0026-05-01'               | wantedBy               | between 1900 and 2199",
                "'linkedPreservations': ['P-1']         | linkedPreservations[0] | a UUID",
                "'identifiers': [{'ipv4': '1.2.3.4', 'at': '2026-05-01T10:00'}]   | identifiers[0].at   | an offset",
                "'identifiers': [{'ipv4': '1.2.3.4', 'port': '80'}]               | identifiers[0].port | a whole number",
                "'identifiers': [{'ipv4': '1.2.3.4', 'port': 99999}]              | identifiers[0]      | from 1 to 65535",
                "'identifiers': [{'ipv4': '1.2.3.4', 'account': 'x'}]             | identifiers[0]      | exactly one of",
                "'identifiers': [{}]                                              | identifiers[0]      | exactly one of",
                "'identifiers': [null]                                            | identifiers[0]      | no empty place",
                "'identifiers': [{'ipv4': '1.2.3.400'}]                           | identifiers[0].ipv4 | four numbers",
                "'identifiers': [{'ipv6': '1.2.3.4'}]                             | identifiers[0].ipv6 | RFC 4291",
                "'identifiers': [{'email': 'at example.org'}]                     | identifiers[0].email | mailbox and a domain",
                "'identifiers': [{'phone': '0912345678'}]                         | identifiers[0].phone | E.164",
                "'identifiers': [{'phone': '+351123'}]                            | identifiers[0].phone | E.164",
                "'identifiers': [{'url': 'example.org'}]                          | identifiers[0].url  | absolute",
                "'identifiers': [{'imei': '490154203237517'}]                     | identifiers[0].imei | check digit",
                "'identifiers': [{'wallet': 'no wallet'}]                         | identifiers[0].wallet | letters and digits",
                "'persons': [{'ref': 'P 1', 'role': 'suspect'}]                   | persons[0].ref      | A reference has",
                "'persons': [{'ref': 'P1'}]                                       | persons[0].role     | missing",
                "'persons': [{'ref': 'P1', 'role': 'suspect', 'age': 7}]          | persons[0].age      | no such field",
                "'documents': [{'title': 'Letter', 'digest': 'md5:0'}]            | documents[0].digest | A digest is",
                "'offense': 'fraud'                     | offense                | no such field",
                "'id': 'x'                              | id                     | stands in the path",
                "'act': 7                               | act                    | an object",
                "'act': {'occurred': 1}                 | act.occurred           | no such field",
                "'act': {'channel': 'By Letter'}        | act.channel            | lower-case"
            })
    void isNamedByFieldAndRule(String more, String field, String rule) {
        Answer answer = create(", " + more.replace('\'', '"')).is(400);

        assertThat(answer.at("/code")).isEqualTo("form.wrong");
        assertThat(answer.rule(field)).contains(rule);
    }

    @Test
    void isNamedAllAtOnce() {
        Answer answer = node.post(PROSECUTOR, "/api/mla-requests", "{\"to\": \"XX\", \"items\": {\"L 1\": \"Big\"}}")
                .is(400);

        assertThat(answer.fields()).containsExactlyInAnyOrder("from", "to", "items.L 1", "items.L 1");
        assertThat(answer.rule("from")).isEqualTo("This field is missing.");
        assertThat(answer.rule("to")).contains("ISO 3166-1");
    }

    @Test
    void mayNotHoldNul() {
        assertThat(create(", \"facts\": \"a\\u0000b\"").is(400).rule("facts")).contains("NUL");
    }

    @Test
    void mayNotHoldHalfOfASurrogatePair() {
        assertThat(create(", \"facts\": \"a\\ud83d\"").is(400).rule("facts")).contains("surrogate");
        assertThat(create(", \"a\\ud83d\": 1").is(400).rule("a\uFFFD")).contains("surrogate");
    }

    @Test
    void mayNotTurnTheDirectionOfWritingInAName() {
        Answer answer = create(", \"persons\": [{\"ref\": \"P1\", \"role\": \"suspect\", \"name\": \"Ana\\u202Egpj\"}]")
                .is(400);

        assertThat(answer.rule("persons[0].name")).contains("direction of writing");
        assertThat(create(", \"offence\": \"x\\u202E\"").is(400).rule("offence"))
                .contains("direction characters");
    }

    @Test
    void mayNotBeOverLong() {
        assertThat(create(", \"facts\": \"" + "x".repeat(20_001) + "\"").is(400).rule("facts"))
                .contains("at most 20,000 characters");
        assertThat(create(", \"offence\": \"" + "x".repeat(201) + "\"").is(400).rule("offence"))
                .contains("200 characters");
    }

    @Test
    void mayNotBeTenMegabytes() {
        byte[] body = new byte[10 * 1024 * 1024];
        Arrays.fill(body, (byte) ' ');

        assertThat(node.send(PROSECUTOR, "POST", "/api/mla-requests", body)
                        .is(413)
                        .at("/code"))
                .isEqualTo("form.too-large");
    }

    @Test
    void mayNotBeNestedDeeply() {
        assertThat(create(", \"facts\": " + "[".repeat(1000) + "]".repeat(1000))
                        .is(400)
                        .rule("body"))
                .contains("levels deep");
    }

    @Test
    void mayNotHoldANumberThatFillsTheMemory() {
        assertThat(correct("1e999999999").is(400).rule("value")).contains("digits");
        assertThat(correct("1" + "0".repeat(50)).is(400).rule("body")).contains("digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "7", "null", "{\"from\": }", "{} {}", "{\"from\": \"PT\" // no\n}"})
    void isNoJsonObject(String body) {
        assertThat(node.post(PROSECUTOR, "/api/mla-requests", body).is(400).fields())
                .containsExactly("body");
    }

    @Test
    void mayNotSayAFieldTwice() {
        assertThat(create(", \"from\": \"FR\"").is(400).rule("body")).contains("twice");
    }

    @Test
    void isUtf8() {
        byte[] latin = DRAFT.formatted(", \"facts\": \"São\"").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(node.send(PROSECUTOR, "POST", "/api/mla-requests", latin)
                        .is(400)
                        .rule("body"))
                .contains("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "not-a-uuid", "00000000-0000-0000-0000-00000000000g"})
    void hasAUuidInThePath(String id) {
        assertThat(node.post(PROSECUTOR, "/api/mla-requests/" + id + "/approve", "{}")
                        .is(400)
                        .rule("id"))
                .contains("UUID");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "If-Match        | 7                   | number in quotes",
                "If-Match        | W/\"7\"             | number in quotes",
                "Idempotency-Key | two words           | visible ASCII"
            })
    void hasHeadersOfTheirForm(String header, String value, String rule) {
        Answer answer = node.post(
                        requesting, "/api/mla-requests/" + acknowledged + "/note", "{\"text\": \"x\"}", header, value)
                .is(400);

        assertThat(answer.rule(header)).contains(rule);
    }

    @Test
    void isOfAnUnknownCommand() {
        assertThat(post(requesting, acknowledged, "do-nothing", "{}").is(404).at("/code"))
                .isEqualTo("command.unknown");
    }

    @Test
    void readsTheSameForAnUnknownIdAndForSomeoneElsesRequest() {
        String nobody = UUID.randomUUID().toString();
        for (String command : new String[] {"note", "approve", "confirm", "decline"}) {
            String body =
                    switch (command) {
                        case "note" -> "{\"text\": \"x\"}";
                        case "confirm" -> "{\"proposal\": \"" + nobody + "\"}";
                        case "decline" -> "{\"proposal\": \"" + nobody + "\", \"reason\": \"x\"}";
                        default -> "{\"act\": {\"occurredAt\": \"2030-01-01T00:00Z\"}}";
                    };

            Answer unknown = post(STRANGER, nobody, command, body).is(404);
            Answer foreign = post(STRANGER, acknowledged, command, body).is(404);

            assertThat(foreign.text().replace(acknowledged, nobody)).isEqualTo(unknown.text());
            assertThat(foreign.whole().headers().map().keySet())
                    .isEqualTo(unknown.whole().headers().map().keySet());
        }
    }

    @Test
    void readsTheSameForAStrangerWhateverVersionHeClaims() {
        Answer stale = node.post(
                STRANGER, "/api/mla-requests/" + acknowledged + "/note", "{\"text\": \"x\"}", "If-Match", "\"0\"");
        Answer unknown = node.post(
                STRANGER, "/api/mla-requests/" + UUID.randomUUID() + "/note", "{\"text\": \"x\"}", "If-Match", "\"0\"");

        assertThat(stale.is(404).text()).isEqualTo(unknown.is(404).text());
    }

    @Test
    void namesNoGroundThatThereIsNot() {
        Answer answer = post(requested, acknowledged, "refuse", "{\"grounds\": [\"bad-mood\"], \"reason\": \"x\"}")
                .is(422);

        assertThat(answer.fields().getFirst()).startsWith("grounds");
    }

    @Test
    void isNotInTheFuture() {
        String body = "{\"text\": \"x\", \"act\": {\"occurredAt\": \"2026-06-01T12:00:01Z\"}}";

        assertThat(post(requesting, acknowledged, "note", body).is(422).at("/code"))
                .isEqualTo("mla.act-in-the-future");
    }

    @Test
    void isNotBeforeTheRequest() {
        node.time.set(DoorNode.NOW.plus(Duration.ofDays(1)));
        String body = "{\"text\": \"x\", \"act\": {\"occurredAt\": \"2026-05-31T12:00Z\"}}";

        assertThat(post(requesting, acknowledged, "note", body).is(422).at("/code"))
                .isEqualTo("mla.act-before-the-request");
    }

    private static String draft() {
        return node.post(PROSECUTOR, "/api/mla-requests", DRAFT.formatted(""))
                .is(201)
                .at("/id");
    }

    private static Answer create(String more) {
        return node.post(PROSECUTOR, "/api/mla-requests", DRAFT.formatted(more));
    }

    private static Answer correct(String value) {
        return post(requesting, acknowledged, "correct-event", """
                {"event": "%s", "action": "replace", "field": "round", "value": %s}
                """.formatted(UUID.randomUUID(), value));
    }

    private static String transmitTo(String authority) {
        return "{\"to\": \"" + authority + "\", \"channel\": \"secure-mail\"}";
    }

    private static Answer post(Login login, String id, String command, String body) {
        return node.post(login, "/api/mla-requests/" + id + "/" + command, body);
    }
}
