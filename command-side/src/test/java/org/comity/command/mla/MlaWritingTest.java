package org.comity.command.mla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.command.mla.Samples.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.api.Act;
import org.comity.api.Code;
import org.comity.api.InstrumentId;
import org.comity.api.LineItemId;
import org.comity.api.Person;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.comity.api.mla.MlaRequestCommand.*;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaStatus;
import org.comity.command.request.People;
import org.comity.law.lifecycle.Flag;
import org.junit.jupiter.api.Test;

class MlaWritingTest {
    private static final Draft SAYS = draft("ets-185", false, false);

    @Test
    void aRequestIsWrittenByItsOwnState() {
        assertThat(Story.NONE.refusal("prosecutor.cl", SAYS).code()).isEqualTo("mla.not-for-this-role");
        assertThat(Story.NONE.as("prosecutor.pt", SAYS).status()).isEqualTo(MlaStatus.DRAFT);
    }

    @Test
    void aRequestGoesToAnotherState() {
        var home = drafted("PT", SAYS.bases(), SAYS.items(), SAYS.persons());
        assertThat(Story.NONE.refusal("prosecutor.pt", home).code()).isEqualTo("mla.same-state");
    }

    @Test
    void aRequestRestsOnKnownInstruments() {
        var none = drafted("CL", List.of(), SAYS.items(), SAYS.persons());
        assertThat(Story.NONE.refusal("prosecutor.pt", none).code()).isEqualTo("mla.no-basis");
        var odd = drafted(
                "CL", List.of(new InstrumentId("ets-185"), new InstrumentId("ets-999")), SAYS.items(), SAYS.persons());
        Refused refused = Story.NONE.refusal("prosecutor.pt", odd);
        assertThat(refused.code()).isEqualTo("mla.unknown-instrument");
        assertThat(refused.fields()).containsExactly("bases[1]");
    }

    @Test
    void aRequestAsksForSomething() {
        var nothing = drafted("CL", SAYS.bases(), Map.of(), SAYS.persons());
        assertThat(Story.NONE.refusal("prosecutor.pt", nothing).code()).isEqualTo("mla.no-line-item");
    }

    @Test
    void eachPersonHasAReferenceOfItsOwn() {
        var twice = new ArrayList<Person>(SAYS.persons());
        twice.addAll(SAYS.persons());
        var draft = drafted("CL", SAYS.bases(), SAYS.items(), twice);
        assertThat(Story.NONE.refusal("prosecutor.pt", draft).fields()).containsExactly("persons[1].ref");
    }

