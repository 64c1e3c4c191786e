package org.comity.log.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.comity.api.Act;
import org.comity.api.Command;
import org.comity.api.Label;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityCommand.ConnectAuthority;
import org.comity.api.directory.AuthorityCommand.DisconnectAuthority;
import org.comity.api.directory.AuthorityCommand.RegisterAuthority;
import org.comity.api.directory.AuthorityEvent.AuthorityConnected;
import org.comity.api.directory.AuthorityEvent.AuthorityRegistered;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.comity.log.names.ActCodec;
import org.comity.log.store.AxonLog;
import org.comity.log.store.CommandKeyTaken;
import org.comity.log.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandDispatchTest {
    private static final LocalDate DAY = LocalDate.parse("2026-05-01");
    private static final String KEY = "ab".repeat(32);

    private final TestDatabase database = TestDatabase.withLog();
    private final HikariDataSource otherPool = database.appOfAnotherNode();
    private final AxonLog axonLog = AxonLog.open(database.app(), InstantSource.system());
    private final AxonLog otherLog = AxonLog.open(otherPool, InstantSource.system());
    private final CommandDispatch here = dispatch(axonLog);
    private final CommandDispatch there = dispatch(otherLog);
    private final AuthorityId id = new AuthorityId(UUID.randomUUID());

    private static CommandDispatch dispatch(AxonLog log) {
        var dispatch = new CommandDispatch(log, 10);
        dispatch.serve(TestAuthority.class);
        return dispatch;
    }

    @AfterEach
    void close() {
        TestAuthority.MEANWHILE.remove();
        axonLog.close();
        otherLog.close();
        otherPool.close();
        database.close();
    }

    @Test
    void answersWithWhatTheLogHasTaken() {
        Outcome registered = send(here, register(), null);
        Outcome connected = send(here, connect(), null);

        assertThat(registered.version()).isZero();
        assertThat(registered.stream()).isEqualTo(id.toString());
        assertThat(connected.version()).isEqualTo(1);
        assertThat(connected.position()).isEqualTo(1);
        assertThat(connected.events()).isEqualTo(axonLog.log().readFrom(id.toString(), 1));
        assertThat(connected.events().getFirst().event()).isEqualTo(new AuthorityConnected(id, DAY));
    }

    @Test
    void passesOnWhatTheRulesRefuse() {
        assertThatThrownBy(() -> send(here, connect(), null)).isInstanceOf(Refused.class);
        send(here, register(), null);

        assertThatThrownBy(() -> send(here, register(), null)).isInstanceOf(Refused.class);

        assertThat(axonLog.log().end().position()).isZero();
    }

    @Test
    void answersACommandThatChangesNothingWithTheVersionAndNoEvent() {
        send(here, register(), null);

        assertThat(send(here, disconnect(), null)).isEqualTo(new Outcome(id.toString(), 0, -1, List.of()));
    }

    @Test
    void neverRefusesByAStaleGuess() {
        send(here, register(), null);
        send(here, connect(), null);
        send(there, disconnect(), null);

        // here still believes that it is connected
        assertThat(send(here, connect(), null).version()).isEqualTo(3);
    }

    @Test
    void neverAnswersNoChangeByAStaleGuess() {
        send(here, register(), null);
        send(there, connect(), null);

        assertThat(send(here, disconnect(), null).version()).isEqualTo(2);
    }

    @Test
    void neverFindsAVersionStaleByAStaleGuess() {
        send(here, register(), null);
        send(there, connect(), null);

        assertThat(send(here, disconnect(), 1L).version()).isEqualTo(2);
    }

    @Test
    void refusesByAGuessThatIsTheLastInTheLog() {
        send(here, register(), null);
        send(here, connect(), null);
        var decisions = new AtomicInteger();
        TestAuthority.MEANWHILE.set(decisions::incrementAndGet);

        assertThatThrownBy(() -> send(here, connect(), null)).isInstanceOf(Refused.class);

        assertThat(decisions).hasValue(1);
    }

    @Test
    void saysWhichVersionHasPassedAndWhichIsCurrent() {
        send(here, register(), null);
        send(there, connect(), null);

        assertThatThrownBy(() -> send(here, disconnect(), 0L)).isInstanceOfSatisfying(StaleVersion.class, stale -> {
            assertThat(stale.stream()).isEqualTo(id.toString());
            assertThat(stale.seen()).isZero();
            assertThat(stale.current()).isEqualTo(1);
        });
        assertThat(axonLog.log().end().position()).isEqualTo(1);
    }

    @Test
    void expectsMinusOneOfWhatIsNotThereYet() {
        assertThatThrownBy(() -> send(here, register(), 0L)).isInstanceOf(StaleVersion.class);

        assertThat(send(here, register(), -1L).version()).isZero();
    }

    @Test
    void tellsAStrangerNothingAboutVersions() {
        assertThatThrownBy(() -> send(here, connect(), 7L))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.UNKNOWN));
    }

    @Test
    void namesAStaleVersionBeforeTheStatus() {
        send(here, register(), null);
        send(here, connect(), null);

        assertThatThrownBy(() -> send(here, connect(), 0L)).isInstanceOf(StaleVersion.class);
    }

    @Test
    void raisesTheObjectionOfTheSenderAfterTheRulesAndBeforeTheLog() {
        Refused objection = Refused.unacceptable("act.in-the-future", "act.occurredAt", "That has not happened yet.");
        Map<String, String> metadata = metadata(null);

        assertThatThrownBy(() -> here.send("authority", connect(), metadata, null, objection))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.UNKNOWN));
        send(here, register(), null);
        assertThatThrownBy(() -> here.send("authority", connect(), metadata, null, objection))
                .isSameAs(objection);
        assertThatThrownBy(() -> here.send("authority", connect(), metadata, 7L, objection))
                .isInstanceOf(StaleVersion.class);

        assertThat(axonLog.log().end().position()).isZero();
        assertThat(send(here, connect(), null).version()).isEqualTo(1);
    }

    @Test
    void decidesAgainAfterALostRace() {
        send(here, register(), null);
        meanwhile(1, () -> send(there, connect(), null));

        Outcome outcome = send(here, disconnect(), null);

        assertThat(outcome.version()).isEqualTo(2);
    }

    @Test
    void letsTheRulesSpeakToTheLoserOfARace() {
        send(here, register(), null);
        meanwhile(1, () -> send(there, connect(), null));

        assertThatThrownBy(() -> send(here, connect(), null)).isInstanceOf(Refused.class);
    }

    @Test
    void isAConflictAtOnceIfARaceIsLostAgainstAnExpectedVersion() {
        send(here, register(), null);
        meanwhile(1, () -> send(there, connect(), null));

        assertThatThrownBy(() -> send(here, connect(), 0L))
                .isInstanceOfSatisfying(
                        StaleVersion.class, stale -> assertThat(stale.current()).isEqualTo(1));
    }

    @Test
    void givesUpAfterTheFourthLoss() {
        send(here, register(), null);
        send(here, connect(), null);
        var losses = meanwhile(10, () -> {
            send(there, disconnect(), null);
            send(there, connect(), null);
        });

        assertThatThrownBy(() -> send(here, disconnect(), null)).isInstanceOf(StaleVersion.class);

        assertThat(losses).hasValue(4);
    }

    @Test
    void createsOnceIfTwoNodesCreateAtTheSameTime() {
        meanwhile(1, () -> send(there, register(), null));

        assertThatThrownBy(() -> send(here, register(), null)).isInstanceOf(Refused.class);

        assertThat(axonLog.log().read(id.toString())).hasSize(1);
    }

    @Test
    void answersARepeatWithTheKeyEvenIfTheRulesWouldRefuseItToday() {
        send(here, register(), null);
        here.send("authority", connect(), metadata(KEY), null);

        assertThatThrownBy(() -> there.send("authority", connect(), metadata(KEY), null))
                .isInstanceOfSatisfying(
                        CommandKeyTaken.class, taken -> assertThat(axonLog.log().eventsOfCommand(taken.commandKey()))
                                .singleElement()
                                .satisfies(entry -> assertThat(entry.recorded().event())
                                        .isEqualTo(new AuthorityConnected(id, DAY))));
        assertThatThrownBy(() -> here.send("authority", connect(), metadata(KEY), 0L))
                .isInstanceOf(CommandKeyTaken.class);
    }

    @Test
    void takesAKeyOnceForAllStreams() {
        here.send("authority", register(), metadata(KEY), null);
        var another = new RegisterAuthority(
                new AuthorityId(UUID.randomUUID()),
                AuthorityKind.CONTACT_POINT,
                new StateCode("CL"),
                new Label("Guardia"),
                DAY);

        assertThatThrownBy(() -> there.send("authority", another, metadata(KEY), null))
                .isInstanceOf(CommandKeyTaken.class);
        assertThat(axonLog.log().read(another.id().toString())).isEmpty();
        assertThat(axonLog.log().end().position()).isZero();
    }

    @Test
    void appendsAtOnceEvenIfSentFromAnotherUnitOfWork() {
        var outer = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("of a policy"));

        Outcome outcome = send(here, register(), null);

        assertThat(axonLog.log().end().position()).isEqualTo(outcome.position()).isZero();
        assertThat(CurrentUnitOfWork.get()).isSameAs(outer);
        outer.rollback();
        assertThat(axonLog.log().read(id.toString())).hasSize(1);
    }

    @Test
    void forgetsTheLongestUnusedAggregatesFirst() {
        for (int i = 0; i < 30; i++) {
            send(
                    here,
                    new RegisterAuthority(
                            new AuthorityId(UUID.randomUUID()),
                            AuthorityKind.PROSECUTOR,
                            new StateCode("PT"),
                            new Label("Procuradoria"),
                            DAY),
                    null);
        }

        assertThat(send(here, register(), null).events().getFirst().event()).isInstanceOf(AuthorityRegistered.class);
    }

    @Test
    void letsExactlyOneOfManyWinEachTurnOnTwoNodes() throws Exception {
        send(here, register(), null);
        var calls = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 20; i++) {
            CommandDispatch node = i % 2 == 0 ? here : there;
            calls.add(() -> {
                try {
                    return !send(node, connect(), null).events().isEmpty();
                } catch (Refused | StaleVersion e) {
                    return false;
                }
            });
        }

        int winners = 0;
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                winners += call.get() ? 1 : 0;
            }
        }

        assertThat(winners).isEqualTo(1);
        assertThat(axonLog.log().read(id.toString())).hasSize(2);
    }

    /** Lets something happen in the middle of each of the next decisions of this thread; counts them. */
    private static AtomicInteger meanwhile(int times, Runnable something) {
        var happened = new AtomicInteger();
        TestAuthority.MEANWHILE.set(() -> {
            if (happened.get() < times) {
                happened.incrementAndGet();
                Runnable next = TestAuthority.MEANWHILE.get();
                TestAuthority.MEANWHILE.set(() -> {});
                something.run();
                TestAuthority.MEANWHILE.set(next);
            }
        });
        return happened;
    }

    private static Outcome send(CommandDispatch node, Command command, Long expectedVersion) {
        return node.send("authority", command, metadata(null), expectedVersion);
    }

    private static Map<String, String> metadata(String commandKey) {
        Map<String, String> metadata = ActCodec.write(Act.bySystem(Instant.parse("2026-05-01T16:00:00Z")));
        if (commandKey != null) {
            metadata.put("commandKey", commandKey);
        }
        return metadata;
    }

    private RegisterAuthority register() {
        return new RegisterAuthority(
                id, AuthorityKind.CENTRAL_AUTHORITY, new StateCode("PT"), new Label("Procuradoria-Geral"), DAY);
    }

    private ConnectAuthority connect() {
        return new ConnectAuthority(id, DAY);
    }

    private DisconnectAuthority disconnect() {
        return new DisconnectAuthority(id, DAY, null);
    }
}
