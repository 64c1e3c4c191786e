package org.comity.standalone.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.comity.log.store.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each processing group has read, whichever node reads for it: the tokens are in the database. */
@Component
public class GroupProgress {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(3);

    /** A group that is being replayed is where the replay is. */
    private static final String TOKENS = """
            with stored as (select processor_name, convert_from(token, 'UTF8')::jsonb as token from node.token_entry)
            select processor_name,
                   min(coalesce(token ->> 'globalIndex', token -> 'currentToken' ->> 'globalIndex', '-1')::bigint)
            from stored group by processor_name
            """;

    /** For each group: how many events it has not handled, and when the first of them was recorded. */
    private static final String LAGS = """
            with reached (name, position) as (%s), log_end as (select coalesce(max(position), -1) as position from log.event)
            select name, log_end.position - reached.position,
                   (select recorded_at from log.event where log.event.position = reached.position + 1)
            from reached, log_end
            """.formatted(TOKENS);

    private final JdbcClient sql;
    private final EventLog log;
    private final ListableBeanFactory beans;

    GroupProgress(DataSource dataSource, EventLog log, ListableBeanFactory beans) {
        this.sql = JdbcClient.create(dataSource);
        this.log = log;
        this.beans = beans;
    }

    /** Waits until every group has handled all that is in the log, also what comes of it. */
    public void awaitAll() {
        Set<String> groups = groups();
        long end = log.end().position();
        long before;
        do {
            before = end;
            await(groups, end);
            end = log.end().position();
        } while (end != before);
    }

    /** Waits until the policies and the timetable have handled everything up to a position. */
    public void awaitCommandSide(long position) {
        await(groupsOf("org.comity.command."), position);
    }

    /** Last position that each group has handled; -1 if it has not begun. */
    public Map<String, Long> positions() {
        Map<String, Long> positions = new TreeMap<>();
        groups().forEach(group -> positions.put(group, -1L));
        sql.sql(TOKENS)
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .forEach(entry -> positions.replace(entry.getKey(), entry.getValue()));
        return positions;
    }

    /** How far each group is behind the log; a group that has not begun is not there. */
    Map<String, Lag> lags() {
        var lags = new TreeMap<String, Lag>();
        sql.sql(LAGS).query(row -> {
            OffsetDateTime first = row.getObject(3, OffsetDateTime.class);
            lags.put(row.getString(1), new Lag(Math.max(0, row.getLong(2)), first == null ? null : first.toInstant()));
        });
        return lags;
    }

    /**
     * How far a group is behind.
     *
     * @param firstWaiting when the first event was recorded that it has not handled; none if it has handled all
     */
    record Lag(long events, @Nullable Instant firstWaiting) {}

    private void await(Set<String> groups, long position) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Collection<String> behind = positions().entrySet().stream()
                    .filter(entry -> groups.contains(entry.getKey()) && entry.getValue() < position)
                    .map(Map.Entry::getKey)
                    .toList();
            if (behind.isEmpty()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("still behind position " + position + ": " + behind);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    Set<String> groups() {
        return new TreeSet<>(beans.getBean(EventProcessingConfiguration.class)
                .eventProcessors()
                .keySet());
    }

    private Set<String> groupsOf(String packages) {
        return beans.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
                .map(AopUtils::getTargetClass)
                .filter(type -> type.getName().startsWith(packages))
                .map(type -> type.getAnnotation(ProcessingGroup.class).value())
                .collect(Collectors.toUnmodifiableSet());
    }
}
