/**
 * Verifies a log without the node that wrote it: from its database, over HTTP, or from a bundle.
 *
 * <p>Why: who must trust the operator's program to verify the operator has proven nothing. So this is a small program of its
 * own, made of {@code org.comity.log.ledger} and the JDK (and the driver of PostgreSQL, which only the database needs), short
 * enough to be read in an hour; every format it reads is described in FORMAT.md. It holds one event at a time, the right edge of
 * the tree, and the last sequence of each stream, so its memory grows with the number of requests and not with that of
 * events.
 */
@NullMarked
package org.comity.verifier;

import org.jspecify.annotations.NullMarked;
