package org.comity.law.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.comity.api.Code;
import org.comity.api.InstrumentId;
import org.comity.api.StateCode;
import org.comity.law.Mark;
import org.comity.law.RequestKind;
import org.comity.law.Source;
import org.comity.law.deadline.Rule.Bound;
import org.comity.law.deadline.Rule.Counting;
import org.comity.law.deadline.Rule.DayType;
import org.comity.law.deadline.Rule.Length;
import org.comity.law.deadline.Rule.Nature;
import org.comity.law.deadline.Step.Doubt;

/** Every deadline equals that of a counter which knows no arithmetic: it walks over quarters of an hour and over days. */
class ReckoningPropertyTest {
    private static final StateCode STATE = new StateCode("DE");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Lisbon",
            "Asia/Kathmandu",
            "America/Santiago",
            "Pacific/Kiritimati",
            "America/St_Johns",
            "Africa/Casablanca",
            "Pacific/Auckland");

    /** One generated question. */
    private record Case(
            Rule rule,
            int number,
            StateCalendar calendar,
            ZoneId zone,
            Instant start,
            List<Pause> pauses,
            int extension) {}

    @Property(tries = 10_000)
    void equalsTheBruteForceCount(@ForAll long seed) {
        Case asked = generate(new Random(seed));
        Deadline found = new Reckoning(law(asked), situation(asked), asked.rule())
                .reckon()
                .orElseThrow();
        assertThat(Optional.ofNullable(found.due())).as("%s", asked).isEqualTo(count(asked));
        if (asked.rule().counting() == Counting.REGULATION_1182_71
                && asked.rule().length() instanceof Length.Days) {
            assertThat(found.doubts().contains(Doubt.HOLIDAYS_NOT_KNOWN))
                    .isEqualTo(!asked.calendar().holidaysKnown());
        }
    }

    private static Optional<Instant> count(Case c) {
        if (c.rule().counting() == Counting.MOMENT || c.rule().length() instanceof Length.Hours) {
            long quarters = c.rule().length() instanceof Length.Hours ? c.number() * 4L : c.number() * 96L;
            Instant from = c.start();
            if (c.rule().counting() == Counting.REGULATION_1182_71) {
                do {
                    from = from.plus(QUARTER);
                } while (from.getEpochSecond() % 3600 != 0);
            }
            return walk(from, quarters, c)
                    .map(end -> c.extension() == 0 ? end : end.plus(Duration.ofHours(24L * c.extension())));
        }
        LocalDate event = c.start().atZone(c.zone()).toLocalDate();
        boolean working = c.rule().dayType() == DayType.WORKING;
        LocalDate last = event;
        int counted = 0;
        for (LocalDate day = event.plusDays(1); counted < c.number(); day = day.plusDays(1)) {
            if (standsStill(day, c)) {
                if (day.isAfter(event.plusDays(1500))) {
                    return Optional.empty();
                }
            } else if (!working || rests(day, c) == 0) {
                counted++;
                last = day;
            }
        }
        LocalDate end = working ? last : settle(event, last, c.number(), c);
        if (c.extension() != 0) {
            LocalDate from = end;
            for (int i = 0; i < c.extension(); i++) {
                end = end.plusDays(1);
            }
            end = settle(from, end, c.extension(), c);
        }
        return Optional.of(end.plusDays(1).atStartOfDay(c.zone()).toInstant());
    }

    private static LocalDate settle(LocalDate event, LocalDate last, int number, Case c) {
        LocalDate end = last;
        while (rests(end, c) == 1 || (number >= 2 && workingDays(event, end, c) < 2)) {
            end = end.plusDays(1);
        }
        return end;
    }

    private static int workingDays(LocalDate event, LocalDate end, Case c) {
        int working = 0;
        for (LocalDate day = end; day.isAfter(event); day = day.minusDays(1)) {
            working += 1 - rests(day, c);
        }
        return working;
    }

    private static int rests(LocalDate day, Case c) {
        return c.calendar().weekend().contains(day.getDayOfWeek())
                        || c.calendar().holiday().apply(day).isPresent()
                ? 1
                : 0;
    }

    private static boolean standsStill(LocalDate day, Case c) {
        Instant ends = day.plusDays(1).atStartOfDay(c.zone()).toInstant();
        for (Instant at = day.atStartOfDay(c.zone()).toInstant(); at.isBefore(ends); at = at.plus(QUARTER)) {
            if (!c.pauses().isEmpty() && standsStill(at, c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean standsStill(Instant at, Case c) {
        for (Pause pause : c.pauses()) {
            if (!at.isBefore(pause.from()) && (pause.until() == null || at.isBefore(pause.until()))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Instant> walk(Instant from, long quarters, Case c) {
        Instant at = from;
        long left = quarters;
        while (left > 0) {
            if (!standsStill(at, c)) {
                left--;
            }
            at = at.plus(QUARTER);
            if (Duration.between(from, at).toDays() > 1500) {
                return Optional.empty();
            }
        }
        return Optional.of(at);
    }

    private static Case generate(Random random) {
        boolean hours = random.nextInt(4) == 0;
        boolean eu = random.nextInt(3) != 0;
        DayType type = hours ? DayType.CLOCK_HOURS : random.nextBoolean() && eu ? DayType.WORKING : DayType.CALENDAR;
        int number = 1 + random.nextInt(hours ? 120 : random.nextBoolean() ? 7 : 120);
        // around leap days and year ends more often than elsewhere
        LocalDate day = List.of(
                        LocalDate.of(2024, 2, 20),
                        LocalDate.of(2028, 2, 20),
                        LocalDate.of(2026, 12, 20),
                        LocalDate.of(2023, 12, 1).plusDays(random.nextInt(1600)))
                .get(random.nextInt(4))
                .plusDays(random.nextInt(15));
        Instant start = day.atStartOfDay(ZoneId.of("UTC")).toInstant().plus(QUARTER.multipliedBy(random.nextInt(96)));
        var holidays = new HashSet<LocalDate>();
        boolean known = random.nextInt(5) != 0;
        for (int i = random.nextInt(25); known && i > 0; i--) {
            holidays.add(day.plusDays(random.nextInt(160) - 5));
        }
        Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
        for (int i = random.nextInt(3); i > 0; i--) {
            weekend.add(DayOfWeek.of(1 + random.nextInt(7)));
        }
        var pauses = new ArrayList<Pause>();
        for (int i = Math.max(0, random.nextInt(6) - 2); i > 0; i--) {
            Instant from = start.plus(QUARTER.multipliedBy(random.nextInt(96 * 40) - 96L));
            Instant until = random.nextInt(12) == 0 ? null : from.plus(QUARTER.multipliedBy(random.nextInt(96 * 20)));
            pauses.add(new Pause(Pause.Reason.POSTPONEMENT, from, until, Cases.EVENT));
        }
        Rule rule = rule(
                "term",
                hours ? new Length.Hours(Duration.ofHours(number)) : new Length.Days(number),
                type,
                eu ? Counting.REGULATION_1182_71 : Counting.MOMENT,
                Nature.MAXIMUM,
                Set.of());
        return new Case(
                rule,
                number,
                new StateCalendar(
                        STATE,
                        known,
                        weekend,
                        each -> holidays.contains(each) ? Optional.of("a holiday") : Optional.empty()),
                ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
                start,
                pauses,
                random.nextInt(4) == 0 ? 1 + random.nextInt(40) : 0);
    }

    private static Lawbook law(Case c) {
        var rules = new java.util.HashMap<Code, Rule>();
        rules.put(c.rule().code(), c.rule());
        if (c.extension() != 0) {
            Rule longer = rule(
                    "longer",
                    new Length.Days(c.extension()),
                    DayType.CALENDAR,
                    c.rule().counting(),
                    Nature.EXTENSION,
                    Set.of(c.rule().code()));
            rules.put(longer.code(), longer);
        }
        Lawbook real = Lawbook.ofThisRelease();
        return new Lawbook(real.law(), rules, real.countings(), real.treaties(), state -> c.calendar());
    }

    private static Situation situation(Case c) {
        return new Situation(
                Cases.EVENT,
                new StateCode("FR"),
                STATE,
                Set.of(RequestKind.EIO),
                List.of(new InstrumentId("eu-eio-2014-41")),
                Set.of(),
                List.of(Occurrence.of(Milestone.RECEIVED, c.start(), Cases.EVENT)),
                c.pauses(),
                c.extension() == 0 ? List.of() : List.of(new Extension(null, null, c.start(), Cases.EVENT)),
                Map.of(STATE, c.zone()));
    }

    private static Rule rule(
            String code, Length length, DayType type, Counting counting, Nature nature, Set<Code> actsOn) {
        return new Rule(
                new Code(code),
                new InstrumentId("eu-eio-2014-41"),
                "1",
                "A term",
                length,
                type,
                counting,
                nature,
                Set.of(),
                nature == Nature.EXTENSION ? null : Milestone.RECEIVED,
                Set.of(),
                actsOn,
                Set.of(Pause.Reason.POSTPONEMENT),
                Bound.EXECUTING_AUTHORITY,
                "yes: once",
                "",
                "",
                new Source(Mark.SOURCED, "S68"));
    }
}
