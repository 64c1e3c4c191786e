package org.comity.standalone.database;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.comity.log.store.LogSchema;
import org.comity.log.vault.Vault;
import org.flywaydb.core.Flyway;

/** Brings every schema to its newest form, each with a history of its own, as the owner. */
public final class Migrations {
    /** Those beside the log, which verifies itself. */
    private static final List<String> SCHEMAS = List.of("command", "query", "node");

    private Migrations() {}

    public static void run(Databases databases) {
        DataSource owner = databases.owner().unpooled();
        LogSchema.migrate(owner, Databases.APP);
        SCHEMAS.forEach(schema -> migrate(owner, schema));
        Vault.migrate(databases.vaultOwner().unpooled());
        LogSchema.verify(databases.app().unpooled());
    }

    /**
     * The form of each schema, as the node's own role sees it: how many scripts have run in it, and whether one failed. It
     * differs from that at the start of a node once another release has run its scripts beneath it.
     */
    public static String state(DataSource app) {
        return Sql.text(
                app,
                SCHEMAS.stream()
                        .map(
                                "(select '%1$s ' || count(*) || ' ' || bool_and(success) from %1$s.flyway_schema_history)"
                                        ::formatted)
                        .collect(Collectors.joining(" || ', ' || ", "select ", "")));
    }

    /** Each script grants to the role of the application what it needs of its tables, and no more. */
    private static void migrate(DataSource owner, String schema) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/" + schema)
                .placeholders(Map.of("appRole", Databases.APP))
                .load()
                .migrate();
        Sql.run(
                owner,
                "grant usage on schema %1$s to %2$s; grant select on %1$s.flyway_schema_history to %2$s"
                        .formatted(schema, Databases.APP));
    }
}
