package org.comity.command.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Label;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.PersonId;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityCommand;
import org.comity.api.directory.AuthorityCommand.ConnectAuthority;
import org.comity.api.directory.AuthorityCommand.DisconnectAuthority;
import org.comity.api.directory.AuthorityCommand.RegisterAuthority;
import org.comity.api.directory.AuthorityEvent.AuthorityConnected;
import org.comity.api.directory.AuthorityEvent.AuthorityDisconnected;
import org.comity.api.directory.AuthorityEvent.AuthorityRegistered;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.comity.api.directory.AuthorityStatus;
import org.comity.log.names.ActCodec;
import org.junit.jupiter.api.Test;

class AuthorityTest {
    private static final AuthorityId ID = new AuthorityId(UUID.randomUUID());
    private static final Label NAME = new Label("Court of Guarantee S-3");
    private static final StateCode CHILE = new StateCode("CL");
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private static final RegisterAuthority REGISTER =
            new RegisterAuthority(ID, AuthorityKind.EXECUTING_AUTHORITY, CHILE, NAME, JANUARY);
    private static final AuthorityRegistered REGISTERED =
            new AuthorityRegistered(ID, AuthorityKind.EXECUTING_AUTHORITY, CHILE, NAME, JANUARY);
    private static final AuthorityConnected CONNECTED = new AuthorityConnected(ID, JANUARY);
    private static final AuthorityDisconnected DISCONNECTED = new AuthorityDisconnected(ID, MARCH, null);

    private static final Actor ADMINISTRATOR = actor(Mandate.ADMINISTRATOR);
    private static final Actor SUPERVISOR = actor(Mandate.SUPERVISOR);
    private static final Actor OFFICER = actor(Mandate.OFFICER);

    private final AggregateTestFixture<AuthorityAggregate> fixture =
            new AggregateTestFixture<>(AuthorityAggregate.class);

    @Test
    void isRegisteredByAdministratorOrSupervisor() {
        assertThat(Authority.NONE.decide(REGISTER, by(ADMINISTRATOR))).isEqualTo(REGISTERED);
        assertThat(Authority.NONE.decide(REGISTER, by(SUPERVISOR))).isEqualTo(REGISTERED);
    }

    @Test
    void isRegisteredByNobodyElse() {
        refuses(Authority.NONE, REGISTER, OFFICER, "authority.not-for-this-role");
        refuses(Authority.NONE, REGISTER, Actor.SYSTEM, "authority.not-for-this-role");
    }

    @Test
    void isRegisteredOnce() {
        refuses(listed(), REGISTER, ADMINISTRATOR, "authority.not-allowed-in-status");
    }

    @Test
    void isConnectedByAnAdministratorOnly() {
        assertThat(listed().decide(new ConnectAuthority(ID, JANUARY), by(ADMINISTRATOR)))
                .isEqualTo(CONNECTED);
        refuses(listed(), new ConnectAuthority(ID, JANUARY), SUPERVISOR, "authority.not-for-this-role");
    }

    @Test
    void cannotBeConnectedBeforeItIsRegistered() {
        refuses(Authority.NONE, new ConnectAuthority(ID, JANUARY), ADMINISTRATOR, "request.unknown");
    }

    @Test
    void cannotBeConnectedTwice() {
        refuses(connected(), new ConnectAuthority(ID, MARCH), ADMINISTRATOR, "authority.not-allowed-in-status");
    }

    @Test
    void isDisconnectedByAnAdministratorOnly() {
        assertThat(connected().decide(new DisconnectAuthority(ID, MARCH, null), by(ADMINISTRATOR)))
                .isEqualTo(DISCONNECTED);
        refuses(connected(), new DisconnectAuthority(ID, MARCH, null), SUPERVISOR, "authority.not-for-this-role");
    }

    @Test
    void cannotBeDisconnectedUnlessConnected() {
        refuses(listed(), new DisconnectAuthority(ID, MARCH, null), ADMINISTRATOR, "authority.not-allowed-in-status");
    }

    @Test
    void hasPeriodsThatDoNotOverlap() {
        Authority disconnected = connected().evolve(DISCONNECTED);

        refuses(
                connected(),
                new DisconnectAuthority(ID, JANUARY.minusDays(1), null),
                ADMINISTRATOR,
                "authority.day-too-early");
        refuses(disconnected, new ConnectAuthority(ID, MARCH.minusDays(1)), ADMINISTRATOR, "authority.day-too-early");
        assertThat(disconnected.decide(new ConnectAuthority(ID, MARCH), by(ADMINISTRATOR)))
                .isEqualTo(new AuthorityConnected(ID, MARCH));
    }

    @Test
    void isConnectedFromTheFirstDayUntilTheDayBeforeTheLast() {
        Authority again = connected().evolve(DISCONNECTED).evolve(new AuthorityConnected(ID, JUNE));

        assertThat(again.status()).isEqualTo(AuthorityStatus.CONNECTED);
        assertThat(again.connectedOn(JANUARY.minusDays(1))).isFalse();
        assertThat(again.connectedOn(JANUARY)).isTrue();
        assertThat(again.connectedOn(MARCH.minusDays(1))).isTrue();
        assertThat(again.connectedOn(MARCH)).isFalse();
        assertThat(again.connectedOn(JUNE.minusDays(1))).isFalse();
        assertThat(again.connectedOn(JUNE)).isTrue();
    }

    @Test
    void isTheOfficeThatActsCarry() {
        assertThat(listed().office()).isEqualTo(new Office(ID, AuthorityKind.EXECUTING_AUTHORITY, CHILE));
        assertThat(Authority.NONE.office()).isNull();
    }

    @Test
    void isTiedToTheLogByItsShell() {
        fixture.given(REGISTERED)
                .when(message(new ConnectAuthority(ID, JANUARY), ADMINISTRATOR))
                .expectEvents(CONNECTED);
    }

    @Test
    void refusesThroughItsShellWithoutAnEvent() {
        fixture.given(REGISTERED)
                .when(message(new ConnectAuthority(ID, JANUARY), OFFICER))
                .expectNoEvents()
                .expectException(Refused.class);
    }

    private static Authority listed() {
        return Authority.NONE.evolve(REGISTERED);
    }

    private static Authority connected() {
        return listed().evolve(CONNECTED);
    }

    private static void refuses(Authority authority, AuthorityCommand command, Actor actor, String code) {
        assertThatThrownBy(() -> authority.decide(command, by(actor)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static Actor actor(Mandate mandate) {
        return new Actor(new PersonId(UUID.randomUUID()), mandate, null);
    }

    private static Act by(Actor actor) {
        return Act.by(actor, Instant.parse("2026-06-01T12:00:00Z"));
    }

    private static GenericCommandMessage<AuthorityCommand> message(AuthorityCommand command, Actor actor) {
        Map<String, String> metadata = ActCodec.write(by(actor));
        metadata.put("proposal", UUID.randomUUID().toString());
        metadata.put("body", "{}");
        return new GenericCommandMessage<>(new GenericMessage<>(command, metadata), "authority");
    }
}
