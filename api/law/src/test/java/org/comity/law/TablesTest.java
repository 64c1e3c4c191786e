package org.comity.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.api.Digest;
import org.junit.jupiter.api.Test;

class TablesTest {
    private static final Path RELEASED = Path.of("src/main/resources/law/released");

    @Test
    void theDigestIsThatOfTheList() {
        Tables current = Tables.current();
        assertThat(current.digest()).isEqualTo(Table.sha256(current.list().getBytes(StandardCharsets.UTF_8)));
        assertThat(Tables.of(current.digest())).contains(current);
        assertThat(Table.digestOfAll()).isEqualTo(current.digest());
    }

    @Test
    void everyTableInTheFolderIsPartOfTheSet() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/law"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".csv")))
                    .containsExactlyInAnyOrderElementsOf(Tables.NAMES);
        }
    }

    @Test
    void everyReleasedSetIsKeptWhole() throws IOException {
        try (Stream<Path> sets = Files.list(RELEASED.resolve("sets"))) {
            List<Digest> digests = sets.map(set ->
                            new Digest("sha-256:" + set.getFileName().toString().replace(".txt", "")))
                    .toList();
            assertThat(digests).isNotEmpty();
            for (Digest digest : digests) {
                Tables kept = Tables.of(digest).orElseThrow();
                assertThat(kept.digest()).isEqualTo(digest);
                assertThat(kept.names()).contains("transitions-mla.csv", "deadlines.csv");
                kept.names().forEach(name -> assertThat(kept.table(name).rows()).isNotEmpty());
            }
        }
    }

    @Test
    void nothingIsKeptThatNoSetNames() throws IOException {
        try (Stream<Path> tables = Files.list(RELEASED.resolve("tables"));
                Stream<Path> sets = Files.list(RELEASED.resolve("sets"))) {
            String all = sets.map(TablesTest::text).collect(Collectors.joining());
            assertThat(tables.map(table -> table.getFileName().toString().replace(".csv", "")))
                    .allMatch(all::contains);
        }
    }

    @Test
    void aSetThatThisReleaseDoesNotKnowIsNotFound() {
        assertThat(Tables.of(new Digest("sha-256:" + "0".repeat(64)))).isEmpty();
    }

    @Test
    void everySourceThatARowNamesIsListed() {
        for (String name : Tables.NAMES) {
            if (!name.equals("sources.csv") && !name.startsWith("transitions-")) {
                for (Table.Row row : Tables.current().table(name).rows()) {
                    if (row.values().isMapped("source")) {
                        assertThat(Sources.of(row.source()).entrySet())
                                .as("%s line %s", name, row.line())
                                .noneMatch(entry -> entry.getKey().equals(entry.getValue()))
                                .hasSize((int) Arrays.stream(row.get("source").split(";"))
                                        .filter(key -> !key.isEmpty())
                                        .distinct()
                                        .count());
                    }
                }
            }
        }
    }

    @Test
    void aTableThatASetDoesNotHaveIsSaid() {
        assertThatThrownBy(() -> Tables.current().table("no-such.csv")).hasMessageStartingWith("no-such.csv: no such");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
