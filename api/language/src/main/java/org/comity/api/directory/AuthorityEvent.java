package org.comity.api.directory;

import java.time.LocalDate;
import org.comity.api.Event;
import org.comity.api.Label;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to an authority in the directory. */
public sealed interface AuthorityEvent extends Event {
    @Override
    AuthorityId id();

    /** The authority was entered in the directory. */
    record AuthorityRegistered(AuthorityId id, AuthorityKind kind, StateCode state, Label name, LocalDate validFrom)
            implements AuthorityEvent {}

    /** From this day on the authority acts on this node itself. */
    record AuthorityConnected(AuthorityId id, LocalDate from) implements AuthorityEvent {}

    /** From this day on the authority no longer acts on this node itself. */
    record AuthorityDisconnected(
            AuthorityId id, LocalDate from, @Nullable Label why) implements AuthorityEvent {}
}
