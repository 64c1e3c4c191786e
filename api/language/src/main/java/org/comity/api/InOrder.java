package org.comity.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps whose order is part of what was said. */
public final class InOrder {
    private InOrder() {}

    /** A copy that cannot be changed and keeps the order in which the entries were written. */
    public static <K, V> Map<K, V> copyOf(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
