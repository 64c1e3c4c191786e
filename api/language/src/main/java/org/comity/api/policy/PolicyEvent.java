package org.comity.api.policy;

import java.util.UUID;
import org.comity.api.Event;
import org.comity.api.Label;

/** Everything that can have happened to a policy that acts between requests. */
public sealed interface PolicyEvent extends Event {
    @Override
    PolicyId id();

    /**
     * The rules refused what a policy asked; a person has to decide.
     *
     * @param policy name of the policy
     * @param causedBy event that the policy reacted to
     * @param target request that it would have changed
     * @param code code of the refusal
     * @param sentence sentence of the refusal
     */
    record PolicyRefused(PolicyId id, Label policy, UUID causedBy, UUID target, Label code, Label sentence)
            implements PolicyEvent {}
}
