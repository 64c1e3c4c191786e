package org.comity.query.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.query.web.PageTester.NOW;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.comity.api.StateCode;
import org.comity.api.view.TreatyRelationView;
import org.comity.law.RequestKind;
import org.comity.query.web.BadParameter;
import org.comity.query.web.PageTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LawPagesTest {
    private final PageTester pages = new PageTester(new LawPages(InstantSource.fixed(NOW)));
    private final LawQuestions questions = new LawQuestions(InstantSource.fixed(NOW));

    @Test
    void everyFactUnderAnAnswerIsShownWithSourceAndMark() throws Exception {
        assertThat(get("/law/relation?from=NO&to=CZ&measure=preservation&on=2026-03-02", "en"))
                .contains("Binds both States", "Bound from", "Czechia", "Reservation", "29(4)")
                .contains("May refuse preservation for offences outside articles 2-11")
                .contains("Follows from a sourced fact")
                .doesNotContain("??");
    }

    @Test
    void whatRestsOnMemoryIsVisiblyNotVerified() throws Exception {
        assertThat(get("/law/relation?from=NG&to=GB&measure=mla-general&on=2026-01-20", "en"))
                .contains("From memory", "not verified");
        assertThat(get("/law/relation?from=PT&to=DE&measure=eio&on=2026-01-20", "en"))
                .contains("Binds both States")
                .doesNotContain("not verified");
    }

    @Test
    void aDayToComeIsAnsweredLikeADayGoneBy() {
        assertThat(standing("JP", "CZ", "2013-11-30")).isEqualTo("not-bound");
        assertThat(standing("JP", "CZ", "2030-01-01")).isEqualTo("bound");
    }

    @Test
    void aQuestionWithoutAStateShowsTheFormAlone() throws Exception {
        assertThat(get("/law/relation", "en")).contains("name=\"measure\"").doesNotContain("h-answer");
        assertThat(get("/law/relation?from=PT&to=&measure=preservation", "en")).doesNotContain("h-answer");
    }

    @Test
    void aStateAsksAnother() {
        assertThatThrownBy(() -> LawQuestions.Asked.of("PT", "PT", "preservation", null))
                .isInstanceOf(BadParameter.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "zh", "fr", "ru", "es"})
    void everyLanguageSaysIt(String language) throws Exception {
        assertThat(get("/law/relation?from=NG&to=GB&measure=mla-general&on=2026-01-20", language))
                .doesNotContain("??", "Binds both States");
    }

    private String standing(String from, String to, String day) {
        var asked = new LawQuestions.Asked(
                new StateCode(from), new StateCode(to), RequestKind.PRESERVATION, LocalDate.parse(day));
        List<TreatyRelationView.Basis> bases = questions.relation(asked).bases();
        return bases.stream()
                .filter(basis -> basis.instrument().value().equals("ets-185"))
                .findFirst()
                .orElseThrow()
                .standing()
                .value();
    }

    private String get(String path, String language) throws Exception {
        return pages.get(path, language).getContentAsString();
    }
}
