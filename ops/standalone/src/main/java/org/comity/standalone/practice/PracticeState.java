package org.comity.standalone.practice;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.comity.api.StateCode;
import org.comity.api.directory.LanguageTag;
import org.comity.api.directory.ZoneName;
import org.comity.law.Table;

/**
 * What is true of a State in an otherwise invented directory.
 *
 * @param zone of the seat of its government
 * @param workdays on which its offices open
 * @param languages in which they write, the first one the first
 */
record PracticeState(StateCode state, ZoneName zone, List<DayOfWeek> workdays, List<LanguageTag> languages) {
    /** Every State, in the order of their codes; read when the directory is entered, and never again. */
    static List<PracticeState> all() {
        return PracticeTable.rows("states.csv").stream().map(PracticeState::of).toList();
    }

    private static PracticeState of(Table.Row row) {
        Set<DayOfWeek> workdays = EnumSet.allOf(DayOfWeek.class);
        row.list("weekend", '|').forEach(day -> workdays.remove(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT))));
        return new PracticeState(
                new StateCode(row.get("state")),
                new ZoneName(row.get("zone")),
                List.copyOf(workdays),
                row.list("languages", '|').stream().map(LanguageTag::new).toList());
    }
}
