package org.comity.law.deadline;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.comity.api.StateCode;
import org.comity.law.Table;
import org.comity.law.Tables;

/** The calendars of States. Those of jollyday hold nation-wide public holidays; where it has none for a State, that is said. */
public interface Calendars {
    StateCalendar of(StateCode state);

    /** Holidays of jollyday, weekends of the table. */
    static Calendars ofThisRelease() {
        return Jollyday.OF_THIS_RELEASE;
    }

    /** The same calendars with one day more that is a holiday in one State, to ask what would move. */
    default Calendars withHoliday(StateCode state, LocalDate day, String name) {
        return asked -> {
            StateCalendar known = of(asked);
            if (!asked.equals(state)) {
                return known;
            }
            Function<LocalDate, Optional<String>> more = each ->
                    each.equals(day) ? Optional.of(name) : known.holiday().apply(each);
            return new StateCalendar(asked, known.holidaysKnown(), known.weekend(), more);
        };
    }

    /** Days of rest by State, from {@code weekends.csv}; the row {@code *} is for those that have none of their own. */
    static Map<String, Set<DayOfWeek>> weekends(Table table) {
        var weekends = new HashMap<String, Set<DayOfWeek>>();
        for (Table.Row row : table.unique("alpha2").rows()) {
            if (!row.get("alpha2").equals("*")) {
                row.as("alpha2", StateCode::new);
            }
            row.source();
            weekends.put(row.get("alpha2"), EnumSet.copyOf(row.words("days", DayOfWeek.class)));
        }
        if (!weekends.containsKey("*")) {
            throw new IllegalStateException(table.name() + ": has no row for the States that it does not name");
        }
        return Map.copyOf(weekends);
    }

    /** The data of jollyday; each State is read when a day of its is first asked for, since that takes a while. */
    final class Jollyday implements Calendars {
        private static final Calendars OF_THIS_RELEASE = new Jollyday(Tables.current());

        private final Map<String, Set<DayOfWeek>> weekends;
        private final Map<String, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

        Jollyday(Tables tables) {
            weekends = weekends(tables.table("weekends.csv"));
        }

        @Override
        public StateCalendar of(StateCode state) {
            Set<DayOfWeek> weekend = weekends.getOrDefault(state.value(), weekends.getOrDefault("*", Set.of()));
            boolean known = States.KNOWN.contains(state.value());
            return new StateCalendar(
                    state,
                    known,
                    weekend,
                    day -> known
                            ? Optional.ofNullable(year(state, day.getYear()).get(day))
                            : Optional.empty());
        }

        private Map<LocalDate, String> year(StateCode state, int year) {
            return years.computeIfAbsent(state.value() + year, key -> read(state, year));
        }

        private static Map<LocalDate, String> read(StateCode state, int year) {
            var days = new HashMap<LocalDate, String>();
            var manager = HolidayManager.getInstance(
                    ManagerParameters.create(state.value().toLowerCase(Locale.ROOT), new Properties()));
            for (Holiday holiday : manager.getHolidays(Year.of(year))) {
                if (holiday.getType() == HolidayType.PUBLIC_HOLIDAY) {
                    days.put(holiday.getDate(), holiday.getDescription(Locale.ENGLISH));
                }
            }
            return Map.copyOf(days);
        }

        /** Read when the first calendar is asked for. */
        private static final class States {
            static final Set<String> KNOWN = Set.copyOf(HolidayManager.getSupportedCalendarCodes());
        }
    }
}
