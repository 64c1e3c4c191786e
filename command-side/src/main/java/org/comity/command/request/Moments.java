package org.comity.command.request;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.comity.api.Act;
import org.comity.api.Mandate;
import org.comity.api.Refused;
import org.comity.law.lifecycle.Course;
import org.comity.law.lifecycle.LifeTable;
import org.jspecify.annotations.Nullable;

/** Rules on time that hold of every request. */
public final class Moments {
    /** Longest time that a copy of a destroyed key lives on in backups. Source: design of the vault. */
    private static final Duration BACKUPS = Duration.ofDays(30);

    private Moments() {}

    /** The day by which an act is judged. Days are counted in UTC until the calendars of the Parties are law here. */
    public static LocalDate day(Act act) {
        return LocalDate.ofInstant(act.judgedAt(), ZoneOffset.UTC);
    }

    /** The day by which no backup holds a key any longer that is destroyed now. */
    public static LocalDate backupsGoneBy(Act act) {
        return LocalDate.ofInstant(act.receivedAt().plus(BACKUPS), ZoneOffset.UTC);
    }

    /** Nothing is said of the future, and nothing of a time before the request; what happens by itself is exact. */
    static void check(Course<?> now, LifeTable<?> table, Act act) {
        if (act.actor().mandate() == Mandate.SYSTEM) {
            return;
        }
        if (act.occurredAt().isAfter(act.receivedAt())) {
            throw Refused.unacceptable(
                            table.code("act-in-the-future"),
                            "act.occurredAt",
                            "An act cannot be recorded before it happens.")
                    .from("audit rule");
        }
        Instant beganAt = now.beganAt();
        if (beganAt != null && act.occurredAt().isBefore(beganAt)) {
            throw Refused.unacceptable(
                            table.code("act-before-the-request"),
                            "act.occurredAt",
                            "The act lies before the request itself, which began at " + beganAt + ".")
                    .from("audit rule");
        }
    }

    /** Refuses a moment that lies ahead, where only what has happened can be said. */
    public static void notAfter(LifeTable<?> table, @Nullable Instant moment, String field, Act act) {
        if (moment != null && moment.isAfter(act.receivedAt())) {
            throw Refused.unacceptable(table.code("in-the-future"), field, "This cannot be recorded before it happens.")
                    .from("audit rule");
        }
    }

    /** Receipt may be typed in late, but it lies between sending and typing. */
    public static void receipt(Course<?> now, LifeTable<?> table, @Nullable Instant legalReceivedAt, Act act) {
        Instant sentAt = now.journey().sentAt();
        if (legalReceivedAt != null && sentAt != null && legalReceivedAt.isBefore(sentAt)) {
            throw Refused.unacceptable(
                            table.code("receipt-before-transmission"),
                            "legalReceivedAt",
                            "The request was sent at " + sentAt + " and cannot be received earlier.")
                    .from(table.source("acknowledge-receipt"));
        }
        if (legalReceivedAt != null && legalReceivedAt.isAfter(act.receivedAt())) {
            throw Refused.unacceptable(
                            table.code("receipt-in-the-future"),
                            "legalReceivedAt",
                            "A receipt cannot be recorded before it happens.")
                    .from(table.source("acknowledge-receipt"));
        }
    }
}
