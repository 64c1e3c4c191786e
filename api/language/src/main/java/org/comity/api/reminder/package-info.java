/**
 * Reminders of what falls due.
 *
 * <p>Why: that somebody was warned in time is asked years later, by an auditor or a court; so a reminder is a fact in the log.
 * Each has a stream of its own, whose name follows from what it reminds of: the log takes it once, whichever node comes first
 * and however often one is started again, and the version of the request that people work on does not move under their hands.
 */
@NullMarked
package org.comity.api.reminder;

import org.jspecify.annotations.NullMarked;
