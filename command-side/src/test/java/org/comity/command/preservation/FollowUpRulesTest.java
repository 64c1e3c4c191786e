package org.comity.command.preservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.api.preservation.PreservationStatus.EXPIRED;
import static org.comity.api.preservation.PreservationStatus.HELD_PENDING_MLA;
import static org.comity.api.preservation.PreservationStatus.PRESERVED;
import static org.comity.api.preservation.PreservationStatus.RELEASED;
import static org.comity.command.preservation.Samples.END;
import static org.comity.command.preservation.Samples.ID;
import static org.comity.command.preservation.Samples.IN_TIME;
import static org.comity.command.preservation.Samples.M1;
import static org.comity.command.preservation.Samples.M2;
import static org.comity.command.preservation.Samples.TOO_LATE;

import java.time.Duration;
import java.util.UUID;
import org.comity.api.Code;
import org.comity.api.CorrectionAction;
import org.comity.api.preservation.PreservationCommand.DecideFollowUp;
import org.comity.api.preservation.PreservationCommand.Expire;
import org.comity.api.preservation.PreservationCommand.LinkFollowUp;
import org.comity.api.preservation.PreservationCommand.RejudgeFollowUp;
import org.comity.api.preservation.PreservationCommand.WithdrawFollowUp;
import org.comity.api.preservation.PreservationEvent.EventCorrected;
import org.comity.api.preservation.PreservationEvent.PreservationExpired;
import org.junit.jupiter.api.Test;

class FollowUpRulesTest {
    private static final Code DISCLOSED = new Code("disclosed");
    private static final Story IS_PRESERVED = Histories.reaching(PRESERVED);
    private static final Story IS_HELD = Histories.reaching(HELD_PENDING_MLA);
    private static final Story IS_EXPIRED = Histories.reaching(EXPIRED);

    @Test
    void expiresAtItsEndAndNotBefore() {
        assertThat(IS_PRESERVED.at(END.minusNanos(1)).answer("system", Samples.EXPIRE))
                .isEmpty();
        assertThat(IS_PRESERVED.at(END).answer("system", Samples.EXPIRE))
                .containsExactly(new PreservationExpired(ID, END));
    }

    @Test
    void expiresOnceAndNeverWhileHeldOrExtended() {
        assertThat(IS_EXPIRED.answer("system", Samples.EXPIRE)).isEmpty();
        assertThat(IS_HELD.at(END).answer("system", Samples.EXPIRE)).isEmpty();
        Story extended =
                IS_PRESERVED.as("contact-point.pt", Samples.ASK_FOR_MORE).as("contact-point.cl", Samples.EXTEND);
        assertThat(extended.at(END).answer("system", Samples.EXPIRE)).isEmpty();
        assertThat(extended.at(Samples.EXTEND.expiresAt()).answer("system", new Expire(ID, Samples.EXTEND.expiresAt())))
                .hasSize(1);
    }

    @Test
    void isHeldForAReceiptBeforeTheEndAlsoWhenToldLater() {
        Story held = IS_PRESERVED.at(END.plus(Duration.ofDays(3))).as("system", Samples.LINK);
        assertThat(held.status()).isEqualTo(HELD_PENDING_MLA);
        assertThat(held.life().expiresAt()).isNull();
        assertThat(held.life().now().term().end()).isEqualTo(END);
    }

    @Test
    void isNotHeldForAReceiptAtTheEnd() {
        assertThat(IS_PRESERVED.answer("system", new LinkFollowUp(ID, M1, END))).isEmpty();
    }

    @Test
    void isToldTwiceOfTheSameReceiptWithoutEffect() {
        assertThat(IS_HELD.answer("system", Samples.LINK)).isEmpty();
    }

    @Test
    void anExpiryIsVoidIfTheReceiptWasInTime() {
        Story revived = IS_EXPIRED.as("system", Samples.LINK);
        UUID expiry = IS_EXPIRED.latest(PreservationExpired.class);
        assertThat(revived.last())
                .isEqualTo(new EventCorrected(ID, expiry, CorrectionAction.VOID, null, null, null, null, M1, IN_TIME));
        assertThat(revived.status()).isEqualTo(HELD_PENDING_MLA);
        assertThat(revived.life().followUps()).containsOnlyKeys(M1);
    }

    @Test
    void whatTrulyExpiredIsNeverRevived() {
        assertThat(IS_EXPIRED.answer("system", new LinkFollowUp(ID, M1, END))).isEmpty();
        assertThat(IS_EXPIRED.answer("system", new RejudgeFollowUp(ID, M1, TOO_LATE)))
                .isEmpty();
        assertThat(IS_EXPIRED.answer("system", new RejudgeFollowUp(ID, M1, null)))
                .isEmpty();
    }

