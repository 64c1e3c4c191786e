package org.comity.command.directory;

import java.time.LocalDate;
import java.util.Optional;
import org.comity.api.Office;
import org.comity.api.directory.AuthorityId;

/** What the command side asks about authorities. */
public interface Directory {
    /** The authority as acts carry it; empty if there is none with this id. */
    Optional<Office> office(AuthorityId id);

    /** True if the authority acted on this node itself on that day. */
    boolean connectedOn(AuthorityId id, LocalDate day);
}
