package org.comity.standalone.engine;

import java.time.Duration;
import java.util.function.Consumer;
import org.comity.log.meter.Sample;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * One part of readiness. Whoever asks hears within a second, also where a database hangs, and however many ask, it is looked
 * at once a second. The answer never holds the message of an error, which could repeat what an event says.
 */
final class Checked implements HealthIndicator {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Sample<Health> sample;

    /**
     * A part that is up as long as its check says nothing else.
     *
     * @param check throws if it is down
     */
    Checked(Consumer<Health.Builder> check) {
        sample = new Sample<>(() -> look(check), FRESH, PATIENCE);
    }

    Checked(Runnable check) {
        this(health -> check.run());
    }

    private static Health look(Consumer<Health.Builder> check) {
        Health.Builder health = Health.up();
        try {
            check.accept(health);
            return health.build();
        } catch (RuntimeException e) {
            return Health.down()
                    .withDetail("error", e.getClass().getSimpleName())
                    .build();
        }
    }

    @Override
    public Health health() {
        return sample.now().orElseGet(() -> Health.down()
                .withDetail("error", "does not answer within " + PATIENCE.toSeconds() + " s")
                .build());
    }
}
