package org.comity.api.directory;

import java.time.LocalDate;
import org.comity.api.Code;
import org.comity.api.Command;
import org.comity.api.Label;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/** Everything that may be asked of an authority in the directory. */
public sealed interface AuthorityCommand extends Command {
    @Override
    AuthorityId id();

    /**
     * Enters an authority that exists in the world.
     *
     * @param source where it is written, such as a declaration or a letter
     */
    record RegisterAuthority(
            AuthorityId id,
            AuthorityKind kind,
            StateCode state,
            Label name,
            LocalDate validFrom,
            @Nullable AuthorityDetails details,
            @Nullable Label source)
            implements AuthorityCommand {
        /** The least that an entry says. */
        public RegisterAuthority(AuthorityId id, AuthorityKind kind, StateCode state, Label name, LocalDate validFrom) {
            this(id, kind, state, name, validFrom, null, null);
        }
    }

    /** Changes what the entry says from a day on; what is absent stays as it is. */
    record AmendAuthority(
            AuthorityId id,
            @Nullable Label name,
            @Nullable AuthorityDetails details,
            LocalDate validFrom,
            Label reason,
            Label source)
            implements AuthorityCommand {}

    /**
     * Records that somebody who must know said that the entry is right.
     *
     * @param confirmedBy an office or a function, never a person's name
     * @param how in what form, such as by letter
     */
    record ConfirmAuthority(
            AuthorityId id,
            Label confirmedBy,
            LocalDate confirmedOn,
            Code how,
            @Nullable Label source) implements AuthorityCommand {}

    /** Says which authority takes its place, and from which day. */
    record NameSuccessor(
            AuthorityId id,
            AuthorityId successor,
            LocalDate from,
            @Nullable Label source) implements AuthorityCommand {}

    /** Lets an authority act on this node itself, from a day on. */
    record ConnectAuthority(AuthorityId id, LocalDate from) implements AuthorityCommand {}

    /** Ends that an authority acts on this node itself; from that day its acts are reported by the other side. */
    record DisconnectAuthority(
            AuthorityId id, LocalDate from, @Nullable Label why) implements AuthorityCommand {}

    /** Ends an authority: from that day it is not addressed any more. */
    record RetireAuthority(AuthorityId id, LocalDate from, Label why) implements AuthorityCommand {}
}
