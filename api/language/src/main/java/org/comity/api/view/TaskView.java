package org.comity.api.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.comity.api.Code;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person.
 *
 * @param kind what is to be done, such as {@code decide-follow-up}
 * @param family {@code mla-requests} or {@code preservation-requests}, the path of the request
 * @param command the command that would settle it, if one does
 * @param about what it is about beside the request: the MLA request, the proposal or the event
 */
public record TaskView(
        Code kind,
        Code family,
        UUID request,
        String reference,
        @Nullable Code command,
        @Nullable UUID about,
        @Nullable String detail,
        Instant since,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant dueAt) {}
