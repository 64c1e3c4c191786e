package org.comity.log.names;

import java.util.Locale;

/** The names of constants and records as they appear on the wire: {@code RECEIPT_CONFIRMED} is {@code receipt-confirmed}. */
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
}
