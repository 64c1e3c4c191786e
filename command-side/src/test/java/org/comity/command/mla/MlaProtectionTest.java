package org.comity.command.mla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.command.mla.Samples.*;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.comity.api.PersonRef;
import org.comity.api.Refused;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestCommand.*;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaStatus;
import org.comity.command.request.People;
import org.comity.law.lifecycle.Assignment;
import org.comity.law.lifecycle.Flag;
import org.comity.law.lifecycle.Possibility;
import org.junit.jupiter.api.Test;

class MlaProtectionTest {
    private static final String REQUESTING = "central-authority.pt";
    private static final String SECOND = "central-authority-2.pt";
    private static final String OFFICER = "data-protection-officer.pt";

    @Test
    void aSealedRequestDoesNotExistForOthers() {
        Story sealed = sealed();
        assertThat(sealed.life().flags(sealed.now())).contains(Flag.SEALED);
        for (String stranger : List.of("prosecutor-2.pt", "supervisor.pt", "auditor", "contact-point.cl")) {
            Refused refused = sealed.refusal(stranger, NOTE);
            assertThat(refused.kind()).isEqualTo(Refused.Kind.UNKNOWN);
            assertThat(refused.sentence()).isEqualTo(Refused.unknown().sentence());
            assertThat(sealed.life().open(People.act(stranger, sealed.now()), sealed.now()))
                    .isEmpty();
        }
        assertThat(sealed.as("central-authority.cl", NOTE).last()).isInstanceOf(MlaRequestEvent.NoteAdded.class);
        assertThat(sealed.life().mayKnow(People.act("system", sealed.now()))).isTrue();
    }

    @Test
    void whoSealsStaysAReader() {
        Story sealed = Histories.reaching(MlaStatus.DRAFT).as("prosecutor.pt", seal(REQUESTING));
        assertThat(sealed.as("prosecutor.pt", NOTE).last()).isInstanceOf(MlaRequestEvent.NoteAdded.class);
    }

    @Test
    void aSealHasReadersAndAReviewAhead() {
        Story story = Histories.reaching(MlaStatus.DRAFT);
        assertThat(story.refusal("prosecutor.pt", seal()).code()).isEqualTo("mla.no-readers");
        var past = new Seal(ID, null, List.of(People.person(REQUESTING)), LocalDate.parse("2026-03-02"), null);
        assertThat(story.refusal("prosecutor.pt", past).code()).isEqualTo("mla.no-review-ahead");
    }

    @Test
    void aSealNamesSomebodyWhoCanConfirmAndLiftIt() {
        Story story = Histories.reaching(MlaStatus.DRAFT);
        assertThat(story.refusal("prosecutor.pt", seal("prosecutor.pt")).code()).isEqualTo("mla.no-second-reader");
    }

    @Test
    void anotherReaderOfTheSideThatSealedConfirmsASealOnce() {
        Story sealed = sealed();
        assertThat(sealed.life().flags(sealed.now())).contains(Flag.SEAL_UNCONFIRMED);
        assertThat(sealed.refusal(REQUESTING, CONFIRM_SEAL).code()).isEqualTo("mla.not-for-this-role");
        assertThat(sealed.refusal("central-authority.cl", CONFIRM_SEAL).code()).isEqualTo("mla.not-for-this-role");
        assertThat(sealed.refusal("prosecutor-2.pt", CONFIRM_SEAL).kind()).isEqualTo(Refused.Kind.UNKNOWN);

        Story confirmed = sealed.as(SECOND, CONFIRM_SEAL);
        assertThat(confirmed.last()).isInstanceOf(MlaRequestEvent.SealConfirmed.class);
        assertThat(confirmed.life().flags(confirmed.now()))
                .contains(Flag.SEALED)
                .doesNotContain(Flag.SEAL_UNCONFIRMED);
        assertThat(confirmed.refusal(SECOND, CONFIRM_SEAL).code()).isEqualTo("mla.not-allowed-in-status");
    }

    @Test
    void eachNewSealWaitsForItsOwnConfirmation() {
        Story again = sealed().as(SECOND, CONFIRM_SEAL).as(REQUESTING, seal(REQUESTING, SECOND));
        assertThat(again.life().flags(again.now())).contains(Flag.SEAL_UNCONFIRMED);
        assertThat(again.refusal(REQUESTING, CONFIRM_SEAL).code()).isEqualTo("mla.not-for-this-role");
        assertThat(again.as(SECOND, CONFIRM_SEAL).life().flags(again.now())).doesNotContain(Flag.SEAL_UNCONFIRMED);
    }

