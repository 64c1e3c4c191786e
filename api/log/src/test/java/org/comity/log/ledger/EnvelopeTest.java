package org.comity.log.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static final Envelope SAMPLE = new Envelope(
            7,
            "6b3c2b5e-1111-4111-8111-000000000001",
            3,
            UUID.fromString("01020304-0506-0708-090a-0b0c0d0e0f10"),
            "mla.NoteMade",
            "1",
            Instant.parse("2026-05-01T16:00:00.123456Z"),
            "{\"person\":\"é\"}",
            "{\"text\":\"行动 🖋\"}");

    /** Computed from the description alone, in another language. */
    @Test
    void isTheBytesThatItsDescriptionGives() {
        assertThat(HexFormat.of().formatHex(SAMPLE.bytes())).isEqualTo("""
                01\
                000000080000000000000007\
                0000002436623363326235652d313131312d343131312d383131312d303030303030303030303031\
                000000080000000000000003\
                000000100102030405060708090a0b0c0d0e0f10\
                0000000c6d6c612e4e6f74654d616465\
                0000000131\
                00000008000650c3ac516240\
                0000000f7b22706572736f6e223a22c3a9227d\
                000000167b2274657874223a22e8a18ce58aa820f09f968b227d""");
        assertThat(SAMPLE.leaf().hex()).isEqualTo("69f6b817848ca3a3e532a55e576fc0bbd2f6fd2aeb2c1438fd62feb90022d2fd");
    }

    @Test
    void isReadFromItsBytesAndFromNoOthers() {
        byte[] bytes = SAMPLE.bytes();
        assertThat(Envelope.of(bytes)).isEqualTo(SAMPLE);
        for (int length = 0; length < bytes.length; length++) {
            byte[] shorter = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Envelope.of(shorter)).isInstanceOf(Unreadable.class);
        }
        assertThatThrownBy(() -> Envelope.of(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(Unreadable.class);
    }

    @Property
    void isNeverReadFromBytesThatItWouldWriteOtherwise(
            @ForAll byte[] noise, @ForAll @IntRange(min = 0, max = 200) int at) {
        byte[] bytes = SAMPLE.bytes();
        int from = at % bytes.length;
        System.arraycopy(noise, 0, bytes, from, Math.min(noise.length, bytes.length - from));
        try {
            assertThat(Envelope.of(bytes).bytes()).isEqualTo(bytes);
        } catch (Unreadable e) {
            assertThat(e).hasMessageContaining("envelope");
        }
    }

    @Test
    void doesNotLetAFieldRunIntoTheNext() {
        assertThat(of("ab", "c").leaf()).isNotEqualTo(of("a", "bc").leaf());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0b", "\ud83d", "\udd8b\ud83d", "a\ud83db"})
    void hasNoBytesForATextThatPostgresWouldNotKeep(String text) {
        assertThatThrownBy(() -> of("{}", text).bytes()).isInstanceOf(IllegalArgumentException.class);
    }

    private static Envelope of(String metadata, String payload) {
        return new Envelope(
                0, SAMPLE.stream(), 0, SAMPLE.eventId(), SAMPLE.name(), "1", SAMPLE.recordedAt(), metadata, payload);
    }
}
