package org.comity.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks for bytes in every file that a stopped node has left, whatever the file is for. */
final class Bytes {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final Map<String, byte[]> sought = new LinkedHashMap<>();

    /** A text, however a program may have written it down. */
    Bytes text(String text) {
        CHARSETS.forEach(charset -> sought.put(text + " as " + charset, text.getBytes(charset)));
        return this;
    }

    Bytes raw(String name, byte[] bytes) {
        sought.put(name, bytes);
        return this;
    }

    /** What was found, and in which files: each file is read once. */
    Map<String, List<Path>> in(Path... places) {
        var patterns = new LinkedHashMap<String, String>();
        sought.forEach((name, bytes) -> patterns.put(name, new String(bytes, StandardCharsets.ISO_8859_1)));
        var found = new LinkedHashMap<String, List<Path>>();
        for (Path place : places) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    // one character a byte
                    String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                    patterns.forEach((name, pattern) -> {
                        if (content.contains(pattern)) {
                            found.computeIfAbsent(name, key -> new ArrayList<>())
                                    .add(place.relativize(file));
                        }
                    });
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }
}
