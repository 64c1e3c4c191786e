package org.comity.law.lifecycle;

import java.util.Locale;

/** The names of the language as tables and wire write them: {@code acknowledge-receipt}, {@code under-consultation}. */
public final class Kebab {
    private Kebab() {}

    /** The name of a constant, such as {@code in-execution}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name of a record of a family, such as {@code conclude-line-item}. */
    public static String of(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
