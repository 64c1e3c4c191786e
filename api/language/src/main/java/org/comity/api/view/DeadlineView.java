package org.comity.api.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.comity.api.Code;
import org.jspecify.annotations.Nullable;

/**
 * Something that falls due.
 *
 * @param kind what it is: expiry, answer, review, formal-confirmation, ...
 * @param at the first instant at which it is too late
 * @param day the day by whose end it is due, if it was stated as a day
 * @param rule the rule or term it rests on, if it was stated
 * @param turn whose act would meet it
 * @param event the event that made it due
 * @param sequence place of that event in the stream
 */
public record DeadlineView(
        Code kind,
        Instant at,
        @Nullable LocalDate day,
        @Nullable String rule,
        Turn turn,
        UUID event,
        long sequence) {}
