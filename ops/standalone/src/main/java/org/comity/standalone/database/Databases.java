package org.comity.standalone.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import javax.sql.DataSource;
import org.comity.log.vault.Vault;

/**
 * Where the log with its two sides and the vault are, and as whom a node comes to them.
 *
 * @param app reads and writes; may append to the log and never change it
 * @param owner owns the schemas; used for migrations only
 * @param vault reads, adds and deletes keys
 * @param vaultOwner owns the vault; used for migrations only
 * @param masterKey file that holds the master key of the vault
 * @param proof what signs the log
 */
public record Databases(Access app, Access owner, Access vault, Access vaultOwner, Path masterKey, ProofFiles proof) {
    public static final String APP = "comity_app";
    public static final String OWNER = "comity_owner";
    /** How a further node joins; every node with an embedded server has it in its data folder. */
    public static final String FILE = "database.properties";

    /** The databases of an embedded server; made if they are not there. */
    public static Databases of(EmbeddedServer server, DataFolder folder) {
        Properties known = folder.read(FILE);
        String ownerPassword = password(known, "comity.owner.password");
        var databases = new Databases(
                new Access(server.url("comity"), APP, password(known, "comity.database.password")),
                new Access(server.url("comity"), OWNER, ownerPassword),
                new Access(server.url("vault"), Vault.ROLE, password(known, "comity.vault.password")),
                new Access(server.url("vault"), OWNER, ownerPassword),
                folder.file("master.key"),
                ProofFiles.in(folder.path()));
        // written before the roles are made: a crash in between must not lose their passwords
        folder.write(FILE, databases.properties(), "how a further node joins: comity run --database THIS-FILE");
        databases.create(server);
        return databases;
    }

    /** Databases that somebody else runs, as the settings name them. */
    public static Databases of(Properties settings) {
        var app = access(settings, "comity.database");
        var owner = new Access(app.url(), need(settings, "comity.owner.user"), need(settings, "comity.owner.password"));
        var vault = access(settings, "comity.vault");
        return new Databases(
                app,
                owner,
                vault,
                new Access(vault.url(), owner.user(), owner.password()),
                Path.of(need(settings, "comity.master-key")),
                ProofFiles.of(settings));
    }

    /** The settings by which a further node joins the databases of a node that has run over this folder. */
    public static Properties settings(Path dataFolder) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(dataFolder.resolve(FILE))) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new IllegalStateException("the file " + dataFolder.resolve(FILE) + " cannot be read", e);
        }
    }

    private static Access access(Properties settings, String prefix) {
        return new Access(
                need(settings, prefix + ".url"),
                need(settings, prefix + ".user"),
                need(settings, prefix + ".password"));
    }

    private static String need(Properties settings, String name) {
        String value = settings.getProperty(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("an external database needs the setting " + name);
        }
        return value;
    }

    private static String password(Properties known, String name) {
        return known.getProperty(name, Passwords.random());
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("comity.database.url", app.url());
        properties.setProperty("comity.database.user", app.user());
        properties.setProperty("comity.database.password", app.password());
        properties.setProperty("comity.owner.user", owner.user());
        properties.setProperty("comity.owner.password", owner.password());
        properties.setProperty("comity.vault.url", vault.url());
        properties.setProperty("comity.vault.user", vault.user());
        properties.setProperty("comity.vault.password", vault.password());
        properties.setProperty("comity.master-key", masterKey.toString());
        properties.setProperty("comity.log-key", proof.keys().current().toString());
        return properties;
    }

    private void create(EmbeddedServer server) {
        DataSource superuser = server.superuser();
        role(superuser, owner);
        role(superuser, app);
        role(superuser, vault);
        database(superuser, "comity");
        database(superuser, "vault");
        Sql.run(superuser, """
                revoke connect on database comity from public;
                revoke connect on database vault from public;
                grant connect on database comity to %1$s, %2$s;
                grant connect on database vault to %1$s, %3$s;
                """.formatted(OWNER, APP, Vault.ROLE));
        // Whoever destroys a key sees to it that the write-ahead log forgets it, too.
        Sql.run(superuser, "grant pg_checkpoint to " + Vault.ROLE);
        Sql.run(server.superuser("vault"), "grant execute on function pg_switch_wal() to " + Vault.ROLE);
    }

    private static void role(DataSource superuser, Access access) {
        boolean there = !Sql.text(superuser, "select 1 from pg_roles where rolname = '" + access.user() + "'")
                .isEmpty();
        Sql.run(
                superuser,
                (there ? "alter" : "create") + " role " + access.user() + " login password '" + access.password()
                        + "'");
    }

    private static void database(DataSource superuser, String name) {
        if (Sql.text(superuser, "select 1 from pg_database where datname = '" + name + "'")
                .isEmpty()) {
            Sql.run(superuser, "create database " + name + " owner " + OWNER);
        }
    }
}
