package org.comity.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.comity.journey.Caller.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** SC-13: a witness asks to be forgotten while an appeal holds the record; afterwards is, in every byte that the node keeps. */
class ErasureJourneyTest {
    private static final String AUTHORITY = "central-authority.ee";
    private static final String PROTECTION = "data-protection-officer.ee";
    private static final String HEAD = "supervisor.ee";

    private static final String NAME = "Õnne-Maarja Kuusikäpp";
    private static final String DETAILS = "Zq-details: sat in row nine of the hall";
    private static final String LATER_DETAILS = "Zq-later: moved to the coast";
    private static final String EMAIL = "om.kuusikapp@mail.example";
    private static final String ARABIC_ACCOUNT = "زهير-القرطباوي";
    private static final List<String> OF_THE_WITNESS =
            List.of(NAME, "Kuusikäpp", DETAILS, "Zq-details", LATER_DETAILS, "Zq-later", EMAIL, ARABIC_ACCOUNT);

    /** Not personal and therefore plain: a search that does not find them has not looked. */
    private static final String APPEAL = "Appeal 1-26-1301, Supreme Court";

    private static final String LAST_WORD = "Appeal 1-26-1399, after the erasure";

    private static Node node;
    private static House house;
    private static final Map<String, byte[]> OLDER_VAULT = new LinkedHashMap<>();
    private static String id;
    private static byte[] key;
    private static String told;

    @BeforeAll
    static void play() throws SQLException, IOException {
        node = Node.fresh("--world-clock", "2026-01-07T08:00:00Z");
        house = new House(node);
        drafted();
        executed();
        held();
        at("2026-10-15T09:00:00Z", HEAD, "lift-legal-hold", Map.of("person", "P7", "basis", APPEAL));
        assertThat(read(AUTHORITY).body()).as("not erased yet").doesNotContain("\"erased\":true");
        assertThat(read(PROTECTION).body()).contains(NAME, LATER_DETAILS, EMAIL, ARABIC_ACCOUNT);
        try (var vault = new UnderTheHood(node, "vault")) {
            key = vault.bytes("select wrapped from vault.key where person = 'P7'");
        }
        keepAnOlderDatabase();
        keepAnOlderVault();
        house.walkTo("2026-10-20T09:00:00Z");
        byTwo("erase-personal-data", Map.of("person", "P7", "basis", "Request of the witness, judgment final"));
        await().untilAsserted(() -> assertThat(read(PROTECTION).body()).doesNotContain(NAME));
        at("2026-10-20T10:00:00Z", HEAD, "place-legal-hold", Map.of("person", "P8", "basis", APPEAL));
    }

    @AfterAll
    static void end() {
        node.remove();
    }

    private static void drafted() {
        id = house.draftMla(
                AUTHORITY,
                "EE",
                "US",
                Map.of("persons", persons(DETAILS), "identifiers", List.of(Map.of("email", EMAIL, "person", "P7"))));
        at(
                "2026-01-07T09:00:00Z",
                AUTHORITY,
                "amend-draft",
                Map.of(
                        "persons", persons(LATER_DETAILS),
                        "identifiers",
                                List.of(
                                        Map.of("email", EMAIL, "person", "P7"),
                                        Map.of("account", ARABIC_ACCOUNT, "person", "P7"))));
    }

    private static List<Map<String, String>> persons(String details) {
        return List.of(
                Map.of("ref", "P7", "role", "witness", "name", NAME, "details", details),
                Map.of("ref", "P8", "role", "suspect", "name", "Someone Else"));
    }

