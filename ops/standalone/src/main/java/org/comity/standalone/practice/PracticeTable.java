package org.comity.standalone.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.comity.law.Table;

/** A table of practice mode, with the errors of line and column that the tables of the law have. */
final class PracticeTable {
    private PracticeTable() {}

    static List<Table.Row> rows(String name) {
        try (var in = PracticeTable.class.getResourceAsStream("/practice/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return Table.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
