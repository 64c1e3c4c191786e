package org.comity.log.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** The files of an audit bundle in their ZIP, so that every tool can read them: texts in lines, and the bytes of events. */
public final class BundleFiles {
    /** How many bytes the files of a bundle have at most, unpacked. */
    public static final long LARGEST = 64L << 20;

    /** How many bytes the events of a bundle have at most; the page shows them once more, in words. */
    public static final long LARGEST_EVENTS = 8L << 20;

    private static final String FORMAT = "comity-audit-bundle/1";
    private static final String MANIFEST = "manifest.txt";
    private static final int MOST_FILES = 100_000;

    private BundleFiles() {}

    /** SHA-256 over a line with name and digest of each table, in the order of their names: what an event names as its law. */
    public static String digestOf(SortedMap<String, String> tables) {
        return tables.entrySet().stream()
                .map(table -> table.getKey() + " " + digest(Texts.utf8(table.getValue())) + "\n")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(), lines -> digest(lines.getBytes(StandardCharsets.UTF_8))));
    }

    private static String digest(byte[] bytes) {
        return "sha-256:" + HexFormat.of().formatHex(Hash.sha256().digest(bytes));
    }

    /**
     * Writes a bundle.
     *
     * @param more further files for people, by their names; they prove nothing
     */
    public static void write(Bundle bundle, Map<String, byte[]> more, OutputStream out) {
        var files = new TreeMap<String, byte[]>(more);
        files.put("checkpoint", utf8(bundle.checkpoint()));
        files.put("keys", utf8(String.join("\n", bundle.keys()) + "\n"));
        for (Bundle.Item item : bundle.items()) {
            String name = "events/%012d".formatted(item.position());
            if (item.envelope() != null) {
                files.put(name + ".envelope", Texts.base64(item.envelope()));
            } else if (item.leaf() != null) {
                files.put(
                        name + ".leaf", utf8(item.sequence() + " " + item.leaf().base64() + "\n"));
            }
            files.put(
                    name + ".proof",
                    utf8(item.path().stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining())));
        }
        bundle.law()
                .forEach((digest, tables) -> tables.forEach((name, text) ->
                        files.put("law/" + digest.substring("sha-256:".length()) + "/" + name, utf8(text))));
        var manifest = new StringBuilder(FORMAT + "\nstream " + bundle.stream() + "\nevents " + bundle.count() + "\n");
        files.forEach((name, bytes) -> manifest.append("file ")
                .append(digest(bytes))
                .append(' ')
                .append(name)
                .append('\n'));
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(zip, MANIFEST, utf8(manifest.toString()));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        // the same bundle is the same file to the byte
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /**
     * Reads a bundle.
     *
     * @throws Unreadable if it is none, or a file is not the one that the manifest names
     */
    public static Bundle read(byte[] zip) {
        Map<String, byte[]> files = new TreeMap<>(PlainZip.read(zip, LARGEST, MOST_FILES));
        byte[] manifest = files.remove(MANIFEST);
        if (manifest == null) {
            throw new Unreadable("a bundle has a file " + MANIFEST);
        }
        List<String> lines = text(manifest).lines().toList();
        if (lines.size() < 3 || !lines.getFirst().equals(FORMAT)) {
            throw new Unreadable("a bundle begins its manifest with the line " + FORMAT);
        }
        held(files, lines.subList(3, lines.size()));
        var law = new TreeMap<String, SortedMap<String, String>>();
        files.forEach((name, bytes) -> {
            String[] parts = name.split("/", 3);
            if (parts[0].equals("law") && parts.length == 3) {
                law.computeIfAbsent("sha-256:" + parts[1], digest -> new TreeMap<>())
                        .put(parts[2], text(bytes));
            }
        });
        return new Bundle(
                after("stream ", lines.get(1)),
                Texts.number(after("events ", lines.get(2))),
                text(need(files, "checkpoint")),
                text(need(files, "keys")).lines().toList(),
                items(files),
                law);
    }

    /** Every file is there as the manifest says it, and no other. */
    private static void held(Map<String, byte[]> files, List<String> lines) {
        var named = new TreeMap<String, String>();
        for (String line : lines) {
            String[] parts = after("file ", line).split(" ", 2);
            if (parts.length != 2 || named.put(parts[1], parts[0]) != null) {
                throw new Unreadable("a line of the manifest is file, digest and name: " + line);
            }
        }
        files.forEach((name, bytes) -> {
            if (!digest(bytes).equals(named.remove(name))) {
                throw new Unreadable("the file " + name + " is not the one that the manifest names");
            }
        });
        if (!named.isEmpty()) {
            throw new Unreadable("the file " + named.firstKey() + " is missing");
        }
    }

    private static List<Bundle.Item> items(Map<String, byte[]> files) {
        var items = new ArrayList<Bundle.Item>();
        files.forEach((name, bytes) -> {
            if (name.startsWith("events/") && !name.endsWith(".proof")) {
                try {
                    items.add(item(name, bytes, files));
                } catch (Unreadable e) {
                    throw new Unreadable("the file " + name + ", or its proof, cannot be read: " + e.getMessage());
                }
            }
        });
        return items;
    }

    private static Bundle.Item item(String name, byte[] bytes, Map<String, byte[]> files) {
        if (!name.endsWith(".envelope") && !name.endsWith(".leaf")) {
            throw new Unreadable("the file " + name + " is no event");
        }
        String stem = name.substring(0, name.lastIndexOf('.'));
        List<Hash> path =
                text(need(files, stem + ".proof")).lines().map(Hash::ofBase64).toList();
        long position = position(stem.substring("events/".length()));
        if (name.endsWith(".envelope")) {
            return new Bundle.Item(position, -1, Base64.getEncoder().encodeToString(bytes), null, path);
        }
        String[] parts = text(bytes).strip().split(" ", 2);
        if (parts.length != 2) {
            throw new Unreadable("the file " + name + " is no event");
        }
        return new Bundle.Item(position, Texts.number(parts[0]), null, Hash.ofBase64(parts[1]), path);
    }

    private static long position(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new Unreadable("the name of an event's file is its position");
        }
    }

    private static String after(String word, String line) {
        if (!line.startsWith(word)) {
            throw new Unreadable("a line of the manifest begins with " + word.strip());
        }
        return line.substring(word.length());
    }

    private static byte[] need(Map<String, byte[]> files, String name) {
        byte @Nullable [] bytes = files.get(name);
        if (bytes == null) {
            throw new Unreadable("a bundle has a file " + name);
        }
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
