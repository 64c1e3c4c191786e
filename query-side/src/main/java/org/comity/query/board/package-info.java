/**
 * The board: what waits for its reader, over all kinds of requests.
 *
 * <p>Why: it asks the registers what a list would ask and keeps nothing itself, so it can never say something else than the
 * lists. The price is some questions to the database for each view of it.
 */
@NullMarked
package org.comity.query.board;

import org.jspecify.annotations.NullMarked;
