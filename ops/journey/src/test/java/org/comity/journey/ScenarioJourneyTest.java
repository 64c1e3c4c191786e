package org.comity.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comity.journey.Caller.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The ten scenarios, played through the door of one node, and what must hold after them. */
class ScenarioJourneyTest {
    private static Node node;
    private static House house;
    private static String played;
    private static final Map<String, String> IDS = new HashMap<>();

    @BeforeAll
    static void play() throws IOException, InterruptedException {
        node = Node.fresh("--world-clock", "2026-01-07T07:00:00Z");
        house = new House(node);
        Path file = Files.createTempFile("scenarios", ".csv");
        try (var in = ScenarioJourneyTest.class.getResourceAsStream("/scenarios/scenarios.csv")) {
            Files.write(file, in.readAllBytes());
        }
        Path out = Files.createTempFile("played", ".txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.comity.standalone.Comity",
                        "play",
                        file.toString(),
                        "--url",
                        node.url())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        int exit = process.waitFor();
        played = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(exit).as(played).isZero();
        // The player says which id each name of the file stands for.
        Matcher names = Pattern.compile("([MP]-\\d+) = ([0-9a-f-]{36})").matcher(played);
        while (names.find()) {
            IDS.put(names.group(1), names.group(2));
        }
    }

    @AfterAll
    static void end() {
        node.remove();
    }

    private static String id(String name) {
        assertThat(IDS).containsKey(name);
        return IDS.get(name);
    }

    private static Answer mla(String login, String name) {
        return house.as(login).get("/api/mla-requests/" + id(name));
    }

    private static Answer preservation(String login, String name) {
        return house.as(login).get("/api/preservation-requests/" + id(name));
    }

    private static String mlaHistory(String login, String name) {
        return house.as(login).get("/api/mla-requests/" + id(name) + "/history").body();
    }

    private static JsonNode deadlines(String login, String kind, String name) {
        return house.as(login)
                .get("/api/" + kind + "/" + id(name) + "/deadlines")
                .json();
    }

    private static double days(JsonNode duration) {
        return Math.round(Duration.parse(duration.asString()).toMinutes() / 14.4) / 100.0;
    }

    /** When reminders of a preservation were recorded, as the log has them. */
    private static List<String> reminders(String name) throws SQLException {
        try (var hood = new UnderTheHood(node)) {
            return hood.texts("""
                    select metadata::json ->> 'occurredAt' from log.event
                    where name = 'reminder.Reminded' and payload::json ->> 'request' = '%s' order by position
                    """.formatted(id(name)));
        }
    }

    @Test
    void allOneHundredAndFiftyNineStepsEndAsWritten() {
        assertThat(played).contains("159 steps").doesNotContain("DIFFERENT");
    }

    @Test
    void sc01ThePreservationWasNotExpiredOnTheFirstOfMay() {
        assertThat(house.events("contact-point.pt", "preservation-requests", id("P-101")))
                .contains("FollowUpRequestLinked")
                .doesNotContain("PreservationExpired");
        assertThat(preservation("contact-point.pt", "P-101").text("status")).isEqualTo("closed");
    }

    @Test
    void sc01TheHoldBeganWithTheLegalReceiptAndNotWithItsRecording() {
        assertThat(house.as("contact-point.pt")
                        .get("/api/preservation-requests/" + id("P-101") + "/history")
                        .body())
                .contains("2026-03-25T20:15:00Z");
    }

    @Test
    void sc01TheEndOfTheFirstOfMayIsExplainedAsHeldUntilDecided() throws SQLException {
        JsonNode term = deadlines("contact-point.pt", "preservation-requests", "P-101")
                .path("items")
                .valueStream()
                .filter(item -> item.path("rule").asString().equals("ets185-pres-minimum"))
                .findFirst()
                .orElseThrow();
        assertThat(term.path("phase").asString()).isEqualTo("met");
        assertThat(term.path("steps").toString()).contains("stopped", "2026-03-25T20:15:00Z");
        assertThat(reminders("P-101"))
                .as("the hold came before the first warning")
                .isEmpty();
    }

