/**
 * What registers of requests have in common: the row, the reader's own set, pages, histories, and the opening of what is
 * sealed.
 *
 * <p>Why: MLA requests and preservations are looked up by the same people in the same way, so the SQL of a list, and above
 * all the condition that says what a reader may know of, stands once. That condition is part of every query rather than a
 * filter over its result: what a reader may not know of must not be counted, paged over or waited for. Single requests and
 * histories are not kept here at all; they are folded from the log when they are asked for, so that they are always as new as
 * the log.
 */
@NullMarked
package org.comity.query.register;

import org.jspecify.annotations.NullMarked;
