package org.comity.api.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.comity.api.Code;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * Something that falls due, in a calendar.
 *
 * @param kind what it is: expiry, answer, review, ...
 * @param at the first instant at which it is too late
 * @param day the day by whose end it is due, if it is a day
 * @param rule the rule or term it rests on, if there is one
 * @param ours whether the reader's side has to act
 * @param family path of the request
 */
public record CalendarEntryView(
        Code kind,
        Instant at,
        @Nullable LocalDate day,
        @Nullable String rule,
        boolean ours,
        Code family,
        UUID request,
        String reference,
        StateCode from,
        StateCode to) {}
