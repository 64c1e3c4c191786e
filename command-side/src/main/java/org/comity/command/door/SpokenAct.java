package org.comity.command.door;

import java.time.Instant;
import java.util.function.Function;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Channel;
import org.comity.api.Form;
import org.comity.api.Office;
import org.comity.api.Personal;
import org.comity.api.Proof;
import org.comity.api.directory.AuthorityId;
import org.jspecify.annotations.Nullable;

/**
 * What the sender of a command says about the act; all of it may be left out.
 *
 * @param occurredAt when it happened, if not just now
 * @param reason why
 * @param channel by which the act, or the report of it, came
 * @param onBehalfOf the authority that did it, if it is only reported
 * @param proof the document that shows what is reported
 */
record SpokenAct(
        @Nullable Instant occurredAt,
        @Form(Form.Kind.TEXT) @Nullable Personal reason,
        @Nullable Channel channel,
        @Nullable AuthorityId onBehalfOf,
        @Nullable Proof proof) {

    /**
     * The act as it is recorded.
     *
     * @param proposer the first of two persons, if this is the second
     * @param office finds the authority that is reported on
     */
    Act by(Actor actor, @Nullable Actor proposer, Instant receivedAt, Function<AuthorityId, @Nullable Office> office) {
        return new Act(
                actor,
                proposer,
                onBehalfOf == null ? null : office.apply(onBehalfOf),
                proof,
                channel,
                reason,
                occurredAt == null ? receivedAt : occurredAt,
                receivedAt);
    }
}
