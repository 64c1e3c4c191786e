package org.comity.law.deadline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.comity.api.Code;
import org.comity.api.InstrumentId;
import org.comity.law.deadline.Deadline.Phase;
import org.comity.law.deadline.Rule.Nature;
import org.comity.law.treaty.Standing;
import org.comity.law.treaty.TreatyRelation;
import org.comity.law.treaty.TreatyRelation.Question;
import org.jspecify.annotations.Nullable;

/** Every clock of a request that has started, by the law and what happened; and what would move if the law were another. */
public final class Deadlines {
    private static final InstrumentId HOUSE = new InstrumentId("policy");

    private Deadlines() {}

    /**
     * The clocks of a request, what falls due first standing first and what has no day last. A rule of an instrument that is
     * recorded not to bind the two on the day on which its clock would start is left out.
     */
    public static List<Deadline> of(Lawbook law, Situation situation) {
        var deadlines = new ArrayList<Deadline>();
        for (Rule rule : law.rules().values()) {
            if (rule.nature() != Nature.WARNING && rule.nature() != Nature.EXTENSION && concerns(rule, situation)) {
                new Reckoning(law, situation, rule)
                        .reckon()
                        .filter(deadline -> binds(law, situation, deadline))
                        .ifPresent(deadlines::add);
            }
        }
        law.rules().values().stream()
                .filter(rule -> rule.nature() == Nature.WARNING)
                .forEach(warning -> end(warning, deadlines)
                        .ifPresent(end -> deadlines.add(new Reckoning(law, situation, warning).backwards(end))));
        deadlines.sort(Comparator.comparing(Deadline::due, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(deadline -> deadline.rule().code().value()));
        return List.copyOf(deadlines);
    }

    /** A deadline that another law would put on another day, or would make or take away. */
    public record Move(
            UUID request,
            Code rule,
            @Nullable Deadline before,
            @Nullable Deadline after) {}

    /** What would move if the law were another: nothing is changed by asking. */
    public static List<Move> moved(List<Situation> open, Lawbook now, Lawbook then) {
        var moves = new ArrayList<Move>();
        for (Situation situation : open) {
            Map<Code, Deadline> before = byRule(of(now, situation));
            Map<Code, Deadline> after = byRule(of(then, situation));
            var rules = new ArrayList<>(before.keySet());
            after.keySet().stream().filter(rule -> !before.containsKey(rule)).forEach(rules::add);
            rules.stream()
                    .filter(rule -> !same(before.get(rule), after.get(rule)))
                    .sorted(Comparator.comparing(Code::value))
                    .forEach(rule -> moves.add(new Move(situation.request(), rule, before.get(rule), after.get(rule))));
        }
        return List.copyOf(moves);
    }

    private static boolean same(@Nullable Deadline one, @Nullable Deadline other) {
        return one != null && other != null && Objects.equals(one.due(), other.due()) && one.phase() == other.phase();
    }

    private static Map<Code, Deadline> byRule(List<Deadline> deadlines) {
        var byRule = new HashMap<Code, Deadline>();
        deadlines.forEach(deadline -> byRule.put(deadline.rule().code(), deadline));
        return byRule;
    }

    private static boolean concerns(Rule rule, Situation situation) {
        return (rule.instrument().equals(HOUSE) || situation.bases().contains(rule.instrument()))
                && rule.appliesWith(situation.flags());
    }

    private static boolean binds(Lawbook law, Situation situation, Deadline deadline) {
        if (deadline.rule().instrument().equals(HOUSE) || deadline.start() == null) {
            return true;
        }
        LocalDate day = deadline.start().at().atOffset(ZoneOffset.UTC).toLocalDate();
        var question = new Question(situation.requesting(), situation.requested(), situation.kinds(), day);
        return TreatyRelation.of(law.treaties(), question, deadline.rule().instrument())
                .map(answer -> answer.standing() != Standing.NOT_BOUND)
                .orElse(true);
    }

    /** The end that a warning counts back from: the last of the terms it warns of, as long as one is running. */
    private static Optional<Occurrence> end(Rule warning, List<Deadline> deadlines) {
        return deadlines.stream()
                .filter(deadline ->
                        warning.actsOn().contains(deadline.rule().code()) && deadline.phase() == Phase.RUNNING)
                .max(Comparator.comparing(Deadline::due, Comparator.nullsFirst(Comparator.naturalOrder())))
                .flatMap(term -> term.due() == null || term.start() == null
                        ? Optional.empty()
                        : Optional.of(Occurrence.of(
                                Milestone.PRESERVATION_EXPIRES,
                                term.due(),
                                term.start().event())));
    }
}
