package org.comity.command.mla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.command.mla.Samples.*;

import java.util.List;
import org.comity.api.mla.LineItemOutcome;
import org.comity.api.mla.MlaRequestCommand.*;
import org.comity.api.mla.MlaStatus;
import org.comity.api.mla.TransferId;
import org.comity.law.lifecycle.Flag;
import org.comity.law.lifecycle.Transfers;
import org.junit.jupiter.api.Test;

class MlaEvidenceTest {
    private static final String REQUESTING = "central-authority.pt";
    private static final String REQUESTED = "central-authority.cl";
    private static final String EXECUTING = "executing-authority.cl";

    @Test
    void theIdentityOfATransferIsUsedOnce() {
        Story partial = Histories.reaching(MlaStatus.PARTIALLY_EXECUTED).as(REQUESTED, HAND_OVER);
        assertThat(partial.refusal(REQUESTED, HAND_OVER).code()).isEqualTo("mla.transfer-known");
    }

    @Test
    void onlyExecutedItemsTravel() {
        Story running = Histories.reaching(MlaStatus.IN_EXECUTION);
        assertThat(running.refusal(REQUESTED, HAND_OVER).code()).isEqualTo("mla.nothing-executed");
        Story one = Histories.concluded(Variant.PLAIN, L1);
        assertThat(one.refusal(REQUESTED, handOver(X1, L1, L2)).fields()).containsExactly("items[1]");
    }

    @Test
    void aNilResultTravelsWithoutFiles() {
        Story nil = Histories.reaching(MlaStatus.IN_EXECUTION).as(EXECUTING, conclude(L1, LineItemOutcome.NIL_RESULT));
        var empty = new TransmitEvidence(ID, X1, List.of(L1), List.of(), null, null, List.of());
        assertThat(nil.as(REQUESTED, empty).status()).isEqualTo(MlaStatus.PARTIALLY_EXECUTED);
        assertThat(Histories.concluded(Variant.PLAIN, L1)
                        .refusal(REQUESTED, empty)
                        .code())
                .isEqualTo("mla.no-manifest");
    }

    @Test
    void receiptIsConfirmedOfExactlyOneOpenTransfer() {
        Story sent = Histories.reaching(MlaStatus.EVIDENCE_TRANSMITTED);
        assertThat(sent.refusal(REQUESTING, new ConfirmEvidenceReceipt(ID, X2, null))
                        .code())
                .isEqualTo("mla.unknown-transfer");
        Story partly = Histories.reaching(MlaStatus.PARTIALLY_EXECUTED)
                .as(REQUESTED, HAND_OVER)
                .as(REQUESTING, CONFIRM_X1);
        assertThat(partly.refusal(REQUESTING, CONFIRM_X1).code()).isEqualTo("mla.transfer-confirmed");
    }

    @Test
    void everyTransferIsConfirmedBeforeReceiptIs() {
        Story two = Histories.reaching(MlaStatus.PARTIALLY_EXECUTED)
                .as(REQUESTED, handOver(X1, L1))
                .as(EXECUTING, new ResumeRemainder(ID, List.of(L2)))
                .as(EXECUTING, conclude(L2, LineItemOutcome.EXECUTED))
                .as(EXECUTING, new CompleteExecution(ID, null))
                .as(REQUESTED, handOver(X2, L2));
        assertThat(two.status()).isEqualTo(MlaStatus.EVIDENCE_TRANSMITTED);
        Story one = two.as(REQUESTING, new ConfirmEvidenceReceipt(ID, X2, null));
        assertThat(one.status()).isEqualTo(MlaStatus.EVIDENCE_TRANSMITTED);
        assertThat(one.as(REQUESTING, CONFIRM_X1).status()).isEqualTo(MlaStatus.RECEIPT_CONFIRMED);
    }

