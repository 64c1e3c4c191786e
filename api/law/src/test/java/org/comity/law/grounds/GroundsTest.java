package org.comity.law.grounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.comity.law.grounds.Grounds.Kind.MLA;
import static org.comity.law.grounds.Grounds.Kind.PRESERVATION;
import static org.comity.law.grounds.Grounds.Use.CONDITION;
import static org.comity.law.grounds.Grounds.Use.POSTPONEMENT;
import static org.comity.law.grounds.Grounds.Use.REFUSAL;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.comity.api.GroundCode;
import org.comity.api.InstrumentId;
import org.comity.api.Refused;
import org.comity.law.grounds.Grounds.Kind;
import org.comity.law.grounds.Grounds.Use;
import org.junit.jupiter.api.Test;

class GroundsTest {
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

    private static void check(String code, Use use, Kind kind) {
        Grounds.check(new GroundCode(code), BUDAPEST, use, kind);
    }

    private static Refused refusal(String code, Use use, Kind kind) {
        return Assertions.catchThrowableOfType(Refused.class, () -> check(code, use, kind));
    }
}
