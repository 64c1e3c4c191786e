package org.comity.query.task;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.comity.api.Mandate;
import org.comity.api.PersonId;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person, as the table holds it.
 *
 * @param about what it is about beside the request: the MLA request, the proposal or the event
 * @param command that would settle it, if one does
 * @param since when it began to wait
 * @param shownFrom before this it is nobody's; null while it is only known where it will be
 * @param lapses true if it is over when it is due, rather than late
 * @param source why it waits: the row of law, or practice
 * @param secrecy who may know of all the requests that it speaks of
 */
record Task(
        UUID subject,
        Kind kind,
        UUID about,
        Family family,
        String reference,
        Who who,
        @Nullable String command,
        @Nullable String detail,
        Instant since,
        @Nullable Instant shownFrom,
        @Nullable Instant dueAt,
        boolean lapses,
        String source,
        Secrecy secrecy) {

    /**
     * Whose task it is.
     *
     * @param kinds of offices of the State; empty for all of them
     * @param office the only one, if it is for one
     * @param mandates empty for all of them
     * @param person the only one, if it is for one
     * @param not persons who cannot do it, such as the first of two
     */
    record Who(
            StateCode state,
            Set<AuthorityKind> kinds,
            @Nullable AuthorityId office,
            Set<Mandate> mandates,
            @Nullable PersonId person,
            Set<PersonId> not) {
        Who {
            kinds = Set.copyOf(kinds);
            mandates = Set.copyOf(mandates);
            not = Set.copyOf(not);
        }

        static Who all(StateCode state) {
            return new Who(state, Set.of(), null, Set.of(), null, Set.of());
        }

        static Who offices(StateCode state, Set<AuthorityKind> kinds) {
            return new Who(state, kinds, null, EnumSet.of(Mandate.OFFICER, Mandate.SUPERVISOR), null, Set.of());
        }

        static Who supervisor(StateCode state) {
            return new Who(state, Set.of(), null, Set.of(Mandate.SUPERVISOR), null, Set.of());
        }

        static Who person(StateCode state, PersonId person) {
            return new Who(state, Set.of(), null, Set.of(), person, Set.of());
        }

        Who only(@Nullable AuthorityId one) {
            return new Who(state, kinds, one, mandates, person, not);
        }

        Who but(Set<PersonId> some) {
            return new Who(state, kinds, office, mandates, person, some);
        }
    }

    /** The same task with a word more of what it is about. */
    Task saying(String more) {
        return new Task(
                subject, kind, about, family, reference, who, command, more, since, shownFrom, dueAt, lapses, source,
                secrecy);
    }

    enum Family {
        MLA_REQUESTS,
        PRESERVATION_REQUESTS,
        SPONTANEOUS_INFORMATION
    }

    /** Whether something is there for named readers alone. */
    record Secrecy(boolean sealed, List<UUID> readers) {
        Secrecy {
            readers = List.copyOf(readers);
        }

        /** For those who may know of both. */
        Secrecy and(Secrecy other) {
            if (!sealed) {
                return other;
            }
            return other.sealed()
                    ? new Secrecy(
                            true,
                            readers.stream().filter(other.readers()::contains).toList())
                    : this;
        }
    }
}
