/**
 * What waits for a person: decisions that nothing in the house makes by itself.
 *
 * <p>Why: a joint that was refused, a proposal without its second person, data that are held for a request which is decided:
 * each is a fact in the log of one request and somebody's work in another place. So the list is computed anew for each request
 * that something happened to, and for the preservations that are held for it; nothing is ever ticked off by hand, and a task is
 * gone when the facts say so.
 */
@NullMarked
package org.comity.query.task;

import org.jspecify.annotations.NullMarked;
