package org.comity.law;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Constants as the tables write them: {@code sourced-weak} for {@code SOURCED_WEAK}. */
public final class Words {
    private Words() {}

    /** The word of a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a word. */
    public static <E extends Enum<E>> E of(Class<E> words, String word) {
        return Arrays.stream(words.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("known words are "
                        + Arrays.stream(words.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "))));
    }
}
