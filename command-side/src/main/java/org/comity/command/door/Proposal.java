package org.comity.command.door;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.api.Actor;
import org.comity.api.Command;
import org.comity.api.Id;
import org.comity.api.Recorded;
import org.comity.api.Refused;
import org.comity.api.RequestCommand;
import org.comity.api.RequestEvent;
import org.comity.log.names.Json;
import org.jspecify.annotations.Nullable;

/**
 * What the first of two persons proposed, as the log holds it, and the command that confirms it.
 *
 * @param proposer none if there is no such proposal
 * @param objection that there is none; it must not be raised before the rules have looked at who asks
 */
record Proposal(@Nullable Actor proposer, Command confirmed, Optional<Refused> objection) {

    /** What the second person says. */
    record Confirmation(UUID proposal) {}

    static boolean isConfirmation(Class<? extends Command> command) {
        return RequestCommand.Confirm.class.isAssignableFrom(command);
    }

    static Proposal find(Family family, Id id, List<Recorded<?>> history, UUID proposal) {
        for (Recorded<?> recorded : history) {
            Actor proposer = recorded.fact().act().actor();
            if (recorded.event() instanceof RequestEvent.Proposed e
                    && e.proposal().equals(proposal)) {
                Command proposed = read(family, e.command().value(), e.body());
                return new Proposal(proposer, family.confirmation(id, proposal, proposed), Optional.empty());
            }
        }
        return new Proposal(
                null,
                family.confirmation(id, proposal, null),
                Optional.of(Refused.unacceptable(
                        "proposal.unknown", "proposal", "There is no such proposal that waits for a second person.")));
    }

    private static Command read(Family family, String name, String body) {
        Class<? extends Command> type = family.commands().get(name);
        if (type == null) {
            throw new IllegalStateException("a proposed command has no record: " + name);
        }
        return Json.read(body, type);
    }
}
