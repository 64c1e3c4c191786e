package org.comity.command.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Code;
import org.comity.api.Label;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.PersonId;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityCommand;
import org.comity.api.directory.AuthorityCommand.AmendAuthority;
import org.comity.api.directory.AuthorityCommand.ConfirmAuthority;
import org.comity.api.directory.AuthorityCommand.ConnectAuthority;
import org.comity.api.directory.AuthorityCommand.DisconnectAuthority;
import org.comity.api.directory.AuthorityCommand.NameSuccessor;
import org.comity.api.directory.AuthorityCommand.RegisterAuthority;
import org.comity.api.directory.AuthorityCommand.RetireAuthority;
import org.comity.api.directory.AuthorityDetails;
import org.comity.api.directory.AuthorityEvent;
import org.comity.api.directory.AuthorityEvent.AuthorityConnected;
import org.comity.api.directory.AuthorityEvent.AuthorityDisconnected;
import org.comity.api.directory.AuthorityEvent.AuthorityRegistered;
import org.comity.api.directory.AuthorityEvent.AuthorityRetired;
import org.comity.api.directory.AuthorityEvent.SuccessorNamed;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.comity.api.directory.AuthorityStatus;
import org.comity.api.directory.LanguageTag;
import org.comity.law.directory.Competence;
import org.comity.law.lifecycle.Possibility;
import org.comity.log.names.ActCodec;
import org.junit.jupiter.api.Test;

class AuthorityTest {
    private static final AuthorityId OTHER = new AuthorityId(UUID.randomUUID());
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
    private static final Actor SUPERVISOR = supervisor(CHILE);
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