    @Test
    void sc01TheResponseTimeRunsFromTheLegalReceiptToTheExecution() {
        JsonNode took =
                deadlines("central-authority.pt", "mla-requests", "M-101").path("responseTime");
        assertThat(took.path("from").asString()).isEqualTo("2026-03-25T20:15:00Z");
        assertThat(took.path("until").asString()).startsWith("2026-05-18T10:05");
        assertThat(days(took.path("gross"))).isEqualTo(53.58);
        assertThat(days(took.path("waiting"))).isZero();
    }

    @Test
    void sc03TheWarningsFiredFourteenSevenThreeAndOneDaysBefore() throws SQLException {
        assertThat(reminders("P-301"))
                .containsExactly(
                        "2026-02-27T12:00:00Z", "2026-03-06T12:00:00Z", "2026-03-10T12:00:00Z", "2026-03-12T12:00:00Z");
    }

    @Test
    void sc03ARequestReceivedAfterTheEndDidNotReviveTheExpiredPreservation() {
        assertThat(house.events("contact-point.br", "preservation-requests", id("P-301")))
                .contains("PreservationExpired")
                .doesNotContain("FollowUpRequestLinked", "EventCorrected");
        assertThat(preservation("contact-point.br", "P-301").text("status")).isEqualTo("expired");
        assertThat(preservation("contact-point.br", "P-302").text("status")).isEqualTo("held-pending-mla");
    }

    @Test
    void sc03TheGapBetweenEndAndNewHoldCanBeReadByTheAuditor() {
        assertThat(house.as("auditor")
                        .get("/api/preservation-requests/" + id("P-301") + "/history")
                        .body())
                .contains("PreservationExpired", "2026-03-13T12:00:00Z");
        assertThat(preservation("auditor", "P-302").body()).contains(id("P-301"));
    }

    @Test
    void sc04NeitherJapanNorAustraliaFindsAHintOfTheGermanRequest() {
        for (String login : List.of("central-authority.jp", "central-authority.au")) {
            assertThat(mla(login, "M-401").status()).isEqualTo(404);
            assertThat(house.as(login).get("/api/mla-requests?size=200").body()).doesNotContain(id("M-401"));
            assertThat(mla(login, login.endsWith("jp") ? "M-402" : "M-403").body())
                    .doesNotContain(id("M-401"));
        }
        assertThat(mlaHistory("central-authority.au", "M-403")).doesNotContain("\"DE\"");
    }

    @Test
    void sc05DualCriminalityIsNoGroundAgainstAPreservation() {
        String id = house.draftPreservation("contact-point.no", "NO", "MT", Map.of());
        house.preservation(id, "contact-point-2.no", "approve", Map.of());
        house.preservation(
                id,
                "contact-point.no",
                "transmit",
                Map.of("to", house.as("contact-point.mt").authority(), "channel", "contact-point-24-7"));
        house.preservation(id, "contact-point.mt", "acknowledge-receipt", Map.of());
        assertThat(house.as("contact-point.mt")
                        .get("/api/preservation-requests/" + id + "/law")
                        .json()
                        .at("/grounds/refuse")
                        .findValuesAsString("code"))
                .containsExactly("ets185-pres-essential-interests", "ets185-pres-political-offence");
        String path = "/api/preservation-requests/" + id + "/refuse";
        Answer mlaGround = house.refused(
                422,
                "contact-point.mt",
                path,
                Map.of("grounds", List.of("ets185-dual-criminality"), "reason", "No offence here."));
        assertThat(mlaGround.json().path("errors").toString()).contains("grounds[0]");
        house.refused(
                422,
                "contact-point.mt",
                path,
                Map.of("grounds", List.of("ets185-pres-dual-criminality-reservation"), "reason", "No offence here."));
    }

