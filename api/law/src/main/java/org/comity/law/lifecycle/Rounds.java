package org.comity.law.lifecycle;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.api.InOrder;
import org.jspecify.annotations.Nullable;

/** The rounds of questions of a request. A number is used once; an answer closes the rounds that it names and no other. */
public record Rounds(Map<Integer, Rounds.Round> all) {
    public static final Rounds NONE = new Rounds(Map.of());

    /** What became of a round. */
    public enum State {
        OPEN,
        ANSWERED,
        LAPSED
    }

    /** One round. */
    public record Round(int number, @Nullable LocalDate answerBy, boolean pausesClock, State state) {}

    public Rounds {
        all = InOrder.copyOf(all);
    }

    /** The number that a further round has if nobody names one. */
    public int next() {
        return all.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    }

    public List<Integer> open() {
        return all.values().stream()
                .filter(round -> round.state() == State.OPEN)
                .map(Round::number)
                .toList();
    }

    /** True if an open round pauses the clocks. */
    public boolean pauseClock() {
        return all.values().stream().anyMatch(round -> round.state() == State.OPEN && round.pausesClock());
    }

    public Rounds opened(int number, @Nullable LocalDate answerBy, boolean pausesClock) {
        var more = new LinkedHashMap<>(all);
        more.put(number, new Round(number, answerBy, pausesClock, State.OPEN));
        return new Rounds(more);
    }

    public Rounds answered(Collection<Integer> numbers) {
        return ended(numbers, State.ANSWERED);
    }

    /** Nobody waits for the open rounds any more. */
    public Rounds lapsed() {
        return ended(open(), State.LAPSED);
    }

    private Rounds ended(Collection<Integer> numbers, State state) {
        var ended = new LinkedHashMap<>(all);
        for (int number : numbers) {
            ended.computeIfPresent(number, (n, round) -> new Round(n, round.answerBy(), round.pausesClock(), state));
        }
        return new Rounds(ended);
    }
}
