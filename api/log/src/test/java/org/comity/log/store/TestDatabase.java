package org.comity.log.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A fresh database on a real PostgreSQL that is started once per JVM, with the roles of the house: {@code comity_owner} for
 * migrations, {@code comity_vault} for keys, {@code comity_app} for everything else. fsync is on, so that {@link LogSchema#verify} accepts it.
 */
public final class TestDatabase implements AutoCloseable {
    public static final String OWNER = "comity_owner";
    public static final String APP = "comity_app";
    public static final String VAULT = "comity_vault";

    private static final String PASSWORD = "comity";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final HikariDataSource app;

    private TestDatabase(String name) {
        this.name = name;
        this.app = pool(as(APP));
    }

    /** A database with the log's schema in it, and nothing else. */
    public static TestDatabase withLog() {
        return new TestDatabase(create(" template " + Template.NAME));
    }

    /** A database without any schema of ours, owned by {@code comity_owner}. */
    public static TestDatabase empty() {
        return new TestDatabase(create(""));
    }

    /** The pooled connections of the application's role. */
    public DataSource app() {
        return app;
    }

    /** A further pool of the application's role, as another node would have one; the caller closes it. */
    public HikariDataSource appOfAnotherNode() {
        return pool(as(APP));
    }

    /** Connections of the owner's role, not pooled. */
    public PGSimpleDataSource owner() {
        return as(OWNER);
    }

    /** Connections of the server's superuser, not pooled, for tests of what must be refused. */
    public PGSimpleDataSource superuser() {
        return as("postgres");
    }

    /** Connections of any role, not pooled. */
    public PGSimpleDataSource as(String role) {
        return source(name, role);
    }

    public String name() {
        return name;
    }

    public int port() {
        return Server.POSTGRES.getPort();
    }

    /** Runs statements as the owner. */
    public void asOwner(String sql) {
        run(owner(), sql);
    }

    /** Runs statements as the superuser. */
    public void asSuperuser(String sql) {
        run(superuser(), sql);
    }

    @Override
    public void close() {
        app.close();
        run(source("postgres", "postgres"), "drop database if exists " + name + " with (force)");
    }

    private static String create(String template) {
        String name = "test_" + COUNT.incrementAndGet();
        run(source("postgres", "postgres"), "create database " + name + " owner " + OWNER + template);
        return name;
    }

    private static HikariDataSource pool(DataSource source) {
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    private static PGSimpleDataSource source(String database, String role) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {Server.POSTGRES.getPort()});
        source.setDatabaseName(database);
        source.setUser(role);
        source.setPassword(PASSWORD);
        return source;
    }

    private static void run(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "300")
                        .start();
                run(server.getPostgresDatabase(), """
                        create role %1$s login password '%3$s';
                        create role %2$s login password '%3$s';
                        create role %4$s login password '%3$s';
                        """.formatted(OWNER, APP, PASSWORD, VAULT));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Migrated once; each further database is a copy of it. */
    private static final class Template {
        static final String NAME = make();

        private static String make() {
            String name = create("");
            LogSchema.migrate(source(name, OWNER), APP);
            return name;
        }
    }
}
