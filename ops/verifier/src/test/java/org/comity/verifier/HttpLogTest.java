package org.comity.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.comity.log.ledger.Tile;
import org.comity.log.ledger.TileAddress;
import org.comity.log.transparency.SampleLog;
import org.comity.log.transparency.TransparencyLog;
import org.comity.log.transparency.Witnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log over HTTP, served by an honest node and by others. */
class HttpLogTest {
    private static final int SIZE = 300;

    private final SampleLog log = new SampleLog(SIZE - 10);
    private final TransparencyLog node = log.node(Witnesses.NONE);
    private UnaryOperator<String> list = honest -> honest;
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        node.follow();
        log.grow(10);
        node.checkpoint();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        log.close();
    }

    @Test
    void anHonestLogIsVerified() throws IOException {
        Verdict verdict = verify();
        assertThat(verdict.code()).as(verdict.text()).isZero();
        assertThat(verdict.text()).contains("VERIFIED: 300 events; 300 of them confirmed by 2 checkpoints");
    }

    @Test
    void aChangedEventIsNamed() throws IOException {
        log.tamper("update log.event set payload = replace(payload, 'event', 'Event') where position = 280");
        Verdict verdict = verify();
        assertThat(verdict.code()).as(verdict.text()).isEqualTo(1);
        assertThat(verdict.text()).contains("position 280: event and leaf do not belong together");
    }

    @Test
    void aLogThatListsNoCheckpointIsHeldToTheOneThatItServes() throws IOException {
        list = honest -> "";
        assertThat(verify().text()).contains("300 of them confirmed by 1 checkpoints");
        log.tamper("delete from log.event where position = 299");
        SampleLog.append(log.database().superuser(), 299, 1, "another");
        assertThat(verify().text()).doesNotContain("VERIFIED");
    }

    @Test
    void aListThatNeverEndsOrIsNoneIsNotBelieved() throws IOException {
        list = honest -> "290\n290\n";
        assertThat(verify().code()).isEqualTo(3);
        list = honest -> "many\n";
        Verdict verdict = verify();
        assertThat(verdict.code()).isEqualTo(3);
        assertThat(verdict.text()).contains("does not list its checkpoints by rising size");
    }

    private Verdict verify() throws IOException {
        Path keys = Files.writeString(log.folder().resolve("keys"), node.verifier() + "\n");
        var bytes = new ByteArrayOutputStream();
        int code = new Verify(new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .perform(List.of(
                        "--url",
                        "http://localhost:" + server.getAddress().getPort() + "/",
                        "--token",
                        "t",
                        "--key",
                        keys.toString()));
        return new Verdict(code, bytes.toString(StandardCharsets.UTF_8));
    }

    private record Verdict(int code, String text) {}

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<byte[]> body = body(
                    exchange.getRequestURI().getPath(), exchange.getRequestURI().getQuery());
            exchange.sendResponseHeaders(
                    body.isPresent() ? 200 : 404, body.isPresent() && body.get().length > 0 ? body.get().length : -1);
            if (body.isPresent()) {
                exchange.getResponseBody().write(body.get());
            }
        }
    }

    private Optional<byte[]> body(String path, String query) {
        String rest = path.substring("/log/".length());
        if (rest.equals("checkpoint")) {
            return node.lastCheckpoint().map(HttpLogTest::bytes);
        }
        if (rest.equals("checkpoints")) {
            long after = query == null ? -1 : Long.parseLong(query.substring("after=".length()));
            return Optional.of(bytes(list.apply(
                    node.signedSizes(after, 1).stream().map(size -> size + "\n").collect(Collectors.joining()))));
        }
        if (rest.startsWith("checkpoint/")) {
            return node.checkpoint(Long.parseLong(rest.substring("checkpoint/".length())))
                    .map(HttpLogTest::bytes);
        }
        if (rest.startsWith("tile/events/")) {
            return node.events(TileAddress.parse(0, rest.substring("tile/events/".length())));
        }
        return node.tile(TileAddress.parse(rest.substring("tile/".length()))).map(Tile::bytes);
    }

    private static byte[] bytes(Object text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
