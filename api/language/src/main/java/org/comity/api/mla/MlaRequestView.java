package org.comity.api.mla;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.LineItemId;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonRef;
import org.comity.api.Personal;
import org.comity.api.StateCode;
import org.comity.api.view.AssignmentView;
import org.comity.api.view.AuthorityView;
import org.comity.api.view.DeadlineView;
import org.comity.api.view.LinkView;
import org.comity.api.view.OpenCommandView;
import org.comity.api.view.ProposalView;
import org.comity.api.view.References;
import org.comity.api.view.RoundView;
import org.comity.api.view.SealView;
import org.comity.api.view.Side;
import org.comity.api.view.Turn;
import org.comity.api.view.WaitingOn;
import org.jspecify.annotations.Nullable;

/**
 * One request for mutual legal assistance as its reader may know it now.
 *
 * @param version sequence of its last event; a command says it in {@code If-Match}
 * @param role side of the reader's State; none for an auditor
 * @param legalReceivedAt the last legal receipt
 * @param confirmationDueBy end of the term for a formal confirmation that is owed
 * @param review when a postponement is looked at again
 * @param erased persons of whom all was erased
 * @param assignments of the reader's own side
 * @param proposals of the reader's own side
 */
public record MlaRequestView(
        MlaRequestId id,
        String reference,
        MlaStatus status,
        List<String> flags,
        long version,
        StateCode from,
        StateCode to,
        @Nullable Side role,
        Turn turn,
        @Nullable WaitingOn waitingOn,
        List<Item> items,
        List<LinkView> links,
        List<OpenCommandView> openCommands,
        MlaContents contents,
        References references,
        @Nullable AuthorityView sender,
        @Nullable AuthorityView addressee,
        @Nullable Channel channel,
        @Nullable Instant sentAt,
        @Nullable Instant legalReceivedAt,
        List<RoundView> rounds,
        List<Condition> conditions,
        List<Transfer> transfers,
        @Nullable Instant confirmationDueBy,
        @Nullable LocalDate review,
        List<DeadlineView> deadlines,
        List<PersonRef> erased,
        List<AssignmentView> assignments,
        List<ProposalView> proposals,
        @Nullable SealView seal) {

    public MlaRequestView {
        flags = List.copyOf(flags);
        items = List.copyOf(items);
        links = List.copyOf(links);
        openCommands = List.copyOf(openCommands);
        rounds = List.copyOf(rounds);
        conditions = List.copyOf(conditions);
        transfers = List.copyOf(transfers);
        deadlines = List.copyOf(deadlines);
        erased = List.copyOf(erased);
        assignments = List.copyOf(assignments);
        proposals = List.copyOf(proposals);
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
