package org.comity.law.lifecycle;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.api.InOrder;
import org.comity.api.LineItemId;
import org.comity.api.mla.LineItemOutcome;

/** The line items of a request, each with an outcome of its own. */
public record LineItems(Map<LineItemId, LineItemOutcome> outcomes) {
    public static final LineItems NONE = new LineItems(Map.of());

    /** Outcomes that still ask for something to be done. */
    private static final Set<LineItemOutcome> PENDING = Set.of(LineItemOutcome.OPEN, LineItemOutcome.POSTPONED);

    /** Outcomes whose material, or whose empty result, travels to the requesting side. */
    private static final Set<LineItemOutcome> DONE = Set.of(LineItemOutcome.EXECUTED, LineItemOutcome.NIL_RESULT);

    public LineItems {
        outcomes = InOrder.copyOf(outcomes);
    }

    /** The items of a draft: all open. */
    public static LineItems of(Collection<LineItemId> items) {
        return NONE.with(items, LineItemOutcome.OPEN);
    }

    public boolean has(LineItemId item) {
        return outcomes.containsKey(item);
    }

    public boolean isPending(LineItemId item) {
        return PENDING.contains(outcomes.get(item));
    }

    public boolean isDone(LineItemId item) {
        return DONE.contains(outcomes.get(item));
    }

    /** Items that are open or put off. */
    public List<LineItemId> pending() {
        return outcomes.keySet().stream().filter(this::isPending).toList();
    }

    /** Items with material or a nil result. */
    public List<LineItemId> done() {
        return outcomes.keySet().stream().filter(this::isDone).toList();
    }

    /** Items with an outcome. */
    public List<LineItemId> with(LineItemOutcome outcome) {
        return outcomes.keySet().stream()
                .filter(item -> outcomes.get(item) == outcome)
                .toList();
    }

    public boolean allWithdrawn() {
        return outcomes.values().stream().allMatch(outcome -> outcome == LineItemOutcome.WITHDRAWN);
    }

    public LineItems with(Map<LineItemId, LineItemOutcome> concluded) {
        var changed = new LinkedHashMap<>(outcomes);
        changed.putAll(concluded);
        return new LineItems(changed);
    }

    public LineItems with(Collection<LineItemId> items, LineItemOutcome outcome) {
        var changed = new LinkedHashMap<>(outcomes);
        items.forEach(item -> changed.put(item, outcome));
        return new LineItems(changed);
    }

    /** What a reopened request has to do again: all that is neither executed nor withdrawn. */
    public LineItems reopened() {
        return with(
                outcomes.keySet().stream()
                        .filter(item -> outcomes.get(item) != LineItemOutcome.EXECUTED
                                && outcomes.get(item) != LineItemOutcome.WITHDRAWN)
                        .toList(),
                LineItemOutcome.OPEN);
    }
}
