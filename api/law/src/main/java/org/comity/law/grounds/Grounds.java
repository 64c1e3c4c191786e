package org.comity.law.grounds;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.comity.api.GroundCode;
import org.comity.api.InstrumentId;
import org.comity.api.Refused;
import org.comity.law.Table;

/** The table of grounds, {@code refusal-grounds.csv}, and whether one of them fits. */
public final class Grounds {
    private static final Map<GroundCode, Ground> ALL = Table.read("refusal-grounds.csv").rows().stream()
            .map(Ground::of)
            .collect(Collectors.toUnmodifiableMap(Ground::code, ground -> ground));

    /** Grounds that exist only for a Party that made a reservation. No reservation is recorded yet. */
    private static final Set<GroundCode> BY_RESERVATION = Set.of(
            new GroundCode("ets185-pres-dual-criminality-reservation"),
            new GroundCode("uncc-pres-dual-criminality-reservation"));

    private Grounds() {}

    /** What a ground is given for. */
    public enum Use {
        REFUSAL,
        POSTPONEMENT,
        CONDITION,
        WITHHOLDING;

        private boolean covers(String category) {
            return switch (this) {
                case REFUSAL ->
                    category.equals("refusal")
                            || category.equals("refusal-or-condition")
                            || category.equals("enforcement-refusal");
                case POSTPONEMENT -> category.equals("postponement") || category.equals("suspension");
                case CONDITION ->
                    category.equals("condition")
                            || category.equals("refusal-or-condition")
                            || category.equals("declared-condition")
                            || category.equals("alternative");
                case WITHHOLDING -> category.equals("withholding");
            };
        }
    }

    /** What kind of request it is given upon. */
    public enum Kind {
        /** All that moves evidence. */
        MLA,
        PRESERVATION,
        /** What is disclosed of the path of a communication while data are preserved. Source: ETS 185 art. 30. */
        TRAFFIC_PATH;

        private boolean covers(String requestKind) {
            return switch (this) {
                case MLA ->
                    requestKind.startsWith("mla-")
                            || requestKind.equals("emergency-mla")
                            || requestKind.equals("eio")
                            || requestKind.startsWith("eio-");
                case PRESERVATION -> requestKind.equals("preservation");
                case TRAFFIC_PATH -> requestKind.equals("traffic-data-partial-disclosure");
            };
        }
    }

    /**
     * One row of the table.
     *
     * @param category sort of ground, such as {@code postponement}
     * @param appliesTo kinds of request
     * @param label the ground in words
     */
    public record Ground(
            GroundCode code,
            InstrumentId instrument,
            String article,
            String category,
            Set<String> appliesTo,
            String label,
            boolean forbidden) {

        private static Ground of(Table.Row row) {
            String paragraph = row.get("sub_paragraph");
            String category = row.get("category");
            return new Ground(
                    new GroundCode(row.get("code")),
                    new InstrumentId(row.get("instrument_id")),
                    paragraph.isEmpty() ? row.get("article") : row.get("article") + "(" + paragraph + ")",
                    category,
                    Set.copyOf(row.list("applies_to", '|')),
                    row.get("label"),
                    row.get("strength").equals("forbidden") || category.equals("prohibited-ground"));
        }

        private String source() {
            return instrument + " " + article;
        }
    }

    /** The grounds that may be given for a use upon a kind of request under its instruments, for a list to choose from. */
    public static List<Ground> open(Collection<InstrumentId> bases, Use use, Kind kind) {
        return ALL.values().stream()
                .filter(ground -> bases.contains(ground.instrument())
                        && !ground.forbidden()
                        && !BY_RESERVATION.contains(ground.code())
                        && use.covers(ground.category())
                        && ground.appliesTo().stream().anyMatch(kind::covers))
                .sorted(Comparator.comparing(ground -> ground.code().value()))
                .toList();
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
        Ground ground = ALL.get(code);
        if (ground == null) {
            throw Refused.unacceptable("ground.unknown", field, "There is no ground " + code + ".")
                    .from("refusal-grounds.csv");
        }
        if (ground.forbidden()) {
            throw refuse("ground.forbidden", field, ground, "is forbidden: " + ground.label());
        }
        if (!bases.contains(ground.instrument())) {
            throw refuse(
                    "ground.of-another-instrument",
                    field,
                    ground,
                    "belongs to " + ground.instrument() + ", on which this request does not rest");
        }
        if (ground.appliesTo().stream().noneMatch(kind::covers)) {
            throw refuse(
                    "ground.for-another-kind",
                    field,
                    ground,
                    "is for " + String.join(", ", new TreeSet<>(ground.appliesTo())) + " and not for this request");
        }
        if (uses.stream().noneMatch(use -> use.covers(ground.category()))) {
            throw refuse(
                    "ground.of-another-category", field, ground, "is a " + ground.category() + " and not what is said");
        }
        if (BY_RESERVATION.contains(code)) {
            throw refuse(
                    "ground.without-reservation",
                    field,
                    ground,
                    "may be given only by a Party that reserved it, and no such reservation is recorded");
        }
    }

    private static Refused refuse(String code, String field, Ground ground, String what) {
        return Refused.unacceptable(code, field, "The ground " + ground.code() + " " + what + ".")
                .from(ground.source());
    }
}
