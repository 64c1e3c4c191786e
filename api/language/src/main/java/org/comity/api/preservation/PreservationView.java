package org.comity.api.preservation;

import java.time.Instant;
import java.util.List;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.LineItemId;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonRef;
import org.comity.api.PreservationId;
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
 * One preservation request as its reader may know it now.
 *
 * @param version sequence of its last event; a command says it in {@code If-Match}
 * @param to State whose authority has, or is to have, the request in hand
 * @param role side of the reader's State; none for an auditor
 * @param scope whether all that was asked is held
 * @param expiresAt when the data are no longer preserved; none while a follow-up request holds them
 * @param rule the rule from which that was computed
 * @param term the end that would count if nothing held the data
 * @param heldFor follow-up requests, received and undecided, for which the data are held
 * @param erased persons of whom all was erased
 * @param assignments of the reader's own side
 * @param proposals of the reader's own side
 */
public record PreservationView(
        PreservationId id,
        String reference,
        PreservationStatus status,
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
        PreservationContents contents,
        References references,
        @Nullable AuthorityView sender,
        @Nullable AuthorityView addressee,
        @Nullable Channel channel,
        @Nullable Instant sentAt,
        @Nullable Instant legalReceivedAt,
        List<RoundView> rounds,
        @Nullable PreservationScope scope,
        @Nullable Instant expiresAt,
        @Nullable Code rule,
        @Nullable Instant term,
        int extensions,
        List<Hold> heldFor,
        List<PathProvider> path,
        List<DeadlineView> deadlines,
        List<PersonRef> erased,
        List<AssignmentView> assignments,
        List<ProposalView> proposals,
        @Nullable SealView seal) {

    public PreservationView {
        flags = List.copyOf(flags);
        items = List.copyOf(items);
        links = List.copyOf(links);
        openCommands = List.copyOf(openCommands);
        rounds = List.copyOf(rounds);
        heldFor = List.copyOf(heldFor);
        path = List.copyOf(path);
        deadlines = List.copyOf(deadlines);
        erased = List.copyOf(erased);
        assignments = List.copyOf(assignments);
        proposals = List.copyOf(proposals);
    }

    /** A category of data to be preserved. */
    public record Item(LineItemId id, Code category) {}

    /** That the data are held for a follow-up request since its legal receipt. */
    public record Hold(MlaRequestId request, Instant since) {}
}
