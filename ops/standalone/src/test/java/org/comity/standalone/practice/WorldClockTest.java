package org.comity.standalone.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.comity.standalone.database.DataFolder;
import org.comity.standalone.database.Databases;
import org.comity.standalone.database.EmbeddedServer;
import org.comity.standalone.database.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class WorldClockTest {
    private static final Instant MACHINE = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant BEGIN = Instant.parse("2026-01-07T08:00:00Z");

    @TempDir
    static Path temporary;

    private static DataFolder folder;
    private static EmbeddedServer server;
    private static Databases databases;

    private Instant machineNow = MACHINE;
    private final InstantSource machine = () -> machineNow;
    private final AtomicLong nanoTime = new AtomicLong();
    private DataSource app;

    @BeforeAll
    static void start() {
        folder = DataFolder.open(temporary.resolve("data"));
        server = EmbeddedServer.start(folder);
        databases = Databases.of(server, folder);
        Migrations.run(databases);
    }

    @AfterAll
    static void stop() {
        server.close();
        folder.close();
    }

    @BeforeEach
    void forget() {
        app = databases.app().unpooled();
        JdbcClient.create(databases.owner().unpooled())
                .sql("truncate node.world_clock")
                .update();
    }

    @Test
    void isTheMachinesIfNothingIsSaid() {
        assertThat(clock(null).instant()).isEqualTo(MACHINE);
    }

    @Test
    void startsWhereAFreshDatabaseIsToldAndRunsOn() {
        WorldClock clock = clock(BEGIN);
        assertThat(clock.instant()).isEqualTo(BEGIN);
        machineNow = MACHINE.plusSeconds(90);
        assertThat(clock.instant()).isEqualTo(BEGIN.plusSeconds(90));
    }

    @Test
    void runsOnOverARestartWhateverIsToldThen() {
        clock(BEGIN);
        machineNow = MACHINE.plus(Duration.ofHours(3));
        assertThat(clock(Instant.parse("2030-01-01T00:00:00Z")).instant()).isEqualTo(BEGIN.plus(Duration.ofHours(3)));
    }

    @Test
    void standsStillDuringAWalkAndRunsOnFromThere() {
        WorldClock clock = clock(BEGIN);
        Instant stop = BEGIN.plus(Duration.ofDays(60));
        clock.standAt(stop);
        machineNow = MACHINE.plusSeconds(90);
        assertThat(clock.instant()).isEqualTo(stop);

        clock.runOn();
        machineNow = MACHINE.plusSeconds(100);
        assertThat(clock.instant()).isEqualTo(stop.plusSeconds(10));
    }

    @Test
    void isTheSameOnAllNodes() {
        WorldClock here = clock(BEGIN);
        WorldClock there = clock(BEGIN);
        Instant stop = BEGIN.plus(Duration.ofDays(60));
        here.standAt(stop);
        nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(there.instant()).isEqualTo(stop);
    }

    private WorldClock clock(Instant start) {
        return WorldClock.of(app, machine, start, nanoTime::get);
    }
}
