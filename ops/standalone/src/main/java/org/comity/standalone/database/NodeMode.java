package org.comity.standalone.database;

import java.util.Locale;
import javax.sql.DataSource;

/** What a database is for; recorded at its first start and never changed. */
public enum NodeMode {
    /** Invented people and a clock that can be moved. */
    PRACTICE,
    /** The real world. */
    PRODUCTION;

    /**
     * Holds a database to the mode of its first start: neither may invented people meet real requests, nor real requests a
     * clock that can be moved.
     *
     * @throws IllegalStateException if the database was started in the other mode
     */
    public void claim(DataSource app) {
        Sql.run(app, "insert into node.mode (mode) values ('" + this + "') on conflict do nothing");
        String recorded = Sql.text(app, "select mode from node.mode");
        if (!recorded.equals(toString())) {
            throw new IllegalStateException("this database is for " + recorded + " and is never used for " + this
                    + "; start with another data folder or database");
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