    private static void executed() {
        at("2026-01-08T08:00:00Z", "central-authority-2.ee", "approve", Map.of());
        at(
                "2026-01-08T09:00:00Z",
                AUTHORITY,
                "transmit",
                Map.of("to", house.as("central-authority.us").authority(), "channel", "secure-electronic"));
        at(
                "2026-01-12T09:00:00Z",
                "central-authority.us",
                "acknowledge-receipt",
                Map.of("legalReceivedAt", "2026-01-12T09:00:00Z"));
        at("2026-02-02T09:00:00Z", "central-authority.us", "accept", Map.of());
        at("2026-02-05T09:00:00Z", "executing-authority.us", "start-execution", Map.of("order", "88/2026"));
        at(
                "2026-03-05T09:00:00Z",
                "executing-authority.us",
                "conclude-line-item",
                Map.of("items", Map.of("L1", "executed")));
        at("2026-03-05T09:05:00Z", "executing-authority.us", "complete-execution", Map.of());
        at(
                "2026-03-09T09:00:00Z",
                "central-authority.us",
                "transmit-evidence",
                Map.of(
                        "transfer", "X-1",
                        "items", List.of("L1"),
                        "manifest",
                                List.of(Map.of(
                                        "file", "1", "size", 1, "digests", List.of("sha-256:" + "00".repeat(32))))));
        at("2026-03-16T09:00:00Z", AUTHORITY, "confirm-evidence-receipt", Map.of("transfer", "X-1"));
        at("2026-03-17T09:00:00Z", AUTHORITY, "close", Map.of("outcome", "fully-executed"));
    }

    /** The appeal is pending: restriction in the place of erasure, and the person is told. */
    private static void held() {
        at("2026-06-01T09:00:00Z", HEAD, "place-legal-hold", Map.of("person", "P7", "basis", APPEAL));
        house.walkTo("2026-06-10T09:00:00Z");
        Answer refused = house.refused(409, PROTECTION, path() + "/erase-personal-data", Map.of("person", "P7"));
        assertThat(refused.body()).contains("legal-hold").doesNotContain("Kuusikäpp");
        byTwo(
                "restrict-processing",
                Map.of("person", "P7", "ground", "needed-as-evidence", "thenErase", false, "basis", APPEAL));
        await().untilAsserted(
                        () -> assertThat(read(AUTHORITY).body()).doesNotContain(NAME, DETAILS, LATER_DETAILS, EMAIL));
        assertThat(read(AUTHORITY).body()).contains("\"restricted\":true");
        told = "The record is kept until the appeal is decided; you may turn to the inspectorate.";
        house.mla(
                id,
                PROTECTION,
                "answer-person",
                Map.of(
                        "person", "P7",
                        "decision", "restricted",
                        "toldAt", "2026-06-10T08:30:00Z",
                        "channel", "post",
                        "text", told));
    }

    /** All of the database {@code comity} as it is now, as a restored backup would bring it back. */
    private static void keepAnOlderDatabase() throws SQLException {
        try (var superuser = new UnderTheHood(node, "postgres")) {
            superuser.execute("alter database comity allow_connections false");
            superuser.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'comity'");
            superuser.execute("create database comity_older template comity owner comity_owner");
            superuser.execute("alter database comity allow_connections true");
        }
        node.awaitReady();
    }

    /** A backup of the vault as it is now, somewhere else than on the node. */
    private static void keepAnOlderVault() throws SQLException, IOException {
        try (var vault = new UnderTheHood(node, "vault")) {
            for (String table : List.of("key", "blind_index", "restriction", "version", "master_key")) {
                OLDER_VAULT.put("vault." + table, vault.copyOf("vault." + table));
            }
        }
    }

    private static void restoreTheOlderVault() throws SQLException, IOException {
        try (var vault = new UnderTheHood(node, "vault")) {
            vault.restore(OLDER_VAULT);
            assertThat(vault.bytes("select wrapped from vault.key where person = 'P7'"))
                    .as("the key is back")
                    .isEqualTo(key);
        }
    }

