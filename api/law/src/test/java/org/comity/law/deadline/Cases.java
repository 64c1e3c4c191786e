package org.comity.law.deadline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.comity.api.Code;
import org.comity.api.InstrumentId;
import org.comity.api.StateCode;
import org.comity.law.RequestKind;

/** Situations for tests, written as a story: what happened when. */
record Cases(Situation situation) {
    static final UUID EVENT = UUID.fromString("00000000-0000-4000-8000-000000000001");

    static Cases between(String requesting, String requested, RequestKind kind, String... bases) {
        return new Cases(new Situation(
                UUID.fromString("00000000-0000-4000-8000-0000000000ff"),
                new StateCode(requesting),
                new StateCode(requested),
                Set.of(kind),
                Arrays.stream(bases).map(InstrumentId::new).toList(),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of()));
    }

    Cases at(String instant, Milestone what) {
        return with(Occurrence.of(what, Instant.parse(instant), EVENT));
    }

    Cases at(String instant, Milestone what, String statedEnd) {
        return with(new Occurrence(what, Instant.parse(instant), EVENT, null, Instant.parse(statedEnd)));
    }

    Cases about(UUID subject, String instant, Milestone what) {
        return with(new Occurrence(what, Instant.parse(instant), EVENT, subject, null));
    }

    Cases paused(Pause.Reason reason, String from, String until) {
        var s = situation;
        return of(s.flags(), s.occurrences(), and(s.pauses(), pause(reason, from, until)), s.extensions(), s.zones());
    }

    Cases extended(String at, String until) {
        var s = situation;
        var extension = new Extension(null, until.isEmpty() ? null : Instant.parse(until), Instant.parse(at), EVENT);
        return of(s.flags(), s.occurrences(), s.pauses(), and(s.extensions(), extension), s.zones());
    }

    Cases flagged(String... flags) {
        var s = situation;
        return of(Set.of(flags), s.occurrences(), s.pauses(), s.extensions(), s.zones());
    }

    Cases in(String state, String zone) {
        var s = situation;
        return of(
                s.flags(), s.occurrences(), s.pauses(), s.extensions(), Map.of(new StateCode(state), ZoneId.of(zone)));
    }

    List<Deadline> deadlines() {
        return Deadlines.of(Lawbook.ofThisRelease(), situation);
    }

    Deadline deadline(String rule) {
        return deadlines().stream()
                .filter(deadline -> deadline.rule().code().equals(new Code(rule)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no clock " + rule + " in " + deadlines()));
    }

    static Pause pause(Pause.Reason reason, String from, String until) {
        return new Pause(reason, Instant.parse(from), until.isEmpty() ? null : Instant.parse(until), EVENT);
    }

    private Cases with(Occurrence occurrence) {
        var s = situation;
        return of(s.flags(), and(s.occurrences(), occurrence), s.pauses(), s.extensions(), s.zones());
    }

    private Cases of(
            Set<String> flags,
            List<Occurrence> occurrences,
            List<Pause> pauses,
            List<Extension> extensions,
            Map<StateCode, ZoneId> zones) {
        var s = situation;
        return new Cases(new Situation(
                s.request(),
                s.requesting(),
                s.requested(),
                s.kinds(),
                s.bases(),
                flags,
                occurrences,
                pauses,
                extensions,
                zones));
    }

    private static <T> List<T> and(List<T> all, T one) {
        var more = new ArrayList<>(all);
        more.add(one);
        return more;
    }
}
