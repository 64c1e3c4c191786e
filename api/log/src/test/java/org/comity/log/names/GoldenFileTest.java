package org.comity.log.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.comity.api.Act;
import org.comity.api.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each event keeps a golden file for each revision that was ever released, and what it holds is still read today.
 *
 * <p>{@code mvn test -pl api/log -Dtest=GoldenFileTest -Dgolden.make=true} makes those that are missing; one that is there is
 * never changed.
 */
class GoldenFileTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final StoredNames NAMES = StoredNames.OF_THE_HOUSE;

    static Stream<String> names() {
        return NAMES.names().stream();
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.getFileName().toString().equals("act.json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isThereForEveryEventOfToday(String name) throws IOException {
        Class<? extends Event> type = NAMES.find(name);
        Path file = FOLDER.resolve(name + "@" + NAMES.revision(type) + ".json");
        if (Boolean.getBoolean("golden.make") && Files.notExists(file)) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, Json.write(Samples.full(type)) + "\n");
        }

        assertThat(file).exists();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadAsTodaysRecordAndWrittenBackByteForByte(Path file) throws IOException {
        String[] nameAndRevision =
                file.getFileName().toString().replaceAll("\\.json$", "").split("@");
        String golden = Files.readString(file).stripTrailing();

        Event event = EventCodec.OF_THE_HOUSE.read(nameAndRevision[0], nameAndRevision[1], golden);

        if (NAMES.name(event.getClass()).equals(nameAndRevision[0])
                && NAMES.revision(event.getClass()).equals(nameAndRevision[1])) {
            assertThat(EventCodec.OF_THE_HOUSE.write(event)).isEqualTo(golden);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void keepsEverythingThatMayBeThere(String name) {
        Class<? extends Event> type = NAMES.find(name);
        Event full = Samples.full(type);

        assertThat(EventCodec.OF_THE_HOUSE.read(name, NAMES.revision(type), Json.write(full)))
                .isEqualTo(full);
    }

    @ParameterizedTest
    @MethodSource("names")
    void needsNothingThatMayBeAbsent(String name) {
        Class<? extends Event> type = NAMES.find(name);
        Event sparse = Samples.sparse(type);

        assertThat(EventCodec.OF_THE_HOUSE.read(name, NAMES.revision(type), Json.write(sparse)))
                .isEqualTo(sparse);
    }

    @Test
    void holdsTheActAsFlatTexts() throws IOException {
        Path file = FOLDER.resolve("act.json");
        Act act = Samples.full(Act.class);
        if (Boolean.getBoolean("golden.make") && Files.notExists(file)) {
            Files.writeString(file, Json.write(ActCodec.write(act)) + "\n");
        }
        String golden = Files.readString(file).stripTrailing();

        assertThat(Json.write(ActCodec.write(act))).isEqualTo(golden);
        assertThat(ActCodec.read(Json.readTexts(golden))).isEqualTo(act);
        assertThat(List.copyOf(Json.readTexts(golden).keySet())).containsExactlyInAnyOrderElementsOf(ActCodec.KEYS);
    }

    @Test
    void isNotReadUnderARevisionThatNobodyKnows() {
        assertThatThrownBy(() -> EventCodec.OF_THE_HOUSE.read("mla.RequestApproved", "99", "{}"))
                .hasMessageContaining("mla.RequestApproved@99");
    }
}
