package org.comity.command.mail;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.comity.api.reminder.ReminderEvent.Reminded;
import org.comity.log.store.AxonLog;
import org.comity.log.store.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to be sent, in the order of the log. Without a mail server nothing is ever kept, so that none sends old reminders. */
@Component
@ProcessingGroup("reminder-mail")
@DisallowReplay
public class Outbox {
    private final JdbcClient sql;
    private final EventLog log;
    private final InstantSource machineClock;
    private final @Nullable MailServer server;

    public Outbox(
            DataSource dataSource,
            EventLog log,
            @Qualifier("machineClock") InstantSource machineClock,
            @Nullable MailServer server) {
        this.sql = JdbcClient.create(dataSource);
        this.log = log;
        this.machineClock = machineClock;
        this.server = server;
    }

    @EventHandler
    void on(Reminded event, EventMessage<?> message) {
        if (server != null) {
            sql.sql(
                            "insert into command.mail (reminder, position) values (:reminder, :position) on conflict do nothing")
                    .param("reminder", event.id().value())
                    .param("position", AxonLog.recorded(message).position())
                    .update();
        }
    }

    /** The next reminders that wait. */
    List<Reminded> waiting() {
        return sql
                .sql(
                        "select reminder from command.mail where sent_at is null and refused is null order by position limit 100")
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> (Reminded) log.read(id.toString()).getFirst().event())
                .toList();
    }

    /** How many wait. */
    long count() {
        return sql.sql("select count(*) from command.mail where sent_at is null and refused is null")
                .query(Long.class)
                .single();
    }

    void sent(Reminded reminder) {
        sql.sql("update command.mail set sent_at = :now where reminder = :reminder")
                .param("now", machineClock.instant().atOffset(ZoneOffset.UTC))
                .param("reminder", reminder.id().value())
                .update();
    }

    /** It can never be sent; the next one may. */
    void refused(Reminded reminder, String why) {
        sql.sql("update command.mail set refused = :why where reminder = :reminder")
                .param("why", why)
                .param("reminder", reminder.id().value())
                .update();
    }
}
