/**
 * The language of the house: what may be asked (commands), what happened (events), and the values they are made of.
 *
 * <p>Why: both sides and every tool speak it, so it holds no rule, no SQL and no framework beyond the one annotation that
 * names the target of a command. Shape is validated where a value is made (a {@link org.comity.api.Digest} that exists is
 * well formed); rules are judged elsewhere. Values that may have to be forgotten are {@link org.comity.api.Personal} and
 * nothing else, so that no event can carry one plainly by accident.
 */
@NullMarked
package org.comity.api;

import org.jspecify.annotations.NullMarked;
