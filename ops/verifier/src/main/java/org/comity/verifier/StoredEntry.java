package org.comity.verifier;

import org.comity.log.ledger.Envelope;

/**
 * An event with the place where it was found.
 *
 * @param position where it stands, which may differ from what it says
 */
record StoredEntry(long position, Envelope envelope) {}