    @Test
    void unsealingNeedsTwoReaders() {
        Story proposed = sealed().as(REQUESTING, UNSEAL);
        assertThat(proposed.life().flags(proposed.now())).contains(Flag.SEALED);
        Confirm confirm = proposed.confirm(UNSEAL);
        assertThat(proposed.refusal(REQUESTING, confirm).code()).isEqualTo("mla.same-person");
        assertThat(proposed.refusal("prosecutor-2.pt", confirm).kind()).isEqualTo(Refused.Kind.UNKNOWN);
        Story unsealed = proposed.as(SECOND, confirm);
        assertThat(unsealed.life().now().seal()).isNull();
        assertThat(unsealed.life().now().proposals().all()).isEmpty();
        assertThat(unsealed.facts().getLast().act().proposer()).isEqualTo(People.actor(REQUESTING));
        assertThat(unsealed.refusal(REQUESTING, UNSEAL).code()).isEqualTo("mla.not-sealed");
    }

    @Test
    void aProposalIsDeclinedByASecondPerson() {
        Story proposed = sealed().as(REQUESTING, UNSEAL);
        var decline = new Decline(ID, proposed.proposal(), TEXT);
        assertThat(proposed.refusal(REQUESTING, decline).code()).isEqualTo("mla.same-person");
        Story declined = proposed.as(SECOND, decline);
        assertThat(declined.life().now().proposals().all()).isEmpty();
        assertThat(declined.refusal(SECOND, new Confirm(ID, decline.proposal(), UNSEAL))
                        .code())
                .isEqualTo("mla.unknown-proposal");
    }

    @Test
    void theOtherSideHasNoPartInAProposal() {
        Story proposed = sealed().as(REQUESTING, UNSEAL);
        assertThat(proposed.refusal("central-authority.cl", proposed.confirm(UNSEAL))
                        .code())
                .isEqualTo("mla.not-second-person");
        assertThat(proposed.life().open(People.act("central-authority.cl", proposed.now()), proposed.now()))
                .noneMatch(possibility -> possibility.command().equals("confirm"));
    }

    @Test
    void aProposalLapsesAfterSevenDays() {
        Story proposed = sealed().as(REQUESTING, UNSEAL);
        Confirm confirm = proposed.confirm(UNSEAL);
        var end = proposed.now().minus(Duration.ofHours(1)).plus(Duration.ofDays(7));
        assertThat(proposed.at(end).refusal(SECOND, confirm).code()).isEqualTo("mla.proposal-lapsed");
        assertThat(proposed.at(end.minusSeconds(1))
                        .as(SECOND, confirm)
                        .life()
                        .now()
                        .seal())
                .isNull();
        assertThat(proposed.refusal(REQUESTING, UNSEAL).code()).isEqualTo("mla.proposal-waits");
        assertThat(proposed.at(end).as(REQUESTING, UNSEAL).last()).isInstanceOf(MlaRequestEvent.Proposed.class);
    }

    @Test
    void onlyWhatWasProposedIsConfirmed() {
        Story proposed = sealed().as(REQUESTING, UNSEAL);
        var another = new Confirm(ID, proposed.proposal(), NOTE);
        assertThat(proposed.refusal(SECOND, another).code()).isEqualTo("mla.another-proposal");
        var unknown = new Confirm(ID, new UUID(5, 5), UNSEAL);
        assertThat(proposed.refusal(SECOND, unknown).code()).isEqualTo("mla.unknown-proposal");
    }

    @Test
    void aConfirmationIsJudgedOnTodaysState() {
        Story proposed = Histories.reaching(MlaStatus.CLOSED).as(OFFICER, ERASE);
        Story held = proposed.as("supervisor.pt", new PlaceLegalHold(ID, null, List.of(), null));
        assertThat(held.refusal("supervisor.pt", held.confirm(ERASE)).code()).isEqualTo("mla.legal-hold");
    }

    @Test
    void theSecondPersonIsOpenToSomebodyWhoMayConfirm() {
        Story proposed = Histories.reaching(MlaStatus.CLOSED).as(OFFICER, ERASE);
        assertThat(proposed.life().open(People.act("supervisor.pt", proposed.now()), proposed.now()))
                .extracting(Possibility::command)
                .contains("confirm", "decline");
        assertThat(proposed.life().open(People.act(OFFICER, proposed.now()), proposed.now()))
                .extracting(Possibility::command)
                .contains("erase-personal-data")
                .doesNotContain("confirm");
        assertThat(proposed.refusal("prosecutor.pt", proposed.confirm(ERASE)).code())
                .isEqualTo("mla.not-second-person");
    }

