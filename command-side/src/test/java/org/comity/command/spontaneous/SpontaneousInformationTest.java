package org.comity.command.spontaneous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.api.spontaneous.SpontaneousStatus.CONDITIONS_DECLINED;
import static org.comity.api.spontaneous.SpontaneousStatus.OFFERED;
import static org.comity.api.spontaneous.SpontaneousStatus.RECEIVED;
import static org.comity.api.spontaneous.SpontaneousStatus.TRANSMITTED;
import static org.comity.command.spontaneous.Samples.ID;
import static org.comity.command.spontaneous.Samples.RECEIVER;
import static org.comity.command.spontaneous.Samples.SENDER;
import static org.comity.command.spontaneous.Samples.TEXT;

import java.util.List;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.Person;
import org.comity.api.Refused;
import org.comity.api.spontaneous.SpontaneousCommand.*;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.api.spontaneous.SpontaneousStatus;
import org.comity.command.request.People;
import org.comity.law.lifecycle.Flag;
import org.comity.law.lifecycle.OwnSide;
import org.junit.jupiter.api.Test;

class SpontaneousInformationTest {
    @Test
    void anOfferIsKnownToBothStatesAndToNoOther() {
        Story offered = Samples.reaching(OFFERED);
        assertThat(offered.life().mayKnow(People.act(RECEIVER, offered.now()))).isTrue();
        assertThat(offered.life().mayKnow(People.act("executing-authority.cl", offered.now())))
                .isTrue();
        assertThat(offered.refusal("central-authority.jp", new Note(ID, TEXT)).kind())
                .isEqualTo(Refused.Kind.UNKNOWN);
    }

    @Test
    void goesToAnotherState() {
        assertThat(Story.NONE.refusal(SENDER, Samples.offer("PT")).code()).isEqualTo("spontaneous.same-state");
        assertThat(Story.NONE.as(SENDER, Samples.offer("CL")).status()).isEqualTo(OFFERED);
    }

    @Test
    void theSenderOffersAndNobodyElse() {
        assertThat(Story.NONE.refusal(RECEIVER, Samples.offer("CL")).code()).isEqualTo("spontaneous.not-for-this-role");
    }

    @Test
    void acceptedConditionsBind() {
        Story accepted = Samples.reaching(OFFERED).as(RECEIVER, new AcceptConditions(ID, null));
        assertThat(accepted.life().flags(accepted.now())).contains(Flag.CONDITIONS_IN_FORCE);
    }

    @Test
    void declinedConditionsDoNotBindAndTheSenderDecides() {
        Story declined = Samples.reaching(CONDITIONS_DECLINED);
        Story received = declined.as(SENDER, Samples.transmit()).as(RECEIVER, new AcknowledgeReceipt(ID, null, null));
        assertThat(received.status()).isEqualTo(RECEIVED);
        assertThat(received.life().now().conditionsDeclined()).isTrue();
        assertThat(received.life().flags(received.now())).doesNotContain(Flag.CONDITIONS_IN_FORCE);
    }

    @Test
    void conditionsThatNobodyAnsweredBindWhoAcceptsTheInformation() {
        Story sent = Samples.reaching(OFFERED).as(SENDER, Samples.transmit());
        assertThat(sent.life().flags(sent.now())).doesNotContain(Flag.CONDITIONS_IN_FORCE);
        Story received = sent.as(RECEIVER, new AcknowledgeReceipt(ID, null, null));
        assertThat(received.life().flags(received.now())).contains(Flag.CONDITIONS_IN_FORCE);
    }

    @Test
    void restrictionsBindFromReceiptOn() {
        Story received = Samples.reaching(CONDITIONS_DECLINED)
                .as(SENDER, Samples.transmit(TEXT))
                .as(RECEIVER, new AcknowledgeReceipt(ID, null, null));
        assertThat(received.life().flags(received.now())).contains(Flag.CONDITIONS_IN_FORCE);
    }

