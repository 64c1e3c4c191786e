package org.comity.standalone.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Statements of the start, before there is a pool or a container. */
final class Sql {
    private Sql() {}

    static void run(DataSource source, String statements) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException e) {
            // the statement is not repeated: it may hold a password
            throw new IllegalStateException("the database refuses what the start asks of it: " + e.getMessage(), e);
        }
    }

    /** The first column of the first row; empty if there is none. */
    static String text(DataSource source, String query) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            String value = row.next() ? row.getString(1) : null;
            return value == null ? "" : value;
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer: " + e.getMessage(), e);
        }
    }
}