    @Test
    void nothingIsErasedWhileAHoldStands() {
        Story held =
                Histories.reaching(MlaStatus.CLOSED).as("supervisor.pt", new PlaceLegalHold(ID, P7, List.of(), null));
        assertThat(held.life().flags(held.now())).contains(Flag.LEGAL_HOLD);
        Refused refused = held.refusal(OFFICER, ERASE);
        assertThat(refused.code()).isEqualTo("mla.legal-hold");
        assertThat(refused.source()).contains("led 16(3)");
        Story lifted = held.as("supervisor.pt", new LiftLegalHold(ID, P7, List.of(), null));
        Story erased = lifted.asTwo(OFFICER, "supervisor.pt", ERASE);
        var event = (MlaRequestEvent.PersonalDataErased) erased.last();
        assertThat(event.backupsGoneBy())
                .isEqualTo(LocalDate.ofInstant(erased.facts().getLast().act().receivedAt(), ZoneOffset.UTC)
                        .plusDays(30));
        assertThat(erased.answer(OFFICER, ERASE)).as("a repeat changes nothing").isEmpty();
    }

    @Test
    void twoHoldsEndOneByOne() {
        MlaRequestCommand place = new PlaceLegalHold(ID, P7, List.of(), null);
        MlaRequestCommand lift = new LiftLegalHold(ID, P7, List.of(), null);
        Story once = Histories.reaching(MlaStatus.CLOSED)
                .as("supervisor.pt", place)
                .as("supervisor.cl", place)
                .as("supervisor.pt", lift);
        assertThat(once.refusal(OFFICER, ERASE).code()).isEqualTo("mla.legal-hold");
        Story none = once.as("supervisor.cl", lift);
        assertThat(none.refusal("supervisor.pt", lift).code()).isEqualTo("mla.no-hold");
        assertThat(none.as(OFFICER, ERASE).last()).isInstanceOf(MlaRequestEvent.Proposed.class);
    }

    @Test
    void onlyPersonsOfTheRequestAreErasedOrHeld() {
        Story closed = Histories.reaching(MlaStatus.CLOSED);
        var stranger = new PersonRef("P99");
        assertThat(closed.refusal(OFFICER, new ErasePersonalData(ID, stranger, List.of(), null))
                        .code())
                .isEqualTo("mla.unknown-person");
        assertThat(closed.refusal("supervisor.pt", new PlaceLegalHold(ID, stranger, List.of(), null))
                        .code())
                .isEqualTo("mla.unknown-person");
    }

    @Test
    void workIsAssignedToSomebodyAndEndsOnce() {
        Story story = Histories.reaching(MlaStatus.ACCEPTED);
        assertThat(story.refusal(REQUESTING, new Assign(ID, null, null, List.of(), null, null, null))
                        .code())
                .isEqualTo("mla.nobody-assigned");
        assertThat(story.refusal(
                                REQUESTING,
                                new Assign(
                                        ID,
                                        People.person(REQUESTING),
                                        null,
                                        List.of(),
                                        LATER,
                                        LATER.minusDays(1),
                                        null))
                        .code())
                .isEqualTo("mla.ends-before-it-begins");
        Story assigned = story.as(REQUESTING, assign());
        assertThat(assigned.answer(REQUESTING, assign()))
                .as("a repeat changes nothing")
                .isEmpty();
        var end = of("unassign", story, Variant.PLAIN);
        assertThat(assigned.refusal("central-authority.cl", end).code()).isEqualTo("mla.not-assigned");
        Story ended = assigned.as(REQUESTING, end);
        assertThat(ended.refusal(REQUESTING, end).code()).isEqualTo("mla.not-assigned");
    }

    @Test
    void otherDaysOfTheSamePersonAreNoRepeatAndEndWithTheFirst() {
        Story assigned = Histories.reaching(MlaStatus.ACCEPTED).as(REQUESTING, cover(LATER, LATER.plusDays(7)));
        assertThat(assigned.answer(REQUESTING, cover(LATER, LATER.plusDays(7)))).isEmpty();

        Story longer = assigned.as(REQUESTING, cover(LATER, LATER.plusDays(14)));

        assertThat(longer.life().now().assignments())
                .extracting(Assignment::until)
                .containsExactly(LATER.plusDays(7), LATER.plusDays(14));
        Story ended = longer.as(REQUESTING, new Unassign(ID, People.person(REQUESTING), null, List.of(), null));
        assertThat(ended.life().now().assignments()).isEmpty();
    }

    private static Assign cover(LocalDate from, LocalDate until) {
        return new Assign(ID, People.person(REQUESTING), null, List.of(), from, until, null);
    }

    private static Story sealed() {
        return Histories.reaching(MlaStatus.ACKNOWLEDGED)
                .as(REQUESTING, seal(REQUESTING, SECOND, "central-authority.cl"));
    }
}
