package org.comity.command.mla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.command.mla.Samples.*;

import java.time.Duration;
import java.util.List;
import org.comity.api.mla.LineItemOutcome;
import org.comity.api.mla.MlaRequestCommand.*;
import org.comity.api.mla.MlaStatus;
import org.comity.law.lifecycle.Flag;
import org.junit.jupiter.api.Test;

class MlaClosingTest {
    private static final String REQUESTING = "central-authority.pt";
    private static final String REQUESTED = "central-authority.cl";
    private static final String EXECUTING = "executing-authority.cl";

    @Test
    void itIsClosedWhenTheRequestingSideCloses() {
        Story confirmed = Histories.reaching(MlaStatus.RECEIPT_CONFIRMED);
        Story theirs = confirmed.as(REQUESTED, CLOSE);
        assertThat(theirs.status()).isEqualTo(MlaStatus.RECEIPT_CONFIRMED);
        assertThat(theirs.life().flags(theirs.now())).contains(Flag.CLOSED_BY_REQUESTED);
        assertThat(theirs.answer(REQUESTED, CLOSE))
                .as("a repeat changes nothing")
                .isEmpty();
        assertThat(theirs.as(REQUESTING, CLOSE).status()).isEqualTo(MlaStatus.CLOSED);
    }

    @Test
    void aFormalConfirmationThatIsOwedBlocksClosing() {
        var within = new Accept(ID, List.of(), List.of(TEXT), Duration.ofHours(48), null, null);
        Story owing = Histories.reaching(MlaStatus.ACKNOWLEDGED)
                .as(REQUESTED, within)
                .as(EXECUTING, of("start-execution", Story.NONE, Variant.PLAIN))
                .as(EXECUTING, conclude(L1, LineItemOutcome.EXECUTED))
                .as(EXECUTING, conclude(L2, LineItemOutcome.EXECUTED))
                .as(EXECUTING, new CompleteExecution(ID, null))
                .as(REQUESTED, HAND_OVER)
                .as(REQUESTING, CONFIRM_X1);
        var due = owing.life().now().confirmation().dueBy();
        assertThat(owing.refusal(REQUESTING, CLOSE).code()).isEqualTo("mla.confirmation-due");
        assertThat(owing.refusal(REQUESTED, CLOSE).code()).isEqualTo("mla.confirmation-due");
        assertThat(owing.life().flags(due)).contains(Flag.CONFIRMATION_DUE).doesNotContain(Flag.CONFIRMATION_OVERDUE);
        assertThat(owing.life().flags(due.plusSeconds(1))).contains(Flag.CONFIRMATION_OVERDUE);

        Story confirmed = owing.as(REQUESTING, of("submit-formal-confirmation", Story.NONE, Variant.PLAIN));
        assertThat(confirmed.life().flags(due.plusSeconds(1)))
                .doesNotContain(Flag.CONFIRMATION_DUE, Flag.CONFIRMATION_OVERDUE);
        assertThat(confirmed.as(REQUESTING, CLOSE).status()).isEqualTo(MlaStatus.CLOSED);
    }

    @Test
    void theWholeIsWithdrawnOrNamedItemsAre() {
        Story running = Histories.reaching(MlaStatus.IN_EXECUTION);
        assertThat(running.refusal(REQUESTING, new Withdraw(ID, true, List.of(L1), null, null))
                        .code())
                .isEqualTo("mla.whole-or-items");
        assertThat(running.refusal(REQUESTING, new Withdraw(ID, false, List.of(), null, null))
                        .code())
                .isEqualTo("mla.whole-or-items");
        Story one = running.as(REQUESTING, new Withdraw(ID, false, List.of(L1), null, null));
        assertThat(one.status()).isEqualTo(MlaStatus.IN_EXECUTION);
        assertThat(one.refusal(REQUESTING, new Withdraw(ID, false, List.of(L1), null, null))
                        .code())
                .isEqualTo("mla.item-withdrawn");
        assertThat(one.as(REQUESTING, new Withdraw(ID, false, List.of(L2), null, null))
                        .status())
                .isEqualTo(MlaStatus.WITHDRAWN);
    }

    @Test
    void itIsReopenedByASupervisorWhoHadNoHandInIt() {
        var reopen = new Reopen(ID, MlaStatus.IN_EXECUTION, TEXT);
        Story closed = Histories.reaching(MlaStatus.RECEIPT_CONFIRMED).as("supervisor.pt", CLOSE);
        assertThat(closed.refusal("supervisor.pt", reopen).code()).isEqualTo("mla.took-part");
        assertThat(closed.as("supervisor.cl", reopen).status()).isEqualTo(MlaStatus.IN_EXECUTION);

        Story drafted = Histories.reaching(MlaStatus.CLOSED, drafter("supervisor.pt"));
        assertThat(drafted.refusal("supervisor.pt", reopen).code()).isEqualTo("mla.took-part");
    }

    @Test
    void itIsReopenedInAStatedStatus() {
        Story refused = Histories.reaching(MlaStatus.REFUSED);
        assertThat(refused.refusal("supervisor.cl", new Reopen(ID, MlaStatus.EXECUTED, TEXT))
                        .code())
                .isEqualTo("mla.status-not-possible");
        assertThat(refused.refusal("supervisor.cl", new Reopen(ID, MlaStatus.EVIDENCE_TRANSMITTED, TEXT))
                        .code())
                .isEqualTo("mla.nothing-handed-over");
        Story again = refused.as("supervisor.cl", new Reopen(ID, MlaStatus.ACKNOWLEDGED, TEXT));
        assertThat(again.life().now().items().pending())
                .as("what was refused is open again")
                .hasSize(2);
    }

    @Test
    void aRemedyIsPendingUntilItIsDecided() {
        Story story = Histories.reaching(MlaStatus.ACCEPTED);
        var decide = of("decide-remedy", story, Variant.PLAIN);
        assertThat(story.refusal(EXECUTING, decide).code()).isEqualTo("mla.no-remedy-pending");
        Story lodged = story.as(EXECUTING, of("lodge-remedy", story, Variant.PLAIN));
        assertThat(lodged.life().flags(lodged.now())).contains(Flag.REMEDY_PENDING);
        Story decided = lodged.as("prosecutor.pt", decide);
        assertThat(decided.life().flags(decided.now())).doesNotContain(Flag.REMEDY_PENDING);
    }

    private static Variant drafter(String login) {
        Variant v = Variant.PLAIN;
        return new Variant(v.urgent(), v.emergency(), v.basis(), v.channel(), v.addressee(), login);
    }
}
