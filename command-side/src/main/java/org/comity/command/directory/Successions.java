package org.comity.command.directory;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.comity.api.Office;
import org.comity.api.Refused;
import org.comity.api.directory.AuthorityCommand;
import org.comity.api.directory.AuthorityCommand.NameSuccessor;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityStatus;
import org.comity.law.directory.AuthorityLife;

/**
 * Who may follow whom. It asks streams that are not locked, so two people who name each other's authority in the same moment
 * can still close a circle; who follows successors stops at the first that comes back.
 */
final class Successions {
    private static final String SOURCE =
            AuthorityLife.TABLE.rowOfEvent("SuccessorNamed").source();

    private Successions() {}

    static Optional<Refused> against(AuthorityCommand command, Directory directory) {
        if (!(command instanceof NameSuccessor named)) {
            return Optional.empty();
        }
        Optional<AuthorityLife> successor = directory.find(named.successor());
        if (successor.isEmpty()) {
            return refused("directory.unknown-authority", "There is no authority with this id in the directory.");
        }
        Optional<Office> own = directory.office(named.id());
        if (!successor.map(AuthorityLife::office).map(Office::state).equals(own.map(Office::state))) {
            return refused("authority.successor-of-another-state", "A successor is an authority of the same State.");
        }
        if (successor.get().status() == AuthorityStatus.RETIRED) {
            return refused("authority.successor-retired", "A successor has not been retired itself.");
        }
        return leadsTo(named.id(), named.successor(), directory)
                ? refused("authority.successors-in-a-circle", "Its successors lead back to this authority.")
                : Optional.empty();
    }

    private static boolean leadsTo(AuthorityId end, AuthorityId start, Directory directory) {
        Set<AuthorityId> seen = new HashSet<>();
        Optional<AuthorityId> next = Optional.of(start);
        while (next.isPresent() && seen.add(next.get())) {
            if (next.get().equals(end)) {
                return true;
            }
            next = directory.find(next.get()).map(AuthorityLife::succession).map(AuthorityLife.Succession::successor);
        }
        return false;
    }

    private static Optional<Refused> refused(String code, String sentence) {
        return Optional.of(Refused.unacceptable(code, "successor", sentence).from(SOURCE));
    }
}
