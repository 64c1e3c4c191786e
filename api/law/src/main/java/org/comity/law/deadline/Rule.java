package org.comity.law.deadline;

import java.time.Duration;
import java.time.MonthDay;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.comity.api.Code;
import org.comity.api.InstrumentId;
import org.comity.law.Source;
import org.comity.law.Table.Row;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code deadlines.csv}: a clock with what starts and stops it.
 *
 * @param length days, hours or a day of the year; none for a duty without a figure
 * @param when flags of the case that must be set, or with {@code not-} unset
 * @param startsOn none for what hangs on another rule, or never starts
 * @param actsOn the rules that this one extends, holds or warns of
 * @param pauses for what reasons the clock stands still
 * @param extendable the text on extension; empty where there is nothing to extend
 */
public record Rule(
        Code code,
        InstrumentId instrument,
        String article,
        String label,
        @Nullable Length length,
        DayType dayType,
        Counting counting,
        Nature nature,
        Set<String> when,
        @Nullable Milestone startsOn,
        Set<Milestone> stopsOn,
        Set<Code> actsOn,
        Set<Pause.Reason> pauses,
        Bound bound,
        String extendable,
        String effectWhenMissed,
        String remark,
        Source source) {
    private static final Map<Milestone, String> KINDS = new EnumMap<>(Map.of(
            Milestone.RECEIPT_ACKNOWLEDGED, "acknowledgment",
            Milestone.FORMAL_CONFIRMATION_SUBMITTED, "formal-confirmation",
            Milestone.DECIDED, "decision",
            Milestone.RECOGNITION_DECIDED, "decision",
            Milestone.EXECUTED, "execution",
            Milestone.EVIDENCE_TRANSMITTED, "evidence",
            Milestone.EVIDENCE_RECEIPT_CONFIRMED, "evidence-receipt",
            Milestone.INFORMATION_PROVIDED, "answer"));

    /** How long a term is. */
    public sealed interface Length {
        /** So many days; negative if they are counted backwards. */
        record Days(int days) implements Length {}

        record Hours(Duration hours) implements Length {}

        /** Until the end of a day of the year after. */
        record Yearly(MonthDay day) implements Length {}
    }

    /** What sort of days a term is in. */
    public enum DayType {
        CALENDAR,
        /** The text says days and not which; calendar days are assumed. */
        CALENDAR_ASSUMED,
        CALENDAR_BY_LAW_OF_ISSUING_STATE,
        CONSECUTIVE,
        WORKING,
        CLOCK_HOURS,
        AROUND_THE_CLOCK,
        NONE
    }

    /** By which rule days and hours are counted; {@code counting.csv} says where each comes from. */
    public enum Counting {
        MOMENT,
        REGULATION_1182_71,
        LAW_OF_ISSUING_STATE,
        DATE,
        NONE
    }

    /** What a term is for. */
    public enum Nature {
        MINIMUM,
        MAXIMUM,
        MAXIMUM_UNLESS_CONFIRMED,
        FIXED,
        EXTENSION,
        OPEN_ENDED_HOLD,
        STANDSTILL_THEN_DUE,
        TRIGGER,
        WARNING,
        YEARLY,
        BEST_EFFORTS,
        WHERE_PRACTICABLE,
        POLICY_DEFAULT,
        AVAILABILITY,
        NO_FIXED_TERM,
        EXPEDITED_NO_FIGURE,
        RAPIDLY_EXPEDITED_NO_FIGURE,
        IMMEDIATELY_NO_FIGURE,
        WITHOUT_UNDUE_DELAY,
        CONDITIONAL_DUTY,
        PROMPTLY;

        /** True if an end that an act states may be later than the rule's and not earlier. */
        boolean isFloor() {
            return this == MINIMUM || this == TRIGGER;
        }

        /** True if an end that an act states may be earlier than the rule's and not later. */
        boolean isCeiling() {
            return this == MAXIMUM || this == MAXIMUM_UNLESS_CONFIRMED || this == STANDSTILL_THEN_DUE;
        }
    }

    /** Whom the term binds. */
    public enum Bound {
        REQUESTED_STATE,
        REQUESTED_COUNTRY,
        EXECUTING_STATE,
        EXECUTING_AUTHORITY,
        ENFORCING_AUTHORITY,
        NOTIFIED_STATE,
        ADDRESSEE,
        SERVICE_PROVIDER,
        REQUESTING_STATE,
        ISSUING_AUTHORITY,
        MEMBER_STATE,
        BOTH;

        /** True if the act is to be done in the requesting State, whose calendar then counts. */
        public boolean isRequesting() {
            return this == REQUESTING_STATE || this == ISSUING_AUTHORITY || this == MEMBER_STATE;
        }
    }

    public Rule {
        when = Set.copyOf(when);
        stopsOn = Set.copyOf(stopsOn);
        actsOn = Set.copyOf(actsOn);
        pauses = Set.copyOf(pauses);
    }

    static Rule of(Row row) {
        String starts = row.get("starts_on");
        Length length = length(row);
        Counting counting = row.word("counting", Counting.class);
        if ((length == null) != (counting == Counting.NONE)) {
            throw row.wrong("counting", "a length is counted by a rule, and what has no length is not counted");
        }
        if ((length instanceof Length.Yearly) != (counting == Counting.DATE)) {
            throw row.wrong("counting", "a day of the year is a date, and nothing else is");
        }
        Nature nature = row.word("nature", Nature.class);
        Set<Code> actsOn = Set.copyOf(row.list("acts_on", '|').stream()
                .map(code -> row.as("acts_on", ignored -> new Code(code)))
                .toList());
        boolean acts = nature == Nature.EXTENSION || nature == Nature.OPEN_ENDED_HOLD || nature == Nature.WARNING;
        if (acts == actsOn.isEmpty()) {
            throw row.wrong(
                    "acts_on", "an extension, a hold or a warning names the rules it acts on, and no other does");
        }
        DayType type = row.word("day_type", DayType.class);
        if ((type == DayType.CLOCK_HOURS) != (length instanceof Length.Hours)) {
            throw row.wrong("day_type", "hours are clock-hours, and nothing else is");
        }
        return new Rule(
                row.as("code", Code::new),
                row.as("instrument_id", InstrumentId::new),
                row.article(),
                row.get("label"),
                length,
                type,
                counting,
                nature,
                Set.copyOf(row.list("when", '|')),
                starts.isEmpty() ? null : row.word("starts_on", Milestone.class),
                Set.copyOf(row.words("stops_on", Milestone.class)),
                actsOn,
                Set.copyOf(row.words("pauses", Pause.Reason.class)),
                row.word("bound_party", Bound.class),
                row.get("extendable"),
                row.get("effect_when_missed"),
                row.get("remark"),
                row.source());
    }

    private static @Nullable Length length(Row row) {
        String text = row.get("iso8601_duration");
        try {
            if (text.isEmpty()) {
                return null;
            }
            if (text.startsWith("--")) {
                return new Length.Yearly(MonthDay.parse(text));
            }
            if (text.startsWith("PT")) {
                return new Length.Hours(Duration.parse(text));
            }
            Period period = Period.parse(text);
            int days = (int) period.get(ChronoUnit.DAYS);
            if (period.toTotalMonths() == 0 && days != 0) {
                return new Length.Days(days);
            }
        } catch (DateTimeParseException e) {
            // said below, with the place
        }
        throw row.wrong(
                "iso8601_duration", "\"" + text + "\" is neither days (P60D), hours (PT24H) nor a day (--03-31)");
    }

    /** True if a case with these flags falls under the rule. */
    boolean appliesWith(Set<String> flags) {
        return when.stream()
                .allMatch(flag -> flag.startsWith("not-") ? !flags.contains(flag.substring(4)) : flags.contains(flag));
    }

    /** What sort of thing falls due under it, in the words in which lists and reminders tell deadlines apart. */
    public String kind() {
        if (startsOn == Milestone.PRESERVATION_CONFIRMED
                || stopsOn.contains(Milestone.CONFIRMATION_OF_SUBSEQUENT_REQUEST)) {
            return "expiry";
        }
        for (Milestone met : Milestone.values()) {
            String kind = stopsOn.contains(met) ? KINDS.get(met) : null;
            if (kind != null) {
                return kind;
            }
        }
        return "term";
    }

    boolean mayBeExtended() {
        return !extendable.isEmpty() && !extendable.equals("no");
    }

    /** The instrument and its article, as pages quote it. */
    public String citation() {
        return instrument + " " + article;
    }
}
