package org.comity.law.deadline;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.comity.api.Code;
import org.comity.api.Event;
import org.comity.api.Fact;
import org.comity.api.Id;
import org.comity.api.RequestContents;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.mla.MlaStatus;
import org.comity.api.preservation.PreservationStatus;
import org.comity.api.view.Turn;
import org.comity.law.deadline.Deadline.Phase;
import org.comity.law.deadline.Rule.Nature;
import org.comity.law.lifecycle.Journey;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.law.lifecycle.SpontaneousLife;
import org.jspecify.annotations.Nullable;

/**
 * Everything of a request that has a date: the one reckoning behind lists, boards, tasks, calendars, reminders and the answer to
 * "why this date".
 *
 * @param dues what falls due, the nearest first
 * @param clocks every clock of the law that has started: running, standing still, held, without a figure, met or late
 * @param responseTime how long the answer took, once there is one
 */
public record Agenda(
        List<Due> dues, List<Deadline> clocks, @Nullable ResponseTime responseTime) {
    /** Duties without a figure that an instrument has for assistance; a preservation is neither decided nor executed. */
    private static final Set<String> OF_ASSISTANCE = Set.of("execution", "decision", "evidence");

    private static final String EXPIRY = "expiry";

    /** In these the request is over; its clocks mean nothing any more. */
    private static final Set<MlaStatus> MLA_OVER =
            EnumSet.of(MlaStatus.NONE, MlaStatus.REFUSED, MlaStatus.WITHDRAWN, MlaStatus.CLOSED);

    private static final Set<PreservationStatus> PRESERVATION_OVER = EnumSet.of(
            PreservationStatus.NONE,
            PreservationStatus.NOT_PRESERVED,
            PreservationStatus.REFUSED,
            PreservationStatus.EXPIRED,
            PreservationStatus.RELEASED,
            PreservationStatus.WITHDRAWN,
            PreservationStatus.CLOSED);

    public Agenda {
        dues = List.copyOf(dues);
        clocks = List.copyOf(clocks);
    }

    /** The agenda of a request for assistance. */
    public static Agenda of(Lawbook law, MlaRequestLife life, Zones zones) {
        Situation situation = situation(life, zones);
        return of(
                MlaDays.of(life),
                Deadlines.of(law, situation),
                life.effective(),
                !MLA_OVER.contains(life.status()),
                ResponseTime.of(situation.occurrences(), situation.pauses()).orElse(null));
    }

    /** The agenda of a preservation. Its end is due as long as it is preserved and nothing holds it. */
    public static Agenda of(Lawbook law, PreservationLife life, Zones zones) {
        return of(
                PreservationDays.of(life),
                Deadlines.of(law, situation(life, zones)).stream()
                        .filter(clock -> !OF_ASSISTANCE.contains(clock.rule().kind()) || clock.due() != null)
                        .toList(),
                life.effective(),
                !PRESERVATION_OVER.contains(life.status()),
                null);
    }

    /** The agenda of spontaneous information, for which the law has no clock. */
    public static Agenda of(SpontaneousLife life) {
        return of(SpontaneousDays.of(life), List.of(), life.effective(), false, null);
    }

    /** What the clocks of a request for assistance are computed from. */
    public static Situation situation(MlaRequestLife life, Zones zones) {
        return MlaSituation.of(
                id(life.now().id()),
                contents(life.contents()),
                life.effective(),
                zones(contents(life.contents()), life.now().journey(), zones));
    }

    /** What the clocks of a preservation are computed from. */
    public static Situation situation(PreservationLife life, Zones zones) {
        return PreservationSituation.of(
                id(life.now().id()),
                contents(life.contents()),
                life.effective(),
                zones(contents(life.contents()), life.now().journey(), zones));
    }

    private static <E extends Event> Agenda of(
            List<Due> stated,
            List<Deadline> clocks,
            List<Fact<E>> effective,
            boolean open,
            @Nullable ResponseTime responseTime) {
        var sequences = new HashMap<UUID, Long>();
        effective.forEach(fact -> sequences.put(fact.eventId(), fact.sequence()));
        var dues = new ArrayList<>(stated);
        if (open) {
            clocks.stream().filter(Agenda::bindsAnAuthority).forEach(clock -> add(dues, clock, sequences));
        }
        dues.sort(Comparator.comparing(Due::at).thenComparing(Due::sequence));
        boolean another = dues.stream()
                .anyMatch(due ->
                        due.clock() != null && !due.at().equals(due.clock().due()));
        return new Agenda(
                dues,
                // warnings of the day of the rule mean nothing where the act states another
                clocks.stream()
                        .filter(clock -> !another || clock.rule().nature() != Nature.WARNING)
                        .toList(),
                responseTime);
    }

    /**
     * An end that an act states and a rule comes to is one end; the rule explains it. A preservation ends when the act that
     * confirms it says so: that the rule would have it otherwise is said beside it, and nobody is reminded of another day.
     */
    private static void add(List<Due> dues, Deadline clock, Map<UUID, Long> sequences) {
        Occurrence start = clock.start();
        if (clock.due() == null || start == null) {
            return;
        }
        String kind = clock.rule().kind();
        for (int i = 0; i < dues.size(); i++) {
            Due one = dues.get(i);
            boolean same = one.at().equals(clock.due()) || kind.equals(EXPIRY);
            if (one.kind().value().equals(kind) && same) {
                dues.set(i, one.clock() == null ? one.by(clock) : one);
                return;
            }
        }
        dues.add(new Due(
                new Code(kind),
                clock.due(),
                clock.lastDay(),
                clock.rule().code().value(),
                clock.rule().bound().isRequesting() ? Turn.REQUESTING : Turn.REQUESTED,
                start.event(),
                sequences.getOrDefault(start.event(), 0L),
                clock));
    }

    /** The terms of providers are shown with the law, and nobody here is late with them. */
    private static boolean bindsAnAuthority(Deadline clock) {
        return clock.phase() == Phase.RUNNING
                && clock.rule().nature() != Nature.WARNING
                && clock.rule().bound() != Rule.Bound.SERVICE_PROVIDER
                && clock.rule().bound() != Rule.Bound.ADDRESSEE;
    }

    private static Map<StateCode, ZoneId> zones(RequestContents says, Journey journey, Zones zones) {
        var known = new HashMap<StateCode, ZoneId>();
        put(known, says.from(), journey.sender(), zones);
        put(known, says.to(), journey.addressee(), zones);
        return known;
    }

    private static void put(
            Map<StateCode, ZoneId> known, StateCode state, @Nullable AuthorityId authority, Zones zones) {
        if (authority != null) {
            zones.of(authority).ifPresent(zone -> known.put(state, zone));
        }
    }

    private static UUID id(@Nullable Id id) {
        return Objects.requireNonNull(id, "a request that is there has an identity")
                .value();
    }

    private static <C> C contents(@Nullable C contents) {
        return Objects.requireNonNull(contents, "a request that is there says something");
    }
}
