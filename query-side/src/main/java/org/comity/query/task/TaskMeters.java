package org.comity.query.task;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.comity.api.Kebab;
import org.comity.log.meter.Sample;
import org.springframework.stereotype.Component;

/** How much waits for people. */
@Component
final class TaskMeters implements MeterBinder {
    private final TaskList tasks;

    TaskMeters(TaskList tasks) {
        this.tasks = tasks;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        var open = new Sample<>(tasks::open);
        for (Kind kind : Kind.values()) {
            String name = Kebab.of(kind);
            Gauge.builder("comity.tasks.open", () -> open.read(counts -> counts.getOrDefault(name, 0L)))
                    .description("Tasks that wait for a person, by kind")
                    .tag("kind", name)
                    .register(meters);
        }
    }
}
