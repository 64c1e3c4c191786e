package org.comity.query.register;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.comity.log.meter.Sample;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What the registers tell whoever watches the node: numbers by status, never by State, and never of a sealed request. */
@Component
final class RequestMeters implements MeterBinder {
    private final List<Counted> registers;
    private final InstantSource worldClock;

    RequestMeters(List<Counted> registers, @Qualifier("worldClock") InstantSource worldClock) {
        this.registers = registers;
        this.worldClock = worldClock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (Counted register : registers) {
            var sample = new Sample<>(register::census);
            for (String status : register.statuses()) {
                Gauge.builder(
                                "comity.requests",
                                () -> sample.read(census -> census.byStatus().getOrDefault(status, 0L)))
                        .description("Requests by their present status")
                        .tags("family", register.family(), "status", status)
                        .register(meters);
            }
            Gauge.builder("comity.requests.unacknowledged.oldest", () -> sample.read(this::oldest))
                    .description(
                            "Time since the oldest request was sent whose receipt nobody has acknowledged; 0 if none")
                    .baseUnit("seconds")
                    .tag("family", register.family())
                    .register(meters);
        }
    }

    private double oldest(Census census) {
        @Nullable Instant sent = census.oldestUnacknowledged();
        return sent == null
                ? 0
                : Math.max(0, Duration.between(sent, worldClock.instant()).toMillis() / 1000.0);
    }
}
