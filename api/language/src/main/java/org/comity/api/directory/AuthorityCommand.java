package org.comity.api.directory;

import java.time.LocalDate;
import org.comity.api.Command;
import org.comity.api.Label;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/** Everything that may be asked of an authority in the directory. */
public sealed interface AuthorityCommand extends Command {
    @Override
    AuthorityId id();

    /** Enters an authority that exists in the world. */
    record RegisterAuthority(AuthorityId id, AuthorityKind kind, StateCode state, Label name, LocalDate validFrom)
            implements AuthorityCommand {}

    /** Lets an authority act on this node itself, from a day on. */
    record ConnectAuthority(AuthorityId id, LocalDate from) implements AuthorityCommand {}

    /** Ends that an authority acts on this node itself; from that day its acts are reported by the other side. */
    record DisconnectAuthority(
            AuthorityId id, LocalDate from, @Nullable Label why) implements AuthorityCommand {}
}
