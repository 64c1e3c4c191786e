package org.comity.api.directory;

import java.time.LocalDate;
import org.comity.api.Code;
import org.comity.api.Event;
import org.comity.api.Label;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to an authority in the directory. */
public sealed interface AuthorityEvent extends Event {
    @Override
    AuthorityId id();

    /**
     * The authority was entered in the directory.
     *
     * @param invented true if it exists for practice only
     */
    record AuthorityRegistered(
            AuthorityId id,
            AuthorityKind kind,
            StateCode state,
            Label name,
            LocalDate validFrom,
            @Nullable AuthorityDetails details,
            @Nullable Label source,
            @Nullable Boolean invented)
            implements AuthorityEvent {
        /** The least that an entry says. */
        public AuthorityRegistered(
                AuthorityId id, AuthorityKind kind, StateCode state, Label name, LocalDate validFrom) {
            this(id, kind, state, name, validFrom, null, null, null);
        }
    }

    /** What the entry says changed from a day on; what is absent stayed as it was. */
    record AuthorityAmended(
            AuthorityId id,
            @Nullable Label name,
            @Nullable AuthorityDetails details,
            LocalDate validFrom,
            Label reason,
            Label source)
            implements AuthorityEvent {}

    /** Somebody who must know said that the entry is right. */
    record AuthorityConfirmed(
            AuthorityId id,
            Label confirmedBy,
            LocalDate confirmedOn,
            Code how,
            @Nullable Label source) implements AuthorityEvent {}

    /** From a day on, another authority takes its place. */
    record SuccessorNamed(
            AuthorityId id,
            AuthorityId successor,
            LocalDate from,
            @Nullable Label source) implements AuthorityEvent {}

    /** From this day on the authority acts on this node itself. */
    record AuthorityConnected(AuthorityId id, LocalDate from) implements AuthorityEvent {}

    /** From this day on the authority no longer acts on this node itself. */
    record AuthorityDisconnected(
            AuthorityId id, LocalDate from, @Nullable Label why) implements AuthorityEvent {}

    /** From this day on there is nothing to expect of the authority. */
    record AuthorityRetired(AuthorityId id, LocalDate from, Label why) implements AuthorityEvent {}
}
