package org.comity.query.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.api.Mandate;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityKind;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person, as the table holds it.
 *
 * @param about what it is about beside the request: the MLA request, the proposal or the event
 * @param state whose task it is
 * @param officeKind only for authorities of this kind
 * @param mandate only for people with this mandate
 * @param first the first of two persons, who cannot be the second
 * @param ready false while it is only known where it will be
 * @param secrecy who may know of all the requests that it speaks of
 * @param lapses true if it is over when it is due, rather than late
 */
record Task(
        UUID subject,
        Kind kind,
        UUID about,
        Family family,
        String reference,
        StateCode state,
        @Nullable AuthorityKind officeKind,
        @Nullable Mandate mandate,
        @Nullable UUID first,
        boolean ready,
        Secrecy secrecy,
        @Nullable String command,
        @Nullable String detail,
        Instant since,
        @Nullable Instant dueAt,
        boolean lapses) {

    enum Kind {
        /** A follow-up request is decided and the data are still held for it. */
        DECIDE_FOLLOW_UP,
        /** A proposal waits for its second person. */
        SECOND_PERSON,
        /** The sealing rests on one signature. */
        CONFIRM_SEAL,
        /** A request was approved by its own drafter, for urgency. */
        REVIEW_SELF_APPROVAL,
        /** What should have happened by itself was refused. */
        POLICY_REFUSED
    }

    enum Family {
        MLA_REQUESTS,
        PRESERVATION_REQUESTS
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
