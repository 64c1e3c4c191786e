package org.comity.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What can be set about a node.
 *
 * @param data folder of the node
 * @param address on which it listens
 * @param port on which it listens; 0 for any that is free
 * @param worldClock where the world clock of a fresh database starts; absent for the machine's present
 * @param database settings of databases that others run; absent for the embedded server
 * @param scenarios whether a fresh node plays the sample scenarios in
 * @param quiet whether the console is left to whoever started the node
 * @param logFormat how the console is written: {@code text} for people, else a format of Spring Boot for programs
 */
public record Settings(
        Path data,
        String address,
        int port,
        @Nullable Instant worldClock,
        @Nullable Properties database,
        boolean scenarios,
        boolean quiet,
        String logFormat) {
    /** The default: lines for a person at a terminal. */
    static final String TEXT = "text";

    private static final Set<String> LOG_FORMATS = Set.of(TEXT, "ecs", "gelf", "logstash");

    private static final String EXTERNAL = "comity.database.url";

    /** Those of a node that is used once and thrown away: any free port, nothing played in, silent. */
    public static Settings temporary(Path data, Instant worldClock) {
        return new Settings(data, "127.0.0.1", 0, worldClock, null, false, true, TEXT);
    }

    /** Those of a node that joins databases that another one serves, for work behind the scenes. */
    static Settings joining(Path data, Properties database) {
        return new Settings(data, "127.0.0.1", 0, null, database, false, true, TEXT);
    }

    /** The same databases, for work behind the scenes. */
    Settings forMaintenance() {
        return new Settings(data, "127.0.0.1", 0, worldClock, database, false, true, TEXT);
    }

    /**
     * Reads the options of the command line; what they do not say comes from the environment, else from the defaults.
     *
     * @throws IllegalArgumentException that says what cannot be understood
     */
    static Settings of(Arguments arguments, Map<String, String> environment) {
        return new Settings(
                Path.of(arguments.option("data").orElse(environment.getOrDefault("COMITY_DATA", "data"))),
                arguments.option("address").orElse(environment.getOrDefault("COMITY_ADDRESS", "127.0.0.1")),
                port(arguments.option("port").orElse(environment.getOrDefault("COMITY_PORT", "8080"))),
                arguments.option("world-clock").map(Settings::instant).orElse(null),
                external(arguments.option("database"), environment),
                !arguments.flag("no-scenarios"),
                false,
                logFormat(arguments.option("log").orElse(environment.getOrDefault("COMITY_LOG", TEXT))));
    }

    /** The same, with a start of the world clock if none is set. */
    Settings withWorldClock(Instant start) {
        return worldClock != null
                ? this
                : new Settings(data, address, port, start, database, scenarios, quiet, logFormat);
    }

    private static String logFormat(String text) {
        if (LOG_FORMATS.contains(text)) {
            return text;
        }
        throw new IllegalArgumentException("--log is one of " + new TreeSet<>(LOG_FORMATS));
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // falls through to the one sentence below
        }
        throw new IllegalArgumentException("a port is a number from 0 to 65535");
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("--world-clock is an instant such as 2026-03-02T09:10Z", e);
        }
    }

    /** A file of properties, and the same names in the environment ({@code COMITY_DATABASE_URL}) before it. */
    private static @Nullable Properties external(Optional<String> file, Map<String, String> environment) {
        var properties = new Properties();
        if (file.isPresent()) {
            try (var reader = Files.newBufferedReader(Path.of(file.get()))) {
                properties.load(reader);
            } catch (IOException e) {
                throw new IllegalArgumentException("the file of --database cannot be read: " + file.get(), e);
            }
        }
        environment.forEach((name, value) -> {
            if (name.startsWith("COMITY_")) {
                properties.putIfAbsent(property(name), value);
            }
        });
        return properties.containsKey(EXTERNAL) ? properties : null;
    }

    private static String property(String variable) {
        String name = variable.toLowerCase(Locale.ROOT).replace('_', '.');
        return name.replaceFirst("^comity\\.master\\.", "comity.master-")
                .replaceFirst("^comity\\.log\\.(former\\.)?", "comity.log-$1")
                .replace("log-former.", "log-former-");
    }
}
