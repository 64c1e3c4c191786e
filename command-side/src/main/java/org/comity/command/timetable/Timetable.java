package org.comity.command.timetable;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.comity.api.Act;
import org.comity.api.PreservationId;
import org.comity.api.preservation.PreservationCommand.Expire;
import org.comity.api.preservation.PreservationEvent;
import org.comity.command.policy.Lives;
import org.comity.command.policy.PolicyDesk;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.log.store.AxonLog;
import org.comity.log.store.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What falls due by itself, and when: each preservation that nothing holds, at the end of its term. */
@Component
@ProcessingGroup("timetable")
public class Timetable implements ByItself {
    private static final String EXPIRE = "expire";

    /** Something that falls due. */
    private record Due(Instant moment, UUID subject) {}

    private final JdbcClient sql;
    private final EventLog log;
    private final Lives lives;
    private final PolicyDesk desk;
    private final CaughtUp caughtUp;

    public Timetable(DataSource dataSource, EventLog log, PolicyDesk desk, CaughtUp caughtUp) {
        this.sql = JdbcClient.create(dataSource);
        this.log = log;
        this.lives = new Lives(log);
        this.desk = desk;
        this.caughtUp = caughtUp;
    }

    @Override
    public Optional<Instant> nextDue() {
        caughtUp.await(log.end().position());
        return sql.sql("select min(moment) from command.timetable")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /**
     * What is to come and what is late, without what belongs to sealed requests.
     *
     * @param due in the future
     * @param overdue at a moment that has passed
     * @param next the first moment, passed or not; none if nothing falls due
     */
    record Outlook(long due, long overdue, @Nullable Instant next) {}

    Outlook outlook(Instant now) {
        return sql.sql("""
                        select count(*) filter (where moment > :now), count(*) filter (where moment <= :now), min(moment)
                        from command.timetable where not sealed
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    OffsetDateTime next = row.getObject(3, OffsetDateTime.class);
                    return new Outlook(row.getLong(1), row.getLong(2), next == null ? null : next.toInstant());
                })
                .single();
    }

    /**
     * Lets everything happen that is due, in order. One that fails does not hold up the others; it is due again the next
     * time, and the failure is thrown when the others are done.
     *
     * @param now by the world clock
     * @return how much happened
     */
    @Override
    public int runDue(Instant now) {
        var tried = new HashSet<Due>();
        int happened = 0;
        RuntimeException failure = null;
        while (true) {
            // A receipt in the log beats an expiry that is due: so each one waits until the policies know what the log
            // knows.
            caughtUp.await(log.end().position());
            Optional<Due> next =
                    due(now).stream().filter(due -> !tried.contains(due)).findFirst();
            if (next.isEmpty()) {
                break;
            }
            tried.add(next.get());
            try {
                happened += expire(next.get()) ? 1 : 0;
            } catch (RuntimeException e) {
                failure = first(failure, e);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return happened;
    }

    private boolean expire(Due due) {
        // The term ended at its end, even if nobody was awake to say so: that moment is the act's.
        // An expiry that was made void may fall due again, so what the request has become since is part of the
        // occasion.
        long version = log.lastSequence(due.subject().toString()).orElse(-1);
        return desk.sendDue(
                "timetable/" + EXPIRE + "/" + due.subject() + "/" + due.moment() + "/" + version,
                Act.bySystem(due.moment()),
                "preservation-request",
                new Expire(new PreservationId(due.subject()), due.moment()));
    }

    private static RuntimeException first(@Nullable RuntimeException before, RuntimeException next) {
        if (before == null) {
            return next;
        }
        before.addSuppressed(next);
        return before;
    }

    @EventHandler
    void on(PreservationEvent event, EventMessage<?> message) {
        PreservationLife life =
                lives.preservation(event.id(), AxonLog.recorded(message).fact().sequence());
        Instant end = life.expiresAt();
        if (end == null) {
            sql.sql("delete from command.timetable where subject = :subject and command = :command")
                    .param("subject", event.id().value())
                    .param("command", EXPIRE)
                    .update();
        } else {
            sql.sql("""
                            insert into command.timetable (moment, subject, command, sealed)
                            values (:moment, :subject, :command, :sealed)
                            on conflict (subject, command) do update set moment = :moment, sealed = :sealed
                            """)
                    .param("moment", roundedUp(end).atOffset(ZoneOffset.UTC))
                    .param("subject", event.id().value())
                    .param("command", EXPIRE)
                    .param("sealed", life.now().seal() != null)
                    .update();
        }
    }

    @ResetHandler
    void reset() {
        sql.sql("truncate command.timetable").update();
    }

    private List<Due> due(Instant now) {
        return sql.sql("select moment, subject from command.timetable where moment <= :now order by moment, subject")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Due(row.getObject(1, OffsetDateTime.class).toInstant(), row.getObject(2, UUID.class)))
                .list();
    }

    /** The database knows microseconds; rounded down, the moment would lie before the end, and nothing would be due at it. */
    private static Instant roundedUp(Instant end) {
        return end.plusNanos(999).truncatedTo(ChronoUnit.MICROS);
    }
}