    private static double destroyedAgain() {
        return Caller.anonymous(node)
                .get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("comity_vault_destroyed_again_total "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElseThrow();
    }

    private static String path() {
        return "/api/mla-requests/" + id;
    }

    private static void at(String when, String login, String command, Map<String, ?> body) {
        house.walkTo(when);
        house.mla(id, login, command, body);
    }

    private static void byTwo(String command, Map<String, ?> body) {
        byTwo(id, ".ee", command, body);
    }

    private static void byTwo(String request, String state, String command, Map<String, ?> body) {
        String to = "/api/mla-requests/" + request;
        String proposal = house.done("data-protection-officer" + state, to + "/" + command, body)
                .text("proposal");
        house.done("supervisor" + state, to + "/confirm", Map.of("proposal", proposal));
    }

    private static Answer read(String login) {
        return house.as(login).get(path());
    }

    private static List<JsonNode> events(String login) {
        return house.as(login)
                .get(path() + "/history")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    @Test
    void everyEventReplaysWithErasedInItsPlace() {
        for (String login : List.of(AUTHORITY, PROTECTION, HEAD, "central-authority.us", "auditor")) {
            Answer view = read(login);
            assertThat(view.status()).as(login).isEqualTo(200);
            assertThat(view.text("status")).as(login).isEqualTo("closed");
            assertThat(view.json().findValue("persons").path(0).path("name"))
                    .as(login)
                    .hasToString("{\"erased\":true}");
            assertThat(view.body()).as(login).doesNotContain(OF_THE_WITNESS);
            assertThat(house.as(login).get(path() + "/history").body())
                    .as(login)
                    .doesNotContain(OF_THE_WITNESS);
            String page = house.as(login).get("/mla-requests/" + id).body();
            assertThat(page).as(login).contains("<html", "Erased").doesNotContain(OF_THE_WITNESS);
        }
        assertThat(read(AUTHORITY).body()).as("the other person stays").contains("Someone Else");
        assertThat(house.events(PROTECTION, "mla-requests", id))
                .containsExactly(
                        "RequestDrafted",
                        "DraftAmended",
                        "RequestApproved",
                        "RequestTransmitted",
                        "ReceiptAcknowledged",
                        "RequestAccepted",
                        "ExecutionStarted",
                        "LineItemConcluded",
                        "ExecutionCompleted",
                        "EvidenceTransmitted",
                        "EvidenceReceiptConfirmed",
                        "RequestClosed",
                        "LegalHoldPlaced",
                        "Proposed",
                        "ProcessingRestricted",
                        "PersonAnswered",
                        "LegalHoldLifted",
                        "Proposed",
                        "PersonalDataErased",
                        "LegalHoldPlaced");
    }

    @Test
    void theErasureSaysWhyAndWhenTheLastBackupIsGoneAndTheAnswerOutlivesIt() {
        JsonNode erasure = events(PROTECTION).stream()
                .filter(event -> event.path("event").asString().equals("PersonalDataErased"))
                .findFirst()
                .orElseThrow();
        assertThat(erasure.toString()).contains("P7", "2026-11-19", "Request of the witness");
        assertThat(house.as(PROTECTION).get(path() + "/history").body()).contains(told);
    }

    @Test
    void theLogVerifiesAndNoByteOfTheDataFolderTellsOfTheWitness() throws Exception {
        assertThat(verified()).contains("VERIFIED").doesNotContain("FAILED");
        // something after the erasure, so that the write-ahead log is not empty of us
        house.mla(house.sentMla(Map.of()), "supervisor.pt", "place-legal-hold", Map.of("basis", LAST_WORD));
        node.stop();
        var control = new Bytes().text(APPEAL).text(LAST_WORD).in(node.data());
        assertThat(control.get(APPEAL + " as UTF-8"))
                .as("the tables of both databases are looked through")
                .filteredOn(file -> file.startsWith("postgres/base"))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(control.get(LAST_WORD + " as UTF-8"))
                .as("so is the write-ahead log")
                .anyMatch(file -> file.startsWith("postgres/pg_wal"));
        assertThat(new Bytes().text("serves at").in(node.data(), node.log()))
                .as("and what is logged")
                .isNotEmpty();

        var erased = new Bytes().raw("the wrapped key", key);
        OF_THE_WITNESS.forEach(erased::text);
        var left = erased.in(node.data(), node.log());
        node.start();
        assertThat(left).isEmpty();
        everyEventReplaysWithErasedInItsPlace();
    }

    @Test
    void theSearchFindsWhatIsWrittenInAnyEncoding() throws IOException {
        Path folder = Files.createTempDirectory("comity-bytes-");
        Files.writeString(folder.resolve("8"), "x" + NAME, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("16le"), "x" + NAME, StandardCharsets.UTF_16LE);
        Files.writeString(folder.resolve("16be"), NAME + "x", StandardCharsets.UTF_16BE);
        assertThat(new Bytes().text(NAME).text(EMAIL).in(folder))
                .hasSize(3)
                .containsOnlyKeys(NAME + " as UTF-8", NAME + " as UTF-16LE", NAME + " as UTF-16BE");
    }

    /** The log of before the erasure says nothing of it; the keys are gone all the same. */
    @Test
    void anOlderDatabaseDoesNotBringTheWitnessBack() throws IOException {
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(node.data().resolve("database.properties"))) {
            settings.load(reader);
        }
        settings.computeIfPresent(
                "comity.database.url", (name, url) -> url.toString().replace("/comity", "/comity_older"));
        Path folder = Files.createTempDirectory("comity-journey-older-");
        Path file = folder.resolve("older.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        Node older = Node.over(folder, "--database", file.toString());
        try {
            var restored = new House(older);
            assertThat(restored.events(PROTECTION, "mla-requests", id))
                    .contains("LegalHoldLifted")
                    .doesNotContain("PersonalDataErased");
            for (String login : List.of(PROTECTION, HEAD, AUTHORITY)) {
                Answer view = restored.as(login).get(path());
                assertThat(view.status()).isEqualTo(200);
                assertThat(view.body())
                        .as(login)
                        .doesNotContain(OF_THE_WITNESS)
                        .contains("\"erased\":true", "Someone Else");
            }
        } finally {
            older.remove();
        }
    }

    @Test
    void anOlderVaultRestoredBeneathARunningNodeDoesNotBringTheWitnessBack() throws Exception {
        restoreTheOlderVault();
        try (var vault = new UnderTheHood(node, "vault")) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> vault.number("select count(*) from vault.key where person = 'P7'") == 0);
        }
        everyEventReplaysWithErasedInItsPlace();
        theLogVerifiesAndNoByteOfTheDataFolderTellsOfTheWitness();
    }

