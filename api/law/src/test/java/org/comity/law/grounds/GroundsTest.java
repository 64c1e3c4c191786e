package org.comity.law.grounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.comity.law.grounds.Grounds.Kind.MLA;
import static org.comity.law.grounds.Grounds.Kind.PRESERVATION;
import static org.comity.law.grounds.Grounds.Use.CONDITION;
import static org.comity.law.grounds.Grounds.Use.POSTPONEMENT;
import static org.comity.law.grounds.Grounds.Use.REFUSAL;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.comity.api.GroundCode;
import org.comity.api.InstrumentId;
import org.comity.api.Label;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.comity.api.mla.LineItemOutcome;
import org.comity.law.RequestKind;
import org.comity.law.Table;
import org.comity.law.grounds.Circumstances.Offence;
import org.comity.law.grounds.Grounds.Kind;
import org.comity.law.grounds.Grounds.Use;
import org.comity.law.treaty.TreatyFacts;
import org.comity.law.treaty.TreatyRelation.Question;
import org.junit.jupiter.api.Test;

class GroundsTest {
    private static final GroundCode DUAL_CRIMINALITY = new GroundCode("ets185-pres-dual-criminality-reservation");
    private static final List<InstrumentId> BUDAPEST = List.of(new InstrumentId("ets-185"));

    @Test
    void aGroundOfAnOwnInstrumentMayBeGiven() {
        assertThatCode(() -> check("ets185-dual-criminality", REFUSAL, MLA)).doesNotThrowAnyException();
        assertThatCode(() -> check("ets185-postpone-own-proceedings", POSTPONEMENT, MLA))
                .doesNotThrowAnyException();
        assertThatCode(() -> check("ets185-pres-essential-interests", REFUSAL, PRESERVATION))
                .doesNotThrowAnyException();
        assertThatCode(() -> check("ets185-condition-use-limitation", CONDITION, MLA))
                .doesNotThrowAnyException();
    }

    @Test
    void eachMisfitHasARefusalOfItsOwn() {
        assertThat(refusal("ets185-bad-weather", REFUSAL, MLA).code()).isEqualTo("ground.unknown");
        assertThat(refusal("ets185-fiscal-only", REFUSAL, MLA).code()).isEqualTo("ground.forbidden");
        assertThat(refusal("untoc-dual-criminality", REFUSAL, MLA).code()).isEqualTo("ground.of-another-instrument");
        assertThat(refusal("ets185-pres-political-offence", REFUSAL, MLA).code())
                .isEqualTo("ground.for-another-kind");
        assertThat(refusal("ets185-dual-criminality", REFUSAL, PRESERVATION).code())
                .isEqualTo("ground.for-another-kind");
        assertThat(refusal("ets185-postpone-own-proceedings", REFUSAL, MLA).code())
                .isEqualTo("ground.of-another-category");
    }

    @Test
    void aRefusalNamesTheArticle() {
        assertThat(refusal("ets185-postpone-own-proceedings", REFUSAL, MLA).source())
                .isEqualTo("ets-185 27(5)");
    }

    @Test
    void dualCriminalityOfAPreservationNeedsAReservation() {
        Refused refused = refusal("ets185-pres-dual-criminality-reservation", REFUSAL, PRESERVATION);
        assertThat(refused.code()).isEqualTo("ground.without-reservation");
        assertThat(refused.sentence()).contains("no such reservation is recorded");
        assertThat(refused.source()).isEqualTo("ets-185 29(4)");
    }

    @Test
    void onlyFittingGroundsAreOffered() {
        assertThat(Grounds.open(BUDAPEST, REFUSAL, PRESERVATION))
                .extracting(ground -> ground.code().value())
                .containsExactly("ets185-pres-essential-interests", "ets185-pres-political-offence");
    }

    @Test
    void dualCriminalityIsNoGroundForThePreservationOfSc05AsMaltaReservedNothing() {
        var malta = circumstances("NO", "MT", "2026-02-03", Offence.OUTSIDE_THE_CONVENTION);
        assertThat(refusal(DUAL_CRIMINALITY, malta)).isEqualTo("ground.without-reservation");
        assertThat(Grounds.open(malta, REFUSAL)).extracting(Ground::code).doesNotContain(DUAL_CRIMINALITY);
    }

    @Test
    void aPartyThatReservedItMayRefuseForOtherOffencesThanThoseOfTheConvention() {
        var czechia = circumstances("NO", "CZ", "2026-02-03", Offence.OUTSIDE_THE_CONVENTION);
        assertThatCode(() -> Grounds.check(DUAL_CRIMINALITY, "grounds[0]", czechia, Set.of(REFUSAL)))
                .doesNotThrowAnyException();
        assertThat(Grounds.open(czechia, REFUSAL)).extracting(Ground::code).contains(DUAL_CRIMINALITY);
        assertThat(refusal(DUAL_CRIMINALITY, circumstances("NO", "CZ", "2026-02-03", Offence.OF_THE_CONVENTION)))
                .isEqualTo("ground.for-other-offences");
        assertThat(refusal(DUAL_CRIMINALITY, circumstances("NO", "CZ", "2026-02-03", Offence.NOT_STATED)))
                .isEqualTo("ground.for-other-offences");
        assertThat(refusal(DUAL_CRIMINALITY, circumstances("NO", "CZ", "2013-11-30", Offence.OUTSIDE_THE_CONVENTION)))
                .as("the reservation holds from 1 December 2013")
                .isEqualTo("ground.without-reservation");
        assertThat(refusal(DUAL_CRIMINALITY, circumstances("CZ", "NO", "2026-02-03", Offence.OUTSIDE_THE_CONVENTION)))
                .as("the reservation is that of the State that asks")
                .isEqualTo("ground.without-reservation");
    }

