package org.comity.api;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a document that is kept elsewhere.
 *
 * @param digest strong digest of its bytes
 * @param language BCP 47 tag
 * @param mediaType such as {@code application/pdf}
 */
public record Document(
        @Form(Form.Kind.NAME) Personal title,
        Digest digest,
        @Nullable String language,
        @Nullable String mediaType) {
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*");

    public Document {
        Malformed.unless(digest.isStrong(), "the digest of a document is sha-256 or stronger");
        Malformed.unless(
                language == null || isLanguageTag(language), "a language is a BCP 47 tag such as es or zh-Hant");
        Malformed.unless(
                mediaType == null || MEDIA_TYPE.matcher(mediaType).matches(),
                "a media type is a type, a slash and a subtype");
    }

    private static boolean isLanguageTag(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
