package org.comity.api.view;

import java.time.Instant;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.PersonId;
import org.comity.api.Personal;
import org.comity.api.Proof;
import org.jspecify.annotations.Nullable;

/**
 * Who did it, for whom, when and why, as a history shows it.
 *
 * @param role code of the role in the life-cycle table, such as {@code RCA}; the mandate for who stands outside of it
 * @param reported true if the authority itself did not use this node and an officer of the other side recorded its act
 */
public record ActView(
        PersonId person,
        @Nullable AuthorityView authority,
        String role,
        boolean reported,
        @Nullable AuthorityView onBehalfOf,
        @Nullable Proof proof,
        @Nullable Channel channel,
        @Nullable Personal reason,
        Instant occurredAt,
        Instant receivedAt,
        @Nullable Proposer proposer) {

    /** The first of two persons. */
    public record Proposer(PersonId person, @Nullable AuthorityView authority, Code mandate) {}
}
