package org.comity.law.grounds;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.comity.api.GroundCode;
import org.comity.api.InstrumentId;
import org.comity.api.Kebab;
import org.comity.api.Label;
import org.comity.api.Refused;
import org.comity.api.mla.LineItemOutcome;
import org.comity.law.RequestKind;
import org.comity.law.Table;
import org.comity.law.Tables;
import org.comity.law.grounds.Circumstances.Offence;
import org.comity.law.grounds.Ground.Category;
import org.comity.law.grounds.Ground.Consultation;
import org.comity.law.grounds.Ground.Opening;
import org.jspecify.annotations.Nullable;

/** The table of grounds, {@code refusal-grounds.csv}, and whether one of them fits. */
public final class Grounds {
    private Grounds() {}

    /** What a ground is given for. */
    public enum Use {
        REFUSAL,
        POSTPONEMENT,
        CONDITION,
        WITHHOLDING,
        /** Help could not be given; no refusal, and statistics keep the two apart. Source: EIO art. 10(5). */
        IMPOSSIBILITY;

        /** What becomes of the line items that the step names; empty if it leaves them as they are. */
        public Optional<LineItemOutcome> outcome() {
            return switch (this) {
                case REFUSAL -> Optional.of(LineItemOutcome.REFUSED);
                case POSTPONEMENT -> Optional.of(LineItemOutcome.POSTPONED);
                case IMPOSSIBILITY -> Optional.of(LineItemOutcome.IMPOSSIBLE);
                case CONDITION, WITHHOLDING -> Optional.empty();
            };
        }

        /** True if a command gives grounds for it. */
        public boolean isGivenBy(String command) {
            return switch (this) {
                case REFUSAL -> command.equals("refuse") || command.equals("conclude-line-item");
                case POSTPONEMENT -> command.equals("postpone") || command.equals("conclude-line-item");
                case CONDITION -> command.equals("propose-conditions");
                case WITHHOLDING -> command.equals("disclose-traffic-path");
                case IMPOSSIBILITY -> command.equals("conclude-line-item");
            };
        }

        private boolean covers(Category category) {
            return switch (category) {
                case REFUSAL, ENFORCEMENT_REFUSAL -> this == REFUSAL;
                case REFUSAL_OR_CONDITION -> this == REFUSAL || this == CONDITION;
                case POSTPONEMENT, SUSPENSION -> this == POSTPONEMENT;
                case CONDITION, DECLARED_CONDITION, ALTERNATIVE -> this == CONDITION;
                case WITHHOLDING -> this == WITHHOLDING;
                case IMPOSSIBLE -> this == IMPOSSIBILITY;
                case WARNING,
                        RETURN,
                        RESERVATION,
                        OBJECTION,
                        INSTRUCTION_NOT_TO_DISCLOSE,
                        NO_NOTIFICATION,
                        ADDRESSEE_CLARIFICATION,
                        PROHIBITED_GROUND -> false;
            };
        }
    }

    /** What kind of request it is given upon. */
    public enum Kind {
        /** All that moves evidence. */
        MLA,
        PRESERVATION,
        /** What is disclosed of the path of a communication while data are preserved. Source: ETS 185 art. 30. */
        TRAFFIC_PATH,
        /** Information that nobody asked for. Source: ETS 185 art. 26. */
        SPONTANEOUS;

        /** The kinds as the tables tell them apart. */
        public Set<RequestKind> kinds() {
            return switch (this) {
                case MLA ->
                    EnumSet.of(
                            RequestKind.MLA_GENERAL,
                            RequestKind.MLA_STORED_DATA,
                            RequestKind.MLA_REALTIME_TRAFFIC,
                            RequestKind.MLA_INTERCEPTION,
                            RequestKind.MLA_VIDEO_CONFERENCE,
                            RequestKind.EMERGENCY_MLA,
                            RequestKind.EIO,
                            RequestKind.EIO_INTERCEPTION,
                            RequestKind.EIO_INTERCEPTION_NOTIFICATION);
                case PRESERVATION -> EnumSet.of(RequestKind.PRESERVATION);
                case TRAFFIC_PATH -> EnumSet.of(RequestKind.TRAFFIC_DATA_PARTIAL_DISCLOSURE);
                case SPONTANEOUS -> EnumSet.of(RequestKind.SPONTANEOUS_INFORMATION);
            };
        }
    }

    /** The grounds that may be given for a use upon a kind of request under its instruments, for a list to choose from. */
    public static List<Ground> open(Collection<InstrumentId> bases, Use use, Kind kind) {
        return open(Circumstances.plain(bases, kind.kinds()), use);
    }

    /** Exactly the grounds that may be given for a use in these circumstances. */
    public static List<Ground> open(Circumstances in, Use use) {
        return all().values().stream()
                .filter(ground -> misfit(ground, "grounds", in, Set.of(use)) == null)
                .sorted(Comparator.comparing(ground -> ground.code().value()))
                .toList();
    }

    /** A ground by its code, whether or not it may be given. */
    public static Optional<Ground> find(GroundCode code) {
        return Optional.ofNullable(all().get(code));
    }

    /** Refuses a ground that does not exist, is forbidden, or does not fit instruments, use or kind of request. */
    public static void check(GroundCode code, Collection<InstrumentId> bases, Use use, Kind kind) {
        check(code, "grounds", bases, Set.of(use), kind);
    }

