/**
 * How projections are kept true: written behind the log, waited for, rebuilt beside themselves.
 *
 * <p>Why: each projection has its tables twice. One slot is read; a rebuild fills the other from pages of the log with the
 * same method that keeps the first one true, and then the two change places in one transaction. Two slots made by the
 * migration rather than tables made on the fly: the application owns nothing and needs no right to create. The position up to
 * which a slot is true stands in the same database and moves in the transaction that writes, so an event that is delivered
 * again is seen to be old and left out, whatever Axon's token says. The price is one row lock for each batch, and a processing
 * group per projection that must have a single segment.
 */
@NullMarked
package org.comity.query.projection;

import org.jspecify.annotations.NullMarked;