    @Test
    void aPersonHearsOfAReceiptInTimeWhenTheFileIsClosed() {
        Story closed = IS_EXPIRED.as("contact-point.pt", Samples.CLOSE);
        assertThat(closed.refusal("system", Samples.LINK).code()).isEqualTo("preservation.closed-after-expiry");
        assertThat(closed.answer("system", new LinkFollowUp(ID, M1, TOO_LATE))).isEmpty();
    }

    @Test
    void aReceiptThatProvesTooLateHeldNothing() {
        Story corrected = IS_HELD.at(TOO_LATE.plusSeconds(1)).as("system", new RejudgeFollowUp(ID, M1, TOO_LATE));
        assertThat(corrected.status()).isEqualTo(PRESERVED);
        assertThat(corrected.as("system", Samples.EXPIRE).status()).isEqualTo(EXPIRED);
    }

    @Test
    void aVoidReceiptHeldNothing() {
        assertThat(IS_HELD.as("system", new RejudgeFollowUp(ID, M1, null)).status())
                .isEqualTo(PRESERVED);
    }

    @Test
    void aReceiptThatStaysInTimeChangesNothing() {
        assertThat(IS_HELD.answer("system", new RejudgeFollowUp(ID, M1, END.minusSeconds(1))))
                .isEmpty();
    }

    @Test
    void anExpiryThatWasVoidStandsAgainWhenTheReceiptProvesTooLate() {
        Story again = IS_EXPIRED.as("system", Samples.LINK).as("system", new RejudgeFollowUp(ID, M1, TOO_LATE));
        assertThat(again.status()).isEqualTo(EXPIRED);
        assertThat(again.as("system", new RejudgeFollowUp(ID, M1, IN_TIME)).status())
                .isEqualTo(HELD_PENDING_MLA);
    }

    @Test
    void whileHeldItIsHeldForWhoeverElseAsks() {
        Story both = IS_HELD.as("system", new LinkFollowUp(ID, M2, TOO_LATE));
        assertThat(both.life().followUps()).containsOnlyKeys(M1, M2);
        Story one = both.as("central-authority.cl", new DecideFollowUp(ID, M1, DISCLOSED));
        assertThat(one.status()).isEqualTo(HELD_PENDING_MLA);
        assertThat(one.as("central-authority.cl", new DecideFollowUp(ID, M2, DISCLOSED))
                        .status())
                .isEqualTo(RELEASED);
    }

    @Test
    void theHoldOfALaterRequestFallsWithTheFirstOne() {
        Story both = IS_HELD.as("system", new LinkFollowUp(ID, M2, TOO_LATE));
        Story none = both.as("system", new RejudgeFollowUp(ID, M1, null));
        assertThat(none.status()).isEqualTo(PRESERVED);
        assertThat(none.life().followUps()).isEmpty();
    }

    @Test
    void whileAnotherRequestIsPendingAVoidReceiptChangesNoStatus() {
        Story both = IS_HELD.as("system", new LinkFollowUp(ID, M2, IN_TIME));
        Story one = both.as("system", new RejudgeFollowUp(ID, M1, TOO_LATE));
        assertThat(one.status()).isEqualTo(HELD_PENDING_MLA);
        assertThat(one.life().followUps()).containsOnlyKeys(M2);
    }

    @Test
    void aWithdrawalBeforeTheEndArmsTheOldEndAgain() {
        Story withdrawn = IS_HELD.at(END.minusSeconds(1)).as("system", new WithdrawFollowUp(ID, M1));
        assertThat(withdrawn.status()).isEqualTo(PRESERVED);
        assertThat(withdrawn.life().expiresAt()).isEqualTo(END);
    }

    @Test
    void aWithdrawalAfterTheEndReleases() {
        assertThat(IS_HELD.at(END).as("system", new WithdrawFollowUp(ID, M1)).status())
                .isEqualTo(RELEASED);
    }

    @Test
    void aWithdrawalLeavesTheHoldOfAnotherRequest() {
        Story both = IS_HELD.as("system", new LinkFollowUp(ID, M2, IN_TIME));
        assertThat(both.at(END).as("system", new WithdrawFollowUp(ID, M1)).status())
                .isEqualTo(HELD_PENDING_MLA);
    }

    @Test
    void aRequestForWhichNothingIsHeldIsNeitherWithdrawnNorDecided() {
        assertThat(IS_HELD.answer("system", new WithdrawFollowUp(ID, M2))).isEmpty();
        assertThat(IS_HELD.refusal("central-authority.cl", new DecideFollowUp(ID, M2, DISCLOSED))
                        .code())
                .isEqualTo("preservation.not-held-for-request");
    }

    @Test
    void whatWasDecidedHoldsNothingAgain() {
        Story one = IS_HELD.as("system", new LinkFollowUp(ID, M2, IN_TIME))
                .as("central-authority.cl", new DecideFollowUp(ID, M1, DISCLOSED));
        assertThat(one.answer("system", Samples.LINK)).isEmpty();
    }
}
