package org.comity.api.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.api.Code;
import org.comity.api.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person.
 *
 * @param kind why it waits, such as {@code next-step} or {@code decide-follow-up}
 * @param family {@code mla-requests} or {@code preservation-requests}, the path of the request
 * @param command the command that would settle it, if one does
 * @param about what it is about beside the request: the MLA request, the proposal or the event
 * @param whose {@code mine} if it was given to the reader, {@code office} if nobody of the office has it, {@code colleague}
 * @param assigned who of the reader's side works on the request today
 * @param source the row of law or the practice behind it
 */
public record TaskView(
        Code kind,
        Code family,
        UUID request,
        String reference,
        @Nullable Code command,
        @Nullable UUID about,
        @Nullable String detail,
        Code whose,
        List<PersonId> assigned,
        Instant since,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant dueAt,
        String source) {
    public TaskView {
        assigned = List.copyOf(assigned);
    }
}