    /**
     * The same for a ground in a place of a list, that may be given for one of several uses.
     *
     * @param field JSON path of the ground, such as {@code grounds[0]}
     */
    public static void check(GroundCode code, String field, Collection<InstrumentId> bases, Set<Use> uses, Kind kind) {
        check(code, field, Circumstances.plain(bases, kind.kinds()), uses);
    }

    /** Refuses a ground that may not be given for any of these uses in these circumstances. */
    public static void check(GroundCode code, String field, Circumstances in, Set<Use> uses) {
        Ground ground = all().get(code);
        if (ground == null) {
            throw Refused.unacceptable("ground.unknown", field, "There is no ground " + code + ".")
                    .from("refusal-grounds.csv");
        }
        Refused misfit = misfit(ground, field, in, uses);
        if (misfit != null) {
            throw misfit;
        }
    }

    /** Refuses an adverse step without reasons where one of its grounds owes them. Source: ETS 185 art. 27(7); UNTOC art. 18(23). */
    public static void demandReasons(List<GroundCode> grounds, boolean reasonsGiven) {
        grounds.stream()
                .flatMap(code -> find(code).stream())
                .filter(ground -> ground.reasonsOwed() && !reasonsGiven)
                .findFirst()
                .ifPresent(ground -> {
                    throw refuse("ground.without-reasons", "reason", ground, "owes reasons: say why it applies here");
                });
    }

    /**
     * Refuses a step before which the two sides had to speak. Where it is left to judgment, the step says which consultation
     * there was or why none was appropriate.
     *
     * @param held true if a consultation was held upon this request
     * @param consultation what the step itself says of it
     */
    public static void demandConsultation(List<GroundCode> grounds, boolean held, @Nullable Label consultation) {
        for (GroundCode code : grounds) {
            Ground ground = all().get(code);
            if (ground == null || held) {
                continue;
            }
            if (ground.consultation() == Consultation.OWED) {
                throw refuse(
                        "ground.without-consultation",
                        "consultation",
                        ground,
                        "may be given only after the other side was consulted, and no consultation is recorded");
            }
            if (ground.consultation() == Consultation.WHERE_APPROPRIATE && consultation == null) {
                throw refuse(
                        "ground.consultation-not-considered",
                        "consultation",
                        ground,
                        "asks for a consultation where appropriate: name it, or say why it was not");
            }
        }
    }

    private static @Nullable Refused misfit(Ground ground, String field, Circumstances in, Set<Use> uses) {
        if (ground.forbidden()) {
            return refuse("ground.forbidden", field, ground, "is forbidden: " + ground.label());
        }
        if (!in.bases().contains(ground.instrument())) {
            return refuse(
                    "ground.of-another-instrument",
                    field,
                    ground,
                    "belongs to " + ground.instrument() + ", on which this request does not rest");
        }
        if (ground.appliesTo().stream().noneMatch(in.kinds()::contains)) {
            return refuse(
                    "ground.for-another-kind",
                    field,
                    ground,
                    "is for "
                            + ground.appliesTo().stream()
                                    .map(Kebab::of)
                                    .collect(Collectors.toCollection(TreeSet::new))
                                    .stream()
                                    .collect(Collectors.joining(", "))
                            + " and not for this request");
        }
        if (uses.stream().noneMatch(use -> use.covers(ground.category()))) {
            return refuse(
                    "ground.of-another-category",
                    field,
                    ground,
                    "is a " + Kebab.of(ground.category()) + " and not what is said");
        }
        return opening(ground, field, in);
    }

    private static @Nullable Refused opening(Ground ground, String field, Circumstances in) {
        if (ground.opening() == Opening.NOTHING) {
            return null;
        }
        String what = Kebab.of(ground.opening());
        if (!in.opened().contains(ground.code())) {
            return refuse(
                    "ground.without-" + what,
                    field,
                    ground,
                    ground.opening() == Opening.RESERVATION
                            ? "may be given only by a Party that reserved it, and no such reservation is recorded"
                            : "may be given only by a Party that declared it, and no such declaration is recorded");
        }
        if (ground.opening() == Opening.RESERVATION && in.offence() != Offence.OUTSIDE_THE_CONVENTION) {
            return refuse(
                    "ground.for-other-offences",
                    field,
                    ground,
                    in.offence() == Offence.NOT_STATED
                            ? "is for offences outside the convention, and it is not stated that this is one"
                            : "is for offences outside the convention, and this is one of its own");
        }
        return null;
    }

    private static Refused refuse(String code, String field, Ground ground, String what) {
        return Refused.unacceptable(code, field, "The ground " + ground.code() + " " + what + ".")
                .from(ground.citation());
    }

    private static Map<GroundCode, Ground> all() {
        return OfThisRelease.GROUNDS;
    }

    /** Reads the grounds from their table. */
    public static Map<GroundCode, Ground> read(Table table) {
        var grounds = new LinkedHashMap<GroundCode, Ground>();
        table.unique("code").rows().forEach(row -> {
            Ground ground = Ground.of(row);
            grounds.put(ground.code(), ground);
        });
        return grounds;
    }

    private static final class OfThisRelease {
        static final Map<GroundCode, Ground> GROUNDS = read(Tables.current().table("refusal-grounds.csv"));
    }
}
