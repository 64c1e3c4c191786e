package org.comity.log.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.comity.log.names.EventCodec;
import org.comity.log.store.Append.NewEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A commit whose answer was lost is looked up before anything is repeated. */
class LostAnswerTest {
    private final TestDatabase database = TestDatabase.withLog();
    private final HikariDataSource otherNode = database.appOfAnotherNode();
    private final EventLog log = new EventLog(database.app(), EventCodec.OF_THE_HOUSE);
    private final BrokenLine line = new BrokenLine();
    private final LogWriter writer = new LogWriter(line.over(database.app()), InstantSource.system(), position -> {});
    private final LogWriter other = new LogWriter(otherNode, InstantSource.system(), position -> {});

    @AfterEach
    void close() {
        otherNode.close();
        database.close();
    }

    @Test
    void isFoundAndNotRepeatedIfTheLogHadTakenIt() {
        writer.append(append("a", 0, null));
        line.breakNext(BrokenLine.AFTER);

        LogWriter.Place place = writer.append(append("a", 1, "cd".repeat(32)));

        assertThat(place.position()).isEqualTo(1);
        assertThat(log.storedEvents("a", 1))
                .singleElement()
                .satisfies(event -> assertThat(event.envelope().recordedAt()).isEqualTo(place.recordedAt()));
        assertThat(writer.append(append("a", 2, null)).position()).isEqualTo(2);
    }

    @Test
    void isRepeatedIfTheLogHadNotTakenIt() {
        line.breakNext(BrokenLine.BEFORE);

        assertThat(writer.append(append("a", 0, null)).position()).isZero();

        assertThat(log.storedEvents("a", 0)).hasSize(1);
    }

    @Test
    void isFoundAlsoIfOthersHaveAppendedSince() {
        line.breakNext((connection, statement) -> {
            statement.execute();
            other.append(append("b", 0, null));
            BrokenLine.broken();
        });

        assertThat(writer.append(append("a", 0, null)).position()).isZero();

        assertThat(log.end().position()).isEqualTo(1);
    }

    @Test
    void isALossIfSomebodyElseTookThePlaceMeanwhile() {
        line.breakNext((connection, statement) -> {
            other.append(append("a", 0, null));
            BrokenLine.broken();
        });

        assertThatThrownBy(() -> writer.append(append("a", 0, null))).isInstanceOf(LogWriter.Lost.class);

        assertThat(log.end().position()).isZero();
    }

    @Test
    void isFoundAlsoIfTheServerOnlyCommitsAfterTheLookup() throws Exception {
        var hanging = new AtomicReference<Connection>();
        var sent = new CountDownLatch(1);
        line.breakNext((connection, statement) -> {
            connection.setAutoCommit(false);
            statement.execute();
            line.letHang(connection);
            hanging.set(connection);
            sent.countDown();
            BrokenLine.broken();
        });
        // Hikari would roll back what is returned to it, so this line comes from outside the pool.
        var slow = new LogWriter(line.over(database.as(TestDatabase.APP)), InstantSource.system(), position -> {});

        var answer = CompletableFuture.supplyAsync(() -> slow.append(append("a", 0, "ef".repeat(32))));
        sent.await();
        Awaitility.await().until(this::somebodyWaitsForALock);
        hanging.get().commit();

        assertThat(answer.get().position()).isZero();
        assertThat(log.storedEvents("a", 0)).hasSize(1);
        hanging.get().close();
    }

    @Test
    void isFoundAlsoIfTheServerCommitsRightAfterTheLookup() {
        var slow = new LogWriter(line.over(database.as(TestDatabase.APP)), InstantSource.system(), position -> {});
        line.breakNext((connection, statement) -> {
            connection.setAutoCommit(false);
            statement.execute();
            line.letHang(connection);
            line.betweenLookupAndEnd(() -> {
                connection.commit();
                connection.close();
            });
            BrokenLine.broken();
        });

        assertThat(slow.append(append("a", 0, null)).position()).isZero();

        assertThat(log.storedEvents("a", 0)).hasSize(1);
    }

    @Test
    void isNotKnownIfTheLogCannotBeReachedAtAll() {
        otherNode.close();

        assertThatThrownBy(() -> other.append(append("a", 0, null)))
                .isInstanceOfSatisfying(
                        LogUnavailable.class, e -> assertThat(e.isInDoubt()).isFalse());
    }

    private boolean somebodyWaitsForALock() throws Exception {
        try (var connection = database.superuser().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from pg_locks where not granted")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    private static Append append(String stream, long sequence, String key) {
        return new Append(List.of(new NewEvent(stream, sequence, UUID.randomUUID(), "n", "1", "{}", "{}", key)));
    }
}
