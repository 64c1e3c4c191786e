package org.comity.standalone.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How one role gets into one database. */
public record Access(String url, String user, String password) {
    /** Connections made one by one, for the start. */
    public DataSource unpooled() {
        return new DriverManagerDataSource(url, user, password);
    }

    /** A pool; whoever asks for it closes it. */
    public HikariDataSource pool(String name, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(2);
        // Who cannot have a connection by then is told so, rather than left hanging while the database is away.
        config.setConnectionTimeout(10_000);
        return new HikariDataSource(config);
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
