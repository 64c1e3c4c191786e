package org.comity.law.deadline;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.comity.api.InstrumentId;
import org.comity.api.StateCode;
import org.comity.law.RequestKind;

/**
 * What the clocks of one request are computed from.
 *
 * @param bases on which it rests
 * @param flags of the case that rules ask for: emergency, notified, subscriber, traffic
 * @param zones of the authorities concerned, where they are known
 */
public record Situation(
        UUID request,
        StateCode requesting,
        StateCode requested,
        Set<RequestKind> kinds,
        List<InstrumentId> bases,
        Set<String> flags,
        List<Occurrence> occurrences,
        List<Pause> pauses,
        List<Extension> extensions,
        Map<StateCode, ZoneId> zones) {
    public Situation {
        kinds = Set.copyOf(kinds);
        bases = List.copyOf(bases);
        flags = Set.copyOf(flags);
        occurrences = List.copyOf(occurrences);
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
        zones = Map.copyOf(zones);
    }
}
