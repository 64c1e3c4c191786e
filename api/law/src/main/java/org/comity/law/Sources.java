package org.comity.law;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The list of sources, {@code sources.csv}: what the keys beside a row of the law stand for. */
public final class Sources {
    private static final Map<String, String> WHERE = read(Table.read("sources.csv"));

    private Sources() {}

    /** What each key of a source stands for, in its order. A key that is not listed stands for itself. */
    public static Map<String, String> of(Source source) {
        var found = new LinkedHashMap<String, String>();
        Arrays.stream(source.keys().split(";"))
                .filter(key -> !key.isEmpty())
                .forEach(key -> found.put(key, WHERE.getOrDefault(key, key)));
        return found;
    }

    /** Reads a list of sources from its table. */
    public static Map<String, String> read(Table table) {
        table.unique("key");
        var where = new LinkedHashMap<String, String>();
        table.rows().forEach(row -> where.put(row.get("key"), row.get("where")));
        return Map.copyOf(where);
    }
}
