package org.comity.standalone.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import javax.sql.DataSource;
import org.comity.command.policy.VaultKeeper;
import org.comity.log.store.LogSchema;
import org.comity.log.transparency.TransparencyLog;
import org.comity.log.vault.Vault;
import org.comity.standalone.database.Migrations;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must hold, beside the processors, for a node to be ready. */
@Configuration(proxyBeanMethods = false)
class Readiness {
    /** The database answers, and the log is still one that cannot lose or change an event. */
    @Bean("log")
    HealthIndicator log(DataSource dataSource) {
        return new Checked(() -> LogSchema.verify(dataSource));
    }

    /** The log continues what was signed about it; if not, somebody has changed it, and nothing that it says can be proven. */
    @Bean("proof")
    HealthIndicator proof(TransparencyLog log) {
        return new Checked(health -> {
            if (log.isContradicted()) {
                health.outOfService().withDetail("log", "contradicts what was signed about it");
            }
        });
    }

    /** Personal values can be sealed and opened, and none that is to be forgotten. */
    @Bean("vaultKeys")
    HealthIndicator vaultKeys(Vault vault, VaultKeeper keeper) {
        return new Checked(() -> {
            vault.verify();
            keeper.keep();
        });
    }

    /** No other release has changed the tables since this node started. */
    @Bean("migrations")
    HealthIndicator migrations(DataSource dataSource) {
        String ours = Migrations.state(dataSource);
        return new Checked(health -> {
            if (!Migrations.state(dataSource).equals(ours)) {
                health.outOfService().withDetail("schema", "is no longer as this node found it at its start");
            }
        });
    }

    /** The same as numbers, for an alert that names the part. */
    @Bean
    MeterBinder readinessMeters(
            @Qualifier("log") HealthIndicator log,
            @Qualifier("proof") HealthIndicator proof,
            @Qualifier("vaultKeys") HealthIndicator vaultKeys,
            @Qualifier("migrations") HealthIndicator migrations,
            ProcessorsHealthIndicator processors) {
        var parts = Map.of(
                "log", log,
                "proof", proof,
                "vault-keys", vaultKeys,
                "migrations", migrations,
                "processors", processors);
        return meters -> parts.forEach((part, indicator) -> Gauge.builder("comity.ready", () -> isUp(indicator) ? 1 : 0)
                .description("Whether a part of readiness holds: 1 or 0")
                .tag("part", part)
                .register(meters));
    }

    /** By itself, for an alert that says what it means: other parts fail for a while, this one stays. */
    @Bean
    MeterBinder contradictionMeter(TransparencyLog log) {
        return meters -> Gauge.builder("comity.log.contradicted", () -> log.isContradicted() ? 1 : 0)
                .description(
                        "Whether the log contradicts what was signed about it, so that nothing more is signed: 1 or 0")
                .register(meters);
    }

    private static boolean isUp(HealthIndicator indicator) {
        Health health = indicator.health();
        return health != null && health.getStatus().equals(Status.UP);
    }
}
