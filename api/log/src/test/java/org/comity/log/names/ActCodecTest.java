package org.comity.log.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActCodecTest {
    private static final Act FULL = Samples.full(Act.class);
    private static final Act SYSTEM = Act.bySystem(Instant.parse("2026-05-01T16:00:00Z"));

    @Test
    void givesBackTheActThatWasWritten() {
        assertThat(ActCodec.read(ActCodec.write(FULL))).isEqualTo(FULL);
        assertThat(ActCodec.read(ActCodec.write(SYSTEM))).isEqualTo(SYSTEM);
    }

    @Test
    void writesNoKeyForWhatIsNotThere() {
        assertThat(ActCodec.write(SYSTEM)).containsOnlyKeys("person", "mandate", "occurredAt", "receivedAt");
    }

    @Test
    void carriesTheOriginBeside() {
        var origin = new Origin(
                "sha-256:abc",
                "approve",
                "0f".repeat(32),
                "aa",
                UUID.fromString("6b3c2b5e-1111-4111-8111-000000000001"));
        Map<String, String> flat = ActCodec.write(FULL);
        flat.putAll(origin.write());

        assertThatCode(() -> ActCodec.check(flat)).doesNotThrowAnyException();
        assertThat(ActCodec.read(flat)).isEqualTo(FULL);
        assertThat(Origin.read(flat)).isEqualTo(origin);
        assertThat(origin.commandKeyBytes()).hasSize(32).containsOnly(15);
    }

    @Test
    void refusesAKeyThatNoAuditorCouldLookUp() {
        Map<String, String> flat = ActCodec.write(FULL);
        flat.put("traceId", "1");

        assertThatThrownBy(() -> ActCodec.check(flat))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("traceId");
    }

    @ParameterizedTest
    @CsvSource({
        "person,",
        "person,nobody",
        "mandate,king",
        "officeKind,",
        "officeState,XX",
        "proofDigest,sha-256:0",
        "occurredAt,yesterday",
        "receivedAt,",
        "reasonKey,",
        "commandKey,0F",
        "causedBy,that"
    })
    void refusesAValueWithoutItsForm(String key, String value) {
        Map<String, String> flat = new HashMap<>(ActCodec.write(FULL));
        flat.put(key, value);
        if (value == null) {
            flat.remove(key);
        }

        assertThatThrownBy(() -> ActCodec.check(flat)).isInstanceOf(IllegalArgumentException.class);
    }
}
