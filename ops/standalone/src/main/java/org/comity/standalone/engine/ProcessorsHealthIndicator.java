package org.comity.standalone.engine;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.comity.command.timetable.TimetableWorker;
import org.comity.log.store.EventLog;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Not ready while a handler fails again and again, or while a group does not come forward though there is something to read.
 * The answer names groups and classes of errors, never their messages, which could repeat what an event says.
 */
@Component("processors")
final class ProcessorsHealthIndicator implements HealthIndicator {
    private static final long STANDSTILL = Duration.ofSeconds(10).toNanos();

    /** Where a group was first seen at a position. */
    private record Sighting(long position, long nanoTime) {}

    private final EventProcessingConfiguration processing;
    private final GroupProgress progress;
    private final EventLog log;
    private final TimetableWorker worker;
    private final LongSupplier nanoTime = System::nanoTime;
    private final Map<String, Sighting> sightings = new TreeMap<>();
    private final Checked checked = new Checked(this::check);

    ProcessorsHealthIndicator(
            EventProcessingConfiguration processing, GroupProgress progress, EventLog log, TimetableWorker worker) {
        this.processing = processing;
        this.progress = progress;
        this.log = log;
        this.worker = worker;
    }

    @Override
    public Health health() {
        return checked.health();
    }

    private synchronized void check(Health.Builder health) {
        processing.eventProcessors().forEach((group, processor) -> {
            String failure = failure(processor);
            if (!failure.isEmpty()) {
                health.outOfService().withDetail(group, "fails: " + failure);
            }
        });
        worker.failure().ifPresent(failure -> health.outOfService()
                .withDetail("timetable-worker", "fails: " + failure.getClass().getSimpleName()));
        long end = log.end().position();
        progress.positions().forEach((group, position) -> {
            Sighting seen = sightings.get(group);
            if (seen == null || seen.position() != position || position >= end) {
                sightings.put(group, new Sighting(position, nanoTime.getAsLong()));
            } else if (nanoTime.getAsLong() - seen.nanoTime() > STANDSTILL) {
                health.outOfService().withDetail(group, "does not come forward");
            }
        });
    }

    private static String failure(EventProcessor processor) {
        if (!processor.isRunning()) {
            return "not running";
        }
        if (processor instanceof StreamingEventProcessor streaming) {
            return streaming.processingStatus().values().stream()
                    .filter(EventTrackerStatus::isErrorState)
                    .map(status -> status.getError().getClass().getSimpleName())
                    .findFirst()
                    .orElse("");
        }
        return "";
    }
}
