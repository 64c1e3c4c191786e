/**
 * Practice mode: the same software with invented people, an invented directory, and a world clock that can be moved.
 *
 * <p>Why: training, trying out and tests must meet exactly the software that serves real requests, so only who signs in, what
 * the directory holds at the first start and what time it is are different. People are a pattern, not a table: the start
 * must not pay for the offices of 249 States, and all of them have one password. The price of that password is that such a
 * node must never hold anything real; the database remembers for which of the two it was made.
 */
@NullMarked
package org.comity.standalone.practice;

import org.jspecify.annotations.NullMarked;
