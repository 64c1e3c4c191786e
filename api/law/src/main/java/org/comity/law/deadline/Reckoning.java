package org.comity.law.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.comity.api.StateCode;
import org.comity.law.deadline.Deadline.Phase;
import org.comity.law.deadline.Rule.Counting;
import org.comity.law.deadline.Rule.DayType;
import org.comity.law.deadline.Rule.Length;
import org.comity.law.deadline.Rule.Nature;
import org.comity.law.deadline.Step.Doubt;
import org.comity.law.deadline.Step.Doubtful;
import org.comity.law.deadline.Step.NoEffect;
import org.jspecify.annotations.Nullable;

/** The reckoning of one clock of one request: from its start over pauses, extensions and holds to its end. */
final class Reckoning {
    /** What ends a request whatever its clocks say. */
    private static final Set<Milestone> ENDINGS = EnumSet.of(Milestone.REFUSED, Milestone.WITHDRAWN);

    private final Lawbook law;
    private final Situation situation;
    private final Rule rule;
    private final StateCode state;
    private final List<Step> steps = new ArrayList<>();
    private final Days days;
    private @Nullable Instant due;
    private @Nullable LocalDate lastDay;
    private boolean paused;

    Reckoning(Lawbook law, Situation situation, Rule rule) {
        this.law = law;
        this.situation = situation;
        this.rule = rule;
        this.state = rule.bound().isRequesting() ? situation.requesting() : situation.requested();
        this.days = new Days(
                law.calendars().of(state),
                countsDays() ? situation.zones().getOrDefault(state, ZoneOffset.UTC) : ZoneOffset.UTC,
                situation.pauses().stream()
                        .filter(pause -> rule.pauses().contains(pause.reason()))
                        .toList(),
                steps);
    }

    /** The deadline under the rule; empty if its clock has not started. */
    Optional<Deadline> reckon() {
        return situation.occurrences().stream()
                .filter(occurrence -> occurrence.what() == rule.startsOn())
                .max(Comparator.comparing(Occurrence::at))
                .map(this::from);
    }

    /** The same clock counted from another moment, such as the end of a term for what warns of it. */
    Deadline backwards(Occurrence end) {
        steps.add(new Step.Started(end));
        if (rule.length() instanceof Length.Days back) {
            due = end.at().plus(Duration.ofDays(back.days()));
            steps.add(new Step.Counted(back.days(), false, due));
        }
        return deadline(Phase.RUNNING, end, null);
    }

    private Deadline from(Occurrence start) {
        steps.add(new Step.Started(start));
        if (!rule.source().mark().isVerified()) {
            steps.add(new Doubtful(Doubt.RULE_NOT_VERIFIED));
        }
        situation.pauses().stream()
                .filter(pause -> !rule.pauses().contains(pause.reason())
                        && !pause.from().isBefore(start.at())
                        && rule.length() != null)
                .forEach(pause -> steps.add(new Step.PauseWithoutEffect(pause)));
        if (rule.length() == null && start.statedEnd() == null) {
            Occurrence stop = firstStop(start);
            if (stop != null) {
                steps.add(new Step.Stopped(stop));
            }
            return deadline(stop == null ? Phase.WITHOUT_FIGURE : Phase.MET, start, stop);
        }
        if (rule.length() != null) {
            count(start.at(), rule.length());
        }
        stated(start);
        situation.extensions().stream()
                .sorted(Comparator.comparing(Extension::at))
                .forEach(this::extend);
        standstill(start);
        return ended(start, firstStop(start));
    }

    private void count(Instant start, Length length) {
        switch (length) {
            case Length.Days term -> days(start, term.days());
            case Length.Hours term -> {
                due = rule.counting() == Counting.REGULATION_1182_71
                        ? days.hours(start, term.hours())
                        : days.span(start, term.hours());
                counted(term.hours().toHours(), true);
            }
            case Length.Yearly term -> {
                lastDay = term.day().atYear(days.dayOf(start.minusNanos(1)).getYear() + 1);
                due = days.after(lastDay);
                counted(1, false);
            }
        }
        paused = due == null;
    }

