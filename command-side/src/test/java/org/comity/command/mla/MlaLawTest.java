package org.comity.command.mla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.command.mla.Samples.ID;
import static org.comity.command.mla.Samples.L1;
import static org.comity.command.mla.Samples.L2;
import static org.comity.command.mla.Samples.LATER;
import static org.comity.command.mla.Samples.TEXT;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.comity.api.Code;
import org.comity.api.ContentCode;
import org.comity.api.Document;
import org.comity.api.GroundCode;
import org.comity.api.InstrumentId;
import org.comity.api.Label;
import org.comity.api.Personal;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.comity.api.mla.LineItemOutcome;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestCommand.Approve;
import org.comity.api.mla.MlaRequestCommand.ConcludeConsultation;
import org.comity.api.mla.MlaRequestCommand.ConcludeLineItem;
import org.comity.api.mla.MlaRequestCommand.Draft;
import org.comity.api.mla.MlaRequestCommand.LiftPostponement;
import org.comity.api.mla.MlaRequestCommand.OpenConsultation;
import org.comity.api.mla.MlaRequestCommand.Postpone;
import org.comity.api.mla.MlaRequestCommand.ProposeConditions;
import org.comity.api.mla.MlaRequestCommand.Refuse;
import org.comity.api.mla.MlaRequestCommand.ReturnIncomplete;
import org.comity.api.mla.MlaRequestCommand.Transmit;
import org.comity.api.mla.MlaRequestEvent.RequestApproved;
import org.comity.api.mla.MlaStatus;
import org.comity.api.treaty.TreatyAnswer;
import org.comity.command.request.People;
import org.junit.jupiter.api.Test;

class MlaLawTest {
    private static final Approve APPROVE = new Approve(ID, null);
    private static final String REQUESTED = "central-authority.cl";
    private static final String EXECUTING = "executing-authority.cl";

