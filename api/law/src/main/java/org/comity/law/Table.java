package org.comity.law;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.comity.api.Digest;

/**
 * One table of the law, as it stands in its file.
 *
 * @param name of its file, such as {@code transitions-mla.csv}
 * @param digest SHA-256 of the bytes of the file
 */
public record Table(String name, List<Row> rows, Digest digest) {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** Every table of this release, in the order in which {@link #digestOfAll} takes them. */
    private static final List<String> ALL = List.of(
            "deadlines.csv",
            "instruments.csv",
            "parties.csv",
            "refusal-grounds.csv",
            "required-contents.csv",
            "transitions-authority.csv",
            "transitions-mla.csv",
            "transitions-preservation.csv",
            "transitions-spontaneous.csv");

    /** A table that is not what it should be; the message names file, line and column. */
    public static final class Wrong extends IllegalStateException {
        Wrong(String message) {
            super(message);
        }
    }

    /** One line of a table. */
    public record Row(String table, long line, CSVRecord values) {
        /** The value in a column, without surrounding blanks; empty if there is none. */
        public String get(String column) {
            if (!values.isMapped(column) || !values.isSet(column)) {
                throw wrong(column, "missing");
            }
            return values.get(column).strip();
        }

        /** The parts of a value that is several values joined by a separator. */
        public List<String> list(String column, char separator) {
            return Arrays.stream(get(column).split("\\" + separator))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }

        /** What is wrong with a value, with the place where it stands. */
        public Wrong wrong(String column, String what) {
            return new Wrong(table + " line " + line + ", column " + column + ": " + what);
        }
    }

    public Table {
        rows = List.copyOf(rows);
    }

    /** Reads a table of this release. */
    public static Table read(String name) {
        byte[] bytes = bytes(name);
        return parse(name, new String(bytes, StandardCharsets.UTF_8), sha256(bytes));
    }

    /** Reads a table from its text. */
    public static Table parse(String name, String text) {
        return parse(name, text, sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** SHA-256 over the name and digest of every table: what an act of today is judged by. */
    public static Digest digestOfAll() {
        var text = new StringBuilder();
        for (String name : ALL) {
            text.append(name).append(' ').append(sha256(bytes(name))).append('\n');
        }
        return sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Table parse(String name, String text, Digest digest) {
        var rows = new ArrayList<Row>();
        try (var parser = FORMAT.parse(new StringReader(text))) {
            long line = parser.getCurrentLineNumber() + 1;
            for (CSVRecord record : parser) {
                rows.add(new Row(name, line, record));
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new Wrong(name + ": not a table, " + e.getMessage());
        }
        return new Table(name, rows, digest);
    }

    private static byte[] bytes(String name) {
        try (var in = Table.class.getResourceAsStream("/law/" + name)) {
            if (in == null) {
                throw new Wrong(name + ": no such table");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Digest sha256(byte[] bytes) {
        try {
            return new Digest("sha-256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