    private void days(Instant start, int number) {
        if (!countsDays()) {
            if (rule.counting() == Counting.LAW_OF_ISSUING_STATE) {
                steps.add(new Doubtful(Doubt.COUNTING_NOT_RECORDED));
            } else if (rule.dayType() == DayType.CALENDAR_ASSUMED) {
                steps.add(new Doubtful(Doubt.COUNTING_ASSUMED));
            }
            due = days.span(start, Duration.ofDays(number));
            counted(number, false);
            return;
        }
        if (!situation.zones().containsKey(state)) {
            steps.add(new Doubtful(Doubt.ZONE_NOT_KNOWN));
        }
        if (!law.calendars().of(state).holidaysKnown()) {
            steps.add(new Doubtful(Doubt.HOLIDAYS_NOT_KNOWN));
        }
        LocalDate event = days.dayOf(start);
        steps.add(new Step.DayOfEventLeftOut(event));
        boolean working = rule.dayType() == DayType.WORKING;
        LocalDate last = days.count(event, number, working);
        if (last != null) {
            lastDay = working ? last : days.settled(event, last, number);
            due = days.after(lastDay);
            counted(number, false);
        }
    }

    private void counted(long number, boolean hours) {
        if (due != null) {
            steps.add(new Step.Counted(number, hours, due));
        }
    }

    private boolean countsDays() {
        return rule.counting() == Counting.REGULATION_1182_71 && !(rule.length() instanceof Length.Hours);
    }

