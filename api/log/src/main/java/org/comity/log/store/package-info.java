/**
 * The event store on PostgreSQL: one table, written by group commit, read by position or by stream.
 */
@NullMarked
package org.comity.log.store;

import org.jspecify.annotations.NullMarked;
