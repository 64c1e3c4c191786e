package org.comity.log.dispatch;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.comity.api.Recorded;
import org.comity.log.store.LogStorageEngine;

/** Gives aggregates from the cache or from the log, tells the {@link Attempt} which, and keeps those that were proven. */
final class GuessingRepository<T> extends EventSourcingRepository<T> {
    private final Guesses<T> guesses;

    GuessingRepository(Class<T> type, EventStore eventStore, Guesses<T> guesses) {
        super(EventSourcingRepository.builder(type).eventStore(eventStore));
        this.guesses = guesses;
    }

    @Override
    protected EventSourcedAggregate<T> doLoadWithLock(String stream, Long expectedVersion) {
        Attempt attempt = Attempt.current();
        EventSourcedAggregate<T> cached = guesses.take(stream);
        boolean guess = cached != null && attempt.mayGuess();
        EventSourcedAggregate<T> aggregate =
                guess ? Objects.requireNonNull(cached) : super.doLoadWithLock(stream, expectedVersion);
        follow(attempt, aggregate, guess);
        return aggregate;
    }

    @Override
    protected EventSourcedAggregate<T> doCreateNewForLock(Callable<T> factoryMethod) throws Exception {
        EventSourcedAggregate<T> aggregate = super.doCreateNewForLock(factoryMethod);
        follow(Attempt.current(), aggregate, false);
        return aggregate;
    }

    private void follow(Attempt attempt, EventSourcedAggregate<T> aggregate, boolean guess) {
        Long version = aggregate.version();
        attempt.decidesOn(version, guess);
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        // After the rules have spoken, so that who may not know of the request does not learn its version either; and
        // before the append.
        work.onPrepareCommit(committing -> {
            if (attempt.isStale()) {
                throw new StaleVersionNoticed();
            }
            attempt.raiseObjection();
        });
        work.afterCommit(committed -> {
            List<Recorded<?>> taken = committed.root().getResource(LogStorageEngine.TAKEN);
            attempt.took(taken == null ? List.of() : taken);
            keep(aggregate);
        });
        work.onRollback(rolledBack -> {
            // A refusal leaves the aggregate as it was; an append that failed does not.
            if (Objects.equals(version, aggregate.version())) {
                keep(aggregate);
            }
        });
    }

    private void keep(Aggregate<T> aggregate) {
        if (aggregate.version() != null && aggregate instanceof EventSourcedAggregate<T> eventSourced) {
            guesses.keep(aggregate.identifierAsString(), eventSourced);
        }
    }

    /** Ends an attempt whose sender had seen another version; the dispatch says it with the versions. */
    static final class StaleVersionNoticed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StaleVersionNoticed() {
            super("the sender had seen another version", null, false, false);
        }
    }
}
