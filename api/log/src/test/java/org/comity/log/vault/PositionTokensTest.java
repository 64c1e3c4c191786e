package org.comity.log.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.comity.api.Malformed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTokensTest {
    @TempDir
    private Path folder;

    private PositionTokens tokens;

    @BeforeEach
    void open() {
        tokens = new PositionTokens(MasterKey.readOrCreate(folder.resolve("master.key")));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 255, 1_000_000, Long.MAX_VALUE})
    void giveBackThePositionAndHaveOneLength(long position) {
        String token = tokens.token(position);

        assertThat(token).hasSize(32).matches("[A-Za-z0-9_-]+");
        assertThat(tokens.position(token)).isEqualTo(position);
    }

    @Test
    void areTheSameForTheSamePositionAndUnlikeForNeighbors() {
        assertThat(tokens.token(7)).isEqualTo(tokens.token(7));
        assertThat(tokens.token(7).substring(0, 8)).isNotEqualTo(tokens.token(8).substring(0, 8));
    }

    @Test
    void areRefusedWhereverTheyWereChanged() {
        String token = tokens.token(42);
        for (int i = 0; i < token.length(); i++) {
            String changed = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);

            assertThatThrownBy(() -> tokens.position(changed)).isInstanceOf(Malformed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "////////////////////////////////", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void areRefusedIfNobodyMadeThem(String token) {
        assertThatThrownBy(() -> tokens.position(token)).isInstanceOf(Malformed.class);
    }

    @Test
    void areRefusedUnderAnotherMasterKey() {
        var others = new PositionTokens(MasterKey.readOrCreate(folder.resolve("another.key")));

        assertThatThrownBy(() -> tokens.position(others.token(42))).isInstanceOf(Malformed.class);
    }
}
