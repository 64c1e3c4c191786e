package org.comity.log.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogSchemaTest {
    private static final String AN_EVENT = """
            insert into log.event values (0, 's', 0, gen_random_uuid(), 'n', '1', now(), '{}', '{}', null, sha256(''))
            """;

    private final TestDatabase database = TestDatabase.withLog();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isAcceptedAsMigrated() {
        assertThatCode(() -> LogSchema.verify(database.app())).doesNotThrowAnyException();
    }

    @Test
    void canBeMigratedAgainWithoutEffect() {
        assertThatCode(() -> LogSchema.migrate(database.owner(), TestDatabase.APP))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update log.event set payload = ''", "delete from log.event", "truncate log.event"})
    void refusesEveryChangeByTheApplication(String change) throws SQLException {
        run(database.app(), AN_EVENT);

        assertThatThrownBy(() -> run(database.app(), change)).hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update log.event set payload = ''", "delete from log.event", "truncate log.event"})
    void refusesEveryChangeEvenByTheOwner(String change) throws SQLException {
        run(database.app(), AN_EVENT);

        assertThatThrownBy(() -> run(database.owner(), change)).hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "delete", "truncate", "references", "trigger", "update (payload)"})
    void refusesAnApplicationThatMayDoMore(String privilege) {
        database.asOwner("grant " + privilege + " on log.event to " + TestDatabase.APP);

        assertThatThrownBy(() -> LogSchema.verify(database.app()))
                .hasMessageContaining("no more than select and insert");
    }

    @Test
    void refusesAnApplicationThatOwnsTheTable() {
        assertThatThrownBy(() -> LogSchema.verify(database.owner())).hasMessageContaining("must not own log.event");
    }

    @Test
    void refusesASuperuser() {
        assertThatThrownBy(() -> LogSchema.verify(database.superuser()))
                .hasMessageContaining("must not be a superuser");
    }

    @Test
    void refusesADisabledTrigger() {
        database.asOwner("alter table log.event disable trigger append_only");

        assertThatThrownBy(() -> LogSchema.verify(database.app())).hasMessageContaining("trigger append_only");
    }

    @Test
    void refusesCommitsThatDoNotWaitForTheDisk() {
        database.asSuperuser("alter database " + database.name() + " set synchronous_commit = off");

        assertThatThrownBy(() -> LogSchema.verify(database.as(TestDatabase.APP)))
                .hasMessageContaining("synchronous_commit");
    }

    @Test
    void refusesAServerThatDoesNotWriteToTheDisk() throws IOException {
        // As this server for tests comes: neither fsync nor synchronous_commit is on.
        try (EmbeddedPostgres careless = EmbeddedPostgres.start()) {
            LogSchema.migrate(careless.getPostgresDatabase(), "postgres");

            assertThatThrownBy(() -> LogSchema.verify(careless.getPostgresDatabase()))
                    .hasMessageContaining("fsync must be on")
                    .hasMessageContaining("synchronous_commit must not be off");
        }
    }

    @Test
    void refusesADatabaseThatIsNotUtf8() {
        database.asSuperuser("create database latin encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0");
        try {
            var owner = database.owner();
            owner.setDatabaseName("latin");
            database.asSuperuser("alter database latin owner to " + TestDatabase.OWNER);
            LogSchema.migrate(owner, TestDatabase.APP);
            var app = database.as(TestDatabase.APP);
            app.setDatabaseName("latin");

            assertThatThrownBy(() -> LogSchema.verify(app)).hasMessageContaining("UTF8");
        } finally {
            database.asSuperuser("drop database latin with (force)");
        }
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
