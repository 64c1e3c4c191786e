package org.comity.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.comity.log.ledger.Checkpoint;
import org.comity.log.ledger.ConsistencyProof;
import org.comity.log.ledger.Hash;
import org.comity.log.ledger.InclusionProof;
import org.comity.log.ledger.SignedNote;
import org.comity.log.ledger.SigningKey;
import org.comity.log.ledger.Tile;
import org.comity.log.ledger.TileAddress;
import org.comity.log.ledger.VerifierKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** An auditor and a witness before a running node, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerJourneyTest {
    private static final SigningKey WITNESS = SigningKey.generate("witness.example/w1");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Node node;
    private House house;

    @BeforeAll
    void start() throws IOException {
        Path data = Files.createTempDirectory("comity-journey-");
        Files.writeString(data.resolve("witnesses"), "# those who watch us\n" + WITNESS.cosigner() + "\n");
        node = Node.over(data);
        house = new House(node);
        house.sentMla(Map.of());
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void anAuditorVerifiesCheckpointTilesAndProofs() throws IOException {
        SignedNote first = checkpoint("auditor");
        assertThat(first.verifiedBy(keys())).hasSize(1);
        house.sentMla(Map.of());
        SignedNote second = checkpoint("witness");
        Checkpoint before = Checkpoint.parse(first.text());
        Checkpoint now = Checkpoint.parse(second.text());
        assertThat(now.size()).isGreaterThan(before.size());

        JsonNode grown = house.as("auditor")
                .get("/api/log/consistency?from=" + before.size() + "&to=" + now.size())
                .json();
        assertThat(new ConsistencyProof(before.size(), now.size(), hashes(grown)).proves(before.root(), now.root()))
                .isTrue();
        long last = now.size() - 1;
        JsonNode stands = house.as("administrator")
                .get("/api/log/proof?position=" + last + "&size=" + now.size())
                .json();
        Hash leaf = Hash.ofBase64(stands.path("leaf").asString());
        assertThat(new InclusionProof(last, now.size(), hashes(stands)).proves(leaf, now.root()))
                .isTrue();

        TileAddress edge = TileAddress.in(now.size(), 0, last / 256);
        HttpResponse<byte[]> tile = raw("auditor", "/log/tile/" + edge.path());
        assertThat(tile.headers().firstValue("Cache-Control").orElse("")).contains("immutable", "private");
        assertThat(Tile.of(edge, tile.body()).hashes()).contains(leaf);
        assertThat(raw("auditor", "/log/tile/events/" + edge.suffix()).statusCode())
                .isEqualTo(200);
        assertThat(raw("auditor", "/log/tile/entries/" + edge.suffix()).statusCode())
                .isEqualTo(200);
        assertThat(house.as("auditor").get("/log/checkpoint/" + before.size()).body())
                .isEqualTo(first.toString());
        assertThat(house.as("auditor").get("/log/checkpoints").body().lines())
                .contains(before.size() + "", now.size() + "");
    }

    @Test
    void whatIsNotThereIsNotFoundAndWhatIsMeantOtherwiseIsExplained() {
        for (String path : List.of(
                "/log/tile/0/999",
                "/log/tile/0/000.p/256",
                "/log/tile/0/0",
                "/log/tile/99/000",
                "/log/tile/x/000",
                "/log/tile/99999999999999/000",
                "/log/tile/events/x999/x999/x999/x999/x999/x999/999",
                "/log/checkpoint/-1",
                "/log/checkpoint/99999999999999999999",
                "/log/other")) {
            assertThat(house.as("auditor").get(path).status()).as(path).isEqualTo(404);
        }
        for (String path : List.of(
                "/api/log/proof",
                "/api/log/proof?position=-1",
                "/api/log/proof?position=99999999999",
                "/api/log/proof?position=0&size=99999999999",
                "/api/log/proof?position=0&size=0",
                "/api/log/proof?position=0x1",
                "/api/log/consistency",
                "/api/log/consistency?from=5&to=4",
                "/api/log/consistency?from=0&to=99999999999999999999")) {
            assertThat(house.as("auditor").get(path).status()).as(path).isEqualTo(400);
        }
    }

    @Test
    void nobodyElseLearnsHowManyEventsThereAre() {
        for (String login : List.of("central-authority.pt", "prosecutor.pt", "data-protection-officer.pt")) {
            Caller stranger = house.as(login);
            for (String path : List.of("/log/checkpoint", "/log/checkpoints", "/log/tile/0/000.p/1", "/log/nothing")) {
                assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
                assertThat(stranger.get(path).body())
                        .as(path)
                        .isEqualTo(stranger.get("/log/nothing").body());
            }
            assertThat(stranger.get("/api/log/proof?position=0").body())
                    .isEqualTo(stranger.get("/api/log/nothing").body());
            assertThat(cosign(login, "anything").statusCode()).isEqualTo(404);
        }
        assertThat(Caller.anonymous(node).get("/log/checkpoint").status()).isEqualTo(401);
    }

    @Test
    void aWitnessCosignsAndTheCosignatureIsServedWithTheCheckpoint() {
        SignedNote checkpoint = checkpoint("witness");
        String line = WITNESS.cosign(checkpoint.text(), 1_790_000_000).toString();
        String note = checkpoint.text() + "\n" + line + "\n";
        assertThat(cosign("witness", note).body()).contains(line);
        long size = Checkpoint.parse(checkpoint.text()).size();
        assertThat(house.as("auditor").get("/log/checkpoint/" + size).body()).contains(line);

        assertThat(cosign("witness", note).body()).contains("cosignature.known");
        SigningKey stranger = SigningKey.generate("witness.example/other");
        assertThat(cosign(
                                "witness",
                                checkpoint
                                        .with(stranger.cosign(checkpoint.text(), 1))
                                        .toString())
                        .body())
                .contains("cosignature.unknown-witness");
        assertThat(cosign("witness", note.replace(" ", "  ")).statusCode()).isEqualTo(400);
        assertThat(cosign("witness", "\n").body()).contains("form.wrong");
    }

    @Test
    void aWitnessSeesNoRequest() {
        assertThat(house.as("witness").get("/api/mla-requests").json().path("items"))
                .isEmpty();
        assertThat(raw("witness", "/log/tile/0/000.p/1").statusCode()).isEqualTo(200);
        for (String path : List.of("/log/tile/events/000.p/1", "/log/tile/entries/000.p/1")) {
            assertThat(house.as("witness").get(path).body())
                    .as(path)
                    .isEqualTo(house.as("witness").get("/log/nothing").body());
        }
    }

    private SignedNote checkpoint(String login) {
        return SignedNote.parse(house.as(login).get("/log/checkpoint").body());
    }

    private List<VerifierKey> keys() throws IOException {
        return Files.readAllLines(node.data().resolve("log.vkey")).stream()
                .map(VerifierKey::parse)
                .toList();
    }

    private static List<Hash> hashes(JsonNode proof) {
        return proof.path("path")
                .valueStream()
                .map(hash -> Hash.ofBase64(hash.asString()))
                .toList();
    }

    private HttpResponse<byte[]> raw(String login, String path) {
        return send(
                login,
                HttpRequest.newBuilder(URI.create(node.url() + path)).GET(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> cosign(String login, String note) {
        return send(
                login,
                HttpRequest.newBuilder(URI.create(node.url() + "/log/cosignatures"))
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(note)),
                HttpResponse.BodyHandlers.ofString());
    }

    private static <T> HttpResponse<T> send(
            String login, HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        String pair = login + ":practice";
        try {
            return HTTP.send(
                    request.header(
                                    "Authorization",
                                    "Basic "
                                            + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                            .build(),
                    handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
