package org.comity.command.preservation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.comity.api.MlaRequestId;
import org.comity.api.PreservationId;
import org.comity.api.StateCode;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaStatus;
import org.comity.api.preservation.PreservationContents;
import org.comity.api.preservation.PreservationEvent;
import org.comity.command.policy.Lives;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.log.store.AxonLog;
import org.comity.log.store.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which MLA request follows up which preservation, and since when it is legally received. A link counts when either side
 * states it and both are requests of the same State to the same State; else whoever knows an id could have the data of
 * others held.
 */
@Component
@ProcessingGroup(FollowUps.GROUP)
class FollowUps {
    /** Processing group of the joints: one after the other, in the order of the log. */
    static final String GROUP = "follow-ups";

    private static final Set<MlaStatus> DECIDED = Set.of(MlaStatus.REFUSED, MlaStatus.WITHDRAWN, MlaStatus.CLOSED);

    /** A request that is legally received and undecided. */
    record Received(MlaRequestId request, Instant legalReceivedAt) {}

    private final JdbcClient sql;
    private final Lives lives;

    FollowUps(DataSource dataSource, EventLog log) {
        this.sql = JdbcClient.create(dataSource);
        this.lives = new Lives(log);
    }

    /** Takes down what a request says, and when it was received, as known when this event was recorded. */
    @EventHandler
    void on(MlaRequestEvent event, EventMessage<?> message) {
        MlaRequestLife life =
                lives.mlaRequest(event.id(), AxonLog.recorded(message).fact().sequence());
        MlaContents contents = life.contents();
        if (contents != null) {
            stated(
                    event.id(),
                    contents.from(),
                    contents.to(),
                    life.firstReceivedAt(),
                    !DECIDED.contains(life.status()),
                    contents.linkedPreservations());
        }
    }

    /** Takes down what a preservation says. */
    @EventHandler
    void on(PreservationEvent event, EventMessage<?> message) {
        PreservationContents contents = lives.preservation(
                        event.id(), AxonLog.recorded(message).fact().sequence())
                .contents();
        if (contents != null) {
            stated(event.id(), contents.from(), contents.to(), contents.linkedRequests());
        }
    }

    @ResetHandler
    void reset() {
        sql.sql("truncate command.follow_up_preservation, command.follow_up_request, command.follow_up_link")
                .update();
    }

    /** The preservations that a request follows up. */
    List<PreservationId> preservationsOf(MlaRequestId request) {
        return sql.sql("""
                        select distinct preservation
                        from command.follow_up_link
                        join command.follow_up_preservation p using (preservation)
                        join command.follow_up_request r using (request)
                        where request = :request and p.from_state = r.from_state and p.to_state = r.to_state
                        order by preservation
                        """)
                .param("request", request.value())
                .query((row, number) -> new PreservationId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The requests for which a preservation is to be held, as far as is known. */
    List<Received> receivedFor(PreservationId preservation) {
        return sql.sql("""
                        select distinct request, received_at
                        from command.follow_up_link
                        join command.follow_up_preservation p using (preservation)
                        join command.follow_up_request r using (request)
                        where preservation = :preservation and p.from_state = r.from_state and p.to_state = r.to_state
                          and r.pending and r.received_at is not null
                        order by received_at, request
                        """)
                .param("preservation", preservation.value())
                .query((row, number) -> new Received(
                        new MlaRequestId(row.getObject(1, UUID.class)),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    private void stated(
            MlaRequestId request,
            StateCode from,
            StateCode to,
            @Nullable Instant receivedAt,
            boolean pending,
            Collection<PreservationId> preservations) {
        sql.sql("""
                        insert into command.follow_up_request (request, from_state, to_state, received_at, pending)
                        values (:request, :from, :to, :receivedAt, :pending)
                        on conflict (request) do update
                        set from_state = :from, to_state = :to, received_at = :receivedAt, pending = :pending
                        """)
                .param("request", request.value())
                .param("from", from.value())
                .param("to", to.value())
                .param("receivedAt", receivedAt == null ? null : receivedAt.atOffset(ZoneOffset.UTC))
                .param("pending", pending)
                .update();
        sql.sql("delete from command.follow_up_link where request = :request and stated_by = 'request'")
                .param("request", request.value())
                .update();
        preservations.forEach(preservation -> link(preservation, request, "request"));
    }

    private void stated(PreservationId preservation, StateCode from, StateCode to, Collection<MlaRequestId> requests) {
        sql.sql("""
                        insert into command.follow_up_preservation (preservation, from_state, to_state)
                        values (:preservation, :from, :to)
                        on conflict (preservation) do update set from_state = :from, to_state = :to
                        """)
                .param("preservation", preservation.value())
                .param("from", from.value())
                .param("to", to.value())
                .update();
        sql.sql("delete from command.follow_up_link where preservation = :preservation and stated_by = 'preservation'")
                .param("preservation", preservation.value())
                .update();
        requests.forEach(request -> link(preservation, request, "preservation"));
    }

    private void link(PreservationId preservation, MlaRequestId request, String by) {
        sql.sql("""
                        insert into command.follow_up_link (preservation, request, stated_by)
                        values (:preservation, :request, :by)
                        on conflict do nothing
                        """)
                .param("preservation", preservation.value())
                .param("request", request.value())
                .param("by", by)
                .update();
    }
}
