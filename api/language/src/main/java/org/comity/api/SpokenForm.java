package org.comity.api;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The short form of an identity that can be dictated: a letter for the kind, twelve characters of Crockford's base 32 (the
 * first 60 bits of the UUID) in groups of four, and his check character, such as {@code M-7K3Q-9XD2-4FTB-5}.
 */
public final class SpokenForm {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
    private static final BigInteger CHECK = BigInteger.valueOf(37);

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
        return text.append('-').append(check(bits)).toString();
    }

    /**
     * The canonical form of what somebody typed: without regard to case, hyphens and spaces, O read as 0, I and L as 1.
     * Empty if it is not a spoken form or its check character does not fit, that is, if it holds a typing error.
     */
    public static Optional<String> parse(String typed) {
        String text = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (text.length() != 14) {
            return Optional.empty();
        }
        char kind = text.charAt(0);
        String digits = text.substring(1).replace('O', '0').replace('I', '1').replace('L', '1');
        long bits = 0;
        for (char c : digits.substring(0, 12).toCharArray()) {
            int digit = DIGITS.indexOf(c);
            if (digit < 0 || digit > 31) {
                return Optional.empty();
            }
            bits = (bits << 5) | digit;
        }
        return digits.charAt(12) == check(bits) ? Optional.of(of(kind, new UUID(bits << 4, 0))) : Optional.empty();
    }

    private static char check(long bits) {
        return DIGITS.charAt(BigInteger.valueOf(bits).mod(CHECK).intValue());
    }
}
