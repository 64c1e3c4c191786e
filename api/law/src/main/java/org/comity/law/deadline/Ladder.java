package org.comity.law.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import org.comity.api.Code;
import org.comity.law.Source;
import org.comity.law.Table;
import org.comity.law.Table.Row;
import org.comity.law.Tables;

/**
 * The ladder of reminders, {@code reminders.csv}: of what somebody is reminded, how long before or after it is due, and whom:
 * first the person who has it in hand, then the office, then the supervisor. What does not fall due reminds nobody, so no
 * reminder comes while delay is lawful.
 */
public record Ladder(List<Ladder.Step> steps) {

    /** Whom a step reminds. */
    public enum To {
        /** Whoever is assigned; the office if nobody is. */
        ASSIGNED,
        OFFICE,
        SUPERVISOR
    }

    /**
     * One step.
     *
     * @param deadline what sort of thing falls due
     * @param offset from the moment at which it is due; negative before it
     */
    public record Step(Code code, Code deadline, Duration offset, To to, Source source) {}

    /** A step that applies to something that falls due. */
    public record Reminder(Due due, Step step) {
        public Instant at() {
            return due.at().plus(step.offset());
        }
    }

    public Ladder {
        steps = List.copyOf(steps);
    }

    /** The ladder of this release. */
    public static Ladder ofThisRelease() {
        return OfThisRelease.LADDER;
    }

    /** Reads a ladder. */
    public static Ladder of(Table table) {
        return new Ladder(table.unique("code").rows().stream().map(Ladder::step).toList());
    }

    /** Every reminder of what falls due, the earliest first. */
    public List<Reminder> of(List<Due> dues) {
        return dues.stream()
                .flatMap(due -> steps.stream()
                        .filter(step -> step.deadline().equals(due.kind()))
                        .map(step -> new Reminder(due, step)))
                .sorted(Comparator.comparing(Reminder::at))
                .toList();
    }

    private static Step step(Row row) {
        String text = row.get("offset");
        try {
            return new Step(
                    row.as("code", Code::new),
                    row.as("deadline", Code::new),
                    Duration.parse(text),
                    row.word("to", To.class),
                    row.source());
        } catch (DateTimeParseException e) {
            throw row.wrong("offset", "\"" + text + "\" is neither days (-P14D) nor hours (-PT12H)");
        }
    }

    private static final class OfThisRelease {
        static final Ladder LADDER = of(Tables.current().table("reminders.csv"));
    }
}
