package org.comity.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.UUID;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonRef;
import org.comity.log.names.EventCodec;
import org.comity.log.store.EventLog;
import org.comity.log.store.TestDatabase;
import org.comity.log.vault.MasterKey;
import org.comity.log.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class VaultKeeperTest {
    private static final MlaRequestId REQUEST = new MlaRequestId(UUID.randomUUID());
    private static final PersonRef P7 = new PersonRef("P7");

    private final TestDatabase log = TestDatabase.withLog();
    private final TestDatabase keys = TestDatabase.empty();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir
    private Path folder;

    private Vault vault;

    @BeforeEach
    void open() {
        Vault.migrate(keys.owner());
        vault = new Vault(keys.as(Vault.ROLE), MasterKey.readOrCreate(folder.resolve("master.key")));
    }

    @AfterEach
    void close() {
        log.close();
        keys.close();
    }

    @Test
    void aNodeThatStartsOverARestoredVaultDestroysAgainAndTells() {
        var erased = vault.seal(REQUEST, P7, "Maria");
        erasureIsRecorded();
        keeper().keep();
        assertThat(vault.open(REQUEST, erased)).isEmpty();
        assertThat(destroyed()).isEqualTo(1);
    }

    @Test
    void aNodeThatRunsNoticesThatTheVaultIsAnother() {
        var erased = vault.seal(REQUEST, P7, "Maria");
        keep("older");
        vault.destroy(REQUEST, P7);
        erasureIsRecorded();
        VaultKeeper keeper = keeper();
        keeper.keep();
        assertThat(destroyed()).as("all was as it should be").isZero();
        restore("older");
        assertThat(vault.open(REQUEST, erased)).isPresent();
        keeper.keep();
        assertThat(vault.open(REQUEST, erased)).isEmpty();
        assertThat(destroyed()).isEqualTo(1);
    }

    @Test
    void soDoesOneThatHadNotSeenTheErasureYet() {
        var erased = vault.seal(REQUEST, P7, "Maria");
        VaultKeeper keeper = keeper();
        keeper.keep();
        keep("older");
        erasureIsRecorded();
        vault.destroy(REQUEST, P7);
        restore("older");
        keeper.keep();
        assertThat(vault.open(REQUEST, erased)).isEmpty();
    }

    @Test
    void anErasureThatThePolicyHasNotComeToIsNoAlarm() {
        var erased = vault.seal(REQUEST, P7, "Maria");
        VaultKeeper keeper = keeper();
        keeper.keep();
        erasureIsRecorded();
        keeper.keep();
        assertThat(vault.open(REQUEST, erased)).isEmpty();
        assertThat(destroyed()).isZero();
    }

    @Test
    void whatIsNotErasedStays() {
        var kept = vault.seal(REQUEST, new PersonRef("P8"), "José");
        erasureIsRecorded();
        keeper().keep();
        assertThat(vault.open(REQUEST, kept)).contains("José");
        assertThat(destroyed()).isZero();
    }

    private VaultKeeper keeper() {
        return new VaultKeeper(new EventLog(log.app(), EventCodec.OF_THE_HOUSE), vault, meters);
    }

    private double destroyed() {
        return meters.get("comity.vault.destroyed.again").counter().count();
    }

    private void keep(String name) {
        var superuser = JdbcClient.create(keys.superuser());
        superuser
                .sql("create table " + name + "_key as select * from vault.key")
                .update();
        superuser
                .sql("create table " + name + "_version as select * from vault.version")
                .update();
    }

    private void restore(String name) {
        var superuser = JdbcClient.create(keys.superuser());
        superuser
                .sql("insert into vault.key select * from " + name + "_key on conflict do nothing")
                .update();
        superuser
                .sql("update vault.version set id = (select id from " + name + "_version)")
                .update();
    }

    private void erasureIsRecorded() {
        JdbcClient.create(log.app())
                .sql("""
                        insert into log.event values (0, ?, 0, gen_random_uuid(), 'mla.PersonalDataErased', '1', now(),
                            '{"actor":"system"}', ?, null, sha256('x'))""")
                .params(REQUEST.value().toString(), """
                        {"id":"%s","person":"P7","fields":[],"backupsGoneBy":"2026-11-19"}""".formatted(REQUEST.value()))
                .update();
    }
}
