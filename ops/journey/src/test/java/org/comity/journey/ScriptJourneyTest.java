package org.comity.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an operator types: {@code ops/comity} itself, with its options and exit codes. It stands in a house where everything is
 * built already, of the classes under test, so that it has nothing to build.
 */
class ScriptJourneyTest {
    private static final Path SCRIPT = Path.of("../comity");

    @TempDir
    private static Path home;

    private static Node node;
    private static House house;
    private static String request;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(home.resolve("ops"));
        Files.copy(SCRIPT, home.resolve("ops/comity"), StandardCopyOption.COPY_ATTRIBUTES);
        jar("ops/standalone/target/app/comity-standalone-app.jar", "org.comity.standalone.Comity");
        jar("ops/verifier/target/comity-verifier.jar", "org.comity.verifier.Verify");
        Files.createDirectories(home.resolve("ops/verifier/src/main"));
        Files.createDirectories(home.resolve("api/log/src/main"));
        node = Node.fresh("--world-clock", "2026-03-02T09:00:00Z");
        house = new House(node);
        request = house.sentMla(Map.of());
    }

    @AfterAll
    static void end() {
        node.remove();
    }

    /** A jar with nothing but the way to the classes under test. */
    private static void jar(String place, String main) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main);
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(path.split(File.pathSeparator))
                                .filter(entry -> !entry.isEmpty())
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        Path jar = home.resolve(place);
        Files.createDirectories(jar.getParent());
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    private record Said(int code, String text) {}

    private static Said comity(String... typed) {
        var command = new ArrayList<>(List.of(home.resolve("ops/comity").toString()));
        command.addAll(List.of(typed));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("COMITY_DATA", node.data().toString());
        try {
            Process process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void ends(int code, String saying, String... typed) {
        Said said = comity(typed);
        assertThat(said.code()).as(said.text()).isEqualTo(code);
        assertThat(said.text()).contains(saying);
    }

    private static String key() {
        return node.data().resolve("log.vkey").toString();
    }

    @Test
    void verifySaysYesOfTheFolderOfARunningNodeAndOfItsAddress() {
        assertThat(house.as("auditor").get("/log/checkpoint").status()).isEqualTo(200);
        ends(0, "VERIFIED: ", "verify");
        ends(0, "VERIFIED: ", "verify", "--data", node.data().toString());
        String kept = home.resolve("kept").toString();
        String[] overHttp = {
            "verify", "--url", node.url(), "--login", "auditor", "--password", "practice", "--key", key()
        };
        ends(0, "VERIFIED: ", and(overHttp, "--keep", kept));
        house.sentMla(Map.of());
        ends(0, "VERIFIED: ", and(overHttp, "--since", kept));
    }

    @Test
    void verifySaysWhatItCannotSayAndWhatItDoesNotUnderstand() {
        ends(
                3,
                "nothing can be said",
                "verify",
                "--data",
                home.resolve("nowhere").toString());
        ends(
                3,
                "the log answers 401",
                "verify",
                "--url",
                node.url(),
                "--login",
                "auditor",
                "--password",
                "no",
                "--key",
                key());
        ends(
                3,
                "the log answers 404",
                "verify",
                "--url",
                node.url(),
                "--login",
                "prosecutor.pt",
                "--password",
                "practice",
                "--key",
                key());
        ends(2, "this is not understood: --dat", "verify", "--dat", "x");
        ends(0, "verify --bundle FILE", "verify", "--help");
        ends(1, "there is no command verifi", "verifi");
    }

    @Test
    void verifyJudgesABundleByTheKeyThatItIsGiven() throws IOException {
        Path bundle = home.resolve("bundle.zip");
        Files.write(bundle, bundle());
        ends(0, "VERIFIED: ", "verify", "--bundle", bundle.toString(), "--key", key());
        ends(3, "none of these keys is believed yet", "verify", "--bundle", bundle.toString());
        byte[] changed = Files.readAllBytes(bundle);
        changed[changed.length / 2] ^= 1;
        Files.write(bundle, changed);
        ends(1, "FAILED", "verify", "--bundle", bundle.toString(), "--key", key());
    }

    @Test
    void verifyNamesThePositionThatASuperuserHasChanged() throws Exception {
        String change = """
                alter table log.event disable trigger append_only;
                update log.event set payload = translate(payload, 'PC', 'CP') where stream = '%s' and sequence = 0;
                alter table log.event enable trigger append_only""".formatted(request);
        assertThat(house.as("auditor").get("/log/checkpoint").status()).isEqualTo(200);
        try (var hood = new UnderTheHood(node)) {
            long position =
                    hood.number("select position from log.event where stream = '" + request + "' and sequence = 0");
            hood.execute(change);
            ends(1, "position " + position + ": event and leaf do not belong together", "verify");
            hood.execute(change);
        }
        ends(0, "VERIFIED: ", "verify");
    }

    @Test
    void aKeyIsChangedOnceAStartAndTheFormerOneIsNotTakenBack() throws IOException {
        Path current = node.data().resolve("log.key");
        Path former = home.resolve("former.key");
        assertThat(house.as("auditor").get("/log/checkpoint").status()).isEqualTo(200);
        ends(1, "another process already runs", "rotate-log-key");
        ends(
                1,
                "there is no node in the folder",
                "rotate-log-key",
                "--data",
                home.resolve("nowhere").toString());
        node.stop();
        Files.copy(current, former, StandardCopyOption.COPY_ATTRIBUTES);
        ends(0, "The log has a new key", "rotate-log-key");
        ends(1, "start the node once before its key is changed again", "rotate-log-key");
        node.start();
        assertThat(Files.readAllLines(Path.of(key()))).hasSize(2);
        assertThat(node.data().resolve("log-former.key")).doesNotExist();
        house.sentMla(Map.of());
        assertThat(house.as("auditor").get("/log/checkpoint").status()).isEqualTo(200);
        ends(0, "VERIFIED: ", "verify");

        node.stop();
        Path newest = home.resolve("newest.key");
        Files.move(current, newest);
        Files.copy(former, current, StandardCopyOption.COPY_ATTRIBUTES);
        ends(1, "this is a former one, which signs no more", "run", "--port", "0", "--no-scenarios");
        Files.move(newest, current, StandardCopyOption.REPLACE_EXISTING);
        node.start();
        ends(0, "VERIFIED: ", "verify");
    }

    private static String[] and(String[] typed, String... more) {
        var all = new ArrayList<>(List.of(typed));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static byte[] bundle() {
        var get = HttpRequest.newBuilder(URI.create(node.url() + "/api/mla-requests/" + request + "/audit-bundle"))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString("auditor:practice".getBytes(StandardCharsets.UTF_8)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(get, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
