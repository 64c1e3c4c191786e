package org.comity.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.comity.journey.Caller.Answer;
import org.comity.log.ledger.Bundle;
import org.comity.log.ledger.BundleFiles;
import org.comity.log.ledger.SignedNote;
import org.comity.log.ledger.SigningKey;
import org.comity.log.ledger.Unreadable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A bundle leaves the house and proves itself: in a browser without a network, and to a program. */
class AuditBundleJourneyTest {
    private static final String NAME = "Zebulon Quintanilha";
    private static final String BEGIN = "<script id=\"bundle\" type=\"application/json\">";

    private static final SigningKey WITNESS = SigningKey.generate("witness.example/w1");

    @TempDir
    private static Path folder;

    private static Node node;
    private static House house;
    private static Chromium chromium;
    private static String id;
    private static Map<String, byte[]> files;

    @BeforeAll
    static void start() throws IOException {
        Path data = Files.createTempDirectory("comity-journey-");
        Files.writeString(data.resolve("witnesses"), WITNESS.cosigner() + "\n");
        node = Node.over(data, "--world-clock", "2026-03-02T09:00:00Z");
        house = new House(node);
        chromium = new Chromium();
        id = house.sentMla(Map.of("persons", List.of(Map.of("ref", "P1", "role", "suspect", "name", NAME))));
        house.mla(id, "central-authority.pt", "note", Map.of("text", "for ourselves"));
        house.mla(
                id,
                "central-authority.cl",
                "acknowledge-receipt",
                Map.of("legalReceivedAt", house.now().toString()));
        house.mla(id, "central-authority.cl", "accept", Map.of());
        files = unzip(draw("auditor", id, "en"));
    }

    @AfterAll
    static void end() {
        chromium.close();
        node.remove();
    }

