package org.comity.query.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.api.Kebab;
import org.comity.api.Label;
import org.comity.api.Malformed;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a question; what does not have its form is refused by name. */
public final class Parameters {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Parameters() {}

    /** A constant by its name in kebab-case. */
    public static <E extends Enum<E>> @Nullable E constant(String name, @Nullable String text, Class<E> type) {
        return text == null ? null : one(name, text, type);
    }

    /** Any number of constants, one by one or joined by commas. */
    public static <E extends Enum<E>> Set<E> constants(String name, @Nullable List<String> texts, Class<E> type) {
        var constants = EnumSet.noneOf(type);
        for (String text : texts == null ? List.<String>of() : texts) {
            constants.add(one(name, text, type));
        }
        return constants;
    }

    public static @Nullable StateCode state(String name, @Nullable String text) {
        try {
            return text == null ? null : new StateCode(text);
        } catch (Malformed e) {
            throw new BadParameter(name, "is an assigned ISO 3166-1 alpha-2 code in capitals, such as PT");
        }
    }

    public static @Nullable Instant instant(String name, @Nullable String text) {
        try {
            Instant instant = text == null ? null : OffsetDateTime.parse(text).toInstant();
            if (instant != null && (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST))) {
                throw new BadParameter(name, "lies between the years 1900 and 2199");
            }
            return instant;
        } catch (DateTimeException e) {
            throw new BadParameter(name, "is a date, a time and an offset, such as 2026-05-01T16:00Z");
        }
    }

    /** A day of a calendar. */
    public static @Nullable LocalDate day(String name, @Nullable String text) {
        try {
            LocalDate day = text == null ? null : LocalDate.parse(text);
            if (day != null && (day.getYear() < 1900 || day.getYear() > 2199)) {
                throw new BadParameter(name, "lies between the years 1900 and 2199");
            }
            return day;
        } catch (DateTimeException e) {
            throw new BadParameter(name, "is year, month and day, such as 2026-05-01");
        }
    }

    public static boolean flag(String name, @Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw new BadParameter(name, "is true or false");
    }

    public static int number(String name, @Nullable String text, int otherwise, int least, int most) {
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the one sentence
        }
        throw new BadParameter(name, "is a number from " + least + " to " + most);
    }

    /** A count that may be large, in decimal digits. */
    public static long whole(String name, @Nullable String text, long otherwise, long least) {
        if (text == null) {
            return otherwise;
        }
        long number = text.matches("[0-9]{1,18}") ? Long.parseLong(text) : Long.MIN_VALUE;
        if (number < least) {
            throw new BadParameter(name, "is a whole number from " + least + " on");
        }
        return number;
    }

    /** Words to look for. */
    public static @Nullable String text(String name, @Nullable String text) {
        if (text != null && (text.isBlank() || text.length() > 200 || !Label.isClean(text))) {
            throw new BadParameter(name, "is 1 to 200 characters without control or direction characters");
        }
        return text;
    }

    /** An id in a path; empty if it is none, and then it is the id of nothing. */
    public static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> E one(String name, String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Kebab.of(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new BadParameter(
                        name,
                        "is one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Kebab::of)
                                        .collect(Collectors.joining(", "))));
    }
}
