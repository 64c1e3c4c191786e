package org.comity.law.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.comity.api.Code;
import org.comity.api.view.Turn;
import org.jspecify.annotations.Nullable;

/**
 * Something that falls due in a request, by what happened and whatever the time is.
 *
 * @param kind what it is: expiry, answer, review, formal-confirmation, ...
 * @param at the first instant at which it is too late
 * @param day the day by whose end it is due, if it is a day
 * @param rule the rule or term it rests on, if it was stated
 * @param turn whose act would meet it
 * @param event the event that made it due
 * @param sequence place of that event in the stream
 * @param clock the reckoning of the law that ends there; none where an act alone states it
 */
public record Due(
        Code kind,
        Instant at,
        @Nullable LocalDate day,
        @Nullable String rule,
        Turn turn,
        UUID event,
        long sequence,
        @Nullable Deadline clock) {

    /** The same, as the law comes to it too. */
    Due by(Deadline reckoned) {
        return new Due(kind, at, day, reckoned.rule().code().value(), turn, event, sequence, reckoned);
    }
}
