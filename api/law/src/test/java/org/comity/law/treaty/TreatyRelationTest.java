package org.comity.law.treaty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.law.RequestKind.EMERGENCY_DISCLOSURE;
import static org.comity.law.RequestKind.MLA_STORED_DATA;
import static org.comity.law.RequestKind.PRESERVATION;
import static org.comity.law.RequestKind.SUBSCRIBER_DIRECT_ORDER;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.api.InstrumentId;
import org.comity.api.Kebab;
import org.comity.api.StateCode;
import org.comity.law.Mark;
import org.comity.law.RequestKind;
import org.comity.law.Source;
import org.comity.law.Table;
import org.comity.law.treaty.Because.What;
import org.comity.law.treaty.TreatyFact.Denounced;
import org.comity.law.treaty.TreatyFact.InForce;
import org.comity.law.treaty.TreatyFact.Membership;
import org.comity.law.treaty.TreatyFact.Status;
import org.comity.law.treaty.TreatyRelation.Answer;
import org.comity.law.treaty.TreatyRelation.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TreatyRelationTest {
    private static final TreatyFacts FACTS = TreatyFacts.ofThisRelease();
    private static final InstrumentId BUDAPEST = new InstrumentId("ets-185");
    private static final InstrumentId PROTOCOL = new InstrumentId("cets-224");
    private static final Source NOTE = new Source(Mark.SOURCED, "a depositary notification");

    static Stream<Table.Row> golden() throws IOException {
        try (var in = Objects.requireNonNull(
                TreatyRelationTest.class.getResourceAsStream("/law/treaty-relation-golden.csv"))) {
            return Table.parse("treaty-relation-golden.csv", in.readAllBytes()).rows().stream();
        }
    }

    @Test
    void theGoldenSetIsOfAtLeastSixtyQuestions() throws IOException {
        assertThat(golden().map(row -> row.get("no")).distinct()).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("golden")
    void answersWithTheFactsThatWereDerivedByHand(Table.Row row) {
        var question = new Question(
                new StateCode(row.get("requesting")),
                new StateCode(row.get("requested")),
                Set.of(Kebab.constant(RequestKind.class, row.get("kind"))),
                LocalDate.parse(row.get("day")));
        Answer answer = TreatyRelation.of(FACTS, question, new InstrumentId(row.get("instrument")))
                .orElseThrow();
        assertThat(Kebab.of(answer.standing())).as(row.get("why")).isEqualTo(row.get("standing"));
        assertThat(answer.facts().stream()
                        .filter(fact -> fact.what() != What.PROVISION)
                        .map(Because::toString))
                .containsExactlyElementsOf(row.list("facts", '|'));
        assertThat(answer.facts().stream()
                        .filter(fact -> fact.what() == What.PROVISION)
                        .map(Because::detail)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(row.get("articles"));
    }

    @Test
    void whatComesFirstBetweenTwoStatesStandsFirstAndTheGeneralTreatyGivesWay() {
        var relation = ask("FR", "DE", MLA_STORED_DATA, "2026-11-01");
        assertThat(relation.binding()).extracting(InstrumentId::value).containsExactly("eu-eio-2014-41", "ets-185");
        assertThat(answer(relation, BUDAPEST).facts())
                .extracting(Because::toString)
                .contains("gives-way-to eu-eio-2014-41 by 27(1) [sourced S02;S05a;S14]");
    }

    @Test
    void courtesyIsLeftWhereNothingBinds() {
        var relation = ask("CN", "RU", MLA_STORED_DATA, "2026-11-01");
        assertThat(relation.binding()).isEmpty();
        assertThat(relation.answers().getLast().instrument().value()).isEqualTo("reciprocity");
        assertThat(ask("PT", "CL", PRESERVATION, "2026-11-01").answers())
                .extracting(answer -> answer.instrument().value())
                .doesNotContain("reciprocity", "nat-gh", "nat-us", "policy");
    }

    @Test
    void onlyARecordedNotBoundRefusesAndDoubtWarns() {
        assertThat(Standing.values()).filteredOn(Standing::refuses).containsExactly(Standing.NOT_BOUND);
        assertThat(Standing.values())
                .filteredOn(Standing::warns)
                .containsExactly(Standing.BOUND_SINCE_UNKNOWN, Standing.NOT_RECORDED);
    }

    @Test
    void anAnswerIsAsWellFoundedAsItsWeakestFact() {
        assertThat(answer(ask("AL", "AM", MLA_STORED_DATA, "2026-01-20"), BUDAPEST)
                        .mark())
                .isEqualTo(Mark.SOURCED);
        assertThat(answer(ask("NG", "GB", MLA_STORED_DATA, "2026-01-20"), BUDAPEST)
                        .mark())
                .isEqualTo(Mark.MEMORY_CORROBORATED);
    }

    @Test
    void aRatificationOnALaterDayChangesAnswersFromThatDayOnAndNoneBefore() {
        var more = FACTS.and(List.of(new Membership(
                BUDAPEST,
                new StateCode("IE"),
                Status.PARTY,
                LocalDate.parse("2026-12-10"),
                LocalDate.parse("2027-04-01"),
                null,
                LocalDate.parse("2026-12-10"),
                NOTE)));
        assertThat(standing(more, "IE", "AL", PRESERVATION, "2027-03-31", BUDAPEST))
                .isEqualTo(Standing.NOT_BOUND);
        assertThat(standing(more, "IE", "AL", PRESERVATION, "2027-04-01", BUDAPEST))
                .isEqualTo(Standing.BOUND);
        assertThat(standing(FACTS, "IE", "AL", PRESERVATION, "2027-04-01", BUDAPEST))
                .isEqualTo(Standing.NOT_BOUND);
    }

    @Test
    void whoLeavesIsBoundUntilTheDayOfLeavingAndWhoComesBackAnew() {
        var left =
                FACTS.and(List.of(new Denounced(BUDAPEST, new StateCode("AM"), LocalDate.parse("2027-01-01"), NOTE)));
        assertThat(standing(left, "AL", "AM", PRESERVATION, "2026-12-31", BUDAPEST))
                .isEqualTo(Standing.BOUND);
        assertThat(standing(left, "AL", "AM", PRESERVATION, "2027-01-01", BUDAPEST))
                .isEqualTo(Standing.NOT_BOUND);
        assertThat(TreatyRelation.of(left, question("AL", "AM", PRESERVATION, "2027-01-01"), BUDAPEST)
                        .orElseThrow()
                        .facts())
                .extracting(Because::what)
                .contains(What.BOUND_UNTIL);
    }

    @Test
    void theFirstPartiesAreBoundOnTheDayOfEntryIntoForce() {
        var inForce = FACTS.and(List.of(new InForce(PROTOCOL, LocalDate.parse("2027-03-01"), NOTE)));
        assertThat(standing(inForce, "HU", "RS", EMERGENCY_DISCLOSURE, "2027-02-28", PROTOCOL))
                .isEqualTo(Standing.NOT_BOUND);
        assertThat(standing(inForce, "HU", "RS", EMERGENCY_DISCLOSURE, "2027-03-01", PROTOCOL))
                .isEqualTo(Standing.BOUND);
        assertThat(standing(inForce, "HU", "PT", EMERGENCY_DISCLOSURE, "2027-03-01", PROTOCOL))
                .isEqualTo(Standing.NOT_BOUND);
        assertThat(standing(inForce, "HU", "JP", SUBSCRIBER_DIRECT_ORDER, "2027-03-01", PROTOCOL))
                .as("Japan reserved article 7")
                .isEqualTo(Standing.NOT_BOUND);
    }

    @Test
    void aReservationOpensItsGroundToTheStateThatMadeItOnly() {
        var bases = List.of(BUDAPEST);
        var asked = TreatyRelation.of(FACTS, question("JP", "CZ", PRESERVATION, "2026-05-01"), bases);
        assertThat(TreatyRelation.reserved(asked, new StateCode("CZ")))
                .extracting(Object::toString)
                .containsExactly("ets185-pres-dual-criminality-reservation");
        var asking = TreatyRelation.of(FACTS, question("CZ", "JP", PRESERVATION, "2026-05-01"), bases);
        assertThat(TreatyRelation.reserved(asking, new StateCode("JP"))).isEmpty();
    }

    @Test
    void aFactThatContradictsARecordedOneIsRefused() {
        var again = new Membership(
                BUDAPEST,
                new StateCode("AL"),
                Status.PARTY,
                null,
                LocalDate.parse("2020-01-01"),
                null,
                LocalDate.parse("2026-12-10"),
                NOTE);
        assertThatThrownBy(() -> FACTS.and(List.of(again))).hasMessageContaining("overlaps");
        assertThatThrownBy(() -> FACTS.and(
                        List.of(new InForce(new InstrumentId("no-such"), LocalDate.parse("2020-01-01"), NOTE))))
                .hasMessageContaining("no instrument no-such");
    }

    private static TreatyRelation ask(String from, String to, RequestKind kind, String day) {
        return TreatyRelation.of(FACTS, question(from, to, kind, day));
    }

    private static Standing standing(
            TreatyFacts facts, String from, String to, RequestKind kind, String day, InstrumentId instrument) {
        return TreatyRelation.of(facts, question(from, to, kind, day), instrument)
                .orElseThrow()
                .standing();
    }

    private static Answer answer(TreatyRelation relation, InstrumentId instrument) {
        return relation.answers().stream()
                .filter(answer -> answer.instrument().equals(instrument))
                .findFirst()
                .orElseThrow();
    }

    private static Question question(String from, String to, RequestKind kind, String day) {
        return new Question(new StateCode(from), new StateCode(to), Set.of(kind), LocalDate.parse(day));
    }
}
