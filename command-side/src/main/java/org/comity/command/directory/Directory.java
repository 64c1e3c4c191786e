package org.comity.command.directory;

import java.time.LocalDate;
import java.util.Optional;
import org.comity.api.Office;
import org.comity.api.Refused;
import org.comity.api.directory.AuthorityCommand;
import org.comity.api.directory.AuthorityId;
import org.comity.law.directory.AuthorityLife;

/** What the command side asks about authorities. */
public interface Directory {
    /** What is known of an authority; empty if there is none with this id. */
    Optional<AuthorityLife> find(AuthorityId id);

    /** The authority as acts carry it; empty if there is none with this id. */
    default Optional<Office> office(AuthorityId id) {
        return find(id).map(AuthorityLife::office);
    }

    /** True if the authority acted on this node itself on that day. */
    default boolean connectedOn(AuthorityId id, LocalDate day) {
        return find(id).filter(life -> life.connectedOn(day)).isPresent();
    }

    /** What other entries have against a change of one; its own rules do not know them. */
    default Optional<Refused> objection(AuthorityCommand command) {
        return Successions.against(command, this);
    }
}