    @Test
    void aDisputedTransferIsNeverConfirmedButTheOneThatSupersedesIt() {
        Story disputed = Histories.reaching(MlaStatus.EVIDENCE_TRANSMITTED).as(REQUESTING, DISPUTE_X1);
        assertThat(disputed.life().flags(disputed.now())).contains(Flag.EVIDENCE_DISPUTED);
        assertThat(disputed.refusal(REQUESTING, CONFIRM_X1).code()).isEqualTo("mla.transfer-disputed");

        Story again = disputed.as(REQUESTED, RETRANSMIT);
        assertThat(again.refusal(REQUESTING, CONFIRM_X1).code()).isEqualTo("mla.transfer-superseded");
        assertThat(again.life().flags(again.now())).contains(Flag.EVIDENCE_DISPUTED);

        Story confirmed = again.as(REQUESTING, new ConfirmEvidenceReceipt(ID, X2, null));
        assertThat(confirmed.status()).isEqualTo(MlaStatus.RECEIPT_CONFIRMED);
        assertThat(confirmed.life().flags(confirmed.now())).doesNotContain(Flag.EVIDENCE_DISPUTED);
        Transfers.Transfer quarantined =
                confirmed.life().now().transfers().find(X1).orElseThrow();
        assertThat(quarantined.state()).isEqualTo(Transfers.State.SUPERSEDED);
        assertThat(quarantined.manifest()).isEqualTo(FILES);
    }

    @Test
    void onlyADisputedTransferIsSuperseded() {
        Story disputed = Histories.reaching(MlaStatus.EVIDENCE_TRANSMITTED).as(REQUESTING, DISPUTE_X1);
        assertThat(disputed.refusal(REQUESTED, retransmit("X-1", "X-1")).code()).isEqualTo("mla.transfer-known");
        assertThat(disputed.refusal(REQUESTED, retransmit("X-2", "X-7")).code()).isEqualTo("mla.unknown-transfer");
        Story again = disputed.as(REQUESTED, RETRANSMIT);
        assertThat(again.refusal(REQUESTED, retransmit("X-3", "X-2")).code()).isEqualTo("mla.transfer-not-disputed");
        assertThat(again.refusal(REQUESTED, retransmit("X-3", "X-1")).code()).isEqualTo("mla.transfer-not-disputed");
    }

    @Test
    void nothingTravelsAfterWithdrawal() {
        Story withdrawn = Histories.concluded(Variant.PLAIN, L1).as(REQUESTING, WITHDRAW);
        assertThat(withdrawn.refusal(REQUESTED, HAND_OVER).code()).isEqualTo("mla.not-allowed-in-status");
        assertThat(withdrawn.refusal(EXECUTING, new CompleteExecution(ID, null)).code())
                .isEqualTo("mla.not-allowed-in-status");
        assertThat(withdrawn.life().now().items().done())
                .as("what was done is not undone")
                .containsExactly(L1);
    }

    @Test
    void lateMaterialIsConfirmedAfterReopening() {
        Story late = Histories.reaching(MlaStatus.CLOSED).as(REQUESTING, new RecordLateMaterial(ID, X2, FILES, null));
        assertThat(late.status()).isEqualTo(MlaStatus.CLOSED);
        assertThat(late.refusal(REQUESTING, new RecordLateMaterial(ID, X2, FILES, null))
                        .code())
                .isEqualTo("mla.transfer-known");
        Story open = late.as("supervisor.pt", new Reopen(ID, MlaStatus.EVIDENCE_TRANSMITTED, TEXT));
        assertThat(open.as(REQUESTING, new ConfirmEvidenceReceipt(ID, X2, null)).status())
                .isEqualTo(MlaStatus.RECEIPT_CONFIRMED);
    }

    private static RetransmitEvidence retransmit(String transfer, String supersedes) {
        return new RetransmitEvidence(
                ID, new TransferId(transfer), new TransferId(supersedes), TEXT, FILES, null, null);
    }
}
