package org.comity.api.preservation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.comity.api.Code;
import org.comity.api.LineItemId;
import org.comity.api.MlaRequestId;
import org.comity.api.view.RequestHead;
import org.comity.api.view.RequestView;
import org.comity.api.view.RoundView;
import org.jspecify.annotations.Nullable;

/**
 * One preservation request as its reader may know it now.
 *
 * @param scope whether all that was asked is held
 * @param expiresAt when the data are no longer preserved; none while a follow-up request holds them
 * @param rule the rule from which that was computed
 * @param term the end that would count if nothing held the data
 * @param heldFor follow-up requests, received and undecided, for which the data are held
 */
public record PreservationView(
        @JsonUnwrapped RequestHead<PreservationStatus> head,
        List<Item> items,
        PreservationContents contents,
        List<RoundView> rounds,
        @Nullable PreservationScope scope,
        @Nullable Instant expiresAt,
        @Nullable Code rule,
        @Nullable Instant term,
        int extensions,
        List<Hold> heldFor,
        List<PathProvider> path)
        implements RequestView<PreservationStatus> {

    public PreservationView {
        items = List.copyOf(items);
        rounds = List.copyOf(rounds);
        heldFor = List.copyOf(heldFor);
        path = List.copyOf(path);
    }

    /** A category of data to be preserved. */
    public record Item(LineItemId id, Code category) {}

    /** That the data are held for a follow-up request since its legal receipt. */
    public record Hold(MlaRequestId request, Instant since) {}
}