        assertThat(again.life().status()).isEqualTo(AuthorityStatus.CONNECTED);
        assertThat(again.life().connectedOn(JANUARY.minusDays(1))).isFalse();
        assertThat(again.life().connectedOn(JANUARY)).isTrue();
        assertThat(again.life().connectedOn(MARCH.minusDays(1))).isTrue();
        assertThat(again.life().connectedOn(MARCH)).isFalse();
        assertThat(again.life().connectedOn(JUNE.minusDays(1))).isFalse();
        assertThat(again.life().connectedOn(JUNE)).isTrue();
    }

    @Test
    void isNotRegisteredByTheSupervisorOfAnotherState() {
        Actor stranger = supervisor(new StateCode("PT"));

        refuses(Authority.NONE, REGISTER, stranger, "authority.of-another-state");
        refuses(listed(), amended(MARCH, "Renamed"), stranger, "authority.of-another-state");
        refuses(listed(), new ConnectAuthority(ID, JANUARY), stranger, "authority.not-for-this-role");
    }

    @Test
    void saysFromADayOnWhatWasAmended() {
        Authority renamed = listed().evolve(decided(listed(), amended(MARCH, "Second name")));

        assertThat(renamed.life().on(JANUARY.minusDays(1))).isEmpty();
        assertThat(renamed.life().on(MARCH.minusDays(1)).orElseThrow().name()).isEqualTo(NAME);
        assertThat(renamed.life().on(MARCH).orElseThrow().name()).isEqualTo(new Label("Second name"));
        assertThat(renamed.life().on(MARCH).orElseThrow().reason()).isEqualTo(new Label("moved"));
    }

    @Test
    void takesWhatWasRecordedLateByTheDayFromWhichItIsTrue() {
        Authority june = listed().evolve(decided(listed(), amended(JUNE, "From June")));
        Authority both = june.evolve(decided(june, amended(MARCH, "From March")));

        assertThat(both.life().on(MARCH).orElseThrow().name()).isEqualTo(new Label("From March"));
        assertThat(both.life().on(JUNE).orElseThrow().name()).isEqualTo(new Label("From June"));
    }

    @Test
    void keepsWhatAChangeDoesNotName() {
        var portuguese = details(List.of(new LanguageTag("pt")), null);
        var duty = details(null, true);
        Authority spoken = listed().evolve(decided(listed(), amended(JANUARY, portuguese)));
        Authority called = spoken.evolve(decided(spoken, amended(MARCH, duty)));

        AuthorityDetails now = called.life().on(JUNE).orElseThrow().details();
        assertThat(now.languages()).containsExactly(new LanguageTag("pt"));
        assertThat(now.onDuty()).isTrue();
        assertThat(called.life().on(JANUARY).orElseThrow().details().onDuty()).isNull();
    }

    @Test
    void isNotAmendedWithoutAChange() {
        refuses(listed(), amended(MARCH, NAME.value()), SUPERVISOR, "authority.nothing-changed");
        refuses(
                listed(),
                new AmendAuthority(ID, null, null, MARCH, new Label("why"), new Label("where")),
                SUPERVISOR,
                "authority.nothing-changed");
    }

    @Test
    void isNotAmendedBeforeItsFirstDay() {
        refuses(listed(), amended(JANUARY.minusDays(1), "Earlier"), SUPERVISOR, "authority.day-too-early");
    }

    @Test
    void isOfNoDayThatOnlyATypingErrorMakes() {
        LocalDate far = LocalDate.of(2028, 6, 2);

        refuses(listed(), amended(far, "Later"), SUPERVISOR, "authority.day-too-far");
        refuses(listed(), new ConnectAuthority(ID, far), ADMINISTRATOR, "authority.day-too-far");
        refuses(listed(), new RetireAuthority(ID, far, NAME), SUPERVISOR, "authority.day-too-far");
        refuses(listed(), new NameSuccessor(ID, OTHER, far, null), SUPERVISOR, "authority.day-too-far");
        refuses(connected(), new DisconnectAuthority(ID, far, null), ADMINISTRATOR, "authority.day-too-far");
        refuses(
                Authority.NONE,
                new RegisterAuthority(ID, AuthorityKind.PROSECUTOR, CHILE, NAME, far),
                SUPERVISOR,
                "authority.day-too-far");
        assertThat(decided(listed(), amended(far.minusDays(1), "In time"))).isNotNull();
    }

    @Test
    void isCompetentForMeasuresThatTheLawKnows() {
        var preservation = new Code("preservation");
        Authority competent = listed().evolve(decided(listed(), amended(MARCH, measures(preservation))));

        assertThat(competent.life().competence(preservation, MARCH)).isEqualTo(Competence.COMPETENT);
        assertThat(competent.life().competence(new Code("eio"), MARCH)).isEqualTo(Competence.NOT_COMPETENT);
        assertThat(competent.life().competence(preservation, JANUARY)).isEqualTo(Competence.NOT_RECORDED);
        refuses(listed(), amended(MARCH, measures(new Code("divination"))), SUPERVISOR, "authority.unknown-measure");
    }

    @Test
    void isConfirmedByTodayAndKeepsTheLatestConfirmation() {
        Authority march = listed().evolve(decided(listed(), confirmed(MARCH)));
        Authority older = march.evolve(decided(march, confirmed(JANUARY)));

        assertThat(Objects.requireNonNull(older.life().confirmation()).on()).isEqualTo(MARCH);
        refuses(listed(), confirmed(LocalDate.of(2026, 6, 3)), SUPERVISOR, "authority.day-in-the-future");
    }

    @Test
    void doesNotSucceedItself() {
        refuses(listed(), new NameSuccessor(ID, ID, MARCH, null), SUPERVISOR, "authority.its-own-successor");
        assertThat(decided(listed(), new NameSuccessor(ID, OTHER, MARCH, null)))
                .isEqualTo(new SuccessorNamed(ID, OTHER, MARCH, null));
    }

    @Test
    void isRetiredOnceItIsDisconnected() {
        Authority disconnected = connected().evolve(DISCONNECTED);

        refuses(connected(), new RetireAuthority(ID, JUNE, NAME), SUPERVISOR, "authority.not-allowed-in-status");
        refuses(disconnected, new RetireAuthority(ID, MARCH.minusDays(1), NAME), SUPERVISOR, "authority.day-too-early");
        Authority retired = disconnected.evolve(decided(disconnected, new RetireAuthority(ID, JUNE, NAME)));
        assertThat(retired.life().retiredOn(JUNE.minusDays(1))).isFalse();
        assertThat(retired.life().retiredOn(JUNE)).isTrue();
    }

    @Test
    void isLeftAsItIsOnceRetired() {
        Authority retired = listed().evolve(new AuthorityRetired(ID, MARCH, NAME));
        for (AuthorityCommand command : List.of(
                amended(JUNE, "Renamed"),
                confirmed(MARCH),
                new NameSuccessor(ID, OTHER, JUNE, null),
                new ConnectAuthority(ID, JUNE),
                new RetireAuthority(ID, JUNE, NAME))) {
            refuses(retired, command, ADMINISTRATOR, "authority.not-allowed-in-status");
        }
    }

    @Test
    void tellsEverybodyWhatIsOpenAndWhyNot() {
        assertThat(listed().life().open(by(ADMINISTRATOR)))
                .extracting(Possibility::command)
                .containsExactly(
                        "amend-authority",
                        "confirm-authority",
                        "name-successor",
                        "connect-authority",
                        "disconnect-authority",
                        "retire-authority");
        assertThat(listed().life().open(by(OFFICER)))
                .allMatch(one -> !one.open() && one.why() != null && one.source() != null);
    }

    @Test
    void isTheOfficeThatActsCarry() {
        assertThat(listed().life().office()).isEqualTo(new Office(ID, AuthorityKind.EXECUTING_AUTHORITY, CHILE));
        assertThat(Authority.NONE.life().office()).isNull();
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

    private static AmendAuthority amended(LocalDate from, String name) {
        return new AmendAuthority(ID, new Label(name), null, from, new Label("moved"), new Label("letter 7"));
    }

    private static AmendAuthority amended(LocalDate from, AuthorityDetails details) {
        return new AmendAuthority(ID, null, details, from, new Label("moved"), new Label("letter 7"));
    }

    private static AuthorityDetails details(List<LanguageTag> languages, Boolean onDuty) {
        return new AuthorityDetails(null, null, languages, null, onDuty, null);
    }

    private static AuthorityDetails measures(Code measure) {
        return new AuthorityDetails(null, null, null, null, null, List.of(measure));
    }

    private static ConfirmAuthority confirmed(LocalDate on) {
        return new ConfirmAuthority(ID, new Label("Ministry"), on, new Code("letter"), null);
    }

    private static AuthorityEvent decided(Authority authority, AuthorityCommand command) {
        return authority.decide(command, by(SUPERVISOR));
    }

    private static void refuses(Authority authority, AuthorityCommand command, Actor actor, String code) {
        assertThatThrownBy(() -> authority.decide(command, by(actor)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static Actor supervisor(StateCode state) {
        var office = new Office(new AuthorityId(UUID.randomUUID()), AuthorityKind.CENTRAL_AUTHORITY, state);
        return new Actor(new PersonId(UUID.randomUUID()), Mandate.SUPERVISOR, office);
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
