/**
 * The law as people read it: every statement with its source and its mark.
 *
 * <p>Why: a rule that refuses by a table must show the table to whoever asks, before as well as after. So what is said of
 * treaties, contents and grounds has one form here, whichever page or answer says it, and none of it can be said without its mark.
 */
@NullMarked
package org.comity.query.law;

import org.jspecify.annotations.NullMarked;
