package org.comity.journey;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The database of a node as its superuser sees it. */
final class UnderTheHood implements AutoCloseable {
    private final Connection connection;

    UnderTheHood(Node node) throws SQLException {
        this(node, "comity");
    }

    UnderTheHood(Node node, String database) throws SQLException {
        Properties postgres = node.postgres();
        connection = DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + postgres.getProperty("port") + "/" + database,
                postgres.getProperty("user"),
                postgres.getProperty("password"));
    }

    long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    byte[] bytes(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getBytes(1);
        }
    }

    List<String> texts(String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** All rows of a table, as a backup holds them. */
    byte[] copyOf(String table) throws SQLException, IOException {
        var rows = new ByteArrayOutputStream();
        copies().copyOut("copy " + table + " to stdout", rows);
        return rows.toByteArray();
    }

    /** Puts the rows of a backup in the place of those of now. */
    void restore(Map<String, byte[]> tables) throws SQLException, IOException {
        execute("begin; truncate " + String.join(", ", tables.keySet()));
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            copies().copyIn("copy " + table.getKey() + " from stdin", new ByteArrayInputStream(table.getValue()));
        }
        execute("commit");
    }

    private CopyManager copies() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    long events() throws SQLException {
        return number("select count(*) from log.event");
    }

    long gaps() throws SQLException {
        return number("select coalesce(max(position) + 1, 0) - count(*) from log.event");
    }

    long stepsBackInTime() throws SQLException {
        return number("""
                select count(*) from (
                  select recorded_at < lag(recorded_at) over (order by position) as back from log.event) as step
                where back""");
    }

    long doubledKeys() throws SQLException {
        return number("select count(command_key) - count(distinct command_key) from log.event");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
