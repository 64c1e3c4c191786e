package org.comity.command.preservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.api.preservation.PreservationStatus.ACKNOWLEDGED;
import static org.comity.api.preservation.PreservationStatus.APPROVED;
import static org.comity.api.preservation.PreservationStatus.DRAFT;
import static org.comity.api.preservation.PreservationStatus.EXPIRED;
import static org.comity.api.preservation.PreservationStatus.HELD_PENDING_MLA;
import static org.comity.api.preservation.PreservationStatus.MISDIRECTED;
import static org.comity.api.preservation.PreservationStatus.ORDERED;
import static org.comity.api.preservation.PreservationStatus.PRESERVED;
import static org.comity.api.preservation.PreservationStatus.RELEASED;
import static org.comity.api.preservation.PreservationStatus.TRANSMITTED;
import static org.comity.api.preservation.PreservationStatus.WITHDRAWN;
import static org.comity.command.preservation.Samples.ASK_FOR_MORE;
import static org.comity.command.preservation.Samples.END;
import static org.comity.command.preservation.Samples.EXTEND;
import static org.comity.command.preservation.Samples.ID;
import static org.comity.command.preservation.Samples.M1;
import static org.comity.command.preservation.Samples.TEXT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.GroundCode;
import org.comity.api.Refused;
import org.comity.api.preservation.PreservationCommand.*;
import org.comity.api.preservation.PreservationEvent.EventCorrected;
import org.comity.api.preservation.PreservationEvent.PreservationApproved;
import org.comity.api.preservation.PreservationEvent.PreservationConfirmed;
import org.comity.api.preservation.PreservationEvent.PreservationReceiptAcknowledged;
import org.comity.api.preservation.PreservationEvent.PreservationSealed;
import org.comity.command.request.People;
import org.comity.law.lifecycle.Flag;
import org.junit.jupiter.api.Test;

class PreservationRequestTest {
    private static final Variant URGENT = new Variant(true, "contact-point.cl", "contact-point.pt");

    @Test
    void isApprovedByItsDrafterOnlyIfUrgentAndWithAReason() {
        Story draft = Histories.reaching(DRAFT, URGENT);
        Story approved = draft.as("contact-point.pt", new Approve(ID, TEXT));
        assertThat(approved.status()).isEqualTo(APPROVED);
        assertThat(((PreservationApproved) approved.last()).selfApproved()).isTrue();
        assertThat(approved.life().flags(END)).contains(Flag.SELF_APPROVED);
        assertThat(draft.refusal("contact-point.pt", new Approve(ID, null)).code())
                .isEqualTo("preservation.self-approval-without-reason");
    }

    @Test
    void theReasonOfASelfApprovalMayBeTheActsOwn() {
        Story draft = Histories.reaching(DRAFT, URGENT);
        Act plain = People.act("contact-point.pt", draft.now());
        var reasoned = new Act(plain.actor(), null, null, null, null, TEXT, plain.occurredAt(), plain.receivedAt());
        assertThat(draft.by(reasoned, new Approve(ID, null)).status()).isEqualTo(APPROVED);
    }

    @Test
    void isNotFlaggedWhenAnotherPersonApproves() {
        Story approved = Histories.reaching(DRAFT, URGENT).as("contact-point-2.pt", new Approve(ID, null));
        assertThat(approved.life().flags(END)).doesNotContain(Flag.SELF_APPROVED);
    }

