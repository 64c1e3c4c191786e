package org.comity.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who does it, for whom, when and why. It travels beside each command and is stored beside each event.
 *
 * @param actor the person who sends the command, or the second of two persons
 * @param proposer the first of two persons, on an act that needs two
 * @param onBehalfOf the authority that did it in the world, if our officer only reports it
 * @param proof the document that shows a reported act
 * @param channel by which the act, or the report of it, came
 * @param occurredAt when it happened in the world
 * @param receivedAt when the door of this node received it, by the world clock
 */
public record Act(
        Actor actor,
        @Nullable Actor proposer,
        @Nullable Office onBehalfOf,
        @Nullable Proof proof,
        @Nullable Channel channel,
        @Nullable Personal reason,
        Instant occurredAt,
        Instant receivedAt) {

    /** What happens by itself at an instant. */
    public static Act bySystem(Instant at) {
        return new Act(Actor.SYSTEM, null, null, null, null, null, at, at);
    }

    /** A witnessed act of somebody, at an instant. */
    public static Act by(Actor actor, Instant at) {
        return new Act(actor, null, null, null, null, null, at, at);
    }

    /** True if the authority itself did not use this node and our own officer records what it did. */
    public boolean isReported() {
        return onBehalfOf != null;
    }

    /** The office whose act it is: the one acted for, else the actor's own. */
    public @Nullable Office office() {
        return onBehalfOf != null ? onBehalfOf : actor.office();
    }

    /** The instant by which terms are judged: a person cannot backdate a witnessed act into a term. */
    public Instant judgedAt() {
        return isReported() ? occurredAt : receivedAt;
    }

    /** The same act with the first of two persons named. */
    public Act proposedBy(Actor first) {
        return new Act(actor, first, onBehalfOf, proof, channel, reason, occurredAt, receivedAt);
    }
}
