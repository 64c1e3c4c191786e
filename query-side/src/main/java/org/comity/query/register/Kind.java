package org.comity.query.register;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.api.Command;
import org.comity.api.Fact;
import org.comity.api.Id;
import org.comity.api.RequestEvent;
import org.comity.api.StateCode;
import org.comity.api.view.References;
import org.comity.api.view.RequestHead;
import org.comity.api.view.RequestView;
import org.comity.api.view.Turn;
import org.comity.law.deadline.Zones;
import org.comity.law.lifecycle.Life;
import org.comity.query.web.Section;
import org.jspecify.annotations.Nullable;

/**
 * A kind of request as people read it: all that is its own. Its list, the view of one request, its history, its JSON below
 * {@code /api} and its pages are made from this in the same way for every kind.
 */
public interface Kind<E extends RequestEvent, L extends Life<S, E, L>, S extends Enum<S>, V extends RequestView<S>>
        extends Section {
    Id id(UUID id);

    /** The form of an identity that can be dictated. */
    String reference(UUID id);

    Class<E> events();

    Class<? extends Command> commands();

    Class<S> statuses();

    L unborn();

    /** The State whose authority has, or is to have, the request in hand. */
    StateCode requested(L life);

    /** True if with this event the request reaches the other side, which does not see how it was written before. */
    default boolean reaches(E event) {
        return event instanceof RequestEvent.Sent || event instanceof RequestEvent.TakenIn;
    }

    /** Whose act is awaited. */
    Turn turn(L life, List<Fact<E>> effective);

    /** Since when that side's act is awaited. */
    default Instant turnSince(List<Fact<E>> effective) {
        L life = unborn();
        Turn last = Turn.NOBODY;
        Instant since = effective.getFirst().act().receivedAt();
        for (int i = 0; i < effective.size(); i++) {
            life = life.counting(effective.get(i));
            Turn turn = turn(life, effective.subList(0, i + 1));
            if (turn != last) {
                since = effective.get(i).act().receivedAt();
            }
            last = turn;
        }
        return since;
    }

    /** What comes next; the zones are those of the authorities between which it goes. */
    Outlook outlook(L life, List<Fact<E>> effective, Zones zones);

    References references(List<Fact<E>> effective);

    /** Other requests that this one is tied to. */
    List<Tie> ties(L life);

    /** How another request calls its tie to one of this kind; none if that is not shown there. */
    default @Nullable String backwards() {
        return null;
    }

    /** Columns of a list that not every kind has. */
    Columns columns(L life);

    /** The whole view. */
    V view(RequestHead<S> head, L life, List<Fact<E>> effective);

    /** The life that these facts add up to. */
    default L life(List<Fact<E>> facts) {
        L life = unborn();
        for (Fact<E> fact : facts) {
            life = life.after(fact);
        }
        return life;
    }

    /**
     * Another request that one is tied to.
     *
     * @param relation preservation, request, held-for, originated-from, renews or information
     */
    record Tie(String relation, Id to) {}

    /**
     * Columns of a list that not every kind has.
     *
     * @param subject what it is about in a word or two, such as the label of the offence
     * @param words what a search finds it by beside references, States and the subject
     */
    record Columns(@Nullable String subject, @Nullable Instant expiresAt, Words words) {}
}
