package org.comity.standalone;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonTimeoutAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.comity.log.names.Json;
import org.comity.log.store.EventLog;
import org.comity.log.transparency.TransparencyLog;
import org.comity.log.vault.MasterKey;
import org.comity.log.vault.PositionTokens;
import org.comity.log.vault.Vault;
import org.comity.standalone.database.Databases;
import org.comity.standalone.database.ProofFiles;
import org.comity.standalone.practice.WorldClock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.json.JsonMapper;

/** The container: both sides of the house, and the things that they take by constructor. */
@SpringBootApplication(
        proxyBeanMethods = false,
        scanBasePackages = {"org.comity.command", "org.comity.query", "org.comity.standalone"},
        exclude = {
            // What these would bring by themselves is built in one place, org.comity.standalone.engine, or not wanted.
            AxonDbSchedulerAutoConfiguration.class,
            AxonTimeoutAutoConfiguration.class,
            JdbcAutoConfiguration.class,
            UpdateCheckerAutoConfiguration.class,
            XStreamAutoConfiguration.class
        })
class Node {
    /** As many connections as statements can usefully run at once on the machine of a ministry, and some that wait. */
    private static final int CONNECTIONS = 24;

    private static final int VAULT_CONNECTIONS = 8;

    @Bean
    @Primary
    DataSource dataSource(Databases databases) {
        return databases.app().pool("comity", CONNECTIONS);
    }

    @Bean
    DataSource vaultDataSource(Databases databases) {
        return databases.vault().pool("vault", VAULT_CONNECTIONS);
    }

    /** Sessions, tokens, leases and rate limits go by it; nobody moves it. */
    @Bean
    InstantSource machineClock() {
        return InstantSource.system();
    }

    /** Law and events go by it. */
    @Bean
    WorldClock worldClock(DataSource dataSource, InstantSource machineClock, Settings settings) {
        return WorldClock.of(dataSource, machineClock, settings.worldClock());
    }

    @Bean
    JsonMapper json() {
        return Json.MAPPER;
    }

    @Bean
    MasterKey masterKey(Databases databases) {
        return MasterKey.readOrCreate(databases.masterKey());
    }

    @Bean
    Vault vault(@Qualifier("vaultDataSource") DataSource vaultDataSource, MasterKey masterKey) {
        return new Vault(vaultDataSource, masterKey);
    }

    /** The log as those who verify it see it. */
    @Bean
    TransparencyLog transparencyLog(DataSource dataSource, EventLog eventLog, Databases databases) {
        ProofFiles proof = databases.proof();
        return TransparencyLog.open(dataSource, eventLog, proof.origin(), proof.ready(), proof.readWitnesses());
    }

    @Bean
    PositionTokens positionTokens(MasterKey masterKey) {
        return new PositionTokens(masterKey);
    }
}