    @Test
    void thePageVerifiesWithoutANetworkInEveryLanguage() throws IOException {
        for (String language : List.of("en", "fr", "es", "ru", "zh", "ar")) {
            Page page = show(text(unzip(draw("auditor", id, language)).get("audit.html")));
            assertThat(page.locator("#verdict.whole").count())
                    .as(language + ": " + page.locator("#verdict").innerText())
                    .isEqualTo(1);
            assertThat(page.locator("#events > li.whole").count()).isEqualTo(6);
            assertThat(page.locator("html").getAttribute("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
            page.close();
        }
    }

    @Test
    void thePageLoadsNothingAndSaysWhatIsProvenAndWhatIsClaimed() {
        String html = text(files.get("audit.html"));
        assertThat(html)
                .contains("default-src 'none'")
                .doesNotContain("http://", "https://", "unsafe-inline", "src=", "href=\"/");
        Page page = show(html);
        assertThat(page.locator("#events").innerText()).contains("not proven", NAME);
        page.close();
    }

    @Test
    void theFilesVerifyAsABundle() throws IOException {
        Bundle bundle = BundleFiles.read(zip(files));
        assertThat(bundle.check(List.of())).isEmpty();
        assertThat(bundle.items()).hasSize(6);
        assertThat(bundle.law()).isNotEmpty();
    }

    @Test
    void whatTheOtherSideDoesForItselfIsABareHash() throws IOException {
        Map<String, byte[]> theirs = unzip(draw("supervisor.cl", id, "en"));
        assertThat(theirs.keySet()).filteredOn(name -> name.endsWith(".leaf")).hasSize(3);
        assertThat(BundleFiles.read(zip(theirs)).check(List.of())).isEmpty();
        Page page = show(text(theirs.get("audit.html")));
        assertThat(page.locator("#verdict.whole").count()).isEqualTo(1);
        assertThat(page.locator("#events").innerText()).contains("other side").doesNotContain("for ourselves");
        page.close();
    }

    @Test
    void onlyWhoAnswersForTheFileDrawsIt() {
        String path = "/api/mla-requests/" + id + "/audit-bundle";
        assertThat(house.as("supervisor.pt").get(path).status()).isEqualTo(200);
        assertThat(house.as("data-protection-officer.pt").get(path).status()).isEqualTo(200);
        assertThat(house.as("central-authority.pt").get(path).status()).isEqualTo(403);
        assertThat(house.as("supervisor.zw").get(path).status()).isEqualTo(404);
        assertThat(house.as("administrator").get(path).status()).isEqualTo(404);
    }

    @Test
    void aPreservationHasItsBundleToo() throws IOException {
        String preservation = house.draftPreservation("prosecutor.pt", "PT", "CL", Map.of());
        byte[] zip = draw("auditor", "/api/preservation-requests/" + preservation, preservation, "en");
        assertThat(BundleFiles.read(zip).check(List.of())).isEmpty();
    }

    @Test
    void spontaneousInformationHasItsBundleAndTheWitnessWhoSawItIsInIt() throws Exception {
        String path = "/api/spontaneous-information";
        String told = house.done(
                        "central-authority.pt",
                        path,
                        Map.of(
                                "from",
                                "PT",
                                "to",
                                "CL",
                                "bases",
                                List.of("ets-185"),
                                "nature",
                                "Accounts of a fraud.",
                                "conditions",
                                List.of("Keep it confidential."),
                                "urgent",
                                false))
                .text("id");
        house.done("central-authority.cl", path + "/" + told + "/accept-conditions", Map.of());
        cosign();
        // what happens elsewhere afterwards does not take the witness away
        house.sentMla(Map.of());
        assertThat(house.as("auditor").get("/log/checkpoint").status()).isEqualTo(200);

        Map<String, byte[]> drawn = unzip(draw("auditor", path + "/" + told, told, "en"));

        Bundle bundle = BundleFiles.read(zip(drawn));
        assertThat(bundle.check(List.of())).isEmpty();
        assertThat(SignedNote.parse(bundle.checkpoint()).verifiedBy(List.of(WITNESS.cosigner())))
                .hasSize(1);
        Page page = show(text(drawn.get("audit.html")));
        assertThat(page.locator("#verdict.whole").count())
                .as(page.locator("#verdict").innerText())
                .isEqualTo(1);
        assertThat(page.locator("#events > li.whole").count())
                .isEqualTo(bundle.items().size());
        assertThat(page.locator("#events").innerText()).contains("Accounts of a fraud.");
        assertThat(page.locator("#tree").innerText())
                .contains(WITNESS.cosigner().toString());
        page.close();
        Page forged = show(changed(drawn, data -> {
            String note = data.get("checkpoint").asString();
            // within the last signature, which is the witness's
            int at = note.length() - 40;
            data.put(
                    "checkpoint",
                    note.substring(0, at) + (note.charAt(at) == 'A' ? 'B' : 'A') + note.substring(at + 1));
        }));
        assertThat(forged.locator("#verdict.broken [data-fault=signature]").count())
                .as(forged.locator("#verdict").innerText())
                .isEqualTo(1);
        forged.close();
    }

    private static void cosign() throws Exception {
        SignedNote seen =
                SignedNote.parse(house.as("witness").get("/log/checkpoint").body());
        var post = HttpRequest.newBuilder(URI.create(node.url() + "/log/cosignatures"))
                .header("Content-Type", "text/plain; charset=utf-8")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString("witness:practice".getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(
                        seen.with(WITNESS.cosign(seen.text(), 1_790_000_000)).toString()))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(post, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRequestThatIsLargerThanABundleIsRefusedAndSaysWhereElseItIsProven() {
        String large = house.draftMla("prosecutor.pt", "PT", "CL", Map.of());
        var contents = new LinkedHashMap<String, Object>();
        contents.put(
                "persons",
                IntStream.range(0, 36)
                        .mapToObj(i ->
                                Map.of("ref", "P" + i, "role", "witness", "name", NAME, "details", "x".repeat(20_000)))
                        .toList());
        for (int i = 0; i < 9; i++) {
            house.done("prosecutor.pt", "/api/mla-requests/" + large + "/amend-draft", contents);
        }
        Answer refused = house.as("auditor").get("/api/mla-requests/" + large + "/audit-bundle");
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("audit-bundle.too-large", "more than 8 MB", "the log itself proves them");
    }

    @Test
    void whatIsErasedVerifiesAllTheSame() throws IOException {
        String erased = house.sentMla(Map.of("persons", List.of(Map.of("ref", "P1", "role", "suspect", "name", NAME))));
        String path = "/api/mla-requests/" + erased;
        String proposal = house.done(
                        "data-protection-officer.pt", path + "/erase-personal-data", Map.of("person", "P1"))
                .text("proposal");
        house.done("supervisor.pt", path + "/confirm", Map.of("proposal", proposal));
        org.awaitility.Awaitility.await()
                .untilAsserted(
                        () -> assertThat(house.as("auditor").get(path).body()).doesNotContain(NAME));
        Map<String, byte[]> drawn = unzip(draw("auditor", erased, "en"));
        assertThat(text(drawn.get("audit.html"))).doesNotContain(NAME).contains("Erased");
        Page page = show(text(drawn.get("audit.html")));
        assertThat(page.locator("#verdict.whole").count()).isEqualTo(1);
        page.close();
    }

    /** Each of these is done to the data in the page; it turns red at the event concerned. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload 2 not-in-tree",
                "metadata 3 not-in-tree",
                "time 1 not-in-tree",
                "format 4 form",
                "proof 2 not-in-tree",
                "proofless 2 form",
                "swap 1 sequence",
                "delete 2 sequence",
                "last 5 count",
                "twice 3 order",
                "foreign 2 not-in-tree"
            })
    void aTamperedPageTurnsRedAtItsPlace(String tampering) throws IOException {
        String[] what = tampering.split(" ");
        int at = Integer.parseInt(what[1]);
        Page page = show(changed(data -> tamper(what[0], at, (ArrayNode) data.get("events"))));
        assertThat(page.locator("#verdict.broken").count()).isEqualTo(1);
        assertThat(page.locator("#verdict [data-fault]").first().getAttribute("data-fault"))
                .isEqualTo(what[2]);
        if (!what[2].equals("count")) {
            var events = page.locator("#events > li");
            int shown = what[0].equals("twice") ? at + 1 : at;
            assertThat(events.nth(shown).getAttribute("data-fault")).isEqualTo(what[2]);
            assertThat(events.nth(0).getAttribute("data-fault")).isNull();
            assertThat(page.locator("#verdict").innerText()).contains("position");
        }
        page.close();
    }

    private static void tamper(String what, int at, ArrayNode events) {
        ObjectNode event = (ObjectNode) events.get(at);
        byte[] envelope = Base64.getDecoder().decode(event.get("envelope").asString());
        switch (what) {
            case "payload" -> envelope[envelope.length - 3] ^= 1;
            case "metadata" -> envelope[envelope.length / 2] ^= 1;
            case "time" ->
                envelope[new String(envelope, StandardCharsets.ISO_8859_1).indexOf("\0\0\0\u0001" + "1") + 16] ^= 1;
            case "format" -> envelope[0] = 2;
            case "proof" -> ((ArrayNode) event.get("proof")).remove(0);
            case "proofless" -> event.remove("proof");
            case "swap" -> events.insert(at, events.remove(at + 1));
            case "delete", "last" -> events.remove(at);
            case "twice" -> events.insert(at + 1, event.deepCopy());
            case "foreign" -> event.set("envelope", events.get(at - 1).get("envelope"));
            default -> throw new AssertionError(what);
        }
        if (envelope.length > 0
                && List.of("payload", "metadata", "time", "format").contains(what)) {
            event.put("envelope", Base64.getEncoder().encodeToString(envelope));
        }
    }

    @Test
    void aTamperedCheckpointKeyOrTableTurnsThePageRed() throws IOException {
        Map<String, Consumer<ObjectNode>> tamperings = new LinkedHashMap<>();
        tamperings.put(
                "signature",
                data -> data.put(
                        "checkpoint", data.get("checkpoint").asString().replaceFirst("\n(\\d+)\n", "\n99999\n")));
        tamperings.put("unsigned", data -> ((ArrayNode) data.get("keys")).removeAll());
        tamperings.put("law", data -> {
            ObjectNode table = (ObjectNode) data.get("law").get(0).get("tables").get(0);
            table.put("text", table.get("text").asString() + "x");
        });
        tamperings.put("checkpoint", data -> data.put("checkpoint", "nothing"));
        for (var one : tamperings.entrySet()) {
            Page page = show(changed(one.getValue()));
            assertThat(page.locator("#verdict.broken [data-fault=" + one.getKey() + "]")
                            .count())
                    .as(one.getKey() + ": " + page.locator("#verdict").innerText())
                    .isEqualTo(1);
            page.close();
        }
    }

    @Test
    void aTamperedProgramDoesNotRunAndThePageSaysThatNothingIsVerified() {
        Page page = opened(text(files.get("audit.html")).replace("report.whole ?", "true ?"));
        assertThat(page.locator("#verdict.unknown").count()).isEqualTo(1);
        assertThat(page.locator("#verdict.whole").count()).isZero();
        page.close();
    }

    @Test
    void aTamperedFileIsNamed() throws IOException {
        String event = files.keySet().stream()
                .filter(name -> name.endsWith(".envelope"))
                .skip(2)
                .findFirst()
                .orElseThrow();
        var changed = new LinkedHashMap<>(files);
        byte[] envelope = changed.get(event).clone();
        envelope[envelope.length - 2] ^= 1;
        changed.put(event, envelope);
        assertThatThrownBy(() -> BundleFiles.read(zip(changed)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(event);
        changed.remove(event);
        assertThatThrownBy(() -> BundleFiles.read(zip(changed))).hasMessageContaining("is missing");
    }

    private static String changed(Consumer<ObjectNode> change) throws IOException {
        return changed(files, change);
    }

    private static String changed(Map<String, byte[]> files, Consumer<ObjectNode> change) throws IOException {
        String html = text(files.get("audit.html"));
        int begin = html.indexOf(BEGIN) + BEGIN.length();
        int end = html.indexOf("</script>", begin);
        JsonNode data = Caller.JSON.readTree(html.substring(begin, end));
        change.accept((ObjectNode) data);
        return html.substring(0, begin)
                + Caller.JSON.writeValueAsString(data).replace("<", "\\u003c")
                + html.substring(end);
    }

    private static Page show(String html) {
        Page page = opened(html);
        page.waitForFunction("() => !document.getElementById('verdict').className.includes('unknown')");
        return page;
    }

    private static Page opened(String html) {
        try {
            Path file = Files.createTempFile(folder, "audit", ".html");
            Files.writeString(file, html);
            return chromium.open(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] draw(String login, String request, String language) throws IOException {
        return draw(login, "/api/mla-requests/" + request, request, language);
    }

    private static byte[] draw(String login, String path, String request, String language) throws IOException {
        String pair = login + ":practice";
        var get = HttpRequest.newBuilder(URI.create(node.url() + path + "/audit-bundle"))
                .header("Accept-Language", language)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .build();
        try {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(get, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(text(answer.body())).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .contains("attachment", ".zip");
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        var all = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                all.put(entry.getName(), in.readAllBytes());
            }
        }
        return all;
    }

    private static byte[] zip(Map<String, byte[]> all) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var file : new ArrayList<>(all.entrySet())) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
