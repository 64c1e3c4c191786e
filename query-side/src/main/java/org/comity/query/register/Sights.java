package org.comity.query.register;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.comity.api.Code;
import org.comity.api.Kebab;
import org.comity.api.PersonId;
import org.comity.api.PersonRef;
import org.comity.api.StateCode;
import org.comity.api.view.AssignmentView;
import org.comity.api.view.OpenCommandView;
import org.comity.api.view.ProposalView;
import org.comity.api.view.RoundView;
import org.comity.api.view.SealView;
import org.comity.api.view.Side;
import org.comity.law.lifecycle.Assignment;
import org.comity.law.lifecycle.Possibility;
import org.comity.law.lifecycle.Proposals;
import org.comity.law.lifecycle.Rounds;
import org.comity.law.lifecycle.Seal;
import org.jspecify.annotations.Nullable;

/** Parts of a life as a view shows them to one reader; a side's staffing and unfinished proposals are for its own eyes. */
public final class Sights {
    private Sights() {}

    /** The side of a reader who may know of the request. */
    public static @Nullable Side side(Reader reader, StateCode from) {
        if (reader.sight() != Reader.Sight.OWN_STATE) {
            return null;
        }
        return from.equals(reader.state()) ? Side.REQUESTING : Side.REQUESTED;
    }

    public static List<OpenCommandView> commands(List<Possibility> possibilities) {
        return possibilities.stream()
                .map(one -> new OpenCommandView(new Code(one.command()), one.open(), one.why(), one.source()))
                .toList();
    }

    public static List<AssignmentView> assignments(List<Assignment> assignments, Reader reader) {
        return assignments.stream()
                .filter(one -> reader.sight() == Reader.Sight.EVERYTHING
                        || (one.side() != null && one.side().equals(reader.state())))
                .map(one -> new AssignmentView(one.person(), one.office(), one.items(), one.from(), one.until()))
                .toList();
    }

    /**
     * Proposals that have not lapsed.
     *
     * @param maySecond whether the reader may be the second person
     */
    public static List<ProposalView> proposals(
            Proposals proposals, Reader reader, Instant at, Predicate<Proposals.Proposal> maySecond) {
        return proposals.all().values().stream()
                .filter(one -> !one.isLapsed(at))
                .filter(one -> reader.sight() == Reader.Sight.EVERYTHING
                        || (one.act().actor().office() != null
                                && one.act().actor().office().state().equals(reader.state())))
                .map(one -> new ProposalView(
                        one.id(),
                        new Code(one.command()),
                        one.act().actor().person(),
                        one.lapsesAt(),
                        maySecond.test(one)))
                .toList();
    }

    public static @Nullable SealView seal(@Nullable Seal seal) {
        return seal == null
                ? null
                : new SealView(
                        seal.level() == null ? null : seal.level().value(),
                        seal.readers().stream()
                                .sorted(Comparator.comparing(PersonId::value))
                                .toList(),
                        seal.review(),
                        seal.confirmed() ? null : seal.confirmBy());
    }

    public static List<PersonRef> erased(Set<PersonRef> erased) {
        return erased.stream().sorted(Comparator.comparing(PersonRef::value)).toList();
    }

    /** What a life knows of a round, with what was asked and answered. */
    public static RoundView round(Rounds.Round round, Questions questions) {
        return new RoundView(
                round.number(),
                new Code(Kebab.of(round.state())),
                questions.asked(),
                round.answerBy(),
                round.pausesClock(),
                questions.answer());
    }
}
