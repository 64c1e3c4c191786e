package org.comity.law.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.comity.api.StateCode;

/**
 * The days of a State.
 *
 * @param holidaysKnown false if nobody knows its public holidays here
 * @param weekend its days of rest
 * @param holiday the name of the public holiday on a day
 */
public record StateCalendar(
        StateCode state, boolean holidaysKnown, Set<DayOfWeek> weekend, Function<LocalDate, Optional<String>> holiday) {
    public StateCalendar {
        weekend = Set.copyOf(weekend);
    }

    boolean isWeekend(LocalDate day) {
        return weekend.contains(day.getDayOfWeek());
    }

    boolean isWorking(LocalDate day) {
        return !isWeekend(day) && holiday.apply(day).isEmpty();
    }

    /** The first working day on or after a day. */
    LocalDate workingFrom(LocalDate day) {
        LocalDate next = day;
        while (!isWorking(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
