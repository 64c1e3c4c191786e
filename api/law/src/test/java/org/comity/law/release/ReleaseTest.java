package org.comity.law.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.comity.law.Table;
import org.comity.law.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseTest {
    @Test
    void theTablesOfThisReleaseFitEachOther() {
        assertThatCode(() -> Release.check(Tables.current())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "parties.csv;          ets-185,PT;      ets-999,PT;                      instrument_id; there is no instrument ets-999",
                "required-contents.csv;given,request,sourced; gifts,request,sourced;     met_by;        gifts",
                "required-contents.csv;untoc-mla-facts,untoc-2000; untoc-mla-facts,untoc-200; instrument_id; there is no instrument untoc-200",
                "refusal-grounds.csv;  refusal,;        rebuttal,;                       category;      rebuttal",
                "refusal-grounds.csv;  untoc-legal-system,untoc-2000; untoc-legal-system,untoc-1; instrument_id; there is no instrument untoc-1",
                "reservations.csv;     ets185-pres-dual-criminality-reservation; ets185-pres-no-such; ground; there is no ground ets185-pres-no-such",
                "reservations.csv;     ets185-pres-dual-criminality-reservation; ets185-dual-criminality; ground; is not opened by a choice",
                "reservations.csv;     2013-12-01;      2013-12-32;                      valid_from;    is not a day that exists",
                "deadlines.csv;        ,ets-185,;       ,ets-18,;                        instrument_id; there is no instrument ets-18",
                "weekends.csv;         thursday|friday; thursday|freitag;                days;          freitag",
                "transitions-mla.csv;  draft,;          daft,;                           ;              daft",
                "refusal-grounds.csv;  S03;             S0333;                           source;        there is no source S0333"
            })
    void whatIsWrongIsNamedWithFileLineAndColumn(String table, String right, String wrong, String column, String rule) {
        String text = Tables.current().text(table);
        assertThat(text).contains(right);

        Table.Wrong found = refused(table, text.replaceFirst(Pattern.quote(right), wrong));

        assertThat(found.table()).isEqualTo(table);
        assertThat(found.line()).isPositive();
        assertThat(found.getMessage()).contains(table + " line " + found.line()).contains(rule);
        if (column != null) {
            assertThat(found.column()).isEqualTo(column);
        }
    }

    @Test
    void anotherEncodingAndADoubleKeyAreRefused() {
        byte[] latin =
                Tables.current().text("parties.csv").replaceFirst("PT", "Côte").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(
                                Table.Wrong.class,
                                () -> Release.check(Tables.current().with("parties.csv", latin)))
                        .rule())
                .isEqualTo("is not UTF-8");
        String sources = Tables.current().text("sources.csv");
        String first = sources.lines().skip(1).findFirst().orElseThrow();
        assertThat(refused("sources.csv", sources + first + "\n").rule()).contains("stands on line 2 already");
    }

    private static Table.Wrong refused(String table, String text) {
        Tables tables = Tables.current().with(table, text.getBytes(StandardCharsets.UTF_8));
        Table.Wrong wrong = catchThrowableOfType(Table.Wrong.class, () -> Release.check(tables));
        assertThat(wrong).isNotNull();
        return wrong;
    }
}