    /** An act may state its own end: later than a minimum, earlier than a maximum; where the rule is neither, the act decides. */
    private void stated(Occurrence start) {
        Instant stated = start.statedEnd();
        if (stated == null || paused || stated.equals(due)) {
            return;
        }
        // terms in days are compared by days: an hour lost between two clocks is no breach
        boolean wrong = due != null
                && (rule.nature().isFloor()
                        ? day(stated).isBefore(day(due))
                        : rule.nature().isCeiling() && day(stated).isAfter(day(due)));
        if (wrong && due != null) {
            steps.add(new Step.StatedEndNotAllowed(stated, due));
        } else {
            end(stated);
            steps.add(new Step.EndStated(stated));
        }
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void extend(Extension extension) {
        if (due == null || (extension.rule() != null && !extension.rule().equals(rule.code()))) {
            return;
        }
        if (!rule.mayBeExtended() || rule.nature() == Nature.OPEN_ENDED_HOLD) {
            if (extension.rule() != null) {
                steps.add(new Step.ExtensionWithoutEffect(extension, NoEffect.NOT_ALLOWED));
            }
            return;
        }
        if (!extension.at().isBefore(due)) {
            steps.add(new Step.ExtensionWithoutEffect(extension, NoEffect.TOO_LATE));
            return;
        }
        var limits = law.actingOn(rule.code(), Nature.EXTENSION);
        boolean again =
                steps.stream().anyMatch(step -> step instanceof Step.Extended || step instanceof Step.ExtensionCut);
        if (limits.isEmpty()) {
            if (extension.until() != null && extension.until().isAfter(due)) {
                end(extension.until());
                steps.add(new Step.Extended(extension, extension.until()));
            }
            return;
        }
        if (again) {
            steps.add(new Step.ExtensionWithoutEffect(extension, NoEffect.ONCE_ONLY));
            return;
        }
        Rule limit = limits.getFirst();
        Instant furthest = furthest(limit);
        if (extension.until() != null && !extension.until().isAfter(furthest)) {
            end(extension.until());
            steps.add(new Step.Extended(extension, extension.until()));
        } else {
            due = furthest;
            steps.add(
                    extension.until() == null
                            ? new Step.Extended(extension, furthest)
                            : new Step.ExtensionCut(extension, limit.code(), furthest));
        }
    }

    /** How far an extension can go: its days follow upon the last day of the term. */
    private Instant furthest(Rule limit) {
        Instant end = Objects.requireNonNull(due);
        int number = limit.length() instanceof Length.Days term ? term.days() : 0;
        if (lastDay == null) {
            return end.plus(Duration.ofDays(number));
        }
        LocalDate last = lastDay;
        LocalDate further = days.settled(last, last.plusDays(number), number);
        lastDay = further;
        return days.after(further);
    }

    private void end(Instant moment) {
        due = moment;
        lastDay = null;
    }

    /** What may not be done before its end may be done when it is cleared. Source: Reg. 2023/1543 art. 10(2). */
    private void standstill(Occurrence start) {
        if (rule.nature() == Nature.STANDSTILL_THEN_DUE && due != null) {
            Instant end = due;
            steps.add(new Step.NotBefore(situation.occurrences().stream()
                    .filter(o -> o.what() == Milestone.NOTIFICATION_CLEARED
                            && !o.at().isBefore(start.at())
                            && o.at().isBefore(end))
                    .map(Occurrence::at)
                    .min(Comparator.naturalOrder())
                    .orElse(end)));
        }
    }

    private Deadline ended(Occurrence start, @Nullable Occurrence stop) {
        if (stop != null && (due == null || stop.at().isBefore(due))) {
            Optional<Rule> hold = law.actingOn(rule.code(), Nature.OPEN_ENDED_HOLD).stream()
                    .filter(held -> held.startsOn() == stop.what())
                    .findFirst();
            if (hold.isPresent() && !isOver(hold.get(), stop)) {
                steps.add(new Step.Held(hold.get().code(), stop));
                due = null;
                lastDay = null;
                return deadline(Phase.HELD, start, stop);
            }
            steps.add(new Step.Stopped(stop));
            return deadline(Phase.MET, start, stop);
        }
        if (stop != null) {
            steps.add(new Step.StoppedTooLate(stop));
            return deadline(Phase.LATE, start, stop);
        }
        return deadline(paused ? Phase.PAUSED : Phase.RUNNING, start, null);
    }

    /** A hold for several requests lasts until the last of them is decided or withdrawn. */
    private boolean isOver(Rule hold, Occurrence since) {
        return situation.occurrences().stream()
                .filter(o -> o.what() == hold.startsOn() && !o.at().isBefore(since.at()))
                .allMatch(o -> situation.occurrences().stream()
                        .anyMatch(end -> (hold.stopsOn().contains(end.what()) || end.what() == Milestone.MLA_WITHDRAWN)
                                && isAbout(end, o)
                                && !end.at().isBefore(o.at())));
    }

    /** The first thing that stops the clock; refusal and withdrawal stop all, the receipt of what was withdrawn in time none. */
    private @Nullable Occurrence firstStop(Occurrence start) {
        return situation.occurrences().stream()
                .filter(o -> (rule.stopsOn().contains(o.what()) || ENDINGS.contains(o.what()))
                        && !o.at().isBefore(start.at())
                        && !wasWithdrawnInTime(o))
                .min(Comparator.comparing(Occurrence::at))
                .orElse(null);
    }

    private boolean wasWithdrawnInTime(Occurrence receipt) {
        return receipt.what() == Milestone.MLA_RECEIVED
                && situation.occurrences().stream()
                        .anyMatch(o -> o.what() == Milestone.MLA_WITHDRAWN
                                && isAbout(o, receipt)
                                && (due == null || o.at().isBefore(due)));
    }

    private static boolean isAbout(Occurrence one, Occurrence other) {
        return one.subject() == null || one.subject().equals(other.subject());
    }

    private Deadline deadline(Phase phase, Occurrence start, @Nullable Occurrence stop) {
        return new Deadline(rule, law.law(), state, phase, start, stop, due, lastDay, steps);
    }
}
