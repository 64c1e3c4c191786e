package org.comity.command.timetable;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import org.comity.command.timetable.Timetable.Outlook;
import org.comity.log.meter.Sample;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What falls due by itself, for whoever watches the node. Only preservations expire, so what is next is the next expiry. */
@Component
final class TimetableMeters implements MeterBinder {
    private final Timetable timetable;
    private final InstantSource worldClock;

    TimetableMeters(Timetable timetable, @Qualifier("worldClock") InstantSource worldClock) {
        this.timetable = timetable;
        this.worldClock = worldClock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        var outlook = new Sample<>(() -> timetable.outlook(worldClock.instant()));
        Gauge.builder("comity.timetable.due", () -> outlook.read(Outlook::due))
                .description("Expiries that are to come")
                .register(meters);
        Gauge.builder("comity.timetable.overdue", () -> outlook.read(Outlook::overdue))
                .description("Expiries whose moment has passed and that have not happened")
                .register(meters);
        Gauge.builder("comity.timetable.next", () -> outlook.read(this::untilNext))
                .description("Time until the next expiry, below 0 if it is late; NaN if nothing expires")
                .baseUnit("seconds")
                .register(meters);
    }

    private double untilNext(Outlook outlook) {
        return outlook.next() == null
                ? Double.NaN
                : Duration.between(worldClock.instant(), outlook.next()).toMillis() / 1000.0;
    }
}
