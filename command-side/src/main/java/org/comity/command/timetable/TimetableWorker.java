package org.comity.command.timetable;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Wakes once a second, on one node of the cluster, and lets happen what is due by the world clock. */
@Component
public class TimetableWorker implements SmartLifecycle {
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final Clockwork clockwork;
    private final InstantSource worldClock;
    private final Scheduler scheduler;
    private volatile @Nullable RuntimeException failure;
    private volatile boolean running;

    TimetableWorker(DataSource dataSource, Clockwork clockwork, InstantSource worldClock, InstantSource machineClock) {
        this.clockwork = clockwork;
        this.worldClock = worldClock;
        RecurringTask<Void> wake =
                Tasks.recurring("timetable", FixedDelay.of(ONE_SECOND)).execute((instance, context) -> run());
        this.scheduler = Scheduler.create(dataSource)
                .startTasks(wake)
                .tableName("command.scheduled_tasks")
                .threads(1)
                .pollingInterval(ONE_SECOND)
                // A node that died is missed after some seconds, not after the usual minutes: terms do not wait.
                .heartbeatInterval(Duration.ofSeconds(5))
                .shutdownMaxWait(Duration.ofSeconds(10))
                .clock(machineClock::instant)
                .build();
    }

    private void run() {
        try {
            clockwork.runDue(worldClock.instant());
            failure = null;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    /** Why the last run on this node failed, for readiness; empty if it did not. */
    public Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
