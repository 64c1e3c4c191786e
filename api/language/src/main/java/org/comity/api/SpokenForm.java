package org.comity.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The short form of an identity that can be dictated: a letter for the kind, twelve characters of Crockford's base 32 (the
 * first 60 bits of the UUID) in groups of four, and a check character, such as {@code M-7K3Q-9XD2-4FTB-5}.
 *
 * <p>Crockford's own check character may be {@code *}, {@code ~}, {@code $} or {@code =}, which nobody likes to dictate. This
 * one is of the same 32 and finds every wrong character and every two that changed places, the kind included: the characters
 * are read as elements of the field of 32 elements and summed up with weights that are different powers of a generator.
 */
public final class SpokenForm {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    /** The field of 32 elements: x⁵ = x² + 1. */
    private static final int FIELD = 0b100101;
    /** The kind, the digits and the check character. */
    private static final int LENGTH = 14;

    private static final List<String> SYMBOLS = List.of(DIGITS.split(""));
    private static final List<String> KINDS = List.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ".split(""));

    private SpokenForm() {}

    public static String of(char kind, UUID id) {
        long bits = id.getMostSignificantBits() >>> 4;
        var text = new StringBuilder().append(kind);
        for (int digit = 11; digit >= 0; digit--) {
            if (digit % 4 == 3) {
                text.append('-');
            }
            text.append(DIGITS.charAt((int) (bits >>> (5 * digit)) & 31));
        }
        return text.append('-').append(check(kind, bits)).toString();
    }

    /**
     * The canonical form of what somebody typed: without regard to case, hyphens and spaces, O read as 0, I and L as 1.
     * Empty if it is not a spoken form or its check character does not fit, that is, if it holds a typing error.
     */
    public static Optional<String> parse(String typed) {
        return canonical(plain(typed));
    }

    /**
     * The canonical forms that somebody may have meant who made at most one typing error: a character that is wrong, missing
     * or too many, or two that changed places. The check character leaves a few dozen at most, of which hardly ever more than
     * one is the form of something. Empty if what was typed is far from every spoken form; what holds no error comes first.
     */
    public static List<String> readings(String typed) {
        String text = plain(typed);
        var readings = new LinkedHashSet<String>();
        Consumer<String> take = one -> canonical(one).ifPresent(readings::add);
        take.accept(text);
        switch (text.length()) {
            case LENGTH -> {
                for (int at = 0; at < LENGTH; at++) {
                    for (String other : symbols(at)) {
                        take.accept(text.substring(0, at) + other + text.substring(at + 1));
                    }
                }
                for (int at = 1; at < LENGTH; at++) {
                    take.accept(
                            text.substring(0, at - 1) + text.charAt(at) + text.charAt(at - 1) + text.substring(at + 1));
                }
            }
            case LENGTH - 1 -> {
                for (int at = 0; at < LENGTH; at++) {
                    for (String missing : symbols(at)) {
                        take.accept(text.substring(0, at) + missing + text.substring(at));
                    }
                }
            }
            case LENGTH + 1 -> {
                for (int at = 0; at <= LENGTH; at++) {
                    take.accept(text.substring(0, at) + text.substring(at + 1));
                }
            }
            default -> {}
        }
        return List.copyOf(readings);
    }

    private static List<String> symbols(int at) {
        return at == 0 ? KINDS : SYMBOLS;
    }

    /** Dashes of all kinds, spaces and marks of direction are not part of it. */
    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Z}\\p{Pd}\\p{Cf}]", "");
    }

    private static Optional<String> canonical(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        char kind = text.charAt(0);
        if (kind < 'A' || kind > 'Z') {
            return Optional.empty();
        }
        String digits = text.substring(1).replace('O', '0').replace('I', '1').replace('L', '1');
        long bits = 0;
        for (char c : digits.substring(0, 12).toCharArray()) {
            int digit = DIGITS.indexOf(c);
            if (digit < 0) {
                return Optional.empty();
            }
            bits = (bits << 5) | digit;
        }
        return digits.charAt(12) == check(kind, bits)
                ? Optional.of(of(kind, new UUID(bits << 4, 0)))
                : Optional.empty();
    }

    private static char check(char kind, long bits) {
        int sum = doubled(kind - 'A');
        for (int digit = 11; digit >= 0; digit--) {
            sum = doubled(sum ^ ((int) (bits >>> (5 * digit)) & 31));
        }
        return DIGITS.charAt(sum);
    }

    /** Times x, a generator of the field. */
    private static int doubled(int element) {
        int twice = element << 1;
        return twice > 31 ? twice ^ FIELD : twice;
    }
}
