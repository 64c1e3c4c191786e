package org.comity.command.mail;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sends what waits, on one node of the cluster; without a mail server it never starts. */
@Component
class MailWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final @Nullable Postman postman;
    private final Scheduler scheduler;
    private volatile boolean running;

    MailWorker(
            DataSource dataSource,
            Outbox outbox,
            Mailboxes mailboxes,
            @Nullable MailServer server,
            @Qualifier("machineClock") InstantSource machineClock,
            MeterRegistry meters) {
        this.postman = server == null ? null : new Postman(outbox, mailboxes, server);
        this.scheduler = Scheduler.create(dataSource)
                .startTasks(Tasks.recurring("mail", FixedDelay.of(PAUSE)).execute((instance, context) -> run()))
                .tableName("command.scheduled_tasks")
                .threads(1)
                .pollingInterval(PAUSE)
                .heartbeatInterval(Duration.ofSeconds(5))
                .shutdownMaxWait(Duration.ofSeconds(10))
                .clock(machineClock::instant)
                .build();
        if (server != null) {
            Gauge.builder("comity.mail.waiting", outbox, Outbox::count)
                    .description("Reminders that wait for the mail server")
                    .register(meters);
        }
    }

    private void run() {
        if (postman != null) {
            try {
                postman.deliver();
            } catch (MessagingException e) {
                LOG.warn("reminders wait for the mail server: {}", e.getMessage());
            }
        }
    }

    @Override
    public void start() {
        if (postman != null) {
            scheduler.start();
        }
        running = true;
    }

    @Override
    public void stop() {
        if (postman != null) {
            scheduler.stop();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
