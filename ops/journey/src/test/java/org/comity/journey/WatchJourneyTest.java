package org.comity.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the operator must be able to rely on: the node talks to nobody, and says so when something in it stands still. */
class WatchJourneyTest {
    private static Node node;
    private static House house;

    @BeforeAll
    static void start() {
        node = Node.fresh("--world-clock", "2026-02-02T09:00:00Z");
        house = new House(node);
    }

    @AfterAll
    static void end() {
        node.remove();
    }

    @Test
    void nothingPhonesHome() throws Exception {
        house.sentMla(Map.of());
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(node.pid()),
                        "Thread.print")
                .redirectErrorStream(true)
                .start();
        String threads = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(threads).contains("main").doesNotContainIgnoringCase("UpdateCheck");
        assertThat(remoteAddresses(node.pid()))
                .as("connections that leave the machine")
                .isEmpty();
    }

    @Test
    void aHandlerThatFailsStopsItsProcessorShowsInReadinessAndGoesOnWhenItCan() throws Exception {
        assertThat(node.isReady()).isTrue();
        try (var hood = new UnderTheHood(node)) {
            hood.execute("alter table query.mla_register_0 rename to mla_register_away");
            String id = house.sentMla(Map.of());
            await().atMost(Duration.ofSeconds(30)).until(() -> !node.isReady());
            assertThat(house.mlaStatus("central-authority.pt", id))
                    .as("commands are still taken")
                    .isEqualTo("transmitted");
            hood.execute("alter table query.mla_register_away rename to mla_register_0");
            await().atMost(Duration.ofSeconds(90)).until(node::isReady);
            await().atMost(Duration.ofSeconds(30)).until(() -> house.as("central-authority.pt")
                    .get("/api/mla-requests")
                    .body()
                    .contains(id));
        }
    }

    @Test
    void theApplicationsOwnRoleCanNeitherChangeNorRemoveAnEvent() throws Exception {
        house.sentMla(Map.of());
        try (var hood = new UnderTheHood(node)) {
            for (String sql :
                    List.of("update log.event set payload = payload", "delete from log.event", "truncate log.event")) {
                hood.execute("set role comity_app");
                assertThatThrownBy(() -> hood.execute(sql)).hasMessageContaining("permission denied");
                hood.execute("reset role");
                assertThatThrownBy(() -> hood.execute(sql))
                        .as("behind the grants stands a trigger")
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void isNotReadyWhileTheApplicationsRoleCouldChangeTheLog() throws Exception {
        breaks("grant update on log.event to comity_app", "log", "revoke update on log.event from comity_app");
    }

    @Test
    void isNotReadyWhileTheLogContradictsWhatWasSignedAboutIt() throws Exception {
        assertThat(house.as("auditor").get("/log/checkpoint").status()).isEqualTo(200);
        String change = """
                alter table log.event disable trigger append_only;
                update log.event set leaf = set_byte(leaf, 0, 255 - get_byte(leaf, 0))
                    where position = (select max(position) from log.event);
                alter table log.event enable trigger append_only""";
        assertThat(scrape()).contains("comity_log_contradicted 0.0");
        breaks(change, "proof", () -> assertThat(scrape()).contains("comity_log_contradicted 1.0"), change);
        assertThat(house.as("auditor").get("/log/checkpoint").status())
                .as("mended, the log signs again")
                .isEqualTo(200);
    }

    private static String scrape() {
        return Caller.anonymous(node).get("/actuator/prometheus").body();
    }

    @Test
    void isNotReadyWhileTheKeysCannotBeReached() throws Exception {
        breaks(
                "alter database vault allow_connections false; select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = 'vault'",
                "vaultKeys",
                "alter database vault allow_connections true");
    }

    @Test
    void isNotReadyOnceAnotherReleaseHasChangedTheTables() throws Exception {
        breaks("""
                insert into query.flyway_schema_history
                    (installed_rank, description, type, script, installed_by, execution_time, success)
                values (99999, 'of another release', 'SQL', 'V999__x.sql', 'comity_owner', 1, true)""", "migrations", "delete from query.flyway_schema_history where installed_rank = 99999");
    }

    @Test
    void saysWithinSecondsThatItsDatabaseIsGoneAndRecoversByItself() throws Exception {
        ProcessHandle server = server();
        List<String> command = new ArrayList<>(List.of("unshare", "-U"));
        if (!server.info().user().orElse("").equals("root")) {
            command.clear();
        }
        command.add(server.info().command().orElseThrow());
        command.addAll(List.of(server.info().arguments().orElseThrow()));
        signal("INT", server);
        await().atMost(Duration.ofSeconds(30)).until(() -> !server.isAlive());

        awaitNotReadyButAlive("log");
        house.refused(503, "prosecutor.pt", "/api/mla-requests", DRAFT);

        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(node.data().resolve("postgres.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(60)).until(node::isReady);
        house.done("prosecutor.pt", "/api/mla-requests", DRAFT);
    }

    @Test
    void doesNotHangWhereItsDatabaseHangs() throws Exception {
        ProcessHandle server = server();
        var frozen = new ArrayList<ProcessHandle>(server.children().toList());
        frozen.add(server);
        signal("STOP", frozen.toArray(ProcessHandle[]::new));
        try {
            awaitNotReadyButAlive("log");
            long begun = System.nanoTime();
            assertThat(Caller.anonymous(node).get("/actuator/prometheus").body())
                    .contains("comity_ready{part=\"log\"} 0.0")
                    .contains("comity_timetable_overdue NaN");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        } finally {
            signal("CONT", frozen.toArray(ProcessHandle[]::new));
        }
        await().atMost(Duration.ofSeconds(60)).until(node::isReady);
    }

    private static final Map<String, Object> DRAFT =
            Map.of("from", "PT", "to", "CL", "bases", List.of("ets-185"), "items", Map.of("L1", "content"));

    private static void breaks(String breaking, String part, String mending) throws Exception {
        breaks(breaking, part, () -> {}, mending);
    }

    private static void breaks(String breaking, String part, Runnable meanwhile, String mending) throws Exception {
        try (var hood = new UnderTheHood(node)) {
            hood.execute(breaking);
            try {
                awaitNotReadyButAlive(part);
            } finally {
                hood.execute(mending);
            }
            await().atMost(Duration.ofSeconds(60)).until(node::isReady);
        }
    }

    /** A part is looked at once a second, so what breaks now may be told a moment later. */
    private static void awaitNotReadyButAlive(String part) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertNotReadyButAlive(part));
    }

    private static void assertNotReadyButAlive(String part) {
        long begun = System.nanoTime();
        Caller.Answer readiness = Caller.anonymous(node).get("/actuator/health/readiness");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        assertThat(readiness.status()).as(readiness.toString()).isEqualTo(503);
        assertThat(readiness.json().path("components").path(part).path("status").asString())
                .as(readiness.toString())
                .isNotEqualTo("UP");
        assertThat(Caller.anonymous(node).get("/actuator/health/liveness").status())
                .as("a restart would not help")
                .isEqualTo(200);
    }

    /** The PostgreSQL of the node. */
    private static ProcessHandle server() throws IOException {
        String pid = Files.readAllLines(node.data().resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static void signal(String name, ProcessHandle... processes) throws Exception {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        for (ProcessHandle process : processes) {
            command.add(String.valueOf(process.pid()));
        }
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    /** Remote addresses other than loopback to which sockets of a process are connected, as Linux lists them. */
    private static List<String> remoteAddresses(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            for (Path file : files.toList()) {
                String target = Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                        ? Files.readSymbolicLink(file).toString()
                        : "";
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring(8, target.length() - 1));
                }
            }
        }
        var remote = new ArrayList<String>();
        for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "net", table))) {
                String[] columns = line.trim().split("\\s+");
                if (columns.length > 9 && inodes.contains(columns[9]) && !isLocal(columns[2])) {
                    remote.add(table + " " + columns[2]);
                }
            }
        }
        return remote;
    }

    private static boolean isLocal(String address) {
        String host = address.substring(0, address.indexOf(':'));
        return host.matches("0+")
                || host.equals("0100007F")
                || host.equals("0000000000000000FFFF00000100007F")
                || host.equals("00000000000000000000000001000000");
    }
}
