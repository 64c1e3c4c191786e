package org.comity.log.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileAddressTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, 0/000",
        "0, 273, 112, 0/273.p/112",
        "1, 1234067, 256, 1/x001/x234/067",
        "2, 1000, 1, 2/x001/000.p/1",
        "63, 999, 255, 63/999.p/255"
    })
    void isWrittenAndReadInOneWay(int level, long index, int width, String path) {
        var address = new TileAddress(level, index, width);
        assertThat(address.path()).isEqualTo(path);
        assertThat(TileAddress.parse(path)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "0",
                "0/",
                "0/0",
                "0/00",
                "0/0000",
                "0/x000/000",
                "0/x001",
                "0/001/002",
                "00/000",
                "64/000",
                "999999999999/000",
                "-1/000",
                "0/-01",
                "0/000.p",
                "0/000.p/",
                "0/000.p/0",
                "0/000.p/01",
                "0/000.p/256",
                "0/000.p/257",
                "0/000.p/999",
                "0/000.p/1.p/1",
                "0/000/",
                "0/ 000",
                "0/x999/x999/x999/x999/x999/x999/x999/999",
                "a/000",
                "0/٠٠٠"
            })
    void isReadFromNothingElse(String path) {
        assertThatThrownBy(() -> TileAddress.parse(path)).isInstanceOf(Unreadable.class);
    }

    /** The example of the specification. */
    @Test
    void cutsATreeAsTheSpecificationDoes() {
        assertThat(TileAddress.edge(70_000))
                .containsExactly(new TileAddress(0, 273, 112), new TileAddress(1, 1, 17), new TileAddress(2, 0, 1));
        assertThat(TileAddress.edge(256)).containsExactly(new TileAddress(1, 0, 1));
        assertThat(TileAddress.edge(0)).isEmpty();
        assertThat(TileAddress.in(70_000, 0, 272).isFull()).isTrue();
        assertThatThrownBy(() -> TileAddress.in(70_000, 0, 274)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> TileAddress.in(256, 0, 1)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> TileAddress.in(256, 1, 1)).isInstanceOf(Unreadable.class);
    }

    @Property
    void survivesItsPath(
            @ForAll @IntRange(max = 63) int level,
            @ForAll @LongRange(min = 0) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        var address = new TileAddress(level, index, width);
        assertThat(TileAddress.parse(address.path())).isEqualTo(address);
    }

    @Property
    void neverReadsAPathThatItWouldWriteOtherwise(@ForAll String path) {
        try {
            assertThat(TileAddress.parse(path).path()).isEqualTo(path);
        } catch (Unreadable e) {
            assertThat(e).hasMessageMatching("(?s).*(tile|number).*");
        }
    }
}
