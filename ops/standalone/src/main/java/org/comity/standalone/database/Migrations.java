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
        Sql.run(owner, "grant usage on schema " + schema + " to " + Databases.APP);
    }
}
