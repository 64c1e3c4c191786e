package org.comity.command.mla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.command.mla.Samples.ERASE;
import static org.comity.command.mla.Samples.ID;
import static org.comity.command.mla.Samples.P7;
import static org.comity.command.mla.Samples.TEXT;

import java.time.Duration;
import java.util.List;
import org.comity.api.AnswerToPerson;
import org.comity.api.Channel;
import org.comity.api.CorrectionAction;
import org.comity.api.PersonRef;
import org.comity.api.RestrictionGround;
import org.comity.api.mla.MlaRequestCommand.AnswerPerson;
import org.comity.api.mla.MlaRequestCommand.CorrectEvent;
import org.comity.api.mla.MlaRequestCommand.LiftRestriction;
import org.comity.api.mla.MlaRequestCommand.PlaceLegalHold;
import org.comity.api.mla.MlaRequestCommand.RestrictProcessing;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaStatus;
import org.comity.law.lifecycle.Flag;
import org.junit.jupiter.api.Test;

/** What a person may ask for: erasure, restriction in its place, and the answer. */
class MlaErasureTest {
    private static final String DPO = "data-protection-officer.pt";
    private static final String SUPERVISOR = "supervisor.pt";
    private static final RestrictProcessing RESTRICT =
            new RestrictProcessing(ID, P7, RestrictionGround.NEEDED_AS_EVIDENCE, false, null);
    private static final RestrictProcessing THEN_ERASE =
            new RestrictProcessing(ID, P7, RestrictionGround.NEEDED_AS_EVIDENCE, true, null);
    private static final LiftRestriction LIFT = new LiftRestriction(ID, P7, null);

    private static Story closed() {
        return Histories.reaching(MlaStatus.CLOSED);
    }

    private static Story held() {
        return closed().as(SUPERVISOR, new PlaceLegalHold(ID, P7, List.of(), null));
    }

    @Test
    void restrictionTakesThePlaceOfErasureWhileAHoldStands() {
        assertThat(held().refusal(DPO, ERASE).code()).isEqualTo("mla.legal-hold");
        Story restricted = held().asTwo(DPO, SUPERVISOR, RESTRICT);
        assertThat(restricted.last()).isInstanceOf(MlaRequestEvent.ProcessingRestricted.class);
        assertThat(restricted.life().flags(restricted.now())).contains(Flag.PROCESSING_RESTRICTED);
    }

    @Test
    void theEndOfTheHoldErasesWhatTwoPersonsDecidedToErase() {
        Story decided = Histories.erasureDecided(closed());
        assertThat(decided.as("system", ERASE).last()).isInstanceOf(MlaRequestEvent.PersonalDataErased.class);
        assertThat(decided.as("system", ERASE).life().now().restrictions()).isEmpty();
    }

    @Test
    void nothingIsErasedByItselfThatNobodyDecidedToErase() {
        assertThat(closed().refusal("system", ERASE).code()).isEqualTo("mla.erasure-not-decided");
        Story restricted = closed().asTwo(DPO, SUPERVISOR, RESTRICT);
        assertThat(restricted.refusal("system", ERASE).code()).isEqualTo("mla.erasure-not-decided");
        Story stillHeld = held().asTwo(DPO, SUPERVISOR, THEN_ERASE);
        assertThat(stillHeld.refusal("system", ERASE).code()).isEqualTo("mla.legal-hold");
    }

    @Test
    void anErasureWaitsOnlyForAHoldThatStands() {
        assertThat(closed().refusal(DPO, THEN_ERASE).code()).isEqualTo("mla.nothing-to-wait-for");
    }

    @Test
    void whatIsErasedCannotBeRestricted() {
        Story erased = closed().asTwo(DPO, SUPERVISOR, ERASE);
        assertThat(erased.refusal(DPO, RESTRICT).code()).isEqualTo("mla.erased");
    }

    @Test
    void onlyWhatIsRestrictedIsShownAgain() {
        assertThat(closed().refusal(DPO, LIFT).code()).isEqualTo("mla.not-restricted");
        Story lifted = closed().asTwo(DPO, SUPERVISOR, RESTRICT).asTwo(DPO, SUPERVISOR, LIFT);
        assertThat(lifted.life().flags(lifted.now())).doesNotContain(Flag.PROCESSING_RESTRICTED);
    }

    @Test
    void whoContestedTheAccuracyIsAnsweredBeforeTheRestrictionEnds() {
        Story contested = closed().asTwo(
                        DPO,
                        SUPERVISOR,
                        new RestrictProcessing(ID, P7, RestrictionGround.ACCURACY_CONTESTED, false, null));
        assertThat(contested.refusal(DPO, LIFT).code()).isEqualTo("mla.person-not-answered");
        Story answered = contested.as(DPO, new AnswerPerson(ID, P7, AnswerToPerson.RECTIFIED, null, null, null, TEXT));
        assertThat(answered.asTwo(DPO, SUPERVISOR, LIFT).last()).isInstanceOf(MlaRequestEvent.RestrictionLifted.class);
    }

    @Test
    void anAnswerSaysWhatWasToldWhenAndHowOrWhyNothing() {
        Story story = closed();
        var post = new Channel("post");
        var told = new AnswerPerson(ID, P7, AnswerToPerson.REFUSED, story.now(), post, TEXT, null);
        assertThat(story.as(DPO, told).last()).isInstanceOf(MlaRequestEvent.PersonAnswered.class);
        for (AnswerPerson half : List.of(
                new AnswerPerson(ID, P7, AnswerToPerson.REFUSED, null, null, null, null),
                new AnswerPerson(ID, P7, AnswerToPerson.REFUSED, story.now(), null, TEXT, null),
                new AnswerPerson(ID, P7, AnswerToPerson.REFUSED, story.now(), post, TEXT, TEXT))) {
            assertThat(story.refusal(DPO, half).code()).isEqualTo("mla.half-an-answer");
        }
        var early = new AnswerPerson(
                ID, P7, AnswerToPerson.REFUSED, story.now().plus(Duration.ofDays(1)), post, TEXT, null);
        assertThat(story.refusal(DPO, early).fields()).contains("toldAt");
    }

    @Test
    void whatWasWithheldIsNotMadeUndoneByACorrection() {
        Story restricted = closed().asTwo(DPO, SUPERVISOR, RESTRICT);
        var correction = new CorrectEvent(
                ID, restricted.facts().getLast().eventId(), CorrectionAction.VOID, null, null, TEXT, null);
        assertThat(restricted.refusal("central-authority.pt", correction).code())
                .isEqualTo("mla.not-correctable");
    }

    @Test
    void onlyPersonsOfTheRequestAreAnsweredOrRestricted() {
        var stranger = new PersonRef("P99");
        assertThat(closed().refusal(
                                DPO,
                                new RestrictProcessing(ID, stranger, RestrictionGround.NEEDED_AS_EVIDENCE, false, null))
                        .code())
                .isEqualTo("mla.unknown-person");
        assertThat(closed().refusal(DPO, new AnswerPerson(ID, stranger, AnswerToPerson.ERASED, null, null, null, TEXT))
                        .code())
                .isEqualTo("mla.unknown-person");
    }
}