    @Test
    void isSentWithADigest() {
        var nothing = new Transmit(
                ID,
                People.authority(RECEIVER),
                new Channel("courier"),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertThat(Samples.reaching(OFFERED).refusal(SENDER, nothing).code()).isEqualTo("spontaneous.no-document");
    }

    @Test
    void aReferenceNamesOnePerson() {
        var person = new Person(Samples.P7, new Code("suspect"), TEXT, null);
        var twice = new Transmit(
                ID,
                People.authority(RECEIVER),
                new Channel("courier"),
                null,
                List.of(Samples.DOCUMENT),
                List.of(person, person),
                List.of(),
                List.of());
        assertThat(Samples.reaching(OFFERED).refusal(SENDER, twice).code()).isEqualTo("spontaneous.person-twice");
    }

    @Test
    void isReceivedAfterItWasSentAndBeforeItIsToldSo() {
        Story sent = Samples.reaching(TRANSMITTED);
        var early = new AcknowledgeReceipt(ID, sent.now().minusSeconds(86_400), null);
        assertThat(sent.refusal(RECEIVER, early).code()).isEqualTo("spontaneous.receipt-before-transmission");
        var late = new AcknowledgeReceipt(ID, sent.now().plusSeconds(60), null);
        assertThat(sent.refusal(RECEIVER, late).code()).isEqualTo("spontaneous.receipt-in-the-future");
        var right = new AcknowledgeReceipt(ID, sent.now().minusSeconds(60), null);
        assertThat(sent.as(RECEIVER, right).life().now().legalReceivedAt())
                .isEqualTo(sent.now().minusSeconds(60));
    }

    @Test
    void aLinkIsMadeOnce() {
        Story received = Samples.reaching(RECEIVED);
        Story linked = received.as(RECEIVER, new LinkToRequest(ID, Samples.M1));
        assertThat(linked.life().now().requests()).containsExactly(Samples.M1);
        assertThat(linked.answer(RECEIVER, new LinkToRequest(ID, Samples.M1))).isEmpty();
    }

    @Test
    void eitherSideClosesItForBoth() {
        for (String closer : List.of(SENDER, RECEIVER)) {
            Story closed = Samples.reaching(RECEIVED).as(closer, new Close(ID, null, null, null));
            assertThat(closed.status()).isEqualTo(SpontaneousStatus.CLOSED);
            assertThat(closed.life().flags(closed.now())).doesNotContain(Flag.CLOSED_BY_REQUESTED);
        }
    }

    @Test
    void comesByLetterFromAnAuthorityThatIsNotConnected() {
        Story taken = Story.NONE.as(RECEIVER, Samples.incoming());
        assertThat(taken.status()).isEqualTo(TRANSMITTED);
        assertThat(taken.life().now().material()).isNotNull();
        assertThat(Story.NONE.refusal(SENDER, Samples.incoming()).code()).isEqualTo("spontaneous.not-for-this-role");
    }

    @Test
    void aReportOfTheOtherSideIsMadeAcrossTheTable() {
        Story offered = Samples.reaching(OFFERED);
        var report = People.reported(SENDER, RECEIVER, offered.now(), offered.now());
        assertThat(offered.by(report, new DeclineConditions(ID, TEXT)).status()).isEqualTo(CONDITIONS_DECLINED);
        var own = People.reported(SENDER, "contact-point.pt", offered.now(), offered.now());
        assertThat(offered.refusal(own, Samples.transmit()).code()).isEqualTo("spontaneous.reporter-not-party");
    }

    @Test
    void aSealedOneIsKnownToItsReadersOnly() {
        Story sealed = Samples.reaching(RECEIVED).as(SENDER, Samples.seal(RECEIVER));
        assertThat(sealed.refusal("central-authority-2.cl", new Note(ID, TEXT)).kind())
                .isEqualTo(Refused.Kind.UNKNOWN);
        assertThat(sealed.as(RECEIVER, new Note(ID, TEXT)).status()).isEqualTo(RECEIVED);
    }

    @Test
    void nothingIsErasedWhileAHoldStands() {
        Story held = Samples.reaching(RECEIVED).as("supervisor.pt", Samples.of("place-legal-hold", Story.NONE));
        var erase = Samples.of("erase-personal-data", held);
        assertThat(held.refusal("data-protection-officer.pt", erase).code()).isEqualTo("spontaneous.legal-hold");
        Story free = held.as("supervisor.pt", Samples.of("lift-legal-hold", held));
        assertThat(free.asTwo("data-protection-officer.pt", "supervisor.pt", erase)
                        .life()
                        .now()
                        .erased())
                .containsExactly(Samples.P7);
    }

    @Test
    void whatLaterActsRestOnIsNotLeftOut() {
        Story received = Samples.reaching(RECEIVED);
        var sending = received.latest(SpontaneousEvent.InformationTransmitted.class);
        assertThat(received.refusal(SENDER, Samples.leaveOut(sending)).code())
                .isEqualTo("spontaneous.correction-contradicts");
        var receipt = received.latest(SpontaneousEvent.ReceiptAcknowledged.class);
        assertThat(received.refusal(SENDER, Samples.leaveOut(receipt)).code())
                .isEqualTo("spontaneous.not-for-this-role");
        assertThat(received.asTwo(RECEIVER, "central-authority-2.cl", Samples.leaveOut(receipt))
                        .status())
                .isEqualTo(TRANSMITTED);
    }

    @Test
    void whatASideDoesForItselfIsNotForTheOther() {
        Story noted = Samples.reaching(RECEIVED).as(RECEIVER, new Note(ID, TEXT));
        var fact = noted.facts().getLast();
        assertThat(OwnSide.shows(fact, People.office(RECEIVER).state())).isTrue();
        assertThat(OwnSide.shows(fact, People.office(SENDER).state())).isFalse();
    }

    @Test
    void aLinkNamesADraftOfTheReceiverAndIsNotForTheSender() {
        Story linked = Samples.reaching(RECEIVED).as(RECEIVER, new LinkToRequest(ID, Samples.M1));
        var fact = linked.facts().getLast();
        assertThat(OwnSide.shows(fact, People.office(RECEIVER).state())).isTrue();
        assertThat(OwnSide.shows(fact, People.office(SENDER).state())).isFalse();
    }
}
