package org.comity.law.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.Channel;
import org.comity.api.CorrectionAction;
import org.comity.api.Fact;
import org.comity.api.GroundCode;
import org.comity.api.Label;
import org.comity.api.LineItemId;
import org.comity.api.MlaRequestId;
import org.comity.api.Personal;
import org.comity.api.Refused;
import org.comity.api.directory.AuthorityId;
import org.comity.api.mla.LineItemOutcome;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.TransferId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionsTest {
    private static final MlaRequestId ID = new MlaRequestId(new UUID(1, 1));
    private static final Personal SEALED = new Personal(new UUID(2, 2), new UUID(3, 3), "c2VhbGVk");
    private static final MlaRequestEvent.ReceiptAcknowledged RECEIPT =
            new MlaRequestEvent.ReceiptAcknowledged(ID, Instant.parse("2026-03-24T09:00:00Z"), null);
    private static final MlaRequestEvent.LineItemConcluded CONCLUDED = new MlaRequestEvent.LineItemConcluded(
            ID,
            Map.of(new LineItemId("L1"), LineItemOutcome.EXECUTED),
            List.of(),
            SEALED,
            LocalDate.parse("2026-05-01"),
            null);

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-18T10:00Z", "2026-03-18T10:00:00Z", "2026-03-18T12:00+02:00"})
    void anInstantIsReplacedByItsIsoFormWithOrWithoutSeconds(String value) {
        assertThat(Corrections.withField(RECEIPT, "legalReceivedAt", value).legalReceivedAt())
                .isEqualTo(Instant.parse("2026-03-18T10:00:00Z"));
    }

    @Test
    void aLabelMayBeGivenAndTakenAway() {
        var named = Corrections.withField(RECEIPT, "ownReference", "CL-5521");
        assertThat(named.ownReference()).isEqualTo(new Label("CL-5521"));
        assertThat(Corrections.withField(named, "ownReference", null).ownReference())
                .isNull();
    }

    @Test
    void outcomesGroundsAndDaysAreReplaced() {
        var replaced = Corrections.withField(CONCLUDED, "items", Map.of("L1", "nil-result", "L2", "refused"));
        assertThat(replaced.items()).containsEntry(new LineItemId("L1"), LineItemOutcome.NIL_RESULT);
        assertThat(Corrections.withField(CONCLUDED, "grounds", List.of("ets185-dual-criminality"))
                        .grounds())
                .containsExactly(new GroundCode("ets185-dual-criminality"));
        assertThat(Corrections.withField(CONCLUDED, "review", "2026-06-01").review())
                .isEqualTo(LocalDate.parse("2026-06-01"));
    }

    @Test
    void durationsAndNumbersAreReplaced() {
        var accepted = new MlaRequestEvent.RequestAccepted(ID, List.of(), List.of(), null, null, null);
        assertThat(Corrections.withField(accepted, "formalConfirmationWithin", "PT48H")
                        .formalConfirmationWithin())
                .isEqualTo(Duration.ofHours(48));
        var asked = new MlaRequestEvent.AdditionalInformationRequested(ID, 1, List.of(), List.of(), null, true);
        assertThat(Corrections.withField(asked, "round", 2).round()).isEqualTo(2);
    }

    @Test
    void aTransferIsReplacedByItsReference() {
        var confirmed = new MlaRequestEvent.EvidenceReceiptConfirmed(ID, new TransferId("X-1"), null);
        assertThat(Corrections.withField(confirmed, "transfer", "X-2").transfer())
                .isEqualTo(new TransferId("X-2"));
    }

    @Test
    void whoWhomAndPersonalValuesAreNeverReplaced() {
        var sent =
                new MlaRequestEvent.RequestTransmitted(ID, new AuthorityId(new UUID(4, 4)), Channel.CONTACT_POINT_24_7);
        refused("correction.fixed-field", () -> Corrections.withField(sent, "to", new UUID(5, 5).toString()));
        refused("correction.fixed-field", () -> Corrections.withField(sent, "id", new UUID(5, 5).toString()));
        refused("correction.fixed-field", () -> Corrections.withField(CONCLUDED, "reason", "text"));
    }

    @Test
    void anUnknownFieldIsNamed() {
        assertThatThrownBy(() -> Corrections.withField(RECEIPT, "receivedAt", "2026-03-18"))
                .isInstanceOf(Refused.class)
                .hasMessage("The event ReceiptAcknowledged has no field receivedAt.");
    }

    @Test
    void aWrongTypeIsNamedWithTheFormThatIsWanted() {
        assertThatThrownBy(() -> Corrections.withField(RECEIPT, "legalReceivedAt", "last Tuesday"))
                .hasMessage("The field legalReceivedAt is an instant with its offset such as 2026-03-18T10:00Z.");
        refused("correction.wrong-value", () -> Corrections.withField(RECEIPT, "legalReceivedAt", null));
        refused("correction.wrong-value", () -> Corrections.withField(RECEIPT, "legalReceivedAt", 12));
        refused("correction.wrong-value", () -> Corrections.withField(RECEIPT, "ownReference", "\u202E"));
        refused("correction.wrong-value", () -> Corrections.withField(CONCLUDED, "items", "L1"));
        refused("correction.wrong-value", () -> Corrections.withField(CONCLUDED, "items", Map.of("L1", "done")));
        refused("correction.wrong-value", () -> Corrections.withField(CONCLUDED, "grounds", "one"));
        refused("correction.wrong-value", () -> Corrections.withField(CONCLUDED, "review", "2026-02-30"));
    }

    @Test
    void aCorrectionThatIsItselfVoidCorrectsNothing() {
        var receipt = fact(0, RECEIPT);
        var moved = fact(1, correction(receipt.eventId(), CorrectionAction.REPLACE, "2026-03-18T10:00Z"));
        var back = fact(2, correction(moved.eventId(), CorrectionAction.VOID, null));
        var again = fact(3, correction(back.eventId(), CorrectionAction.VOID, null));

        assertThat(Corrections.effective(List.of(receipt, moved)))
                .contains(fact(0, Corrections.withField(RECEIPT, "legalReceivedAt", "2026-03-18T10:00Z")));
        assertThat(Corrections.effective(List.of(receipt, moved, back))).containsExactly(receipt, back);
        assertThat(Corrections.effective(List.of(receipt, moved, back, again)))
                .hasSize(3)
                .doesNotContain(receipt, back);
    }

    private static MlaRequestEvent correction(UUID event, CorrectionAction action, @Nullable String value) {
        Label field = action == CorrectionAction.REPLACE ? new Label("legalReceivedAt") : null;
        return new MlaRequestEvent.EventCorrected(ID, event, action, field, value, null, null);
    }

    private static Fact<MlaRequestEvent> fact(long sequence, MlaRequestEvent event) {
        return new Fact<>(new UUID(9, sequence), sequence, event, Act.bySystem(Instant.parse("2026-03-24T09:00:00Z")));
    }

    private static void refused(String code, org.junit.jupiter.api.function.Executable act) {
        var refused = org.junit.jupiter.api.Assertions.assertThrows(Refused.class, act);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.kind()).isEqualTo(Refused.Kind.UNACCEPTABLE);
    }
}
