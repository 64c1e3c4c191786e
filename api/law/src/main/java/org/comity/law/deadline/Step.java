package org.comity.law.deadline;

import java.time.Instant;
import java.time.LocalDate;
import org.comity.api.Code;

/** One step of the reckoning of a deadline, in a form that a page can say in any language. */
public sealed interface Step {

    /** What could not be settled. */
    enum Doubt {
        /** The text does not say how days are counted. */
        COUNTING_ASSUMED,
        /** The law by which the days are counted is not recorded; the end shown is the earliest. */
        COUNTING_NOT_RECORDED,
        /** No public holidays of the State are known; only its weekends were reckoned with. */
        HOLIDAYS_NOT_KNOWN,
        /** The zone of the authority is not known; days begin and end in universal time. */
        ZONE_NOT_KNOWN,
        /** The rule itself rests on memory. */
        RULE_NOT_VERIFIED
    }

    /** The clock starts. */
    record Started(Occurrence by) implements Step {}

    /** The day of the event does not count. */
    record DayOfEventLeftOut(LocalDate day) implements Step {}

    /** The hour of the event does not count; counting starts with the next. */
    record HourOfEventLeftOut(Instant countedFrom) implements Step {}

    /** A day that does not count: a holiday by its name, a weekend, or a day on which the clock stood still. */
    record DaySkipped(LocalDate day, Why why, String name) implements Step {}

    /** Why a day does not count. */
    enum Why {
        HOLIDAY,
        WEEKEND,
        PAUSE
    }

    /** So many days or hours were counted, up to here. */
    record Counted(long number, boolean hours, Instant until) implements Step {}

    /** The last day is no working day, so the term ends on the next one. */
    record LastDayMoved(LocalDate from, LocalDate to) implements Step {}

    /** The term has fewer than two working days in it, so it ends with the second one. */
    record TwoWorkingDaysGiven(LocalDate from, LocalDate to) implements Step {}

    /** The clock stood still, and the end is later by that time. */
    record Paused(Pause pause) implements Step {}

    /** Somebody else had to act, and this clock runs all the same. */
    record PauseWithoutEffect(Pause pause) implements Step {}

    /** The act states an end of its own, which the rule allows. */
    record EndStated(Instant end) implements Step {}

    /** The act states an end that the rule does not allow; the rule's end stands. */
    record StatedEndNotAllowed(Instant stated, Instant rule) implements Step {}

    /** The term is longer. */
    record Extended(Extension by, Instant until) implements Step {}

    /** A longer time was given than the rule allows; it ends with the limit. */
    record ExtensionCut(Extension by, Code limit, Instant until) implements Step {}

    /** The rule knows no such extension. */
    record ExtensionWithoutEffect(Extension by, NoEffect why) implements Step {}

    /** Why an extension has no effect. */
    enum NoEffect {
        NOT_ALLOWED,
        TOO_LATE,
        ONCE_ONLY
    }

    /** Something happened in time and the clock stopped. */
    record Stopped(Occurrence by) implements Step {}

    /** It happened when the term had ended. */
    record StoppedTooLate(Occurrence by) implements Step {}

    /** A hold stands in the place of the end. */
    record Held(Code by, Occurrence since) implements Step {}

    /** What is due may not be done before this moment. */
    record NotBefore(Instant moment) implements Step {}

    record Doubtful(Doubt doubt) implements Step {}
}
