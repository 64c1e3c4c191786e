package org.comity.law.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.comity.api.Code;
import org.comity.api.ContentCode;
import org.comity.api.Digest;
import org.comity.api.Document;
import org.comity.api.InstrumentId;
import org.comity.api.Label;
import org.comity.api.LineItemId;
import org.comity.api.Personal;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.comity.api.mla.MlaContents;
import org.comity.api.preservation.PreservationContents;
import org.comity.law.RequestKind;
import org.comity.law.Table;
import org.comity.law.contents.Checklist.Entry;
import org.comity.law.contents.Checklist.State;
import org.junit.jupiter.api.Test;

class ChecklistTest {
    private static final Personal TEXT = new Personal(new UUID(0, 1), new UUID(0, 2), "sealed");
    private static final Document ENGLISH = new Document(TEXT, new Digest("sha-256:" + "0".repeat(64)), "en", null);

    @Test
    void aPreservationOwesTheItemsOfItsTreatyAndNoMore() {
        Checklist list = Checklist.of(preservation(null, null, null, null));
        assertThat(list.entries())
                .extracting(entry -> entry.item().code().value())
                .containsExactly(
                        "ets185-pres-authority",
                        "ets185-pres-offence-and-facts",
                        "ets185-pres-data-and-link",
                        "ets185-pres-custodian-or-location",
                        "ets185-pres-necessity",
                        "ets185-pres-intent-to-follow-up");
        assertThat(list.missing())
                .extracting(entry -> entry.item().citation())
                .containsExactly("ets-185 29(2)(b)", "ets-185 29(2)(c)", "ets-185 29(2)(e)", "ets-185 29(2)(f)");
        assertThat(list.met()).isEqualTo(1);
        assertThat(list.owed()).isEqualTo(5);
    }

    @Test
    void aCompletePreservationLacksNothingAndMayNotKnowTheCustodian() {
        Checklist list = Checklist.of(preservation(new Label("Fraud"), TEXT, TEXT, LocalDate.parse("2026-04-01")));
        assertThat(list.missing()).isEmpty();
        assertThat(list.met()).isEqualTo(list.owed()).isEqualTo(5);
        assertThat(state(list, "ets185-pres-custodian-or-location")).isEqualTo(State.LEFT_OUT);
        list.demandComplete();
    }