    @Test
    void anAdverseStepOwesReasonsWhereTheTextAsksForThem() {
        var refusal = List.of(new GroundCode("ets185-dual-criminality"));
        assertThat(thrown(() -> Grounds.demandReasons(refusal, false)).code()).isEqualTo("ground.without-reasons");
        assertThatCode(() -> Grounds.demandReasons(refusal, true)).doesNotThrowAnyException();
        assertThatCode(() -> Grounds.demandReasons(List.of(new GroundCode("untoc-postpone-own-proceedings")), false))
                .doesNotThrowAnyException();
    }

    @Test
    void consultationComesFirstWhereItIsADuty() {
        var duty = List.of(new GroundCode("untoc-essential-interests"));
        assertThat(thrown(() -> Grounds.demandConsultation(duty, false, new Label("not appropriate")))
                        .code())
                .isEqualTo("ground.without-consultation");
        assertThatCode(() -> Grounds.demandConsultation(duty, true, null)).doesNotThrowAnyException();
        assertThatCode(() -> Grounds.demandConsultation(List.of(new GroundCode("untoc-dual-criminality")), false, null))
                .doesNotThrowAnyException();
    }

    @Test
    void whereConsultationIsAppropriateTheStepSaysWhichOrWhyNone() {
        var judged = List.of(new GroundCode("ets185-essential-interests"));
        assertThat(thrown(() -> Grounds.demandConsultation(judged, false, null)).code())
                .isEqualTo("ground.consultation-not-considered");
        assertThatCode(() -> Grounds.demandConsultation(judged, false, new Label("Could not change the decision")))
                .doesNotThrowAnyException();
        assertThatCode(() -> Grounds.demandConsultation(judged, true, null)).doesNotThrowAnyException();
    }

    @Test
    void whatIsImpossibleIsAnOutcomeAndNoRefusal() {
        var order = Circumstances.plain(
                List.of(new InstrumentId("eu-eio-2014-41")), Set.of(RequestKind.MLA_GENERAL, RequestKind.EIO));
        var unavailable = new GroundCode("eio-measure-unavailable");
        assertThat(refusal(unavailable, order)).isEqualTo("ground.of-another-category");
        assertThatCode(() -> Grounds.check(unavailable, "grounds", order, Set.of(Use.IMPOSSIBILITY)))
                .doesNotThrowAnyException();
        assertThat(refusal(new GroundCode("eio-not-validated"), order)).isEqualTo("ground.of-another-category");
    }

    @Test
    void eachUseSaysWhatBecomesOfTheLineItems() {
        assertThat(REFUSAL.outcome()).contains(LineItemOutcome.REFUSED);
        assertThat(POSTPONEMENT.outcome()).contains(LineItemOutcome.POSTPONED);
        assertThat(Use.IMPOSSIBILITY.outcome()).contains(LineItemOutcome.IMPOSSIBLE);
        assertThat(CONDITION.outcome()).isEmpty();
    }

    @Test
    void aGroundForInterceptionIsNotOpenForStoredData() {
        var stored = Circumstances.plain(BUDAPEST, Set.of(RequestKind.MLA_GENERAL, RequestKind.MLA_STORED_DATA));
        assertThat(refusal(new GroundCode("ets185-interception-domestic-law"), stored))
                .isEqualTo("ground.for-another-kind");
    }

    @Test
    void noForbiddenGroundIsOpenAnywhere() {
        var everywhere = new Circumstances(
                TreatyFacts.ofThisRelease().treaties().stream()
                        .map(treaty -> treaty.id())
                        .toList(),
                Set.of(RequestKind.values()),
                Set.of(),
                Offence.NOT_STATED);
        for (Use use : Use.values()) {
            assertThat(Grounds.open(everywhere, use)).noneMatch(Ground::forbidden);
        }
        assertThat(Table.read("refusal-grounds.csv").rows().stream()
                        .filter(row -> row.get("category").equals("prohibited-ground"))
                        .map(row -> refusal(new GroundCode(row.get("code")), everywhere)))
                .isNotEmpty()
                .containsOnly("ground.forbidden");
    }

    @Test
    void everyGroundThatAChoiceOfAStateOpensExists() {
        assertThat(Table.read("reservations.csv").rows())
                .filteredOn(row -> !row.get("ground").isEmpty())
                .allMatch(row -> Grounds.find(new GroundCode(row.get("ground"))).isPresent());
    }

    private static Circumstances circumstances(String from, String to, String day, Offence offence) {
        var question = new Question(
                new StateCode(from), new StateCode(to), Set.of(RequestKind.PRESERVATION), LocalDate.parse(day));
        return Circumstances.of(TreatyFacts.ofThisRelease(), question, BUDAPEST, offence);
    }

    private static String refusal(GroundCode code, Circumstances in) {
        return thrown(() -> Grounds.check(code, "grounds", in, Set.of(REFUSAL))).code();
    }

    private static Refused thrown(ThrowingCallable step) {
        return Assertions.catchThrowableOfType(Refused.class, step);
    }

    private static void check(String code, Use use, Kind kind) {
        Grounds.check(new GroundCode(code), BUDAPEST, use, kind);
    }

    private static Refused refusal(String code, Use use, Kind kind) {
        return Assertions.catchThrowableOfType(Refused.class, () -> check(code, use, kind));
    }
}