    @Test
    void anOlderVaultRestoredWhileNoNodeRunsIsHeldToTheLogBeforeANodeIsReady() throws Exception {
        node.kill();
        restoreTheOlderVault();
        node.start();
        everyEventReplaysWithErasedInItsPlace();
        assertThat(destroyedAgain()).isEqualTo(1);
        assertThat(Files.readString(node.data().resolve("comity.log")))
                .contains("1 were destroyed again; was a backup restored?");
    }

    @Test
    void whatWasDecidedIsErasedWhenTheLastHoldIsLifted() {
        String name = "Zq-Thirdperson Lagercrantz";
        String request =
                house.sentMla(Map.of("persons", List.of(Map.of("ref", "P1", "role", "witness", "name", name))));
        String to = "/api/mla-requests/" + request;
        for (String court : List.of("First court", "Second court")) {
            house.mla(request, "supervisor.pt", "place-legal-hold", Map.of("person", "P1", "basis", court));
        }
        byTwo(
                request,
                ".pt",
                "restrict-processing",
                Map.of("person", "P1", "ground", "needed-as-evidence", "thenErase", true));
        await().untilAsserted(() ->
                assertThat(house.as("central-authority.pt").get(to).body()).contains("\"restricted\":true"));
        assertThat(house.as("data-protection-officer.pt").get(to).body()).contains(name);
        house.mla(request, "supervisor.pt", "lift-legal-hold", Map.of("person", "P1"));
        house.refused(409, "data-protection-officer.pt", to + "/erase-personal-data", Map.of("person", "P1"));
        house.mla(request, "supervisor.pt", "lift-legal-hold", Map.of("person", "P1"));
        await().untilAsserted(() -> assertThat(
                        house.as("data-protection-officer.pt").get(to).body())
                .contains("\"erased\":true")
                .doesNotContain(name));
        assertThat(house.events("data-protection-officer.pt", "mla-requests", request))
                .endsWith(
                        "LegalHoldPlaced",
                        "LegalHoldPlaced",
                        "Proposed",
                        "ProcessingRestricted",
                        "LegalHoldLifted",
                        "LegalHoldLifted",
                        "PersonalDataErased");
    }

    private static String verified() throws IOException, InterruptedException {
        Path out = Files.createTempFile("verified", ".txt");
        var verifier = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.comity.verifier.Verify",
                        "--data",
                        node.data().toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        int exit = verifier.waitFor();
        String said = Files.readString(out);
        assertThat(exit).as(said).isZero();
        return said;
    }
}
