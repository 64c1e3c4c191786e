package org.comity.api.mla;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.comity.api.Code;
import org.comity.api.LineItemId;
import org.comity.api.Personal;
import org.comity.api.view.RequestHead;
import org.comity.api.view.RequestView;
import org.comity.api.view.RoundView;
import org.jspecify.annotations.Nullable;

/**
 * One request for mutual legal assistance as its reader may know it now.
 *
 * @param confirmationDueBy end of the term for a formal confirmation that is owed
 * @param review when a postponement is looked at again
 */
public record MlaRequestView(
        @JsonUnwrapped RequestHead<MlaStatus> head,
        List<Item> items,
        MlaContents contents,
        List<RoundView> rounds,
        List<Condition> conditions,
        List<Transfer> transfers,
        @Nullable Instant confirmationDueBy,
        @Nullable LocalDate review)
        implements RequestView<MlaStatus> {

    public MlaRequestView {
        items = List.copyOf(items);
        rounds = List.copyOf(rounds);
        conditions = List.copyOf(conditions);
        transfers = List.copyOf(transfers);
    }

    /** A measure asked for, and what became of it. */
    public record Item(LineItemId id, Code category, LineItemOutcome outcome) {}

    /**
     * A condition of the help.
     *
     * @param state proposed, declined or binding
     * @param event the event that states it
     */
    public record Condition(Personal text, Code state, UUID event) {}

    /**
     * One hand-over of material.
     *
     * @param state open, confirmed, disputed or superseded
     * @param late true if it came after closing
     */
    public record Transfer(
            TransferId id,
            Code state,
            List<LineItemId> items,
            List<ManifestEntry> manifest,
            @Nullable TransferId supersedes,
            boolean late) {
        public Transfer {
            items = List.copyOf(items);
            manifest = List.copyOf(manifest);
        }
    }
}
