package org.comity.log.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The schema {@code log}: made by its owner, and verified by whoever is going to write to it. */
public final class LogSchema {
    private static final Pattern ROLE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    /** Of every table of the schema, the last of which is the history of Flyway that only the owner reads. */
    private static final String POWERS = """
            select current_setting('server_encoding') = 'UTF8'                             as utf8,
                   current_setting('fsync') = 'on'                                         as fsync,
                   current_setting('synchronous_commit') <> 'off'                          as synchronous,
                   not (select rolsuper from pg_roles where rolname = current_user)        as no_superuser,
                   not bool_or(pg_has_role(current_user, part.relowner, 'member'))         as no_owner,
                   not has_schema_privilege('log', 'create')                               as no_create,
                   bool_and(has_table_privilege(part.oid, 'select')
                       and has_table_privilege(part.oid, 'insert'))                        as enough,
                   not bool_or(has_table_privilege(part.oid, 'update, delete, truncate, references, trigger')
                       or has_any_column_privilege(part.oid, 'update'))                    as not_more,
                   bool_and(exists (select 1 from pg_trigger where tgrelid = part.oid
                       and tgname = 'append_only' and tgenabled in ('O', 'A')))            as "trigger"
            from pg_class part
            where part.relnamespace = 'log'::regnamespace and part.relkind in ('r', 'p')
              and part.relname <> 'flyway_schema_history'
            """;

    /** What must be true, under the column that says whether it is. */
    private static final Map<String, String> DEMANDS = Map.ofEntries(
            Map.entry("utf8", "the encoding of the database must be UTF8, else stored bytes would change"),
            Map.entry("fsync", "fsync must be on, else acknowledged events can be lost"),
            Map.entry("synchronous", "synchronous_commit must not be off, else acknowledged events can be lost"),
            Map.entry("no_superuser", "the application's role must not be a superuser"),
            Map.entry(
                    "no_owner",
                    "the application's role must not own log.event or another table of the log, nor belong to its owner"),
            Map.entry("no_create", "the application's role must not create objects in the schema log"),
            Map.entry("enough", "the application's role needs select and insert on the tables of the log"),
            Map.entry(
                    "not_more",
                    "the application's role must have no more than select and insert on the tables of the log"),
            Map.entry("trigger", "the trigger append_only on each table of the log must be enabled"));

    private LogSchema() {}

    /**
     * Brings the schema to its newest form.
     *
     * @param owner connections of the owner's role, who may create the schema
     * @param appRole role that will append and read, and nothing else
     */
    public static void migrate(DataSource owner, String appRole) {
        if (!ROLE.matcher(appRole).matches()) {
            throw new IllegalArgumentException("a role is named by lower-case letters, digits and underscores");
        }
        Flyway.configure()
                .dataSource(owner)
                .schemas("log")
                .defaultSchema("log")
                .locations("classpath:db/log")
                .placeholders(Map.of("appRole", appRole))
                .load()
                .migrate();
    }

    /**
     * Refuses to start over a database that could lose, change or misread an event.
     *
     * @param app connections of the application's role
     * @throws IllegalStateException that lists everything that must be mended
     */
    public static void verify(DataSource app) {
        List<String> broken = new ArrayList<>();
        try (Connection connection = app.getConnection();
                ResultSet row = connection.createStatement().executeQuery(POWERS)) {
            row.next();
            for (Map.Entry<String, String> demand : DEMANDS.entrySet()) {
                if (!row.getBoolean(demand.getKey())) {
                    broken.add(demand.getValue());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the log cannot be verified: " + e.getMessage(), e);
        }
        if (!broken.isEmpty()) {
            throw new IllegalStateException("the log refuses to start: "
                    + String.join("; ", broken.stream().sorted().toList()));
        }
    }
}
