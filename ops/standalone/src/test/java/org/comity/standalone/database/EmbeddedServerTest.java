package org.comity.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.comity.api.Form;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonRef;
import org.comity.api.Personal;
import org.comity.log.vault.MasterKey;
import org.comity.log.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    @TempDir
    Path temporary;

    private DataFolder folder;
    private EmbeddedServer server;

    @BeforeEach
    void start() {
        folder = DataFolder.open(temporary.resolve("data"));
        server = EmbeddedServer.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
        folder.close();
    }

    @Test
    void isDurableAndReachableFromThisMachineOnly() {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(setting("unix_socket_directories")).isEmpty();
        assertThat(setting("server_encoding")).isEqualTo("UTF8");
        assertThat(setting("server_version")).startsWith("18.");
    }

    @Test
    void asksForAPassword() {
        var stranger = new Access(server.url("postgres"), "postgres", "guessed").unpooled();
        assertThatThrownBy(() -> Sql.text(stranger, "select 1")).hasMessageContaining("authentication failed");
    }

    @Test
    void keepsItsSecretsToTheOwner() throws IOException {
        Databases.of(server, folder);
        for (String name : List.of("postgres.properties", "database.properties")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.file(name))))
                    .isEqualTo("rw-------");
        }
        assertThat(folder.read("postgres.properties"))
                .containsEntry("user", "postgres")
                .containsKeys("port", "password");
        assertThat(folder.file("initdb.password")).doesNotExist();
    }

    @Test
    void keepsDataAndPortOverARestart() {
        Databases before = Databases.of(server, folder);
        keepSomething(before);
        server.close();
        server = EmbeddedServer.start(folder);

        Databases after = Databases.of(server, folder);
        // the name of the log is an offer that counts on the first start only
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("proof.origin")
                .isEqualTo(before);
        assertThat(kept(after)).isEqualTo("7");
    }

    @Test
    void stopsTheServerThatAKilledProcessLeftBehind() throws Exception {
        server.close();
        folder.close();
        startInAProcessThatDies();
        folder = DataFolder.open(temporary.resolve("data"));
        long leftBehind = serverProcess();
        assertThat(ProcessHandle.of(leftBehind).filter(ProcessHandle::isAlive)).isPresent();

        server = EmbeddedServer.start(folder);
        assertThat(ProcessHandle.of(leftBehind).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(Sql.text(server.superuser(), "select 1")).isEqualTo("1");
    }

    @Test
    void recoversFromTheDeathOfTheServerItself() {
        Databases databases = Databases.of(server, folder);
        keepSomething(databases);
        ProcessHandle process = ProcessHandle.of(serverProcess()).orElseThrow();
        process.destroyForcibly();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
        server.close();

        server = EmbeddedServer.start(folder);
        assertThat(kept(Databases.of(server, folder))).isEqualTo("7");
    }

    @Test
    void startsThoughTheNumberOfItsProcessNowBelongsToAnother() throws IOException {
        server.close();
        Files.write(
                folder.file("postgres").resolve("postmaster.pid"),
                List.of(Long.toString(ProcessHandle.current().pid()), "nobody"));
        server = EmbeddedServer.start(folder);
        assertThat(Sql.text(server.superuser(), "select 1")).isEqualTo("1");
    }

    @Test
    void isNotStartedOverAFolderThatAnotherProcessHolds() {
        assertThatThrownBy(() -> DataFolder.open(temporary.resolve("data")))
                .hasMessageContaining("already runs over the data folder");
    }

    @Test
    void servesPracticeOrProductionAndNeverBoth() {
        Databases databases = Databases.of(server, folder);
        Migrations.run(databases);
        NodeMode.PRACTICE.claim(databases.app().unpooled());
        NodeMode.PRACTICE.claim(databases.app().unpooled());

        assertThatThrownBy(() -> NodeMode.PRODUCTION.claim(databases.app().unpooled()))
                .hasMessageContaining("is for practice and is never used for production");
        assertThatThrownBy(() -> Sql.run(databases.app().unpooled(), "update node.mode set mode = 'production'"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void keepsNoCopyOfADestroyedKeyInAnyFileTheWriteAheadLogIncluded() throws IOException {
        Databases databases = Databases.of(server, folder);
        Migrations.run(databases);
        var vault = new Vault(databases.vault().unpooled(), MasterKey.readOrCreate(databases.masterKey()));
        var request = new MlaRequestId(UUID.randomUUID());
        var person = new PersonRef("P7");
        Personal name = vault.seal(request, person, "Maria");
        byte[] wrapped = HexFormat.of()
                .parseHex(Sql.text(databases.vault().unpooled(), "select encode(wrapped, 'hex') from vault.key"));
        assertThat(filesWith(wrapped)).anyMatch(file -> file.contains("pg_wal"));

        vault.destroy(request, person);

        assertThat(vault.open(request, name)).isEmpty();
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(filesWith(wrapped))
                .isEmpty());
    }

    /** The server keeps a deleted row for older transactions, in whatever database they run, and samples rows for its plans. */
    @Test
    void keepsNoCopyOfADestroyedKeyForAnOlderTransactionOrForItsPlans() throws Exception {
        Databases databases = Databases.of(server, folder);
        Migrations.run(databases);
        var vault = new Vault(databases.vault().unpooled(), MasterKey.readOrCreate(databases.masterKey()));
        var request = new MlaRequestId(UUID.randomUUID());
        for (int i = 0; i < 10; i++) {
            vault.seal(request, new PersonRef("P" + i), Form.Kind.NAME, "Maria the " + i);
        }
        Sql.run(databases.vaultOwner().unpooled(), "analyze vault.key; analyze vault.blind_index");
        byte[] wrapped = HexFormat.of()
                .parseHex(Sql.text(
                        databases.vault().unpooled(),
                        "select encode(wrapped, 'hex') from vault.key where person = 'P7'"));
        try (Connection older = databases.app().unpooled().getConnection()) {
            older.setAutoCommit(false);
            older.createStatement().execute("select pg_current_xact_id()");

            vault.destroy(request, new PersonRef("P7"));

            Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(filesWith(wrapped))
                    .isEmpty());
            older.rollback();
        }
        assertThat(vault.find(Form.Kind.NAME, "Maria")).hasSize(9);
    }

    private List<String> filesWith(byte[] sought) throws IOException {
        var text = new String(sought, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(folder.file("postgres"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(text))
                    .map(Path::toString)
                    .toList();
        }
    }

    /** Empty for a file that the server has removed since it was listed. */
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void givesEachRoleItsOwnDatabaseOnly() {
        Databases databases = Databases.of(server, folder);
        var appAtVault = new Access(
                        databases.vault().url(),
                        databases.app().user(),
                        databases.app().password())
                .unpooled();
        assertThatThrownBy(() -> Sql.text(appAtVault, "select 1")).hasMessageContaining("permission denied");
    }

    private void startInAProcessThatDies() throws Exception {
        var command = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                DyingNode.class.getName(),
                temporary.resolve("data").toString());
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isEqualTo(DyingNode.CODE);
    }

    /** Starts the server and ends as a killed process does: without any cleaning up. */
    static final class DyingNode {
        static final int CODE = 9;

        public static void main(String[] args) {
            EmbeddedServer.start(DataFolder.open(Path.of(args[0])));
            Runtime.getRuntime().halt(CODE);
        }
    }

    private static void keepSomething(Databases databases) {
        Sql.run(databases.owner().unpooled(), "create table kept (id int); insert into kept values (7)");
    }

    private static String kept(Databases databases) {
        return Sql.text(databases.owner().unpooled(), "select id from kept");
    }

    private String setting(String name) {
        return Sql.text(server.superuser(), "show " + name);
    }

    private long serverProcess() {
        try {
            return Long.parseLong(Files.readAllLines(folder.file("postgres").resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
