package org.comity.log.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Kebab;
import org.comity.api.LineItemId;
import org.comity.api.Malformed;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class JsonTest {
    enum Color {
        DEEP_RED,
        BLUE
    }

    record Mixed(
            Instant when,
            OffsetDateTime seen,
            LocalDate day,
            Duration term,
            Color color,
            Integer number,
            BigDecimal amount,
            Boolean flag,
            String text,
            Optional<String> perhaps,
            Map<LineItemId, Color> items,
            Map<AuthorityId, List<Color>> offices,
            Map<Color, String> names) {}

    record Wrapped(@JsonValue int value) {}

    record Wrapper(Wrapped wrapped) {}

    @Test
    void readsInstantsWithAndWithoutSecondsAndWithAnyOffset() {
        assertThat(Json.read("{\"when\":\"2026-05-01T16:00Z\"}", Mixed.class).when())
                .isEqualTo("2026-05-01T16:00:00Z");
        assertThat(Json.read("{\"when\":\"2026-05-01T16:00:01.5+02:00\"}", Mixed.class)
                        .when())
                .isEqualTo("2026-05-01T14:00:01.5Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"when\":\"2026-05-01T16:00\"}",
                "{\"when\":\"2026-05-01\"}",
                "{\"when\":\"yesterday\"}",
                "{\"when\":\"\"}",
                "{\"when\":1746115200}",
                "{\"when\":true}",
                "{\"when\":{}}",
                "{\"seen\":\"2026-05-01T16:00\"}",
                "{\"day\":\"2026-02-30\"}",
                "{\"day\":20260201}",
                "{\"color\":\"DEEP_RED\"}",
                "{\"color\":\"deep red\"}",
                "{\"color\":0}",
                "{\"color\":\"\"}",
                "{\"number\":\"7\"}",
                "{\"number\":7.5}",
                "{\"number\":7.0}",
                "{\"number\":\"\"}",
                "{\"number\":99999999999}",
                "{\"amount\":\"7.5\"}",
                "{\"flag\":\"true\"}",
                "{\"flag\":1}",
                "{\"text\":7}",
                "{\"text\":7.5}",
                "{\"text\":true}",
                "{\"text\":[\"a\"]}",
                "{\"items\":{\"not a reference\":\"blue\"}}",
                "{\"offices\":{\"not-a-uuid\":[\"blue\"]}}",
                "{\"offices\":{\"6b3c2b5e-1111-4111-8111-000000000001\":\"blue\"}}",
                "{\"stranger\":1}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"text\":\"a\"} {}",
                "[]",
                "\"\"",
                ""
            })
    void refusesWhatDoesNotHaveTheFormOfItsType(String json) {
        assertThatThrownBy(() -> Json.read(json, Mixed.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void keepsTheOffsetOfADate() {
        String json = "{\"seen\":\"2026-04-30T23:10:05+02:00\"}";

        assertThat(Json.write(Json.read(json, Mixed.class))).isEqualTo(json);
    }

    @Test
    void writesInOrderOfDeclarationAndLeavesOutWhatIsNotThere() {
        var office = new AuthorityId(UUID.fromString("6b3c2b5e-1111-4111-8111-000000000001"));
        var mixed = new Mixed(
                Instant.parse("2026-05-01T16:00:00Z"),
                null,
                LocalDate.parse("2026-05-01"),
                Duration.ofDays(2),
                Color.DEEP_RED,
                7,
                new BigDecimal("1E+3"),
                null,
                "a",
                Optional.empty(),
                Map.of(new LineItemId("L1"), Color.BLUE),
                Map.of(office, List.of(Color.DEEP_RED)),
                Map.of(Color.DEEP_RED, "x"));

        assertThat(Json.write(mixed)).isEqualTo("""
                {"when":"2026-05-01T16:00:00Z","day":"2026-05-01","term":"PT48H","color":"deep-red","number":7,\
                "amount":1000,"text":"a","items":{"L1":"blue"},\
                "offices":{"6b3c2b5e-1111-4111-8111-000000000001":["deep-red"]},"names":{"deep-red":"x"}}""");
        Mixed again = Json.read(Json.write(mixed), Mixed.class);
        assertThat(again.items()).isEqualTo(mixed.items());
        assertThat(again.offices()).isEqualTo(mixed.offices());
        assertThat(again.names()).isEqualTo(mixed.names());
        assertThat(again.term()).isEqualTo(mixed.term());
    }

    @Test
    void readsARecordOfOneValueAsThatValue() {
        assertThat(Json.write(new Wrapper(new Wrapped(3)))).isEqualTo("{\"wrapped\":3}");
        assertThat(Json.read("{\"wrapped\":3}", Wrapper.class)).isEqualTo(new Wrapper(new Wrapped(3)));
        assertThatThrownBy(() -> Json.read("{\"wrapped\":{\"value\":3}}", Wrapper.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void tellsTheFormThatAMalformedValueLacks() {
        assertThatThrownBy(() -> Json.read("\"rot13:00\"", org.comity.api.Digest.class))
                .hasRootCauseInstanceOf(Malformed.class);
    }

    @Test
    void writesOnlyTheComponentsOfARecord() {
        assertThat(Json.write(Act.by(Actor.SYSTEM, Instant.EPOCH))).doesNotContain("reported", "judgedAt");
    }

    @Test
    void namesRecordsAndConstantsInKebabCase() {
        assertThat(Kebab.of(AuthorityKind.CONTACT_POINT)).isEqualTo("contact-point");
        assertThat(Kebab.of(AuthorityKind.class)).isEqualTo("authority-kind");
    }
}
