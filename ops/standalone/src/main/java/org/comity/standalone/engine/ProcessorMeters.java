package org.comity.standalone.engine;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.comity.log.meter.Sample;
import org.comity.standalone.engine.GroupProgress.Lag;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** How the processing groups keep up with the log, and how often they fail. */
@Component
final class ProcessorMeters implements MeterBinder {
    private final GroupProgress progress;
    private final InstantSource worldClock;

    ProcessorMeters(GroupProgress progress, @Qualifier("worldClock") InstantSource worldClock) {
        this.progress = progress;
        this.worldClock = worldClock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        var lags = new Sample<>(progress::lags);
        for (String group : progress.groups()) {
            Gauge.builder("comity.processor.lag.events", () -> lags.read(of(group, Lag::events)))
                    .description("Events in the log that the group has not handled, on whichever node it runs")
                    .tag("group", group)
                    .register(meters);
            Gauge.builder("comity.processor.lag", () -> lags.read(of(group, this::waiting)))
                    .description(
                            "Time since the first event was recorded that the group has not handled; 0 if it has all")
                    .baseUnit("seconds")
                    .tag("group", group)
                    .register(meters);
        }
    }

    private static ToDoubleFunction<Map<String, Lag>> of(String group, ToDoubleFunction<Lag> number) {
        return lags -> lags.containsKey(group) ? number.applyAsDouble(lags.get(group)) : Double.NaN;
    }

    private double waiting(Lag lag) {
        return lag.firstWaiting() == null
                ? 0
                : Math.max(
                        0,
                        Duration.between(lag.firstWaiting(), worldClock.instant())
                                        .toMillis()
                                / 1000.0);
    }

    /** Counts what a group handles, and what it had to take back because a handler or the commit failed. */
    static MessageHandlerInterceptor<EventMessage<?>> counting(MeterRegistry meters, String group) {
        Counter handled = counter(meters, group, "handled");
        Counter takenBack = counter(meters, group, "taken-back");
        return (unitOfWork, chain) -> {
            unitOfWork.afterCommit(work -> handled.increment());
            unitOfWork.onRollback(work -> takenBack.increment());
            return chain.proceed();
        };
    }

    private static Counter counter(MeterRegistry meters, String group, String outcome) {
        return Counter.builder("comity.processor.events")
                .description("Events that a group has handled on this node, and those taken back because it failed")
                .tags("group", group, "outcome", outcome)
                .register(meters);
    }
}