    @Test
    void sc05ThePreservationStayedHeldPastItsEndBecauseTheRequestWasUndecided() {
        assertThat(house.events("contact-point.no", "preservation-requests", id("P-501")))
                .containsSubsequence("FollowUpRequestLinked", "FollowUpDecided", "PreservationClosed")
                .doesNotContain("PreservationExpired");
    }

    @Test
    void sc07TheRoundsAreOneTwoAndThreeAndTheStatuteAnswersTheSecond() {
        String history = mlaHistory("central-authority.ng", "M-701");
        assertThat(house.as("central-authority.ng")
                        .get("/api/mla-requests/" + id("M-701") + "/history")
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(i -> i.path("event").asString().endsWith("InformationRequested"))
                        .map(i -> i.path("round").asInt()))
                .containsExactly(1, 2, 3);
        assertThat(history).contains("\"rounds\":[2,3]");
    }

    @Test
    void sc07GrossAndNetResponseTimeDifferByTheSixtyDaysOfTheRequestingSide() {
        JsonNode took =
                deadlines("central-authority.gb", "mla-requests", "M-701").path("responseTime");
        assertThat(days(took.path("waiting"))).isEqualTo(60);
        assertThat(days(took.path("gross"))).isEqualTo(140);
        assertThat(days(took.path("net"))).isEqualTo(80);
    }

    @Test
    void sc09NothingIsExecutedOrSentAfterTheWithdrawal() {
        String path = "/api/mla-requests/" + id("M-901") + "/";
        assertThat(mla("central-authority.cl", "M-901").text("status")).isEqualTo("closed");
        house.refused(409, "executing-authority.ar", path + "complete-execution", Map.of());
        house.refused(
                409,
                "central-authority.ar",
                path + "transmit-evidence",
                Map.of(
                        "transfer", "X-9",
                        "items", List.of("L1"),
                        "manifest",
                                List.of(Map.of(
                                        "file", "1", "size", 1, "digests", List.of("sha-256:" + "00".repeat(32))))));
        assertThat(mla("central-authority.cl", "M-901").body()).contains("executed");
    }

    @Test
    void sc10WhatWasSealedIsUnsealedForItsOwnSideOnly() {
        assertThat(mla("prosecutor-2.fr", "M-1001").status()).isEqualTo(200);
        assertThat(mla("prosecutor.de", "M-1001").status()).isEqualTo(404);
    }

    @Test
    void sc11TheDisputedTransferCanNeverBeConfirmedAndStaysOnRecord() {
        Answer view = mla("central-authority.ge", "M-1101");
        assertThat(view.body()).contains("X-1", "X-2").contains("superseded");
        assertThat(mlaHistory("central-authority.ge", "M-1101")).contains("\"files\":[\"0113\"]");
    }

    @Test
    void sc13TheErasedPersonReadsAsErasedAndTheHistoryStillReplays() {
        Answer history = house.as("central-authority.ee").get("/api/mla-requests/" + id("M-1301") + "/history");
        assertThat(history.status()).isEqualTo(200);
        assertThat(history.body()).contains("\"erased\":true");
        assertThat(history.json().path("items").valueStream().map(i -> i.path("event")
                        .asString()))
                .contains("LegalHoldPlaced", "LegalHoldLifted", "PersonalDataErased");
    }

    @Test
    void theSameIdsAreUnknownToAStateThatHasNoPartInThem() {
        for (String name : IDS.keySet()) {
            Answer answer = name.startsWith("M-")
                    ? mla("central-authority.zw", name)
                    : preservation("central-authority.zw", name);
            assertThat(answer.status()).as(name).isEqualTo(404);
        }
        assertThat(house.as("central-authority.zw")
                        .get("/api/mla-requests")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(house.as("central-authority.zw")
                        .get("/api/mla-requests/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }
}
