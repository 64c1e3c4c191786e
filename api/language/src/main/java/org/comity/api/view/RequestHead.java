package org.comity.api.view;

import java.time.Instant;
import java.util.List;
import org.comity.api.Channel;
import org.comity.api.Id;
import org.comity.api.PersonRef;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * What the view of one request says, whatever its kind; in JSON its members stand beside those that the kind adds.
 *
 * @param version sequence of the last event that the reader may know of; a command says it in {@code If-Match}
 * @param to State whose authority has, or is to have, the request in hand
 * @param turnSince since when the act of that side is awaited
 * @param role side of the reader's State; none for an auditor
 * @param reportable what the reader may report that unconnected offices of the other side did
 * @param legalReceivedAt the last legal receipt
 * @param erased persons of whom all was erased
 * @param assignments of the reader's own side
 * @param proposals of the reader's own side
 */
public record RequestHead<S extends Enum<S>>(
        Id id,
        String reference,
        S status,
        List<String> flags,
        long version,
        StateCode from,
        StateCode to,
        @Nullable Side role,
        Turn turn,
        @Nullable WaitingOn waitingOn,
        Instant turnSince,
        List<LinkView> links,
        List<OpenCommandView> openCommands,
        List<ReportableView> reportable,
        References references,
        @Nullable AuthorityView sender,
        @Nullable AuthorityView addressee,
        @Nullable Channel channel,
        @Nullable Instant sentAt,
        @Nullable Instant legalReceivedAt,
        List<DeadlineView> deadlines,
        List<PersonRef> erased,
        List<AssignmentView> assignments,
        List<ProposalView> proposals,
        @Nullable SealView seal) {

    public RequestHead {
        flags = List.copyOf(flags);
        links = List.copyOf(links);
        openCommands = List.copyOf(openCommands);
        reportable = List.copyOf(reportable);
        deadlines = List.copyOf(deadlines);
        erased = List.copyOf(erased);
        assignments = List.copyOf(assignments);
        proposals = List.copyOf(proposals);
    }
}
