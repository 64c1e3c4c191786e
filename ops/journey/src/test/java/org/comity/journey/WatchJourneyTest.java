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
    void metersAreServedToTheMachineItselfAndNameNobody() {
        String meters = Caller.anonymous(node).get("/actuator/prometheus").body();
        assertThat(meters).contains("jvm_").doesNotContain("central-authority.pt");
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
