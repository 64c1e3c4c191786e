package org.comity.law.grounds;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.comity.api.GroundCode;
import org.comity.api.InstrumentId;
import org.comity.law.RequestKind;
import org.comity.law.treaty.TreatyFacts;
import org.comity.law.treaty.TreatyRelation;
import org.comity.law.treaty.TreatyRelation.Question;

/**
 * What decides which grounds are open: on what the request rests, what it asks, what the requested State reserved on the day
 * of the step, and what sort of offence it is about.
 *
 * @param opened the grounds that a reservation or declaration of the requested State opens on that day
 */
public record Circumstances(List<InstrumentId> bases, Set<RequestKind> kinds, Set<GroundCode> opened, Offence offence) {

    /** Whether the offence is one that the convention itself describes. Source: ETS 185 art. 2-11, 29(4). */
    public enum Offence {
        OF_THE_CONVENTION,
        OUTSIDE_THE_CONVENTION,
        NOT_STATED
    }

    public Circumstances {
        bases = List.copyOf(bases);
        kinds = Set.copyOf(kinds);
        opened = Set.copyOf(opened);
    }

    /** The circumstances of a step on the day of the question. */
    public static Circumstances of(TreatyFacts facts, Question question, List<InstrumentId> bases, Offence offence) {
        var answers = TreatyRelation.of(facts, question, bases);
        return new Circumstances(
                bases, question.kinds(), TreatyRelation.reserved(answers, question.requested()), offence);
    }

    /** Circumstances in which nothing is known of reservations. */
    static Circumstances plain(Collection<InstrumentId> bases, Set<RequestKind> kinds) {
        return new Circumstances(List.copyOf(bases), kinds, Set.of(), Offence.NOT_STATED);
    }
}
