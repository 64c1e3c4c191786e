package org.comity.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.query.register.People.CENTRAL_PT;
import static org.comity.query.register.People.by;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.comity.api.MlaRequestId;
import org.comity.api.Recorded;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaStatus;
import org.comity.api.view.RequestFilter;
import org.comity.query.mla.MlaRegister;
import org.comity.query.register.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    private final QueryNode node = new QueryNode();

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void leavesOutWhatIsDeliveredAgain() {
        MlaRequestId id = drafted();
        List<Recorded<?>> events = node.log.readAfter(-1, 100);
        node.batches.write(node.mlaRegister, events, 0);
        node.happened(new MlaRequestEvent.DraftDiscarded(id, null), by(CENTRAL_PT, "2026-03-21T09:00:00Z"));
        node.batches.write(node.mlaRegister, node.log.readAfter(0, 100), 1);
        List<String> rows = node.rows(node.mlaRegister);

        node.batches.write(node.mlaRegister, events, 0);

        assertThat(node.rows(node.mlaRegister)).isEqualTo(rows);
        assertThat(node.progress.position(MlaRegister.NAME)).isEqualTo(1);
    }

    @Test
    void isRightAlsoWhenAnotherNodeWroteInBetween() {
        MlaRequestId id = drafted();
        node.batches.write(node.mlaRegister, node.log.readAfter(-1, 100), 0);
        node.happened(new MlaRequestEvent.RequestApproved(id, null, null), by(CENTRAL_PT, "2026-03-21T09:00:00Z"));
        var other = new MlaRegister(node.mla, node.batches, node.progress, node.log, node.dataSource);
        node.batches.write(other, node.log.readAfter(0, 100), 1);
        node.happened(
                new MlaRequestEvent.ApprovalRevoked(id, node.sealed(id, null, "x")),
                by(CENTRAL_PT, "2026-03-22T09:00:00Z"));

        node.batches.write(node.mlaRegister, node.log.readAfter(1, 100), 2);

        assertThat(node.mlaRegister
                        .find(RequestFilter.<MlaStatus>all(), CENTRAL_PT)
                        .items()
                        .getFirst()
                        .status())
                .isEqualTo(MlaStatus.DRAFT);
    }

    @Test
    void goesOnWhileItIsRebuiltAndMissesNothing() throws Exception {
        node.running();
        var stop = new AtomicBoolean();
        var ids = new ArrayList<MlaRequestId>();
        var writer = CompletableFuture.runAsync(() -> {
            while (!stop.get()) {
                ids.add(drafted());
            }
        });
        for (int i = 0; i < 3; i++) {
            assertThat(node.rebuild.run(MlaRegister.NAME, told -> {}).stage()).isEqualTo(Rebuild.Stage.DONE);
        }
        stop.set(true);
        writer.get(1, TimeUnit.MINUTES);
        node.caughtUp();

        assertThat(node.rows(node.mlaRegister)).hasSameSizeAs(ids);
    }

    @Test
    void showsHowFarARebuildIs() {
        for (int i = 0; i < 5; i++) {
            drafted();
        }
        var told = new ArrayList<Rebuild.State>();

        node.rebuild.run(MlaRegister.NAME, told::add);

        assertThat(told).extracting(Rebuild.State::stage).containsExactly(Rebuild.Stage.RUNNING, Rebuild.Stage.DONE);
        assertThat(told.getLast().position()).isEqualTo(4);
        assertThat(told.getLast().end()).isEqualTo(4);
    }

    @Test
    void isRebuiltByOneNodeAtATime() throws Exception {
        drafted();
        try (var connection = node.dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('rebuild mla-register', 0))");

            assertThat(node.rebuild.run(MlaRegister.NAME, told -> {}).stage()).isEqualTo(Rebuild.Stage.ELSEWHERE);

            statement.execute("select pg_advisory_unlock(hashtextextended('rebuild mla-register', 0))");
        }
    }

    @Test
    void letsAWaitingReaderGoAsSoonAsItIsThere() throws Exception {
        node.running();
        long position = node.log.end().position() + 1;
        drafted();

        node.reached.await(MlaRegister.NAME, node.tokens.token(position));

        assertThat(node.progress.position(MlaRegister.NAME)).isGreaterThanOrEqualTo(position);
    }

    private MlaRequestId drafted() {
        MlaRequestId id = Samples.mla();
        node.happened(Samples.drafted(node, id, "Fraud"), by(CENTRAL_PT, "2026-03-20T09:00:00Z"));
        return id;
    }
}
