package org.comity.standalone.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;

/**
 * PostgreSQL 18 inside the data folder: durable, reachable from this machine only, with a password. Its port, superuser and
 * password are in {@code postgres.properties}.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final String PROPERTIES = "postgres.properties";
    private static final String USER = "postgres";
    private static final String LOOPBACK = "127.0.0.1";

    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedServer(EmbeddedPostgres postgres, String password) {
        this.postgres = postgres;
        this.password = password;
    }

    /** Starts the server over the files of the last start, or over new ones. */
    public static EmbeddedServer start(DataFolder folder) {
        Path files = folder.file("postgres");
        Leftover.stop(files);
        Properties known = folder.read(PROPERTIES);
        String password = known.getProperty("password", Passwords.random());
        int port = freePort(Integer.parseInt(known.getProperty("port", "0")));
        folder.write(PROPERTIES, properties(port, password), "the embedded PostgreSQL and its superuser");
        try {
            var server = new EmbeddedServer(start(folder, files, port, password), password);
            assertDurable(server.superuser());
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "PostgreSQL does not start over " + files + "; see " + log(folder) + ": " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres start(DataFolder folder, Path files, int port, String password) throws IOException {
        Path passwordFile = folder.file("initdb.password");
        writeSecret(passwordFile, password);
        Redirect log = Redirect.appendTo(log(folder).toFile());
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(files)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(binaries(folder).toFile())
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    // options of initdb: the database must not depend on the locale of the machine that made it
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setConnectConfig("password", password)
                    .setServerConfig("listen_addresses", LOOPBACK)
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    // a file of the write-ahead log that is used again still holds what it held, destroyed keys too
                    .setServerConfig("wal_recycle", "off")
                    .setServerConfig("timezone", "UTC")
                    // a lost race for a position is ordinary work of the log, and no statement belongs into a log file
                    .setServerConfig("log_min_messages", "log")
                    .setServerConfig("log_min_error_statement", "panic")
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .start();
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private static Path log(DataFolder folder) {
        return folder.file("postgres.log");
    }

    /** Unpacked once for all nodes of a user: it takes longer than the start itself. */
    private static Path binaries(DataFolder folder) throws IOException {
        String home = System.getProperty("user.home", "");
        Path cache = Path.of(home, ".cache", "comity");
        try {
            return Files.createDirectories(cache);
        } catch (IOException e) {
            return Files.createDirectories(folder.file("binaries"));
        }
    }

    private static void writeSecret(Path file, String secret) throws IOException {
        Files.deleteIfExists(file);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel out = FileChannel.open(file, options, DataFolder.ofTheOwner())) {
            out.write(StandardCharsets.US_ASCII.encode(secret));
        }
    }

    private static Properties properties(int port, String password) {
        var properties = new Properties();
        properties.setProperty("host", LOOPBACK);
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("user", USER);
        properties.setProperty("password", password);
        return properties;
    }

    /** The port of the last start if it is still free, so that other nodes find the server again; else any. */
    private static int freePort(int wanted) {
        try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            if (wanted == 0) {
                throw new UncheckedIOException(e);
            }
            return freePort(0);
        }
    }

    /** The library behind this class is made for tests and starts with all of this off. */
    private static void assertDurable(DataSource superuser) {
        String broken = Sql.text(superuser, """
                select string_agg(name || ' = ' || setting, ', ') from pg_settings
                where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting <> 'on'
                """);
        if (!broken.isEmpty()) {
            throw new IllegalStateException("PostgreSQL would lose acknowledged events: " + broken);
        }
    }

    /** Connections of the superuser, not pooled. */
    DataSource superuser() {
        return superuser("postgres");
    }

    DataSource superuser(String database) {
        return new Access(url(database), USER, password).unpooled();
    }

    String url(String database) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + postgres.getPort() + "/" + database;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