    @Test
    void anAmendmentIsHeldToTheSameRules() {
        var home = new AmendDraft(
                ID,
                new StateCode("PT"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(Histories.reaching(MlaStatus.DRAFT)
                        .refusal("prosecutor.pt", home)
                        .code())
                .isEqualTo("mla.same-state");
    }

    @Test
    void whoAmendedItIsADrafterAndCannotApprove() {
        Story amended = Histories.reaching(MlaStatus.DRAFT)
                .as("central-authority.pt", of("amend-draft", Story.NONE, Variant.PLAIN));
        assertThat(((MlaRequestEvent.DraftAmended) amended.last()).version()).isEqualTo(1);
        assertThat(amended.refusal("central-authority.pt", new Approve(ID, null))
                        .code())
                .isEqualTo("mla.not-for-this-role");
        assertThat(amended.as("central-authority-2.pt", new Approve(ID, null)).status())
                .isEqualTo(MlaStatus.APPROVED);
    }

    @Test
    void legalReceiptIsNotBeforeTransmission() {
        Story sent = Histories.reaching(MlaStatus.TRANSMITTED);
        Instant sentAt = sent.facts().getLast().act().occurredAt();
        assertThat(sent.refusal("central-authority.cl", receipt(sentAt.minusSeconds(1)))
                        .code())
                .isEqualTo("mla.receipt-before-transmission");
        assertThat(sent.as("central-authority.cl", receipt(sentAt)).life().now().legalReceivedAt())
                .isEqualTo(sentAt);
    }

    @Test
    void legalReceiptIsNotInTheFuture() {
        Story sent = Histories.reaching(MlaStatus.TRANSMITTED);
        assertThat(sent.refusal("central-authority.cl", receipt(sent.now().plusSeconds(1)))
                        .code())
                .isEqualTo("mla.receipt-in-the-future");
    }

    @Test
    void aWitnessedActCannotBeBackdatedIntoATime() {
        Story sent = Histories.reaching(MlaStatus.TRANSMITTED);
        Act early = at("central-authority.cl", Story.BEGIN.minusSeconds(1), sent.now());
        assertThat(sent.refusal(early, receipt(sent.now())).code()).isEqualTo("mla.act-before-the-request");
        Act late = at("central-authority.cl", sent.now().plusSeconds(1), sent.now());
        assertThat(sent.refusal(late, receipt(sent.now())).code()).isEqualTo("mla.act-in-the-future");
    }

    @Test
    void anIncomingRequestIsThereForTheSideThatTookItIn() {
        Story taken = Story.NONE.as("central-authority.cl", incoming());
        assertThat(taken.status()).isEqualTo(MlaStatus.TRANSMITTED);
        assertThat(taken.as("central-authority.cl", receipt(Instant.parse("2026-02-25T08:00:00Z")))
                        .status())
                .isEqualTo(MlaStatus.ACKNOWLEDGED);
        assertThat(taken.refusal("central-authority.cl", receipt(Instant.parse("2026-02-19T08:00:00Z")))
                        .code())
                .isEqualTo("mla.receipt-before-transmission");
    }

    @Test
    void aReturnSaysWhatIsMissing() {
        assertThat(Histories.reaching(MlaStatus.ACKNOWLEDGED)
                        .refusal("central-authority.cl", new ReturnIncomplete(ID, List.of(), null, null))
                        .code())
                .isEqualTo("mla.nothing-missing");
    }

    @Test
    void theNumbersOfRoundsNeverRepeat() {
        Story answered = Histories.reaching(MlaStatus.ACKNOWLEDGED)
                .as("central-authority.cl", ask(1))
                .as("central-authority.pt", answer(1));
        assertThat(answered.refusal("central-authority.cl", ask(1)).code()).isEqualTo("mla.round-used");
        Story again = answered.as("central-authority.cl", ask(null));
        assertThat(again.life().now().rounds().open()).containsExactly(2);
    }

    @Test
    void anAnswerClosesTheRoundsThatItNamesAndNoOther() {
        Story two = Histories.reaching(MlaStatus.INFORMATION_REQUESTED)
                .as(
                        "central-authority.cl",
                        new RequestFurtherInformation(ID, null, List.of(TEXT), List.of(), null, false));
        assertThat(two.refusal("central-authority.pt", answer()).code()).isEqualTo("mla.no-round");
        assertThat(two.refusal("central-authority.pt", answer(3)).code()).isEqualTo("mla.round-not-open");
        Story one = two.as("central-authority.pt", answer(2));
        assertThat(one.status()).isEqualTo(MlaStatus.ACKNOWLEDGED);
        assertThat(one.life().now().rounds().open()).containsExactly(1);
        Story both = two.as("central-authority.pt", answer(1, 2));
        assertThat(both.life().now().rounds().open()).isEmpty();
    }

    @Test
    void anAnswerBelongsToARoundThatIsAnswered() {
        var astray = new ProvideInformation(ID, List.of(1), Map.of(2, TEXT), true);
        assertThat(Histories.reaching(MlaStatus.INFORMATION_REQUESTED)
                        .refusal("central-authority.pt", astray)
                        .code())
                .isEqualTo("mla.answer-without-round");
    }

    @Test
    void aQuestionInsideAConsultationGoesBackToTheConsultation() {
        Story inside = Histories.reaching(MlaStatus.UNDER_CONSULTATION).as("central-authority.cl", ask(null));
        assertThat(inside.life().flags(inside.now())).contains(Flag.CLOCK_PAUSED);
        Story back = inside.as("central-authority.pt", answer());
        assertThat(back.status()).isEqualTo(MlaStatus.UNDER_CONSULTATION);
        assertThat(back.life().flags(back.now())).doesNotContain(Flag.CLOCK_PAUSED);
        assertThat(back.as("central-authority.pt", new ConcludeConsultation(ID, TEXT, null, null))
                        .status())
                .isEqualTo(MlaStatus.ACKNOWLEDGED);
    }

    @Test
    void withoutAnAnswerItIsRefusedOrGoesOn() {
        Story open = Histories.reaching(MlaStatus.INFORMATION_REQUESTED);
        var refused = new LapseInformationDeadline(ID, MlaStatus.REFUSED, TEXT);
        assertThat(open.as("central-authority.cl", refused).status()).isEqualTo(MlaStatus.REFUSED);
        var back = new LapseInformationDeadline(ID, MlaStatus.ACKNOWLEDGED, TEXT);
        assertThat(open.as("central-authority.cl", back).status()).isEqualTo(MlaStatus.ACKNOWLEDGED);
        var odd = new LapseInformationDeadline(ID, MlaStatus.EXECUTED, TEXT);
        assertThat(open.refusal("central-authority.cl", odd).code()).isEqualTo("mla.status-not-possible");
    }

    @Test
    void aDeadlineLapsesAfterItsDay() {
        LocalDate by = LocalDate.parse("2026-03-10");
        Story open = Histories.reaching(MlaStatus.ACKNOWLEDGED)
                .as(
                        "central-authority.cl",
                        new RequestInformation(ID, null, List.of(), List.of(new LineItemId("L1")), by, true));
        var lapse = new LapseInformationDeadline(ID, null, TEXT);
        assertThat(open.refusal("central-authority.cl", lapse).code()).isEqualTo("mla.deadline-ahead");
        assertThat(open.at(Instant.parse("2026-03-11T00:00:00Z"))
                        .as("central-authority.cl", lapse)
                        .status())
                .isEqualTo(MlaStatus.ACKNOWLEDGED);
    }

    @Test
    void whoReceivedItByForwardingMayAcknowledge() {
        Story forwarded = Histories.reaching(MlaStatus.MISDIRECTED)
                .as("central-authority.cl", new Forward(ID, People.authority("executing-authority.cl"), null));
        assertThat(forwarded
                        .as("executing-authority.cl", receipt(forwarded.now()))
                        .status())
                .isEqualTo(MlaStatus.ACKNOWLEDGED);
    }

    static Act at(String login, Instant occurred, Instant received) {
        return new Act(People.actor(login), null, null, null, null, null, occurred, received);
    }

    private static Draft drafted(
            String to, List<InstrumentId> bases, Map<LineItemId, Code> items, List<Person> persons) {
        return new Draft(
                ID,
                SAYS.from(),
                new StateCode(to),
                bases,
                items,
                List.of(),
                List.of(),
                persons,
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
                null);
    }
}
