package org.comity.journey;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

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

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
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