    @Test
    void whatIsMissingIsNamedWithItsArticle() {
        Refused refused = catchThrowableOfType(
                Refused.class, () -> Checklist.of(preservation(new Label("Fraud"), TEXT, null, null))
                        .demandComplete());
        assertThat(refused.code()).isEqualTo("contents.missing");
        assertThat(refused.source()).isEqualTo("ets-185 29(2)(e)");
        assertThat(refused.details().get("missing"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(Map.of(
                        "code", "ets185-pres-intent-to-follow-up",
                        "label", "Statement that an MLA request for search, seizure or disclosure will follow",
                        "source", "ets-185 29(2)(f)",
                        "verification", "sourced"));
    }

    @Test
    void aRequestUnderTheBudapestConventionAloneOwesNothingByTheTreaty() {
        assertThat(Checklist.of(mla(List.of("ets-185"), null, null, List.of())).missing())
                .isEmpty();
        assertThat(Checklist.forms(bases("ets-185"), Set.of(RequestKind.MLA_STORED_DATA)))
                .hasSize(10);
    }

    @Test
    void twoInstrumentsAddTheirLists() {
        Checklist list = Checklist.of(mla(List.of("ets-185", "untoc-2000"), null, null, List.of()));
        assertThat(list.missing())
                .extracting(entry -> entry.item().code().value())
                .containsExactly(
                        "untoc-mla-subject-nature-and-conducting-authority",
                        "untoc-mla-facts",
                        "untoc-mla-purpose",
                        "untoc-mla-form-and-language");
        Checklist whole = Checklist.of(mla(List.of("untoc-2000"), new Label("Fraud"), TEXT, List.of(ENGLISH)));
        assertThat(whole.missing()).isEmpty();
        assertThat(state(whole, "untoc-mla-person")).isEqualTo(State.LEFT_OUT);
        assertThat(state(whole, "untoc-mla-oral-confirmation")).isEqualTo(State.TO_CONSIDER);
    }

    @Test
    void whatADraftHasNoComponentForIsForAPersonAndNeverMissing() {
        for (Item item : Checklist.items(
                Table.read("treaties.csv").rows().stream()
                        .map(row -> new InstrumentId(row.get("id")))
                        .toList(),
                Set.of(RequestKind.values()))) {
            if (item.metBy().isEmpty()) {
                assertThat(Checklist.of(List.of(item), Set.of(), Set.of("always"))
                                .missing())
                        .as(item.code().value())
                        .isEmpty();
            }
        }
    }

    @Test
    void aRequestIsSentBackOnlyForWhatItsInstrumentsAskFor() {
        Set<RequestKind> kinds = Set.of(RequestKind.MLA_GENERAL, RequestKind.MLA_STORED_DATA);
        Checklist.check(new ContentCode("untoc-mla-facts"), "missing[0]", bases("untoc-2000"), kinds);
        assertThat(refusal("untoc-mla-facts", "ets-185", kinds)).isEqualTo("contents.of-another-instrument");
        assertThat(refusal("ets185-pres-necessity", "ets-185", kinds)).isEqualTo("contents.for-another-kind");
        assertThat(refusal("no-such-item", "ets-185", kinds)).isEqualTo("contents.unknown");
        Checklist.check(new ContentCode("tcy-art31-reference"), "missing[0]", bases("ets-185"), kinds);
    }

    @Test
    void aRowThatCannotBeReadIsRefusedWithItsPlace() {
        String header = "code,instrument_id,article,sub_paragraph,request_kind,label,obligation,when,met_by,block,"
                + "verification,source\n";
        assertThatThrownBy(
                        () -> read(header + "x,ets-185,29,2,preservation,L,required,,sunshine,request,sourced,S62\n"))
                .hasMessageContaining("line 2, column met_by: \"sunshine\"");
        assertThatThrownBy(() ->
                        read(header + "x,ets-185,29,2,preservation,L,required,urgent,facts,request,sourced,S62\n"))
                .hasMessageContaining("column when");
        String row = "x,ets-185,29,2,preservation,L,required,,facts,request,sourced,S62\n";
        assertThatThrownBy(() -> read(header + row + row)).hasMessageContaining("line 3, column code");
    }

    private static void read(String text) {
        Checklist.read(Table.parse("required-contents.csv", text));
    }

    private static State state(Checklist list, String code) {
        return list.entries().stream()
                .filter(entry -> entry.item().code().value().equals(code))
                .map(Entry::state)
                .findFirst()
                .orElseThrow();
    }

    private static String refusal(String code, String base, Set<RequestKind> kinds) {
        return catchThrowableOfType(
                        Refused.class, () -> Checklist.check(new ContentCode(code), "missing[0]", bases(base), kinds))
                .code();
    }

    private static List<InstrumentId> bases(String base) {
        return List.of(new InstrumentId(base));
    }

    private static PreservationContents preservation(
            Label offence, Personal facts, Personal reason, LocalDate followUpBy) {
        return new PreservationContents(
                new StateCode("PT"),
                new StateCode("CL"),
                bases("ets-185"),
                Map.of(new LineItemId("L1"), new Code("traffic")),
                List.of(),
                List.of(),
                List.of(),
                offence,
                facts,
                null,
                reason,
                false,
                false,
                false,
                null,
                null,
                List.of(),
                followUpBy,
                null,
                null);
    }

    private static MlaContents mla(List<String> bases, Label offence, Personal text, List<Document> documents) {
        return new MlaContents(
                new StateCode("NG"),
                new StateCode("GB"),
                bases.stream().map(InstrumentId::new).toList(),
                Map.of(new LineItemId("L1"), new Code("subscriber")),
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
