package org.comity.api;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A short text about things and offices, never about persons: a reference number, a court, a provider. It can be searched,
 * so it is stored plainly. At most 200 characters, without control or direction characters.
 */
public record Label(@JsonValue String value) {
    public Label {
        Malformed.unless(
                !value.isBlank() && value.length() <= 200 && isClean(value),
                "a label has 1 to 200 characters and no control or direction characters");
    }

    /** True if the text has no control, no direction-override and no unpaired surrogate character. */
    public static boolean isClean(String text) {
        return text.codePoints().noneMatch(Label::isUnclean);
    }

    private static boolean isUnclean(int c) {
        return Character.isISOControl(c)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || (c >= 0xD800 && c <= 0xDFFF);
    }

    @Override
    public String toString() {
        return value;
    }
}
