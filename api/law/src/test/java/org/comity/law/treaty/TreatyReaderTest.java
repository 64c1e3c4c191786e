package org.comity.law.treaty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.comity.law.Table;
import org.comity.law.Tables;
import org.junit.jupiter.api.Test;

class TreatyReaderTest {
    private static final String PARTIES =
            "instrument_id,alpha2,status,signed,ratified_or_acceded,bound_from,bound_until,as_of,verification,source,note\n";

    @Test
    void theTablesOfThisReleaseAreRead() {
        var facts = TreatyFacts.of(Tables.current());
        assertThat(facts.treaties()).hasSize(15);
        assertThat(facts.treaties().stream()
                        .mapToInt(t -> t.provisions().size())
                        .sum())
                .isEqualTo(Table.read("instruments.csv").rows().size());
    }

    @Test
    void anUnknownInstrumentIsRefused() {
        refused("parties.csv", PARTIES + "ets-999,PT,party,,,,,2024-01-01,sourced,S01,\n")
                .hasMessage("parties.csv line 2, column instrument_id: there is no instrument ets-999");
    }

    @Test
    void anUnknownStateIsRefused() {
        refused("parties.csv", PARTIES + "ets-185,XX,party,,,,,2024-01-01,sourced,S01,\n")
                .hasMessageStartingWith("parties.csv line 2, column alpha2: \"XX\"");
    }

    @Test
    void aDayThatDoesNotExistIsRefused() {
        refused("parties.csv", PARTIES + "ets-185,PT,party,,,2023-02-29,,2024-01-01,sourced,S01,\n")
                .hasMessage("parties.csv line 2, column bound_from: \"2023-02-29\" is not a day that exists");
        refused("parties.csv", PARTIES + "ets-185,PT,signatory,2026-13,,,,2024-01-01,sourced,S01,\n")
                .hasMessageContaining("column signed");
    }

    @Test
    void daysInTheWrongOrderAreRefused() {
        refused("parties.csv", PARTIES + "ets-185,PT,party,,2024-05-01,2024-04-01,,2024-06-01,sourced,S01,\n")
                .hasMessageContaining("column bound_from: lies before the ratification");
        refused("parties.csv", PARTIES + "ets-185,PT,party,,,2024-04-01,2024-03-01,2024-06-01,sourced,S01,\n")
                .hasMessageContaining("column bound_until: does not lie after");
    }

    @Test
    void overlappingValidityIsRefusedAndSuccessionIsNot() {
        String first = "ets-185,PT,party,,,2010-01-01,2020-01-01,2024-01-01,sourced,S01,\n";
        refused("parties.csv", PARTIES + first + "ets-185,PT,party,,,2019-12-31,,2024-01-01,sourced,S01,\n")
                .hasMessage("parties.csv line 3, column bound_from: overlaps what line 2 says of the same State");
        assertThat(read("parties.csv", PARTIES + first + "ets-185,PT,party,,,2020-01-01,,2024-01-01,sourced,S01,\n")
                        .treaties())
                .isNotEmpty();
    }

    @Test
    void aDuplicateKeyIsRefused() {
        String row = "ets-185,PT,party,,,2010-01-01,,2024-01-01,sourced,S01,\n";
        refused("parties.csv", PARTIES + row + row)
                .hasMessage("parties.csv line 3, column instrument_id: "
                        + "\"ets-185, PT, party, 2010-01-01\" stands on line 2 already");
    }

    @Test
    void anUnknownMarkIsRefused() {
        refused("parties.csv", PARTIES + "ets-185,PT,party,,,,,2024-01-01,certain,S01,\n")
                .hasMessageContaining("column verification: \"certain\": known words are sourced,");
    }

    @Test
    void aRowWithAValueTooManyIsRefused() {
        refused("parties.csv", PARTIES + "ets-185,PT,party,,,,,2024-01-01,sourced,S01,note,more\n")
                .hasMessage("parties.csv line 2: has 12 values under 11 columns");
    }

    @Test
    void whatIsNotUtf8IsRefusedWithItsLine() {
        byte[] latin = (PARTIES
                        + "ets-185,PT,party,,,,,2024-01-01,sourced,S01,\nets-185,CI,party,,,,,2024-01-01,sourced,S01,Côte\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Table.parse("parties.csv", latin))
                .isInstanceOf(Table.Wrong.class)
                .hasMessage("parties.csv line 3: is not UTF-8");
        assertThatThrownBy(() -> Table.parse("parties.csv", "\uFEFFa,b\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("byte order mark");
    }

    @Test
    void aReservationThatOpensAGroundNamesIt() {
        refused(
                        "reservations.csv",
                        "id,instrument_id,alpha2,kind,article,request_kinds,effect,ground,label,valid_from,valid_until,"
                                + "verification,source\n"
                                + "x,ets-185,PT,reservation,29(4),preservation,opens-ground,,Label,,,sourced,S01\n")
                .hasMessage(
                        "reservations.csv line 2, column ground: a choice that opens a ground names it, and no other does");
    }

    @Test
    void theFaultNamesItsPartsForAListOfErrors() {
        assertThatThrownBy(() -> read("parties.csv", PARTIES + "ets-999,PT,party,,,,,2024-01-01,sourced,S01,\n"))
                .isInstanceOfSatisfying(Table.Wrong.class, wrong -> {
                    assertThat(wrong.table()).isEqualTo("parties.csv");
                    assertThat(wrong.line()).isEqualTo(2);
                    assertThat(wrong.column()).isEqualTo("instrument_id");
                    assertThat(wrong.rule()).isEqualTo("there is no instrument ets-999");
                });
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(String name, String text) {
        return assertThatThrownBy(() -> read(name, text)).isInstanceOf(Table.Wrong.class);
    }

    private static TreatyFacts read(String name, String text) {
        Map<String, Table> tables = new HashMap<>();
        for (String each : new String[] {"instruments.csv", "treaties.csv", "parties.csv", "reservations.csv"}) {
            tables.put(each, Table.read(each));
        }
        tables.put(name, Table.parse(name, text));
        return new TreatyReader(tables::get).read();
    }
}
