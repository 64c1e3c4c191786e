/**
 * Forms for people, made from the records of the commands.
 *
 * <p>Why: a command that is added to the language must have its form without anybody writing one, and a form must never ask
 * for something else than the door takes. So inputs, their kinds and what is required are read from the record components
 * and their types; only labels, helps and the vocabularies of open codes are written down. The price is that a form cannot be
 * laid out by hand.
 */
@NullMarked
package org.comity.query.form;

import org.jspecify.annotations.NullMarked;
