package org.comity.law;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.comity.api.Digest;
import org.comity.api.Kebab;
import org.jspecify.annotations.Nullable;

/**
 * One table of the law, as it stands in its file.
 *
 * @param name of its file, such as {@code transitions-mla.csv}
 * @param digest SHA-256 of the bytes of the file
 */
public record Table(String name, List<Row> rows, Digest digest) {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** A table that is not what it should be: the file, the line and column if they are known, and the rule it breaks. */
    public static final class Wrong extends IllegalStateException {
        private final String table;
        private final long line;
        private final @Nullable String column;
        private final String rule;

        Wrong(String table, long line, @Nullable String column, String rule) {
            super(table + (line > 0 ? " line " + line : "") + (column != null ? ", column " + column : "") + ": "
                    + rule);
            this.table = table;
            this.line = line;
            this.column = column;
            this.rule = rule;
        }

        public String table() {
            return table;
        }

        /** The line on which the row begins, the header being 1; 0 if the whole file is wrong. */
        public long line() {
            return line;
        }

        public @Nullable String column() {
            return column;
        }

        public String rule() {
            return rule;
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

        /** A day that exists, as ISO 8601 writes it; none if the value is empty. */
        public @Nullable LocalDate day(String column) {
            String value = get(column);
            try {
                return value.isEmpty() ? null : LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw wrong(column, "\"" + value + "\" is not a day that exists");
            }
        }

        /** The value as one of the language's words; what the word refuses is wrong in this column. */
        public <T> T as(String column, Function<String, T> word) {
            try {
                return word.apply(get(column));
            } catch (IllegalArgumentException e) {
                throw wrong(column, "\"" + get(column) + "\": " + e.getMessage());
            }
        }

        /** The value as a constant; a word that the code does not know is wrong in this column. */
        public <E extends Enum<E>> E word(String column, Class<E> words) {
            return as(column, value -> Kebab.constant(words, value));
        }

        /** The values of a list that {@code |} joins, each as a constant. */
        public <E extends Enum<E>> List<E> words(String column, Class<E> words) {
            try {
                return list(column, '|').stream()
                        .map(value -> Kebab.constant(words, value))
                        .toList();
            } catch (IllegalArgumentException e) {
                throw wrong(column, "\"" + get(column) + "\": " + e.getMessage());
            }
        }

        /** The article with its paragraph as lawyers write it, such as {@code 29(2)(e)}. */
        public String article() {
            String sub = get("sub_paragraph");
            if (sub.isEmpty() || sub.equals("-")) {
                return get("article");
            }
            int deeper = sub.indexOf('(');
            String paragraph = deeper < 0 ? sub : sub.substring(0, deeper);
            return get("article")
                    + (paragraph.isEmpty() ? "" : "(" + paragraph + ")")
                    + (deeper < 0 ? "" : sub.substring(deeper));
        }

        /** How well the row is founded, from its columns {@code verification} and {@code source}. */
        public Source source() {
            return new Source(word("verification", Mark.class), get("source"));
        }

        /** What is wrong with a value, with the place where it stands. */
        public Wrong wrong(String column, String what) {
            return new Wrong(table, line, column, what);
        }
    }

    public Table {
        rows = List.copyOf(rows);
    }

    /** Reads a table of this release. */
    public static Table read(String name) {
        return parse(name, Tables.bytes("/law/" + name, name));
    }

    /** Reads a table from its text. */
    public static Table parse(String name, String text) {
        return parse(name, text, sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads a table from its bytes, which must be UTF-8 without a byte order mark. */
    public static Table parse(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.startsWith("\uFEFF")) {
                throw new Wrong(name, 1, null, "begins with a byte order mark; tables are plain UTF-8");
            }
            return parse(name, text, sha256(bytes));
        } catch (CharacterCodingException e) {
            throw new Wrong(name, lineOfFirstFault(bytes), null, "is not UTF-8");
        }
    }

    /** SHA-256 over the name and digest of every table: what an act of today is judged by. */
    public static Digest digestOfAll() {
        return Tables.current().digest();
    }

    /** Refuses a second row with the same values in these columns. */
    public Table unique(String... columns) {
        var seen = new HashMap<List<String>, Long>();
        for (Row row : rows) {
            var key = Arrays.stream(columns).map(row::get).toList();
            Long first = seen.putIfAbsent(key, row.line());
            if (first != null) {
                throw row.wrong(columns[0], "\"" + String.join(", ", key) + "\" stands on line " + first + " already");
            }
        }
        return this;
    }

    private static Table parse(String name, String text, Digest digest) {
        var rows = new ArrayList<Row>();
        try (var parser = FORMAT.parse(new StringReader(text))) {
            long line = parser.getCurrentLineNumber() + 1;
            for (CSVRecord record : parser) {
                if (!record.isConsistent()) {
                    throw new Wrong(
                            name,
                            line,
                            null,
                            "has " + record.size() + " values under "
                                    + parser.getHeaderNames().size() + " columns");
                }
                rows.add(new Row(name, line, record));
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new Wrong(name, 0, null, "not a table, " + e.getMessage());
        }
        return new Table(name, rows, digest);
    }

    /** A line break is never part of a longer UTF-8 sequence, so each line can be tried by itself. */
    private static long lineOfFirstFault(byte[] bytes) {
        long line = 1;
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' || i == bytes.length - 1) {
                var part = ByteBuffer.wrap(bytes, from, i - from + 1);
                try {
                    StandardCharsets.UTF_8.newDecoder().decode(part);
                } catch (CharacterCodingException e) {
                    return line;
                }
                from = i + 1;
                line++;
            }
        }
        return 0;
    }

    static Digest sha256(byte[] bytes) {
        try {
            return new Digest("sha-256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
