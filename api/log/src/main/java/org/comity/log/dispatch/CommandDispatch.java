package org.comity.log.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.comity.api.Command;
import org.comity.api.Recorded;
import org.comity.api.Refused;
import org.comity.log.names.Origin;
import org.comity.log.store.AxonLog;
import org.comity.log.store.CommandKeyTaken;
import org.comity.log.store.EventLog;
import org.comity.log.store.LogUnavailable;
import org.jspecify.annotations.Nullable;

/** Sends commands to their aggregates and answers when the log has taken what came of them. */
public final class CommandDispatch {
    private static final int MOST_LOSSES = 3;

    private final AxonLog axonLog;
    private final EventLog log;
    private final int cacheSize;
    private final CommandMeters meters;
    private final CommandBus bus = SimpleCommandBus.builder().build();

    /**
     * Dispatches the commands of one node.
     *
     * @param cacheSize how many aggregates of each type are kept
     */
    public CommandDispatch(AxonLog axonLog, int cacheSize) {
        this.axonLog = axonLog;
        this.log = axonLog.log();
        this.cacheSize = cacheSize;
        this.meters = new CommandMeters(axonLog.meters());
    }

    /** Lets an aggregate answer the commands that it handles. */
    public <T> void serve(Class<T> aggregate) {
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(aggregate)
                .repository(new GuessingRepository<>(aggregate, axonLog.eventStore(), new Guesses<>(cacheSize)))
                .build()
                .subscribe(bus);
    }

    /**
     * Has a command decided, and returns when its events are in the log.
     *
     * @param family name under which the aggregate handles commands, such as {@code mla-request}
     * @param metadata the act and its origin, as they will be stored with each event
     * @param expectedVersion last sequence that the sender has seen, -1 if nothing was there, null if any will do
     * @throws Refused if the rules say no
     * @throws StaleVersion if another version than the expected one was decided upon, or the race was lost too often
     * @throws CommandKeyTaken if the log holds a command with this key, whatever the rules would say today
     * @throws LogUnavailable if the log cannot be reached
     */
    public Outcome send(String family, Command command, Map<String, String> metadata, @Nullable Long expectedVersion) {
        return send(family, command, metadata, expectedVersion, null);
    }

    /**
     * Has a command decided to which the sender itself has an objection. It is raised only after the rules have allowed the
     * command, so that nobody hears it who may not know of the request, and before anything is recorded.
     */
    public Outcome send(
            String family,
            Command command,
            Map<String, String> metadata,
            @Nullable Long expectedVersion,
            @Nullable Refused objection) {
        Deque<UnitOfWork<?>> outer = leaveUnitsOfWork();
        try {
            return meters.timed(family, () -> decideOnce(family, command, metadata, expectedVersion, objection));
        } finally {
            outer.forEach(CurrentUnitOfWork::set);
        }
    }

    private Outcome decideOnce(
            String family,
            Command command,
            Map<String, String> metadata,
            @Nullable Long expectedVersion,
            @Nullable Refused objection) {
        try {
            return decide(family, command, metadata, expectedVersion, objection);
        } catch (Refused | StaleVersion e) {
            throwIfTaken(metadata);
            throw e;
        }
    }

    private Outcome decide(
            String family,
            Command command,
            Map<String, String> metadata,
            @Nullable Long expected,
            @Nullable Refused objection) {
        String stream = command.id().value().toString();
        int losses = 0;
        boolean mayGuess = true;
        while (true) {
            var attempt = new Attempt(mayGuess, expected, objection);
            try {
                ScopedValue.where(Attempt.CURRENT, attempt).run(() -> handle(family, command, metadata));
                if (!attempt.taken().isEmpty()) {
                    Recorded<?> last = attempt.taken().getLast();
                    return new Outcome(stream, last.fact().sequence(), last.position(), attempt.taken());
                }
                if (isProven(attempt, stream)) {
                    throwIfTaken(metadata);
                    return new Outcome(stream, attempt.version(), -1, attempt.taken());
                }
            } catch (ConcurrencyException | AggregateStreamCreationException lost) {
                losses++;
                if (expected != null || losses > MOST_LOSSES) {
                    throw new StaleVersion(
                            stream,
                            expected != null ? expected : attempt.version(),
                            log.lastSequence(stream).orElse(-1));
                }
            } catch (CommandKeyTaken | LogUnavailable certain) {
                throw certain;
            } catch (RuntimeException answer) {
                if (isProven(attempt, stream)) {
                    throw attempt.isStale() && yieldsToStale(answer)
                            ? new StaleVersion(stream, expected == null ? -1 : expected, attempt.version())
                            : answer;
                }
            }
            mayGuess = false;
        }
    }

    /** True if what was decided without an append may be answered: it was read from the log, or nothing came since. */
    private boolean isProven(Attempt attempt, String stream) {
        return !attempt.isGuess() || log.lastSequence(stream).orElse(-1) == attempt.version();
    }

    /** Who may not know of it, or may not do it, hears that first; then that the version has passed; then the rest. */
    private static boolean yieldsToStale(RuntimeException answer) {
        return switch (answer) {
            case GuessingRepository.StaleVersionNoticed noticed -> true;
            case Refused refused ->
                refused.kind() == Refused.Kind.CONFLICT || refused.kind() == Refused.Kind.UNACCEPTABLE;
            default -> false;
        };
    }

    private void handle(String family, Command command, Map<String, String> metadata) {
        var message = new GenericCommandMessage<>(new GenericMessage<>(command, metadata), family);
        var answer = new AtomicReference<@Nullable CommandResultMessage<?>>();
        bus.dispatch(message, (sent, result) -> answer.set(result));
        CommandResultMessage<?> result = answer.get();
        if (result == null) {
            throw new IllegalStateException("the command bus left a command without an answer");
        }
        if (result.isExceptional()) {
            throw switch (result.exceptionResult()) {
                case RuntimeException runtime -> runtime;
                case Error error -> throw error;
                case Throwable checked -> new CommandExecutionException("a command failed", checked);
            };
        }
    }

    /** A repeat of a command is no refusal, even if what it asks for can no longer be done: it was done. */
    private void throwIfTaken(Map<String, String> metadata) {
        String key = Origin.read(metadata).commandKey();
        if (key != null && log.findByCommandKey(HexFormat.of().parseHex(key)).isPresent()) {
            throw new CommandKeyTaken(key);
        }
    }

    /**
     * A policy sends from within the unit of work of its processor. Nested in it, the append would wait for the processor's
     * commit, after the command was answered; so the command gets a unit of work of its own.
     */
    private static Deque<UnitOfWork<?>> leaveUnitsOfWork() {
        var outer = new ArrayDeque<UnitOfWork<?>>();
        while (CurrentUnitOfWork.isStarted()) {
            UnitOfWork<?> work = CurrentUnitOfWork.get();
            CurrentUnitOfWork.clear(work);
            outer.push(work);
        }
        return outer;
    }
}
