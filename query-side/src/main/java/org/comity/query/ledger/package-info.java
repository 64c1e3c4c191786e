/**
 * The proof of the log over HTTP: checkpoints, tiles, bundles of events, proofs.
 *
 * <p>Why: the layout is that of C2SP {@code tlog-tiles}, so that any client of transparency logs can read it; the proofs as
 * JSON are for those who have one event in hand and no such client. Positions and sizes count all events, also those of sealed
 * requests, so all of it is for auditors, operators and witnesses only, and a path that does not exist to everybody else. The
 * events themselves are not for witnesses: a witness is a stranger who proves by hashes that the log only grows.
 */
@NullMarked
package org.comity.query.ledger;

import org.jspecify.annotations.NullMarked;
