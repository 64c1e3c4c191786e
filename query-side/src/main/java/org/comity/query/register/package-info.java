/**
 * What registers of requests have in common, which is nearly all: the row, the reader's own set, pages, the reading of one
 * request, histories, JSON, and the opening of what is sealed. A {@link org.comity.query.register.Kind} brings the rest.
 *
 * <p>Why: requests of every kind are looked up by the same people in the same way, so the SQL of a list, and above
 * all the condition that says what a reader may know of, stands once. That condition is part of every query rather than a
 * filter over its result: what a reader may not know of must not be counted, paged over or waited for. Single requests and
 * histories are not kept here at all; they are folded from the log when they are asked for, by the same life that the rules
 * hold, so that they are always as new as the log and a person sees what the rules will judge.
 */
@NullMarked
package org.comity.query.register;

import org.jspecify.annotations.NullMarked;
