package org.comity.law.treaty;

import java.util.Collection;
import org.comity.api.InstrumentId;

/** What the tables of this release say of instruments, whoever their Parties are. */
public final class Instruments {
    private Instruments() {}

    /** True if the table has the instrument. */
    public static boolean isKnown(InstrumentId instrument) {
        return TreatyFacts.ofThisRelease().treaty(instrument).isPresent();
    }

    /** True if one of the instruments allows direct sending. Source: EIO art. 7(1); EU MLA Convention 2000 art. 6(1). */
    public static boolean allowDirectSending(Collection<InstrumentId> bases) {
        return bases.stream()
                .flatMap(base -> TreatyFacts.ofThisRelease().treaty(base).stream())
                .flatMap(treaty -> treaty.provisions().stream())
                .anyMatch(provision -> provision.channel().equals("judicial-authority-direct"));
    }
}
