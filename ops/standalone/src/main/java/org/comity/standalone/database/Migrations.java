package org.comity.standalone.database;

import java.util.Map;
import javax.sql.DataSource;
import org.comity.log.store.LogSchema;
import org.comity.log.vault.Vault;
import org.flywaydb.core.Flyway;

/** Brings every schema to its newest form, each with a history of its own, as the owner. */
public final class Migrations {
    private Migrations() {}

    public static void run(Databases databases) {
        DataSource owner = databases.owner().unpooled();
        LogSchema.migrate(owner, Databases.APP);
        migrate(owner, "command");
        migrate(owner, "query");
        migrate(owner, "node");
        Vault.migrate(databases.vaultOwner().unpooled());
        LogSchema.verify(databases.app().unpooled());
    }

    /** The application may do with the rows of these schemas what it likes: all of it can be computed again from the log. */
    private static void migrate(DataSource owner, String schema) {
        Sql.run(owner, """
                create schema if not exists %1$s;
                revoke all on schema %1$s from public;
                grant usage on schema %1$s to %2$s;
                alter default privileges in schema %1$s grant select, insert, update, delete, truncate on tables to %2$s;
                alter default privileges in schema %1$s grant usage, select on sequences to %2$s;
                """.formatted(schema, Databases.APP));
        Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/" + schema)
                .placeholders(Map.of("appRole", Databases.APP))
                .load()
                .migrate();
    }
}
