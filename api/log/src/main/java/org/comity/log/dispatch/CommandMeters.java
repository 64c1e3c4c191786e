package org.comity.log.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.comity.api.Refused;
import org.comity.log.store.CommandKeyTaken;

/** How long commands take and what becomes of them. Not by name: a count of {@code seal} would say that something was sealed. */
final class CommandMeters {
    private static final Duration[] BUCKETS = LongStream.of(2, 5, 10, 20, 50, 100, 500, 2000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry meters;

    CommandMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    Outcome timed(String family, Supplier<Outcome> command) {
        Timer.Sample began = Timer.start(meters);
        String became = "failed";
        try {
            Outcome outcome = command.get();
            became = "done";
            return outcome;
        } catch (Refused | StaleVersion e) {
            became = "refused";
            throw e;
        } catch (CommandKeyTaken e) {
            became = "repeated";
            throw e;
        } finally {
            began.stop(timer(family, became));
        }
    }

    private Timer timer(String family, String became) {
        return Timer.builder("comity.commands")
                .description("Commands of people and policies, from dispatch to the answer of the log")
                .tags("family", family, "outcome", became)
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }
}
