package org.comity.log.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.comity.api.Form;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonRef;
import org.comity.api.Personal;
import org.comity.log.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class VaultTest {
    private static final PersonRef MARIA = new PersonRef("P1");
    private static final PersonRef JOSE = new PersonRef("P2");

    private static TestDatabase database;

    @TempDir
    private static Path folder;

    private final MlaRequestId request = new MlaRequestId(UUID.randomUUID());
    private Vault vault;

    @BeforeAll
    static void create() {
        database = TestDatabase.empty();
        Vault.migrate(database.owner());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void open() {
        vault = node();
    }

    private Vault node() {
        return new Vault(database.as(Vault.ROLE), MasterKey.readOrCreate(folder.resolve("master.key")));
    }

    @Test
    void givesBackWhatWasSealed() {
        Personal name = vault.seal(request, MARIA, "María João 田中 \uD83D\uDC69");

        assertThat(vault.open(request, name)).contains("María João 田中 \uD83D\uDC69");
        assertThat(name.toString() + name.sealed()).doesNotContain("María");
    }

    @Test
    void givesBackTheEmptyText() {
        assertThat(vault.open(request, vault.seal(request, null, ""))).contains("");
    }

    @Test
    void hasOneKeyForTheRequestAndOneForEachPersonInIt() {
        Personal facts = vault.seal(request, null, "facts");
        Personal maria = vault.seal(request, MARIA, "maria");

        assertThat(vault.seal(request, null, "more").key()).isEqualTo(facts.key());
        assertThat(vault.seal(request, MARIA, "more").key()).isEqualTo(maria.key());
        assertThat(List.of(
                        facts.key(),
                        maria.key(),
                        vault.seal(request, JOSE, "jose").key()))
                .doesNotHaveDuplicates();
    }

    @Test
    void erasesOnePersonAndNobodyElse() {
        Personal facts = vault.seal(request, null, "facts");
        Personal maria = vault.seal(request, MARIA, "maria");
        Personal jose = vault.seal(request, JOSE, "jose");
        assertThat(vault.open(request, maria)).isPresent();

        vault.destroy(request, MARIA);

        assertThat(vault.open(request, maria)).isEmpty();
        assertThat(vault.open(request, jose)).contains("jose");
        assertThat(vault.open(request, facts)).contains("facts");
    }

    @Test
    void sealsAnewAfterAnErasureUnderAnotherKey() {
        Personal before = vault.seal(request, MARIA, "before");
        vault.destroy(request, MARIA);

        Personal after = vault.seal(request, MARIA, "after");

        assertThat(vault.open(request, after)).contains("after");
        assertThat(vault.open(request, before)).isEmpty();
    }

    @Test
    void opensNothingOnAnyNodeOnceTheKeyIsDestroyed() {
        Vault other = node();
        Personal maria = vault.seal(request, MARIA, "maria");
        assertThat(other.open(request, maria)).isPresent();

        vault.destroy(request, MARIA);

        assertThat(other.open(request, maria)).isEmpty();
        assertThat(other.ring(request).open(maria)).isEqualTo(new Opened.Erased());
    }

    @Test
    void leavesNoCopyOfADestroyedKeyInTheFilesOfItsTables() {
        vault.seal(request, JOSE, "jose");
        vault.seal(request, MARIA, "maria");
        String wrapped = wrapped(MARIA);
        assertThat(pages()).contains(wrapped);

        vault.destroy(request, MARIA);

        assertThat(pages()).doesNotContain(wrapped).contains(wrapped(JOSE));
    }

    private String wrapped(PersonRef person) {
        return JdbcClient.create(database.owner())
                .sql("select encode(wrapped, 'hex') from vault.key where request = ? and person = ?")
                .params(request.value(), person.value())
                .query(String.class)
                .single();
    }

    /** The file of the table as it lies on the disk, in hexadecimal digits. */
    private String pages() {
        database.asSuperuser("checkpoint");
        return JdbcClient.create(database.superuser())
                .sql("select encode(pg_read_binary_file(pg_relation_filepath('vault.key')), 'hex')")
                .query(String.class)
                .single();
    }

    @Test
    void keepsAndDoesNotShowWhatIsRestricted() {
        Personal maria = vault.seal(request, MARIA, Form.Kind.EMAIL, "restricted@example.org");
        Personal jose = vault.seal(request, JOSE, "jose");
        Personal facts = vault.seal(request, null, "facts");

        vault.restrict(request, MARIA);
        vault.restrict(request, MARIA);

        assertThat(node().ring(request).open(maria)).isEqualTo(new Opened.Restricted());
        assertThat(node().ring(request).openRestricted(maria)).isEqualTo(new Opened.Plain("restricted@example.org"));
        assertThat(vault.find(Form.Kind.EMAIL, "restricted@example.org")).isEmpty();
        assertThat(vault.open(request, jose)).contains("jose");
        assertThat(vault.open(request, facts)).contains("facts");

        vault.release(request, MARIA);

        assertThat(node().open(request, maria)).contains("restricted@example.org");
        assertThat(vault.find(Form.Kind.EMAIL, "restricted@example.org")).hasSize(1);
    }

    @Test
    void erasesWhatIsRestricted() {
        Personal maria = vault.seal(request, MARIA, "maria");
        vault.restrict(request, MARIA);

        vault.destroy(request, MARIA);

        assertThat(vault.ring(request).open(maria)).isEqualTo(new Opened.Erased());
    }

    @Test
    void sealsOnAnotherNodeNeverWithADestroyedKey() {
        Vault other = node();
        other.open(request, other.seal(request, MARIA, "before"));

        vault.destroy(request, MARIA);

        assertThat(vault.open(request, other.seal(request, MARIA, "after"))).contains("after");
    }

    @Test
    void makesOneKeyWhenManySealAtOnce() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<UUID> sealing = () -> vault.seal(request, MARIA, "maria").key();
            var keys =
                    threads.invokeAll(Stream.generate(() -> sealing).limit(16).toList());

            UUID first = keys.getFirst().get();
            for (Future<UUID> key : keys) {
                assertThat(key.get()).isEqualTo(first);
            }
        }
    }

    @Test
    void doesNotOpenAValueThatWasMovedToAnotherRequest() {
        Personal name = vault.seal(request, MARIA, "maria");

        assertThatThrownBy(() -> vault.open(new MlaRequestId(UUID.randomUUID()), name))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotOpenAValueThatTookThePlaceOfAnother() {
        Personal name = vault.seal(request, MARIA, "maria");

        assertThatThrownBy(() -> vault.open(request, new Personal(UUID.randomUUID(), name.key(), name.sealed())))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void doesNotOpenWhatItNeverSealed(String sealed) {
        Personal name = vault.seal(request, MARIA, "maria");

        assertThatThrownBy(() -> vault.open(request, new Personal(name.value(), name.key(), sealed)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, Maria@Example.org, maria@example.ORG",
        "PHONE, +351 912 345 678, +351912345678",
        "IPV6, 2001:DB8::1, 2001:db8:0:0:0:0:0:1",
        "URL, HTTPS://Example.org/Path, https://example.org/Path",
        "WALLET, 0xAbC123, 0xabc123",
        "ACCOUNT, Maria_77, maria_77",
        "NAME, María da Silva, silva MARÍA"
    })
    void findsAnIdentifierHoweverItWasTyped(Form.Kind kind, String recorded, String sought) {
        Personal value = vault.seal(request, MARIA, kind, recorded);

        assertThat(vault.find(kind, sought)).contains(new Occurrence(request.value(), "P1", value.value()));
    }

    @Test
    void findsANameOnlyByWordsThatAreAllInIt() {
        Personal value = vault.seal(request, MARIA, Form.Kind.NAME, "Quitéria Unica");

        assertThat(vault.find(Form.Kind.NAME, "quitéria"))
                .extracting(Occurrence::value)
                .containsExactly(value.value());
        assertThat(vault.find(Form.Kind.NAME, "quitéria other")).isEmpty();
        assertThat(vault.find(Form.Kind.ACCOUNT, "quitéria")).isEmpty();
        assertThat(vault.find(Form.Kind.NAME, " - ")).isEmpty();
    }

    @Test
    void findsNothingMoreOnceTheKeyIsDestroyed() {
        vault.seal(request, MARIA, Form.Kind.EMAIL, "erased@example.org");

        vault.destroy(request, MARIA);

        assertThat(vault.find(Form.Kind.EMAIL, "erased@example.org")).isEmpty();
    }

    @Test
    void destroysAgainWhatAnOlderBackupBroughtBack() {
        Personal maria = vault.seal(request, MARIA, Form.Kind.EMAIL, "back@example.org");
        Personal jose = vault.seal(request, JOSE, "josé");
        var superuser = JdbcClient.create(database.superuser());
        superuser.sql("create table older as select * from vault.key").update();
        vault.destroy(request, MARIA);
        superuser
                .sql("insert into vault.key select * from older on conflict do nothing")
                .update();
        superuser.sql("drop table older").update();
        assertThat(vault.open(request, maria)).as("the backup has it").contains("back@example.org");

        var orders = new Orders(Set.of(new Orders.Whose(request.value(), "P1")), Set.of(), Set.of());
        assertThat(vault.hold(() -> orders)).isEqualTo(1);

        assertThat(vault.open(request, maria)).isEmpty();
        assertThat(vault.open(request, jose)).contains("josé");
        assertThat(vault.find(Form.Kind.EMAIL, "back@example.org")).isEmpty();
        assertThat(vault.hold(() -> orders)).as("once").isZero();
    }

    @Test
    void withholdsAgainAndReleasesAgainAsTheLogSays() {
        Personal maria = vault.seal(request, MARIA, "maria");
        Personal jose = vault.seal(request, JOSE, "josé");
        vault.restrict(request, JOSE);

        vault.hold(() -> new Orders(
                Set.of(),
                Set.of(new Orders.Whose(request.value(), "P1")),
                Set.of(new Orders.Whose(request.value(), "P2"))));

        assertThat(vault.ring(request).open(maria)).isEqualTo(new Opened.Restricted());
        assertThat(vault.open(request, jose)).contains("josé");
    }

    @Test
    void whatALogKnowsNothingOfStaysWithheld() {
        Personal maria = vault.seal(request, MARIA, "maria");
        vault.restrict(request, MARIA);

        vault.hold(() -> new Orders(Set.of(), Set.of(), Set.of()));

        assertThat(vault.ring(request).open(maria)).isEqualTo(new Opened.Restricted());
    }

    @Test
    void whatIsOrderedWhileItIsHeldComesAfterwards() throws Exception {
        Personal maria = vault.seal(request, MARIA, "maria");
        vault.restrict(request, MARIA);
        try (var other = Executors.newSingleThreadExecutor()) {
            var releasing = new AtomicReference<Future<?>>();
            vault.hold(() -> {
                // read before the restriction ends; another node ends it now
                releasing.set(other.submit(() -> node().release(request, MARIA)));
                assertThatThrownBy(() -> releasing.get().get(300, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
                return new Orders(Set.of(), Set.of(new Orders.Whose(request.value(), "P1")), Set.of());
            });
            releasing.get().get(10, TimeUnit.SECONDS);
        }
        assertThat(vault.open(request, maria)).contains("maria");
    }

    @Test
    void isAnotherOneAfterEachDestructionAndRestriction() {
        var seen = new HashSet<>(List.of(vault.version()));
        vault.seal(request, MARIA, "maria");
        assertThat(seen)
                .as("a new key is nothing that a backup could take back")
                .contains(vault.version());
        for (Runnable change : List.<Runnable>of(
                () -> vault.restrict(request, MARIA),
                () -> vault.release(request, MARIA),
                () -> vault.destroy(request, MARIA))) {
            change.run();
            assertThat(seen.add(vault.version())).isTrue();
        }
    }

    @Test
    void forgetsWhatNeverCameToBe() {
        Personal value = vault.seal(request, MARIA, Form.Kind.EMAIL, "never@example.org");

        vault.forget(List.of(value));
        assertThat(vault.find(Form.Kind.EMAIL, "never@example.org")).isEmpty();
        assertThat(vault.open(request, value)).isPresent();

        vault.forget(request);
        assertThat(vault.open(request, value)).isEmpty();
    }

    @Test
    void keepsNoPlainTextAndNoBareKeyInItsDatabase() {
        vault.seal(request, MARIA, Form.Kind.EMAIL, "plain@example.org");

        String stored = JdbcClient.create(database.owner())
                .sql(
                        "select string_agg(i::text || k::text, ' ') from vault.blind_index i join vault.key k on k.id = i.key")
                .query(String.class)
                .single();

        assertThat(stored).isNotEmpty().doesNotContain("plain");
    }

    @Test
    void refusesToStartWithAnotherMasterKey() {
        MasterKey another = MasterKey.readOrCreate(folder.resolve("another.key"));

        assertThatThrownBy(() -> new Vault(database.as(Vault.ROLE), another))
                .hasMessageContaining("another master key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update vault.key set wrapped = ''",
                "update vault.blind_index set mark = ''",
                "delete from vault.master_key",
                "truncate vault.key",
                "create table vault.more (id int)"
            })
    void hasARoleThatCanDoNothingElse(String statement) {
        assertThatThrownBy(() -> JdbcClient.create(database.as(Vault.ROLE))
                        .sql(statement)
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void knowsABodyAgain() {
        byte[] body = {1, 2, 3};

        assertThat(vault.bodyHmac(body)).isEqualTo(node().bodyHmac(body)).hasSize(43);
        assertThat(vault.bodyHmac(new byte[] {1, 2})).isNotEqualTo(vault.bodyHmac(body));
    }
}