    @Test
    void restsOnAKnownInstrumentBetweenTwoStates() {
        Draft said = Samples.draft(false);
        var home = new Draft(
                ID,
                said.from(),
                said.from(),
                said.bases(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                false,
                false,
                false,
                null,
                null,
                List.of(),
                null,
                null,
                null);
        assertThat(Story.NONE.refusal("prosecutor.pt", home).code()).isEqualTo("preservation.same-state");
        var without = new Draft(
                ID,
                said.from(),
                said.to(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                false,
                false,
                false,
                null,
                null,
                List.of(),
                null,
                null,
                null);
        assertThat(Story.NONE.refusal("prosecutor.pt", without).code()).isEqualTo("preservation.no-basis");
    }

    @Test
    void isReceivedAfterItWasSentAndBeforeItIsToldSo() {
        Story sent = Histories.reaching(TRANSMITTED);
        Instant early = sent.now().minus(Duration.ofHours(2));
        assertThat(sent.refusal("contact-point.cl", new AcknowledgeReceipt(ID, early, null))
                        .code())
                .isEqualTo("preservation.receipt-before-transmission");
        Instant ahead = sent.now().plus(Duration.ofMinutes(1));
        assertThat(sent.refusal("contact-point.cl", new AcknowledgeReceipt(ID, ahead, null))
                        .code())
                .isEqualTo("preservation.receipt-in-the-future");
    }

    @Test
    void isPreservedUntilAMomentThatLiesAhead() {
        Story ordered = Histories.reaching(ORDERED);
        assertThat(ordered.refusal("contact-point.cl", Samples.confirm(ordered.now()))
                        .code())
                .isEqualTo("preservation.end-has-passed");
        assertThat(ordered.as("contact-point.cl", Samples.confirm(END)).life().expiresAt())
                .isEqualTo(END);
    }

    @Test
    void dualCriminalityIsNoGroundWithoutAReservation() {
        Refused refused = Histories.reaching(ACKNOWLEDGED)
                .refusal("contact-point.cl", new Refuse(ID, List.of(Samples.DUAL_CRIMINALITY), TEXT, null, null));
        assertThat(refused.code()).isEqualTo("ground.without-reservation");
        assertThat(refused.fields()).containsExactly("grounds[0]");
    }

    @Test
    void isRefusedOnTheShortListOfGroundsAlone() {
        Story asked = Histories.reaching(ACKNOWLEDGED);
        var ofAssistance = new Refuse(ID, List.of(new GroundCode("ets185-dual-criminality")), TEXT, null, null);
        assertThat(asked.refusal("contact-point.cl", ofAssistance).kind()).isEqualTo(Refused.Kind.UNACCEPTABLE);
        assertThat(asked.refusal("contact-point.cl", new Refuse(ID, List.of(), TEXT, null, null))
                        .code())
                .isEqualTo("preservation.no-ground");
    }

    @Test
    void isExtendedIfThatWasAskedBeforeTheEnd() {
        Story preserved = Histories.reaching(PRESERVED);
        assertThat(preserved.refusal("contact-point.cl", EXTEND).code()).isEqualTo("preservation.extension-not-asked");
        Story extended = preserved.as("contact-point.pt", ASK_FOR_MORE).as("contact-point.cl", EXTEND);
        assertThat(extended.life().expiresAt()).isEqualTo(EXTEND.expiresAt());
        assertThat(extended.refusal(
                                "contact-point.cl",
                                new Extend(ID, EXTEND.expiresAt().plusSeconds(1), null))
                        .code())
                .isEqualTo("preservation.extension-not-asked");
    }

    @Test
    void anExtensionEndsLaterThanTheTerm() {
        Story asked = Histories.reaching(PRESERVED).as("contact-point.pt", ASK_FOR_MORE);
        assertThat(asked.refusal("contact-point.cl", new Extend(ID, END, null)).code())
                .isEqualTo("preservation.not-longer");
        assertThat(asked.refusal("contact-point.pt", new RequestExtension(ID, END, null))
                        .code())
                .isEqualTo("preservation.not-longer");
    }

    @Test
    void afterTheEndNothingIsAskedNorGrantedEvenBeforeTheExpiryIsRecorded() {
        Story late = Histories.reaching(PRESERVED)
                .as("contact-point.pt", ASK_FOR_MORE)
                .at(END);
        assertThat(late.refusal("contact-point.pt", ASK_FOR_MORE).code()).isEqualTo("preservation.term-has-ended");
        assertThat(late.refusal("contact-point.cl", EXTEND).code()).isEqualTo("preservation.term-has-ended");
    }

    @Test
    void aRefusedExtensionLeavesTheOldEnd() {
        Story refused = Histories.reaching(PRESERVED)
                .as("contact-point.pt", ASK_FOR_MORE)
                .as("contact-point.cl", new RefuseExtension(ID, TEXT));
        assertThat(refused.life().expiresAt()).isEqualTo(END);
        assertThat(refused.refusal("contact-point.cl", EXTEND).code()).isEqualTo("preservation.extension-not-asked");
    }

    @Test
    void aDisclosureNamesProvidersOrAGround() {
        assertThat(Histories.reaching(PRESERVED)
                        .refusal("contact-point.cl", new DiscloseTrafficPath(ID, List.of(), List.of()))
                        .code())
                .isEqualTo("preservation.nothing-disclosed");
    }

    @Test
    void isForwardedToAnotherState() {
        Story forwarded = Histories.reaching(MISDIRECTED)
                .as("contact-point.cl", new Forward(ID, People.authority("contact-point.jp"), null));
        assertThat(Histories.reaching(MISDIRECTED).life().mayKnow(People.act("contact-point.jp", END)))
                .isFalse();
        Story received = forwarded.as("contact-point.jp", new AcknowledgeReceipt(ID, null, null));
        assertThat(received.status()).isEqualTo(ACKNOWLEDGED);
        assertThat(received.as("executing-authority.jp", new Order(ID, null, null, null, false))
                        .status())
                .isEqualTo(ORDERED);
        assertThat(received.refusal("executing-authority.cl", new Order(ID, null, null, null, false))
                        .code())
                .isEqualTo("preservation.not-for-this-role");
    }

    @Test
    void isClosedByTheRequestingSide() {
        Story ended = Histories.reaching(WITHDRAWN);
        Story half = ended.as("contact-point.cl", Samples.CLOSE);
        assertThat(half.status()).isEqualTo(WITHDRAWN);
        assertThat(half.life().flags(END)).contains(Flag.CLOSED_BY_REQUESTED);
        assertThat(half.answer("contact-point.cl", Samples.CLOSE)).isEmpty();
        assertThat(half.as("contact-point.pt", Samples.CLOSE).status().name()).isEqualTo("CLOSED");
    }

    @Test
    void nobodySendsWhatHappensByItself() {
        Story preserved = Histories.reaching(PRESERVED).at(END);
        assertThat(preserved.refusal("contact-point.cl", Samples.EXPIRE).kind()).isEqualTo(Refused.Kind.FORBIDDEN);
        assertThat(preserved.refusal("contact-point.jp", Samples.EXPIRE).kind()).isEqualTo(Refused.Kind.UNKNOWN);
        assertThat(preserved
                        .refusal("contact-point.cl", new RejudgeFollowUp(ID, M1, null))
                        .kind())
                .isEqualTo(Refused.Kind.FORBIDDEN);
    }

    @Test
    void aSealIsVoidedByWhoMayUnseal() {
        Story sealed = Histories.reaching(PRESERVED)
                .as("contact-point.pt", Samples.seal("central-authority.pt", "central-authority-2.pt"));
        var correction = Samples.leaveOut(sealed.latest(PreservationSealed.class));
        Refused refused = sealed.refusal("contact-point.pt", correction);
        assertThat(refused.code()).isEqualTo("preservation.not-for-this-role");
        assertThat(refused.source()).contains("P31c");
        assertThat(sealed.asTwo("central-authority.pt", "central-authority-2.pt", correction)
                        .life()
                        .now()
                        .seal())
                .isNull();
    }

    @Test
    void aSealHidesItFromAllButTheReaders() {
        Story sealed = Histories.reaching(PRESERVED).as("contact-point.pt", Samples.seal("contact-point.cl"));
        assertThat(sealed.refusal("central-authority.pt", Samples.NOTE).kind()).isEqualTo(Refused.Kind.UNKNOWN);
        assertThat(sealed.as("contact-point.cl", Samples.NOTE).status()).isEqualTo(PRESERVED);
        assertThat(sealed.life().open(People.act("central-authority.pt", END), END))
                .isEmpty();
        assertThat(sealed.at(END).answer("system", Samples.EXPIRE)).hasSize(1);
    }

    @Test
    void nothingIsErasedWhileAHoldStands() {
        Story held = Histories.reaching(PRESERVED).as("supervisor.pt", new PlaceLegalHold(ID, null, List.of(), null));
        assertThat(held.refusal("data-protection-officer.pt", Samples.ERASE).code())
                .isEqualTo("preservation.legal-hold");
        Story lifted = held.as("supervisor.pt", new LiftLegalHold(ID, null, List.of(), null));
        assertThat(lifted.asTwo("data-protection-officer.pt", "supervisor.pt", Samples.ERASE)
                        .life()
                        .now()
                        .erased())
                .containsExactly(Samples.P7);
    }

    @Test
    void anActOfTwoNamesBoth() {
        Story preserved = Histories.reaching(PRESERVED).as("contact-point.cl", Samples.NOTE);
        UUID note = preserved.facts().getLast().eventId();
        Act both = preserved
                .asTwo("contact-point.cl", "contact-point-2.cl", Samples.leaveOut(note))
                .facts()
                .getLast()
                .act();
        assertThat(both.actor().person()).isEqualTo(People.person("contact-point-2.cl"));
        assertThat(both.proposer()).isEqualTo(People.actor("contact-point.cl"));
    }

    @Test
    void aCorrectedEndIsTheEnd() {
        Story preserved = Histories.reaching(PRESERVED);
        var later = Samples.replace(preserved.latest(PreservationConfirmed.class), "expiresAt", "2026-06-01T16:00Z");
        Story corrected = preserved.asTwo("contact-point.cl", "contact-point-2.cl", later);
        assertThat(corrected.life().expiresAt()).isEqualTo(Instant.parse("2026-06-01T16:00:00Z"));
        assertThat(corrected.at(END).answer("system", Samples.EXPIRE)).isEmpty();
    }

    @Test
    void aCorrectionThatContradictsLaterActsIsRefusedWithTheirList() {
        Story held = Histories.reaching(HELD_PENDING_MLA);
        var earlier = Samples.replace(held.latest(PreservationConfirmed.class), "expiresAt", "2026-04-01T16:00Z");
        Refused refused = held.refusal("contact-point.cl", earlier);
        assertThat(refused.code()).isEqualTo("preservation.correction-contradicts");
        assertThat(String.valueOf(refused.details().get("laterActs"))).contains("FollowUpRequestLinked");
        Story expired = Histories.reaching(EXPIRED);
        var later = Samples.replace(expired.latest(PreservationConfirmed.class), "expiresAt", "2026-06-01T16:00Z");
        assertThat(String.valueOf(expired.refusal("contact-point.cl", later).details()))
                .contains("PreservationExpired");
    }

    @Test
    void whatAVoidExpiryMadePossibleContradictsNothingAnew() {
        Story held = Histories.reaching(EXPIRED)
                .as("contact-point.cl", new ReportDataStillHeld(ID, null))
                .as("system", new RejudgeFollowUp(ID, M1, Samples.IN_TIME));
        assertThat(held.status()).isEqualTo(HELD_PENDING_MLA);
        var reference = Samples.replace(held.latest(PreservationReceiptAcknowledged.class), "ownReference", "CL-5522");
        assertThat(held.asTwo("contact-point.cl", "contact-point-2.cl", reference)
                        .status())
                .isEqualTo(HELD_PENDING_MLA);
    }

    @Test
    void whatHappenedByItselfIsCorrectedByItselfAlone() {
        Story expired = Histories.reaching(EXPIRED);
        UUID expiry = expired.facts().getLast().eventId();
        assertThat(expired.refusal("contact-point.cl", Samples.leaveOut(expiry)).kind())
                .isEqualTo(Refused.Kind.FORBIDDEN);
        Story held = expired.as("system", new RejudgeFollowUp(ID, M1, Samples.IN_TIME));
        UUID correction = held.latest(EventCorrected.class);
        assertThat(held.refusal("contact-point.cl", Samples.leaveOut(correction))
                        .kind())
                .isEqualTo(Refused.Kind.FORBIDDEN);
    }

    @Test
    void isReleasedWhenTheRequestingSideSaysSo() {
        assertThat(Histories.reaching(HELD_PENDING_MLA)
                        .as("contact-point.pt", new RequestRelease(ID, TEXT))
                        .status())
                .isEqualTo(RELEASED);
    }
}
