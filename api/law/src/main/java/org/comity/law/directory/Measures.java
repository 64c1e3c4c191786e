package org.comity.law.directory;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.comity.api.Code;
import org.comity.law.Table;

/** What an authority can be competent for: the kinds of request in the tables of instruments and of contents. */
public final class Measures {
    /** In the order in which the tables name them. */
    public static final Set<Code> ALL = read();

    private Measures() {}

    private static Set<Code> read() {
        var all = new LinkedHashSet<Code>();
        for (String table : List.of("instruments.csv", "required-contents.csv")) {
            Table.read(table).rows().forEach(row -> all.add(new Code(row.get("request_kind"))));
        }
        return Collections.unmodifiableSet(all);
    }
}
