package org.comity.query.page;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.api.Proof;
import org.comity.api.view.TreatyRelationView;
import org.jspecify.annotations.Nullable;

/**
 * One event in the time line of a request.
 *
 * @param shape of the mark beside it: witnessed, reported or itself
 * @param by office of the person, or that it happened by itself
 * @param person pseudonym of the person; none if it happened by itself
 * @param role in which the person acted
 * @param forWhom authority whose act was reported
 * @param amended whether it was corrected or voided since
 * @param relied what was answered of treaties to an act that relied on it
 */
public record Entry(
        long sequence,
        UUID id,
        String title,
        String shape,
        String by,
        @Nullable String person,
        @Nullable String role,
        @Nullable String forWhom,
        @Nullable String proposer,
        @Nullable String channel,
        @Nullable String reason,
        @Nullable Proof proof,
        Instant occurredAt,
        Instant receivedAt,
        Instant recordedAt,
        @Nullable String amended,
        List<TreatyRelationView.Basis> relied,
        List<Said> said) {
    public Entry {
        relied = List.copyOf(relied);
        said = List.copyOf(said);
    }
}
