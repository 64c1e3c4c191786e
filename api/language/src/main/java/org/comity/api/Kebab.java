package org.comity.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The names of the language as tables, log and wire write them: {@code under-consultation} for a constant,
 * {@code acknowledge-receipt} for a record.
 */
public final class Kebab {
    private Kebab() {}

    /** {@code RECEIPT_CONFIRMED} gives {@code receipt-confirmed}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code AcknowledgeReceipt} gives {@code acknowledge-receipt}. */
    public static String of(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /**
     * The constant that has a name.
     *
     * @throws IllegalArgumentException if none has; the message lists those that there are
     */
    public static <E extends Enum<E>> E constant(Class<E> constants, String name) {
        return Arrays.stream(constants.getEnumConstants())
                .filter(constant -> of(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("known words are "
                        + Arrays.stream(constants.getEnumConstants())
                                .map(Kebab::of)
                                .collect(Collectors.joining(", "))));
    }
}
