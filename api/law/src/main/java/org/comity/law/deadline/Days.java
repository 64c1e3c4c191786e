package org.comity.law.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.comity.law.deadline.Step.Why;
import org.jspecify.annotations.Nullable;

/** Counts days and hours. Each method notes its steps, and returns nothing if the clock stands still when the count would go on. */
final class Days {
    private final StateCalendar calendar;
    private final ZoneId zone;
    private final List<Pause> pauses;
    private final List<Step> steps;

    Days(StateCalendar calendar, ZoneId zone, List<Pause> pauses, List<Step> steps) {
        this.calendar = calendar;
        this.zone = zone;
        this.pauses = pauses.stream()
                .filter(Pause::lasted)
                .sorted(Comparator.comparing(Pause::from))
                .toList();
        this.steps = steps;
    }

    /** The end of a span from an instant, later by the time in which the clock stood still. */
    @Nullable
    Instant span(Instant from, Duration length) {
        Instant end = from.plus(length);
        Instant stoodUntil = from;
        for (Pause pause : pauses) {
            if (!pause.from().isBefore(end)) {
                break;
            }
            Instant begins = pause.from().isBefore(stoodUntil) ? stoodUntil : pause.from();
            if (pause.until() == null) {
                steps.add(new Step.Paused(pause));
                return null;
            }
            if (pause.until().isAfter(begins)) {
                end = end.plus(Duration.between(begins, pause.until()));
                stoodUntil = pause.until();
                steps.add(new Step.Paused(pause));
            }
        }
        return end;
    }

    /** Hours of Regulation 1182/71: the hour in which the event lies is left out. Source: art. 3(1). */
    @Nullable
    Instant hours(Instant event, Duration length) {
        Instant from = event.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        steps.add(new Step.HourOfEventLeftOut(from));
        return span(from, length);
    }

    LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The first instant after a day. */
    Instant after(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The day on which so many days are counted, the day after {@code event} being the first. */
    @Nullable
    LocalDate count(LocalDate event, int number, boolean working) {
        LocalDate day = event;
        for (int counted = 0; counted < number; ) {
            day = day.plusDays(1);
            Pause pause = on(day);
            if (pause != null) {
                if (pause.until() == null) {
                    steps.add(new Step.Paused(pause));
                    return null;
                }
                steps.add(new Step.DaySkipped(day, Why.PAUSE, ""));
            } else if (!working || works(day)) {
                counted++;
            }
        }
        return day;
    }

    /** Where a term in calendar days ends that would end on a day. Source: Regulation 1182/71 art. 3(4)-(5). */
    LocalDate settled(LocalDate event, LocalDate last, int number) {
        LocalDate end = last;
        while (!works(end)) {
            end = end.plusDays(1);
        }
        if (!end.equals(last)) {
            steps.add(new Step.LastDayMoved(last, end));
        }
        if (number < 2) {
            return end;
        }
        var working = new ArrayList<LocalDate>();
        for (LocalDate day = event.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            if (calendar.isWorking(day)) {
                working.add(day);
            }
        }
        LocalDate second = end;
        for (int missing = 2 - working.size(); missing > 0; missing--) {
            second = calendar.workingFrom(second.plusDays(1));
        }
        if (!second.equals(end)) {
            steps.add(new Step.TwoWorkingDaysGiven(end, second));
        }
        return second;
    }

    private boolean works(LocalDate day) {
        if (calendar.isWeekend(day)) {
            steps.add(new Step.DaySkipped(day, Why.WEEKEND, ""));
            return false;
        }
        var holiday = calendar.holiday().apply(day);
        holiday.ifPresent(name -> steps.add(new Step.DaySkipped(day, Why.HOLIDAY, name)));
        return holiday.isEmpty();
    }

    /** The pause that takes some part of a day. */
    private @Nullable Pause on(LocalDate day) {
        Instant begins = day.atStartOfDay(zone).toInstant();
        Instant ends = after(day);
        return pauses.stream()
                .filter(pause -> pause.from().isBefore(ends)
                        && (pause.until() == null || pause.until().isAfter(begins)))
                .max(Comparator.comparing(pause -> pause.until() == null ? Instant.MAX : pause.until()))
                .orElse(null);
    }
}
