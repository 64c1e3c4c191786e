package org.comity.api.view;

import java.time.Instant;
import java.util.UUID;
import org.comity.api.Code;
import org.comity.api.PersonId;

/**
 * What a first person proposed and a second one has to confirm.
 *
 * @param mine true if the reader may be that second person
 */
public record ProposalView(UUID id, Code command, PersonId by, Instant lapsesAt, boolean mine) {}
