package org.comity.law.treaty;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.api.InstrumentId;
import org.comity.law.Table;

/** The table of instruments, {@code instruments.csv}. */
public final class Instruments {
    private static final Table TABLE = Table.read("instruments.csv");
    private static final Set<InstrumentId> KNOWN =
            TABLE.rows().stream().map(row -> new InstrumentId(row.get("id"))).collect(Collectors.toUnmodifiableSet());

    /** Instruments under which judicial authorities may write to each other about evidence without a central authority. */
    private static final Set<InstrumentId> DIRECT = TABLE.rows().stream()
            .filter(row -> row.get("channel").equals("judicial-authority-direct"))
            .map(row -> new InstrumentId(row.get("id")))
            .collect(Collectors.toUnmodifiableSet());

    private Instruments() {}

    /** True if the table has the instrument. */
    public static boolean isKnown(InstrumentId instrument) {
        return KNOWN.contains(instrument);
    }

    /** True if one of the instruments allows direct sending. Source: EIO art. 7(1); EU MLA Convention 2000 art. 6(1). */
    public static boolean allowDirectSending(Collection<InstrumentId> bases) {
        return bases.stream().anyMatch(DIRECT::contains);
    }
}
