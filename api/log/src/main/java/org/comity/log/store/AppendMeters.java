package org.comity.log.store;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** What a group commit costs, and how many events share one. */
final class AppendMeters {
    private final Timer took;
    private final DistributionSummary events;

    AppendMeters(MeterRegistry meters) {
        took = Timer.builder("comity.log.append")
                .description("Time of one group commit to the log, from statement to answer")
                .serviceLevelObjectives(LongStream.of(1, 2, 5, 10, 20, 50, 100, 500, 2000)
                        .mapToObj(Duration::ofMillis)
                        .toArray(Duration[]::new))
                .register(meters);
        events = DistributionSummary.builder("comity.log.append.events")
                .description("Events that shared one group commit")
                .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 200, 500)
                .register(meters);
    }

    void appended(int size, long nanos) {
        took.record(nanos, TimeUnit.NANOSECONDS);
        events.record(size);
    }
}
