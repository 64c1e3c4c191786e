package org.comity.query.projection;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which slot of each projection is read, and up to which position of the log it is true. */
@Component
public final class Progress {
    private final JdbcClient sql;

    public Progress(DataSource dataSource) {
        this.sql = JdbcClient.create(dataSource);
    }

    record Mark(Slot slot, long position) {}

    /** The slot that is to be read now. */
    public Slot slot(String projection) {
        return read(projection, "").slot();
    }

    long position(String projection) {
        return read(projection, "").position();
    }

    /** The same, with the writers of the projection held back until the transaction ends. */
    Mark hold(String projection) {
        return read(projection, " for update");
    }

    void move(String projection, Mark to) {
        sql.sql("update query.projection set slot = ?, position = ? where name = ?")
                .params(to.slot().number(), to.position(), projection)
                .update();
    }

    private Mark read(String projection, String lock) {
        return sql.sql("select slot, position from query.projection where name = ?" + lock)
                .param(projection)
                .query((row, number) -> new Mark(new Slot(row.getInt("slot")), row.getLong("position")))
                .single();
    }
}