    @Test
    void isNotApprovedOnWhatIsRecordedNotToBind() {
        Story ireland = Story.NONE.as("prosecutor.us", draft("US", "IE", "ets-185"));
        Refused refused = ireland.refusal("central-authority.us", APPROVE);
        assertThat(refused.code()).isEqualTo("treaty.not-bound");
        assertThat(refused.kind()).isEqualTo(Refused.Kind.UNACCEPTABLE);
        assertThat(refused.fields()).containsExactly("bases[0]");
        assertThat(refused.sentence()).contains("2026-03-02").contains("signatory-on IE 2025-10-28");
        assertThat(refused.source()).contains("sourced S14;S48");
        assertThat(refused.details().get("facts"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting(fact -> ((TreatyAnswer.Reason) fact).fact().value())
                .contains("signatory-on", "in-force-from");
    }

    @Test
    void isNotApprovedIfOneOfSeveralInstrumentsIsRecordedNotToBind() {
        Story drafted = Story.NONE.as("prosecutor.pt", draft("PT", "CL", "ets-185", "cets-224"));
        assertThat(drafted.refusal("central-authority.pt", APPROVE).fields()).containsExactly("bases[1]");
    }

    @Test
    void isApprovedOnWhatIsNotRecordedAndKeepsTheAnswer() {
        Story approved =
                Story.NONE.as("prosecutor.us", draft("US", "CN", "ets-185")).as("central-authority.us", APPROVE);
        TreatyAnswer answer = ((RequestApproved) approved.last()).relation();
        assertThat(answer).isNotNull();
        assertThat(answer.on()).isEqualTo(LocalDate.parse("2026-03-02"));
        TreatyAnswer.Basis basis = answer.bases().getFirst();
        assertThat(basis.standing()).isEqualTo(new Code("not-recorded"));
        assertThat(basis.mark()).isEqualTo(new Code("derived"));
        assertThat(basis.facts()).anySatisfy(fact -> {
            assertThat(fact.fact()).isEqualTo(new Code("not-on-partial-list"));
            assertThat(fact.state()).isEqualTo(new StateCode("CN"));
            assertThat(fact.source()).isEqualTo(new Label("S02;S05a;S14"));
        });
    }

    @Test
    void isApprovedWhereTheFirstDayIsNotRecordedAndSaysSo() {
        Story early = Story.NONE.at(Story.BEGIN.minusSeconds(400L * 86_400));
        Story approved = early.as("prosecutor.pt", draft("PT", "CL", "ets-185")).as("central-authority.pt", APPROVE);
        assertThat(((RequestApproved) approved.last())
                        .relation()
                        .bases()
                        .getFirst()
                        .standing())
                .isEqualTo(new Code("bound-since-unknown"));
    }

    @Test
    void isNeitherApprovedNorTransmittedWithoutWhatItsInstrumentsAskFor() {
        Story drafted = Story.NONE.as("prosecutor.ng", draft("NG", "GB", "ets-185", "untoc-2000"));
        Refused refused = drafted.refusal("central-authority.ng", APPROVE);
        assertThat(refused.code()).isEqualTo("contents.missing");
        assertThat(refused.details().get("missing"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting(item -> String.valueOf(((Map<?, ?>) item).get("source")))
                .containsExactly(
                        "untoc-2000 18(15)(b)", "untoc-2000 18(15)(c)", "untoc-2000 18(15)(f)", "untoc-2000 18(14)");
        var document = new Document(TEXT, Samples.DIGEST, "en", null);
        Story complete = Story.NONE.as(
                "prosecutor.ng",
                draft("NG", "GB", new Label("fraud"), TEXT, List.of(document), "ets-185", "untoc-2000"));
        assertThat(complete.as("central-authority.ng", APPROVE)
                        .as(
                                "central-authority.ng",
                                new Transmit(ID, People.authority("central-authority.gb"), Samples.COURIER))
                        .status())
                .isEqualTo(MlaStatus.TRANSMITTED);
    }

    @Test
    void isSentBackByTheCodesOfItsOwnInstruments() {
        Story received = Histories.reaching(MlaStatus.ACKNOWLEDGED);
        assertThat(received.as(REQUESTED, missing("tcy-art31-reference")).status())
                .isEqualTo(MlaStatus.RETURNED_INCOMPLETE);
        Refused other = received.refusal(REQUESTED, missing("tcy-art31-reference", "untoc-mla-facts"));
        assertThat(other.code()).isEqualTo("contents.of-another-instrument");
        assertThat(other.fields()).containsExactly("missing[1]");
        assertThat(received.refusal(REQUESTED, missing("ets185-pres-necessity")).code())
                .isEqualTo("contents.for-another-kind");
        assertThat(received.refusal(REQUESTED, missing("a-stamp")).code()).isEqualTo("contents.unknown");
    }

    @Test
    void aGroundForAMeasureThatIsNotAskedForIsNotOpen() {
        Refused refused = Histories.reaching(MlaStatus.ACKNOWLEDGED)
                .refusal(REQUESTED, refuse("ets185-interception-domestic-law", new Label("None was needed")));
        assertThat(refused.code()).isEqualTo("ground.for-another-kind");
        assertThat(refused.source()).isEqualTo("ets-185 34");
    }

    @Test
    void whereConsultationIsLeftToJudgmentTheRefusalSaysWhichOrWhyNone() {
        Story received = Histories.reaching(MlaStatus.ACKNOWLEDGED);
        assertThat(received.refusal(REQUESTED, refuse("ets185-essential-interests", null))
                        .code())
                .isEqualTo("ground.consultation-not-considered");
        assertThat(received.as(REQUESTED, refuse("ets185-essential-interests", new Label("It could change nothing")))
                        .status())
                .isEqualTo(MlaStatus.REFUSED);
    }

    @Test
    void whereConsultationIsADutyOnlyOneThatWasHeldIsEnough() {
        Story received = led("untoc-2000");
        assertThat(received.refusal(REQUESTED, refuse("untoc-legal-system", new Label("None was needed")))
                        .code())
                .isEqualTo("ground.without-consultation");
        Story consulted = received.as(REQUESTED, new OpenConsultation(ID, new Label("legal system"), null))
                .as(REQUESTED, new ConcludeConsultation(ID, TEXT, null, null));
        assertThat(consulted.as(REQUESTED, refuse("untoc-legal-system", null)).status())
                .isEqualTo(MlaStatus.REFUSED);
    }

    @Test
    void toProposeConditionsIsItselfToConsult() {
        var extraordinary = new GroundCode("untoc-extraordinary-costs");
        Story received = led("untoc-2000").as(REQUESTED, new OpenConsultation(ID, new Label("costs"), null));
        assertThat(received.as(REQUESTED, new ProposeConditions(ID, List.of(TEXT), List.of(extraordinary), null))
                        .status())
                .isEqualTo(MlaStatus.UNDER_CONSULTATION);
        assertThat(received.refusal(
                                REQUESTED,
                                new ProposeConditions(ID, List.of(TEXT), List.of(Samples.DUAL_CRIMINALITY), null))
                        .code())
                .isEqualTo("ground.of-another-instrument");
    }

    @Test
    void whatIsImpossibleIsAnOutcomeThatNeedsNoGroundAndTakesNoRefusal() {
        Story running = Histories.reaching(MlaStatus.IN_EXECUTION);
        Story told = running.as(EXECUTING, conclude(LineItemOutcome.IMPOSSIBLE));
        assertThat(told.life().now().items().with(LineItemOutcome.IMPOSSIBLE)).containsExactly(L1);
        assertThat(running.refusal(EXECUTING, conclude(LineItemOutcome.IMPOSSIBLE, "ets185-dual-criminality"))
                        .code())
                .isEqualTo("ground.of-another-category");
    }

    @Test
    void anItemIsRefusedWithReasons() {
        Story running = Histories.reaching(MlaStatus.IN_EXECUTION);
        var silent = new ConcludeLineItem(
                ID,
                Map.of(L1, LineItemOutcome.REFUSED),
                List.of(Samples.DUAL_CRIMINALITY),
                null,
                null,
                Samples.WHY_NO_CONSULTATION);
        assertThat(running.refusal(EXECUTING, silent).code()).isEqualTo("ground.without-reasons");
    }

    @Test
    void aPostponementPutsItsLineItemsOffUntilItIsLifted() {
        var one = new Postpone(
                ID, List.of(Samples.OWN_PROCEEDINGS), List.of(L1), TEXT, Samples.WHY_NO_CONSULTATION, LATER);
        Story postponed = Histories.reaching(MlaStatus.ACKNOWLEDGED).as(REQUESTED, one);
        assertThat(postponed.life().now().items().with(LineItemOutcome.POSTPONED))
                .containsExactly(L1);
        assertThat(postponed.life().now().items().with(LineItemOutcome.OPEN)).containsExactly(L2);
        Story lifted = postponed.as(REQUESTED, new LiftPostponement(ID, null));
        assertThat(lifted.life().now().items().with(LineItemOutcome.OPEN)).containsExactlyInAnyOrder(L1, L2);
    }

    /** A complete request of Portugal to Chile under an instrument, received there. */
    private static Story led(String basis) {
        var document = new Document(TEXT, Samples.DIGEST, "es", null);
        Story sent = Story.NONE
                .as("prosecutor.pt", draft("PT", "CL", new Label("fraud"), TEXT, List.of(document), basis))
                .as("central-authority.pt", APPROVE)
                .as(
                        "central-authority.pt",
                        new Transmit(ID, People.authority("central-authority.cl"), Samples.COURIER));
        return sent.as(REQUESTED, Samples.receipt(sent.now()));
    }

    private static ReturnIncomplete missing(String... codes) {
        return new ReturnIncomplete(
                ID, Arrays.stream(codes).map(ContentCode::new).toList(), LATER, null);
    }

    private static Refuse refuse(String ground, Label consultation) {
        return new Refuse(ID, List.of(new GroundCode(ground)), List.of(), TEXT, consultation, null);
    }

    private static ConcludeLineItem conclude(LineItemOutcome outcome, String... grounds) {
        return new ConcludeLineItem(
                ID,
                Map.of(L1, outcome),
                Arrays.stream(grounds).map(GroundCode::new).toList(),
                TEXT,
                null,
                Samples.WHY_NO_CONSULTATION);
    }

    private static MlaRequestCommand draft(String from, String to, String... bases) {
        return draft(from, to, null, null, List.of(), bases);
    }

    private static Draft draft(
            String from, String to, Label offence, Personal text, List<Document> documents, String... bases) {
        return new Draft(
                ID,
                new StateCode(from),
                new StateCode(to),
                Stream.of(bases).map(InstrumentId::new).toList(),
                Map.of(L1, new Code("traffic"), L2, new Code("content")),
                List.of(),
                List.of(),
                List.of(),
                documents,
                offence,
                text,
                text,
                null,
                false,
                false,
                false,
                null,
                null,
                null);
    }
}
