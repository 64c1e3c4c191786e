/**
 * The event store on PostgreSQL: one table that is the truth, written by group commit, read by position or by stream.
 *
 * <p>How to use it: {@link org.comity.log.store.LogSchema} makes and verifies the schema, {@link
 * org.comity.log.store.AxonLog#open} ties Axon to it and gives the {@link org.comity.log.store.EventLog} for reading.
 * Processors stream from {@code AxonLog.eventStore()}; they must be given Axon's {@code PropagatingErrorHandler}, since its
 * default logs a failed event and skips it for good.
 *
 * <p>Why:
 *
 * <ul>
 *   <li>There is no head row and no sequence: the primary key decides which node takes the next positions. So positions have
 *       no gaps and follow the order of commits, "after this position" is all that a reader must remember, and "as of" is a
 *       prefix. The price: two nodes that write at once repeat batches; the one that was late by a position reads the end,
 *       stamps, hashes and tries again.
 *   <li>Whatever the server did not clearly refuse is in doubt. An append in doubt is looked up by the identity of its events
 *       before it is repeated, and again after each refusal, since the server may still be working on what the client gave up.
 *   <li>The append is the commit. Commands need no transaction of their own, and nothing may run after it in the unit of work.
 *   <li>Of Axon's own engines none fits: they number by sequences (gaps, and readers that wait for them), poll for events of
 *       other nodes, and do not see a duplicate key as a lost race.
 *   <li>Metadata and payload are texts, not {@code jsonb}: the leaf is computed over the very bytes that are stored.
 * </ul>
 */
@NullMarked
package org.comity.log.store;

import org.jspecify.annotations.NullMarked;
