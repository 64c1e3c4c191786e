package org.comity.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a node tells of itself in numbers and lines: to whom, of what, and of what never. */
class MetersJourneyTest {
    private static final Path HOUSE = Path.of("../..");
    private static final Path DASHBOARDS = HOUSE.resolve("ops/dashboards");
    private static final Pattern METER =
            Pattern.compile("\\b(?:up|(?:comity|hikaricp|jvm|http|process|disk|logback)_[a-z0-9_]+)\\b");

    private static Node node;
    private static House house;

    @BeforeAll
    static void start() {
        node = Node.fresh("--world-clock", "2026-02-02T09:00:00Z", "--address", "0.0.0.0", "--log", "ecs");
        house = new House(node);
        house.sentMla(Map.of());
        house.preserved(house.now().plus(Duration.ofDays(60)).toString());
        house.refused(
                409, "central-authority.pt", "/api/mla-requests/" + house.sentMla(Map.of()) + "/approve", Map.of());
    }

    @AfterAll
    static void end() {
        node.remove();
    }

    @Test
    void areNotThereForWhoAsksFromElsewhere() throws Exception {
        Optional<InetAddress> own = ownAddress();
        assumeThat(own).as("this machine has an address beside loopback").isPresent();
        String there = "http://" + own.orElseThrow().getHostAddress() + ":" + node.port;
        for (String login : List.of("", "auditor", "administrator")) {
            assertThat(get(there + "/actuator/prometheus", login))
                    .as("to '%s' like any path at which there is nothing", login)
                    .isEqualTo(get(there + "/actuator/nothing", login));
        }
        assertThat(get(there + "/actuator/prometheus", "")).startsWith("401");
        assertThat(get(there + "/actuator/prometheus", "administrator")).startsWith("404");
        assertThat(get(node.url() + "/actuator/prometheus", "")).startsWith("200");
        assertThat(get(node.url() + "/actuator/prometheus", "", "X-Forwarded-For", "127.0.0.1"))
                .as("a proxy makes everybody look local")
                .startsWith("401");
    }

    @Test
    void eachStandsInTheReadmeWithTheSameMeaning() throws IOException {
        var told = new TreeMap<String, String>();
        scrape().lines()
                .filter(line -> line.startsWith("# HELP comity_") && !line.split(" ")[2].endsWith("_max"))
                .forEach(line -> told.put(line.split(" ")[2], line.split(" ", 4)[3]));
        var written = new TreeMap<String, String>();
        Pattern row = Pattern.compile("\\| `(comity_\\w+)` \\|[^|]*\\| (.*) \\|");
        Files.readString(HOUSE.resolve("README.md"))
                .lines()
                .map(row::matcher)
                .filter(m -> m.matches())
                .forEach(m -> written.put(m.group(1), m.group(2)));
        assertThat(written).isEqualTo(told);
    }

    @Test
    void nameNoRequestNoPersonAndNoState() {
        var names = new TreeSet<String>();
        Pattern label = Pattern.compile("(\\w+)=\"([^\"]*)\"");
        scrape().lines()
                .filter(line -> line.startsWith("comity_"))
                .forEach(line -> label.matcher(line).results().forEach(found -> {
                    names.add(found.group(1));
                    assertThat(found.group(2))
                            .as(line)
                            .matches("[a-z0-9.+E-]{1,60}|\\+Inf")
                            .doesNotMatch(".*[0-9a-f]{8}-.*");
                }));
        assertThat(names).isSubsetOf("family", "status", "kind", "group", "outcome", "code", "part", "le");
        assertThat(scrape()).doesNotContain("central-authority.pt", "prosecutor.pt");
        assertThat(scrape().lines().count()).as("series are bounded").isLessThan(2_000);
    }

    @Test
    void aSealedRequestLeavesEveryGauge() {
        String id = house.sentMla(Map.of());
        await().atMost(Duration.ofSeconds(20)).until(() -> transmitted() == 3);
        house.done(
                "central-authority.pt",
                "/api/mla-requests/" + id + "/seal",
                Map.of("readers", List.of(house.as("prosecutor.pt").person())));
        await().atMost(Duration.ofSeconds(20)).until(() -> transmitted() == 2);
        assertThat(value("comity_requests_unacknowledged_oldest_seconds{family=\"mla-request\"}"))
                .isPositive();
        assertThat(value("comity_tasks_open{kind=\"confirm-seal\"}")).isZero();
    }

    @Test
    void everyQueryOfDashboardsAndRulesNamesMetersThatThereAre() throws IOException {
        Set<String> there = scrape().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        there.add("up");
        assertThat(queries()).hasSizeGreaterThan(40);
        for (String query : queries()) {
            assertThat(METER.matcher(query)
                            .results()
                            .map(found -> found.group())
                            .toList())
                    .as(query)
                    .isNotEmpty()
                    .isSubsetOf(there);
        }
    }

    @Test
    void everyQueryOfTheDashboardsHasAnAnswerFromARealPrometheus() throws Exception {
        assumeThat(Prometheus.isThere()).as("Prometheus is on the PATH").isTrue();
        try (var prometheus = Prometheus.watching(node, DASHBOARDS)) {
            for (String query : dashboardQueries()) {
                String asked = query.replace("$__rate_interval", "1m").replace("$instance", ".*");
                await(query)
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> !prometheus.ask(asked).isEmpty());
            }
            assertThat(prometheus.ruleHealth()).hasSizeGreaterThan(10).containsOnly("ok");
        }
    }

    @Test
    void alertsAreSilentWhileAllIsWellAndSpeakWhenItIsNot() throws Exception {
        assumeThat(Prometheus.isThere()).as("Prometheus is on the PATH").isTrue();
        var promtool = new ProcessBuilder("promtool", "test", "rules", "alerts-test.yml")
                .directory(DASHBOARDS.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor()).as(said).isZero();
    }

    @Test
    void linesOfTheConsoleAreJsonIfThatIsWanted() throws IOException {
        assertThat(Files.readAllLines(node.log())).isNotEmpty().allSatisfy(line -> assertThat(
                        Caller.JSON.readTree(line).path("@timestamp").asString())
                .as(line)
                .isNotEmpty());
    }

    private static double transmitted() {
        return value("comity_requests{family=\"mla-request\",status=\"transmitted\"}");
    }

    private static double value(String series) {
        return scrape().lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static String scrape() {
        return Caller.anonymous(node).get("/actuator/prometheus").body();
    }

    private static List<String> queries() throws IOException {
        var queries = dashboardQueries();
        Files.readString(DASHBOARDS.resolve("alerts.yml"))
                .lines()
                .filter(line -> line.strip().startsWith("expr:"))
                .forEach(line -> queries.add(line.strip().substring(5).strip()));
        return queries;
    }

    private static List<String> dashboardQueries() throws IOException {
        var queries = new java.util.ArrayList<String>();
        for (String file : List.of("officer.json", "operator.json")) {
            for (JsonNode panel : Caller.JSON
                    .readTree(Files.readString(DASHBOARDS.resolve(file)))
                    .path("panels")) {
                panel.path("targets")
                        .forEach(target -> queries.add(target.path("expr").asString()));
            }
        }
        return queries;
    }

    private static Optional<InetAddress> ownAddress() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
    }

    /** Status and body. */
    private static String get(String url, String login, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Accept", "application/json, text/plain;q=0.9, */*;q=0.5");
        if (!login.isEmpty()) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((login + ":practice").getBytes(StandardCharsets.UTF_8)));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }
}
