package org.comity.api.reminder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.api.Code;
import org.comity.api.Event;
import org.comity.api.Label;
import org.comity.api.PersonId;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a reminder. */
public sealed interface ReminderEvent extends Event {
    @Override
    ReminderId id();

    /**
     * Somebody was reminded that something falls due, or is overdue.
     *
     * @param request of which it falls due
     * @param family path of the request: {@code mla-requests}, {@code preservation-requests}, {@code spontaneous-information}
     * @param reference of the request, as people dictate it
     * @param deadline what falls due: expiry, answer, review, ...
     * @param step of the ladder of reminders
     * @param state whose side was reminded
     * @param to assigned, office or supervisor
     * @param office that has the request in hand on that side; none if nobody has yet
     * @param people who work on it, or the readers of what is sealed; nobody else is told of that
     */
    record Reminded(
            ReminderId id,
            UUID request,
            Code family,
            Label reference,
            Code deadline,
            Instant dueAt,
            Code step,
            StateCode state,
            Code to,
            @Nullable AuthorityId office,
            List<PersonId> people,
            boolean sealed)
            implements ReminderEvent {
        public Reminded {
            people = List.copyOf(people);
        }
    }
}
