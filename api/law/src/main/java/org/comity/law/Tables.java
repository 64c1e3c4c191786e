package org.comity.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.api.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A released set of tables, by whose digest an act says what it was judged by.
 *
 * <p>Sets that were released are kept under {@code law/released}: {@code sets/<hex>.txt} names each table with its digest and
 * is itself what the digest of the set is taken of; {@code tables/<hex>.csv} is each table once, however many sets have it.
 */
public final class Tables {
    /** Every table of a set, in the order in which the digest takes them. */
    public static final List<String> NAMES = List.of(
            "counting.csv",
            "deadlines.csv",
            "instruments.csv",
            "parties.csv",
            "refusal-grounds.csv",
            "reminders.csv",
            "required-contents.csv",
            "reservations.csv",
            "sources.csv",
            "transitions-authority.csv",
            "transitions-mla.csv",
            "transitions-preservation.csv",
            "transitions-spontaneous.csv",
            "treaties.csv",
            "weekends.csv");

    private final Digest digest;
    private final Map<String, byte[]> tables;

    private Tables(Digest digest, Map<String, byte[]> tables) {
        this.digest = digest;
        this.tables = tables;
    }

    /** The set of this release. */
    public static Tables current() {
        return Current.SET;
    }

    /** A set that was released, this one or an earlier one; empty if this release does not know the digest. */
    public static Optional<Tables> of(Digest digest) {
        if (digest.equals(current().digest)) {
            return Optional.of(current());
        }
        byte[] list = find("/law/released/sets/" + hex(digest) + ".txt");
        if (list == null) {
            return Optional.empty();
        }
        checked("the list of tables", digest, list);
        var kept = new LinkedHashMap<String, byte[]>();
        new String(list, StandardCharsets.UTF_8).lines().forEach(line -> {
            String[] entry = line.split(" ", 2);
            var is = new Digest(entry[1]);
            kept.put(entry[0], checked(entry[0], is, bytes("/law/released/tables/" + hex(is) + ".csv", entry[0])));
        });
        return Optional.of(new Tables(digest, kept));
    }

    /** This set with another text of one of its tables, to try it before it is released. */
    public Tables with(String name, byte[] bytes) {
        var changed = new LinkedHashMap<>(tables);
        changed.put(name, bytes);
        return new Tables(Table.sha256(list(changed).getBytes(StandardCharsets.UTF_8)), changed);
    }

    /** SHA-256 of {@link #list}. */
    public Digest digest() {
        return digest;
    }

    /** The names of the tables of this set. */
    public List<String> names() {
        return List.copyOf(tables.keySet());
    }

    /** A table of this set. */
    public Table table(String name) {
        byte[] bytes = tables.get(name);
        if (bytes == null) {
            throw new Table.Wrong(name, 0, null, "no such table in the set " + digest);
        }
        return Table.parse(name, bytes);
    }

    /** The text of a table of this set, as it is kept. */
    public String text(String name) {
        byte[] bytes = tables.get(name);
        if (bytes == null) {
            throw new Table.Wrong(name, 0, null, "no such table in the set " + digest);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** One line a table with its name and digest: the text whose digest is that of the set. */
    public String list() {
        return list(tables);
    }

    private static String list(Map<String, byte[]> tables) {
        var text = new StringBuilder();
        tables.forEach((name, bytes) ->
                text.append(name).append(' ').append(Table.sha256(bytes)).append('\n'));
        return text.toString();
    }

    private static byte[] checked(String name, Digest digest, byte[] bytes) {
        if (!Table.sha256(bytes).equals(digest)) {
            throw new Table.Wrong(name, 0, null, "was changed since it was released as " + digest);
        }
        return bytes;
    }

    private static String hex(Digest digest) {
        return digest.value().substring(digest.value().indexOf(':') + 1);
    }

    static byte[] bytes(String path, String name) {
        byte[] bytes = find(path);
        if (bytes == null) {
            throw new Table.Wrong(name, 0, null, "no such table");
        }
        return bytes;
    }

    private static byte @Nullable [] find(String path) {
        try (var in = Tables.class.getResourceAsStream(path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read when first asked for, and once. */
    private static final class Current {
        static final Tables SET = read();

        private static Tables read() {
            var tables = new LinkedHashMap<String, byte[]>();
            NAMES.forEach(name -> tables.put(name, bytes("/law/" + name, name)));
            return new Tables(Table.sha256(list(tables).getBytes(StandardCharsets.UTF_8)), tables);
        }
    }
}
