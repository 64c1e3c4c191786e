package org.comity.log.ledger;

import java.util.Base64;

/** The small texts of the formats, each of which can be written in one way only. */
final class Texts {
    private static final int MOST_DIGITS = 19;

    private Texts() {}

    /** Bytes in standard base64, padded, without stray bits. */
    static byte[] base64(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("this is not base64");
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new Unreadable("base64 is padded and has no stray bits");
        }
        return bytes;
    }

    /** A whole number from 0 to 2^63 - 1 in ASCII digits without a leading zero. */
    static long number(String text) {
        boolean digits = !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.equals("0") || text.charAt(0) != '0');
        try {
            if (digits) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            // more than 2^63 - 1: falls through to the one sentence
        }
        throw new Unreadable("a number is decimal, without a leading zero, and at most 9223372036854775807");
    }

    /** The name of a key: not empty, without spaces, control characters and plus signs. */
    static String keyName(String name) {
        boolean clean = !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ');
        if (!clean) {
            throw new Unreadable("the name of a key is not empty and has neither spaces nor plus signs");
        }
        return name;
    }

    static byte[] utf8(String text) {
        try {
            return Envelope.utf8(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("this text is not Unicode, or holds NUL");
        }
    }
}
