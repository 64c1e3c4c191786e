package org.comity.query.register;

import java.time.Instant;
import java.util.List;
import org.comity.api.Fact;
import org.comity.api.RequestEvent;
import org.comity.law.lifecycle.Corrections;
import org.comity.law.lifecycle.Life;
import org.comity.query.web.BadParameter;
import org.comity.query.web.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * When a request is looked at, on both of its axes: how far its history had come, and what is known of that history. What was
 * known then holds the corrections made until then; what is known since holds all of them.
 *
 * @param sequence of the last event that counts; none if an instant says it, or it is now
 * @param instant of the world; none if a sequence says it, or it is now
 * @param corrected true for what is known since
 */
public record Moment(@Nullable Long sequence, @Nullable Instant instant, boolean corrected) {
    public static final Moment NOW = new Moment(null, null, false);

    /**
     * The moment that parameters of a question name.
     *
     * @param at number of an entry of the history, or an instant; now if there is none
     * @param known {@code then} or {@code since}
     * @throws BadParameter if they do not have that form
     */
    public static Moment of(@Nullable String at, @Nullable String known) {
        if (known != null && !known.equals("then") && !known.equals("since")) {
            throw new BadParameter("known", "is then or since");
        }
        if (at == null || at.isEmpty()) {
            return NOW;
        }
        boolean corrected = "since".equals(known);
        if (at.matches("[0-9]{1,18}")) {
            return new Moment(Long.valueOf(at), null, corrected);
        }
        if (at.matches("[0-9]+")) {
            throw notThere();
        }
        return new Moment(null, Parameters.instant("at", at), corrected);
    }

    /** That a request was not there at the moment, or not for this reader. */
    public static BadParameter notThere() {
        return new BadParameter(
                "at", "is the number of an entry of the history, or an instant from the first entry on");
    }

    public boolean isNow() {
        return sequence == null && instant == null;
    }

    private boolean includes(Fact<?> fact) {
        return includes(fact.sequence(), fact.act().receivedAt());
    }

    /** True if an event of this sequence, received at this instant of the world, was there already. */
    public boolean includes(long number, Instant receivedAt) {
        return sequence != null ? number <= sequence : instant == null || !receivedAt.isAfter(instant);
    }

    /** The facts up to the moment, as they were recorded. */
    <E extends RequestEvent> List<Fact<E>> until(List<Fact<E>> facts) {
        return facts.stream().filter(this::includes).toList();
    }

    /** The facts up to the moment, as they count. */
    <E extends RequestEvent> List<Fact<E>> effective(List<Fact<E>> facts) {
        return corrected ? Corrections.effective(until(facts), facts) : Corrections.effective(until(facts));
    }

    /** The life up to the moment. */
    <E extends RequestEvent, L extends Life<S, E, L>, S extends Enum<S>> L life(L unborn, List<Fact<E>> facts) {
        List<Fact<E>> until = until(facts);
        return corrected && !until.isEmpty()
                ? unborn.asCorrected(facts, until.getLast().sequence())
                : unborn.asKnown(until);
    }
}
