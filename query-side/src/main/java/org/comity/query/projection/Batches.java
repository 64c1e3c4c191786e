package org.comity.query.projection;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.comity.api.Event;
import org.comity.api.Recorded;
import org.comity.log.store.AxonLog;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Collects what a processor hands over one by one and writes it once, when the unit of work is about to be committed. */
@Component
public final class Batches {
    private final Progress progress;
    private final Reached reached;
    private final TransactionTemplate transaction;

    public Batches(Progress progress, Reached reached, DataSource dataSource) {
        this.progress = progress;
        this.reached = reached;
        // joins the transaction of the processor, in which its token is stored too
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    private static final class Batch {
        final List<Recorded<?>> events = new ArrayList<>();
        long upTo = -1;
    }

    /** Takes one event of the processing group of a projection. */
    public void take(Projection projection, EventMessage<?> message) {
        var unitOfWork = CurrentUnitOfWork.get().root();
        Batch batch = unitOfWork.getOrComputeResource("batch of " + projection.name(), key -> {
            var empty = new Batch();
            unitOfWork.onPrepareCommit(done -> write(projection, empty.events, empty.upTo));
            unitOfWork.afterCommit(done -> reached.moved());
            return empty;
        });
        batch.upTo = position(message);
        if (projection.concerns(message.getPayloadType().asSubclass(Event.class))) {
            batch.events.add(AxonLog.recorded(message));
        }
    }

    /** Writes one batch, leaving out what the projection knows already. */
    void write(Projection projection, List<Recorded<?>> events, long upTo) {
        transaction.executeWithoutResult(ignored -> {
            Progress.Mark mark = progress.hold(projection.name());
            if (upTo > mark.position()) {
                List<Recorded<?>> news = events.stream()
                        .filter(event -> event.position() > mark.position())
                        .toList();
                if (!news.isEmpty()) {
                    projection.write(news, upTo, mark.slot());
                }
                progress.move(projection.name(), new Progress.Mark(mark.slot(), upTo));
            }
        });
    }

    private static long position(EventMessage<?> message) {
        return ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
    }
}
