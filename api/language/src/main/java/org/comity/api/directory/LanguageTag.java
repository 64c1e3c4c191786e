package org.comity.api.directory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import org.comity.api.Malformed;
import org.comity.api.StateCode;

/** A language that exists, by its BCP 47 tag in canonical writing, such as {@code pt}, {@code sr-Latn} or {@code pt-BR}. */
public record LanguageTag(@JsonValue String value) {
    private static final String FORM =
            "a language is a BCP 47 tag of a language that exists, such as pt, zh-Hant or fr-CA";
    private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());

    public LanguageTag {
        value = canonical(value);
    }

    private static String canonical(String tag) {
        try {
            var locale = new Locale.Builder().setLanguageTag(tag).build();
            String language = locale.getLanguage();
            Malformed.unless(
                    tag.length() <= 35 && isLanguage(locale) && isScript(locale) && isRegion(locale.getCountry()),
                    FORM);
            return locale.toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new Malformed(FORM);
        }
    }

    /** The two letters are those of ISO 639-1; of the thousands with three letters, those that CLDR has a name for. */
    private static boolean isLanguage(Locale locale) {
        String language = locale.getLanguage();
        return TWO_LETTERS.contains(language)
                || (language.length() == 3
                        && !language.equals("und")
                        && !locale.getDisplayLanguage(Locale.ENGLISH).equals(language));
    }

    private static boolean isScript(Locale locale) {
        String script = locale.getScript();
        return script.isEmpty() || !locale.getDisplayScript(Locale.ENGLISH).equals(script);
    }

    /** None, a State, or a region of the world by its UN M.49 number. */
    private static boolean isRegion(String region) {
        return region.isEmpty() || region.length() == 3 || StateCode.ALL.contains(region);
    }

    @Override
    public String toString() {
        return value;
    }
}
